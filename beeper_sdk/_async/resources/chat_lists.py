"""Lists of chats, and finding a chat by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._core.generated import api, models, resources
from ..._core.util.override import override, with_parameters_of

if TYPE_CHECKING:
    from ..._core.generated import ItemsOf, senders
    from ..engine.sender import AsyncRequestSender


class AsyncChatLists(resources.AsyncChatsApi):
    """The generated operations on chats, and lists of chats as their owner sees them."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncRequestSender) -> None:
        super().__init__(engine)
        self._engine = engine

    @override
    @with_parameters_of(resources.AsyncChatsApi.search)
    def search(self, *, resume: str | None = None, **filters: Any) -> senders.AsyncPager[models.Chat]:
        from ..._core.compat.chat_filters import local_filter
        from ..._core.paging.listing import PlainListing
        from ..engine.pager import AsyncPager

        request = api.chats.search(**filters)
        listing = PlainListing(request, api.chats.SEARCH_PAGES, resume, *local_filter(request))
        return AsyncPager(self._sender.send, listing)

    async def find(
        self,
        name: str,
        *,
        network: str | None = None,
        account: str | ItemsOf[str] | None = None,
        type: models.ChatTypeFilter = "any",  # noqa: A002  # as in `search`
    ) -> models.Chat:
        """Find the chat with a name: by its display title (see `title`) or, for a direct chat, by the other person.

        A chat ID or local ID ranks before the handle, phone number, e-mail address or ID of a person, then an equal
        title, then a title that contains all words of the name, then one in which each word of the name begins another
        word. Names are compared as in `people.find`. A merged chat replaces its member chats.

        Requests: one for a chat ID; otherwise one per 200 chats (some apps return only 25 per page), and at most one
        for the accounts.

        Args:
            name: A title, person or ID.
            network: Only chats on this network: ``WhatsApp``, ``signal``, ...
            account: Only chats of this account, or of these: account IDs.
            type: ``single``, ``group`` or ``any``.

        Raises:
            NoMatch: no chat matches.
            AmbiguousMatch: several chats match equally well. Its ``candidates`` are the chats.
        """
        from ..._core.people.account_filter import AccountFilter
        from ..people.name_lookup import find_chat

        return await find_chat(self._engine, name, AccountFilter(network, account), type)
