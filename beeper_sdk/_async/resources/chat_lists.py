"""Lists of chats as their owner sees them: a merged chat once, or its member chats."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from ..._core.generated import api, models, resources
from ..._core.util.override import override
from ..._core.util.validation import check_flags

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from ..._core.chats.accounts import ListedAccounts
    from ..._core.generated import AsyncPager, ItemsOf, contract
    from ..._core.times import When
    from ..engine.sender import AsyncRequestSender

P = TypeVar("P")


class AsyncChatLists(resources.AsyncChatsApi):
    """The generated operations on chats, with lists that contain each chat as its owner sees it."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncRequestSender) -> None:
        super().__init__(engine)
        self._engine = engine

    @override
    def list(
        self,
        *,
        account_ids: ItemsOf[str] | None = None,
        network: str | None = None,
        merged_members: bool = False,
        cursor: str | None = None,
        direction: models.Direction | None = None,
        limit: int | None = None,
        resume: str | None = None,
    ) -> AsyncPager[models.ChatWithPreview]:
        """List chats of all accounts.

        Ordered by last activity, newest first. Each chat includes at most 20 participants. To list unread chats only,
        use `unread`.

        A merged chat is returned once, in place of its members. With ``account_ids``, ``network`` or
        ``merged_members``, each of its members that fits is returned in its place, by its own last activity, and the
        merged chat is not. Servers do not list members, so in these cases the chats of all accounts are requested, 200
        per page if ``limit`` is omitted, and each member of a merged chat that may fit is retrieved: one more request
        per member, and none if there is no merged chat. ``preview`` of a member is None unless its last message is that
        of the merged chat.

        With ``direction="after"``, a member is returned where the merged chat is listed. With `oldest_first`, the chats
        that fit are kept in memory.

        Args:
            account_ids: Only these accounts; all if omitted.
            network: Only this network: ``WhatsApp``, ``signal``, ... At most one more request per client, for the
                accounts.
            merged_members: Return the members of merged chats instead of the merged chats.
            cursor: Opaque cursor: ``oldest_cursor`` or ``newest_cursor`` of a page. Starts at the first page if
                omitted.
            direction: ``before`` with ``oldest_cursor`` for older items, which is the default; ``after`` with
                ``newest_cursor`` for newer ones.
            limit: Chats per page, 1 to 200. Apps up to 4.3.0 ignore it and return 25, which is the server's default.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: an argument is invalid; nothing was sent.
            UnknownNetwork: at the end of an iteration: neither an account nor a chat is on this network.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/chats.
        """
        request = api.chats.list(account_ids=account_ids, cursor=cursor, direction=direction, limit=limit)
        check_flags(merged_members=merged_members)
        if network is None and account_ids is None and not merged_members:
            return self._sender.paginate(request, api.chats.LIST_PAGES, resume)
        accounts = self._accounts(request, network)  # checks the network, also if nothing matches
        if request.matches_nothing:
            return self._sender.paginate(request, api.chats.LIST_PAGES, resume)
        return self._listed(request, network, resume, accounts, merged_members=merged_members)

    def _listed(
        self,
        request: contract.Request[models.ChatWithPreviewPage],
        network: str | None,
        resume: str | None,
        accounts: Callable[[], ListedAccounts],
        *,
        merged_members: bool = False,
        until: datetime | None = None,
    ) -> AsyncPager[models.ChatWithPreview]:
        """A list in which members take the place of merged chats. `until`: no chats that were active before are needed,
        so that the list may end there."""
        from ..._core.chats.owner_listing import (
            OwnerListing,
            for_accounts,
            large_pages,
            marked,
            with_preview,
            without_accounts,
        )
        from ..._core.chats.views import HiddenMembers
        from ..engine import pager

        everything, server = without_accounts(request), self._engine.state.server

        def sent(account_ids: Sequence[str] | None) -> contract.Request[models.ChatWithPreviewPage]:
            # Older apps have no merged chats, so their filter leaves nothing out.
            is_older = server.age == "older" and account_ids is not None
            return for_accounts(everything, account_ids or ()) if is_older else large_pages(everything)

        listing = OwnerListing(
            marked(request, network, merged_members=merged_members),
            sent,
            api.chats.LIST_PAGES,
            resume,
            lambda: HiddenMembers(accounts()),
            with_preview,
            until,
        )
        return pager.AsyncPager(self._sender.send, listing)

    @override
    def search(
        self,
        *,
        account_ids: ItemsOf[str] | None = None,
        network: str | None = None,
        merged_members: bool = False,
        cursor: str | None = None,
        direction: models.Direction | None = None,
        inbox: models.InboxName | None = None,
        include_muted: bool | None = None,
        label_id: str | None = None,
        last_activity_after: When | None = None,
        last_activity_before: When | None = None,
        limit: int | None = None,
        query: str | None = None,
        scope: models.ChatSearchScope | None = None,
        type: models.ChatTypeFilter | None = None,  # noqa: A002  # as in the API
        unread_only: bool | None = None,
        resume: str | None = None,
    ) -> AsyncPager[models.Chat]:
        """Search chats.

        Searches titles and networks, or participants. Ordered by last activity, newest first. Each chat includes at
        most 20 participants.

        A merged chat is returned once, in place of its members, and is judged by its own flags and labels. If the words
        of ``query`` are in a member only, which fits the other filters too, the merged chat is retrieved: one more
        request.

        With ``account_ids``, ``network`` or ``merged_members``, each member that fits is returned, and no merged chat.
        It is not documented that servers find members. So until a search of this client returned one, the members of a
        merged chat of which none is on the same page are retrieved: one more request per member that may fit. For
        ``network``, the chats of all accounts are requested until then, 200 per page if ``limit`` is omitted; with
        ``account_ids``, the server selects the accounts.

        Args:
            account_ids: Only these accounts; all if omitted.
            network: Only this network: ``WhatsApp``, ``signal``, ... At most one more request per client, for the
                accounts.
            merged_members: Return the members of merged chats instead of the merged chats.
            cursor: Opaque cursor: ``oldest_cursor`` or ``newest_cursor`` of a page. Starts at the first page if
                omitted.
            direction: ``before`` with ``oldest_cursor`` for older items, which is the default; ``after`` with
                ``newest_cursor`` for newer ones.
            inbox: Only chats in this inbox; all chats if omitted. The primary inbox follows the rules of the app.
            include_muted: Include muted chats. The server's default is True.
            label_id: Only chats with this label.
            last_activity_after: Only chats active after this time.
            last_activity_before: Only chats active before this time.
            limit: Chats per page, 1 to 200. The server's default is 50.
            query: Literal words, at least 1 character. All must match; case is ignored. Omit it to match all chats.
            scope: Where to look: titles (and networks) or participants. The server's default is titles.
            type: Kind of chat. The server's default is any.
            unread_only: Only chats with unread messages.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: an argument is invalid; nothing was sent.
            UnknownNetwork: at the end of an iteration: neither an account nor a chat is on this network.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/chats/search.
        """
        request = api.chats.search(
            account_ids=account_ids,
            cursor=cursor,
            direction=direction,
            inbox=inbox,
            include_muted=include_muted,
            label_id=label_id,
            last_activity_after=last_activity_after,
            last_activity_before=last_activity_before,
            limit=limit,
            query=query,
            scope=scope,
            type=type,
            unread_only=unread_only,
        )
        check_flags(merged_members=merged_members)
        return self._found(request, network, resume, merged_members=merged_members)

    def _found(
        self,
        request: contract.Request[models.ChatPage],
        network: str | None,
        resume: str | None,
        *,
        merged_members: bool = False,
        wanted: Callable[[models.Chat], bool] | None = None,
    ) -> AsyncPager[models.Chat]:
        """A search. `wanted`: which chats to return, in addition to the filters of the request; None for all."""
        from ..._core.compat.chat_filters import local_filter
        from ..._core.people.rosters import is_member
        from ..engine import pager

        sent, flags = local_filter(request)
        checks = [check for check in (flags, wanted) if check is not None]
        if network is not None:
            self._accounts(request, network)  # checks the network, also if nothing matches
        query = dict(request.query)
        selects = network is not None or "accountIDs" in query or merged_members
        if request.matches_nothing or not (selects or "query" in query):
            from ..._core.paging.listing import PlainListing

            def shown(chat: models.Chat) -> bool:
                return not is_member(chat) and all(check(chat) for check in checks)

            return pager.AsyncPager(
                self._sender.send, PlainListing(request, api.chats.SEARCH_PAGES, resume, sent, shown)
            )
        from ..._core.chats.search import search_listing

        state, accounts = self._engine.state, self._accounts(request, network)
        marks = (network, merged_members) if selects else None
        listing = search_listing(request, sent, resume, marks, accounts, checks, lambda: state.finds_members)
        return pager.AsyncPager(self._sender.send, listing)

    def _accounts(self, request: contract.Request[P], network: str | None) -> Callable[[], ListedAccounts]:
        """Makes the filter of an iteration. Raises TypeError or ValueError if an argument is invalid."""
        from ..._core.chats.accounts import ListedAccounts

        account_ids = [value for name, value in request.query if name == "accountIDs"] or None
        new = partial(ListedAccounts, network, account_ids, self._engine.state.identity)
        new()
        return new
