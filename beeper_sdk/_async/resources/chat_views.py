"""Chats that are found by what they are to their owner: by name, unread, waiting for a reply, with oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.generated import api
from ..._core.util.validation import check_flags
from .chat_lists import AsyncChatLists

if TYPE_CHECKING:
    from builtins import list as List  # noqa: N812  # `list` is a method here

    from ..._core.generated import AsyncPager, ItemsOf, models
    from ..._core.times import When


class AsyncChatViews(AsyncChatLists):
    """The lists of chats, and methods that find chats."""

    __slots__ = ()

    async def find(
        self,
        name: str,
        *,
        network: str | None = None,
        account: str | ItemsOf[str] | None = None,
        type: models.ChatTypeFilter = "any",  # noqa: A002  # as in `search`
    ) -> models.Chat:
        """Find the chat with a name: by its display title (see `title`) or, for a direct chat, by the other person.

        ```python
        chat = await beeper.chats.find("Alice", network="WhatsApp")
        ```

        A chat ID or local ID ranks before the handle, phone number, e-mail address or ID of a person, then an equal
        title, then a title that contains all words of the name, then one in which each word of the name begins another
        word. Names are compared as in `people.find`. A merged chat replaces its member chats; with ``network`` or
        ``account``, the member is returned.

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

    def unread(
        self,
        *,
        include_muted: bool = True,
        network: str | None = None,
        account_ids: ItemsOf[str] | None = None,
        type: models.ChatTypeFilter = "any",  # noqa: A002  # as in `search`
        resume: str | None = None,
    ) -> AsyncPager[models.Chat]:
        """List unread chats: those with unread messages, and those that are marked as unread.

        Ordered by last activity, newest first. Each chat is judged by its own ``unread_count`` and
        ``is_marked_unread``, because filters of some apps are not up to date. Archived and low-priority chats are
        included: see their ``is_archived`` and ``is_low_priority``. A merged chat is returned once; with ``network`` or
        ``account_ids``, its unread members are.

        Requests: one per 200 chats (some apps return only 25 per page), and with ``network`` at most one per client for
        the accounts.

        Args:
            include_muted: Include muted chats.
            network: Only chats on this network: ``WhatsApp``, ``signal``, ...
            account_ids: Only chats of these accounts.
            type: ``single``, ``group`` or ``any``.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: an argument is invalid; nothing was sent.
            UnknownNetwork: at the end of an iteration: neither an account nor a chat is on this network.
        """
        from ..._core.chats.owner_filter import is_unread

        check_flags(include_muted=include_muted)
        request = api.chats.search(
            account_ids=account_ids,
            include_muted=None if include_muted else False,
            limit=_MAX_PAGE_SIZE,
            type=type,
            unread_only=True,
        )
        return self._found(request, network, resume, wanted=is_unread)

    async def awaiting_reply(
        self,
        *,
        since: When | None = None,
        network: str | None = None,
        account_ids: ItemsOf[str] | None = None,
        type: models.ChatTypeFilter = "any",  # noqa: A002  # as in `search`
    ) -> List[models.ChatWithPreview]:
        """The chats in which the last message is not yours, newest first.

        Reactions, notices, hidden rows, deleted and empty messages do not count: what is before them decides. Archived
        and read-only chats are left out. Muted and low-priority chats, and groups, are included. A chat with a sender
        of whom it is not known whether they are you is returned.

        Requests: those of `list`. One more for each chat whose last row does not count or is not in ``preview`` (one
        per member for a merged chat), and up to two further pages if none of 20 messages counts. If a message does not
        say whether it is yours, those of `is_mine` and `self_user`, most of them once per account.

        Args:
            since: Only chats that were active since then. A timedelta or relativedelta is counted back from now. If
                omitted, all chats are listed.
            network: Only chats on this network: ``WhatsApp``, ``signal``, ...
            account_ids: Only chats of these accounts.
            type: ``single``, ``group`` or ``any``.

        Raises:
            TypeError, ValueError: an argument is invalid; nothing was sent.
            UnknownNetwork: neither an account nor a chat is on this network.
        """
        from ..._core.chats.activity import is_since
        from ..._core.times import past_moment
        from ..people.last_word import AsyncLastWord

        begin = None if since is None else past_moment("since", since)
        api.chats.search(type=type)  # checks the type
        size = _MAX_PAGE_SIZE if begin is None else _RECENT
        request, last_word = api.chats.list(account_ids=account_ids, limit=size), AsyncLastWord(self._engine)
        accounts = self._accounts(request, network)
        is_plain = request.matches_nothing or (network is None and account_ids is None)
        pages = self._sender.paginate(request, api.chats.LIST_PAGES, None)
        pager = pages if is_plain else self._listed(request, network, None, accounts, until=begin)
        found: List[models.ChatWithPreview] = []
        async for page in pager.pages():
            recent = [chat for chat in page.items if is_since(chat, begin)]
            chosen = [chat for chat in recent if type in ("any", chat.type)]
            found += [chat for chat in chosen if await last_word.is_of_others(chat)]
            if page.items and not recent:
                break  # the rest was active before
        return found

    async def note_to_self(
        self, *, network: str | None = None, account: str | ItemsOf[str] | None = None
    ) -> models.Chat:
        """Find the chat with yourself: a direct chat of which you are the only participant.

        Each account may have one: "Note to self", "Saved Messages" and the like.

        Requests: one per 200 direct chats (some apps return only 25 per page), and at most one for the accounts.

        Args:
            network: Only chats on this network: ``WhatsApp``, ``signal``, ...
            account: Only chats of this account, or of these: account IDs.

        Raises:
            NoMatch: there is none.
            AmbiguousMatch: several accounts have one. Its ``candidates`` are the chats.
        """
        from ..._core.people.account_filter import AccountFilter
        from ..people.name_lookup import find_note_to_self

        return await find_note_to_self(self._engine, AccountFilter(network, account))


_MAX_PAGE_SIZE = 200
_RECENT = 50
"""Chats per page if only recent ones are needed."""
