"""Lists of messages: those of a chat, and what a search finds, with its chats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._core.generated import api, models, resources
from ..._core.paging.listing import PlainListing
from ..._core.paging.search_page import SearchPage
from ..._core.people.rosters import member_ids
from ..._core.util.override import override, with_parameters_of
from ..._core.util.validation import check_flags, optional
from ..engine import pager

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from ..._core.generated import AsyncPager
    from ..._core.times import When
    from ..engine.pager import AsyncPageLoader
    from ..engine.sender import AsyncRequestSender


class AsyncSearchPager(pager.AsyncPager[models.MessageSearchPage, models.Message]):
    """Iterates over all messages that a search finds, and their chats.

    Like any other pager, but the pages of `pages` have ``chats`` too, and `chats` contains those of all pages so far.
    """

    _chats: dict[str, models.Chat]

    @override
    def pages(self) -> AsyncIterator[SearchPage]:
        """Iterate over pages: the ``items`` not returned before, their ``chats``, and a ``checkpoint`` after them."""
        return _AsyncSearchPages(self._start_iteration())

    @property
    def chats(self) -> Mapping[str, models.Chat]:
        """The chats of all pages of the most recent iteration so far, by chat ID; empty before the first message:
        ``for message in found: print(found.chats[message.chat_id].title)``."""
        return {} if self._source is None else self._chats

    @override
    def _start_iteration(self, limit: int | None = None) -> AsyncPageLoader[models.MessageSearchPage, models.Message]:
        chats: dict[str, models.Chat] = {}
        self._chats = chats
        loader = super()._start_iteration(limit)
        loader.on_page = lambda page: chats.update(optional(page.chats) or {})
        return loader


class _AsyncSearchPages:
    """Iterates over pages."""

    def __init__(self, loader: AsyncPageLoader[models.MessageSearchPage, models.Message]) -> None:
        self._loader = loader

    def __aiter__(self) -> _AsyncSearchPages:
        return self

    async def __anext__(self) -> SearchPage:
        if not await self._loader.ensure_items():
            raise StopAsyncIteration
        source = self._loader.source
        chats = {} if source.answer is None else source.answer.chats
        return SearchPage(source.whole_page().items, source.position, chats)


class AsyncSearch(resources.AsyncMessagesApi):
    """The generated operations on messages, with a list that returns the messages of merged chats, and a search that
    returns the chats too."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncRequestSender) -> None:
        super().__init__(engine)
        self._engine = engine

    @override
    def list(
        self,
        chat_id: str | models.Chat,
        *,
        cursor: str | None = None,
        direction: models.Direction | None = None,
        resume: str | None = None,
        include_service: bool = True,
        since: When | None = None,
        until: When | None = None,
    ) -> AsyncPager[models.Message]:
        """List messages of a chat. For a merged chat, those of its member chats, merged by time.

        ```python
        async for message in beeper.messages.list(chat, since=timedelta(days=1)):
            print(message.sender_name, message.text)
        ```

        Newest first, about 20 per page. With `oldest_first`, or ``direction="after"`` for a merged chat, oldest first.
        Messages of different members with equal timestamps are ordered by sort key and chat ID; those of one member
        keep the order in which the server returns them, whatever their timestamps.

        A `Chat` says whether it is merged, and which members it has. For an ID, or a chat that is not known to be
        merged, the chat is requested if the list is empty: one more request, and none for a chat with messages. A page
        of each member is requested before the first message, and each further page when its first message is needed.

        The filters are applied here, because the API has none. No page is requested after the one on which the list
        passes ``since`` (towards newer messages: ``until``). With `oldest_first`, only the pages back to ``since`` are
        requested. Pages that are newer than ``until`` are requested, because the server cannot jump to a date.

        Timestamps of single messages may be wrong. So a page passes a date if the last five messages on the way there
        that have a timestamp are beyond it, and the list may take a page more than it needs. A message without a
        timestamp, or with one before 2000, gets that of the next older message on its page that has one, else of the
        next newer one; if none of the page has one, all of its messages are returned.

        A checkpoint of a merged chat has the positions in all members. A chat that became a member later is read from
        its beginning, and one that is not a member any more is not read.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            cursor: ``oldest_cursor`` or ``newest_cursor`` of a page. Starts at the first page if omitted. Not for
                merged chats, in which it would be a position in one member only: use ``resume``.
            direction: ``before`` with ``oldest_cursor`` for older items, which is the default; ``after`` with
                ``newest_cursor`` for newer ones. Without ``cursor``, ``after`` starts at the newest page.
            resume: A checkpoint of an earlier iteration. Pagination continues after it. It must be of a list with the
                same ``include_service`` and with the same ones of ``since`` and ``until``; their dates may differ.
            include_service: Also return reactions, notices and messages that the app hides. What is left of a deleted
                message is returned in any case.
            since: Only messages of this time or later: a datetime (a naive one is local time), a date, a timedelta or
                relativedelta back from now, or a str with an unambiguous date.
            until: Only messages before this time.

        Raises:
            TypeError, ValueError: an argument is invalid; nothing was sent.
            NotFoundError: when it is iterated over: there is no such chat, or a member of the merged chat cannot be
                read. A member that was removed from it meanwhile is left out.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/chats/{chatID}/messages.
        """
        from ..._core.paging.chat_listing import ChatListing

        request = api.messages.list(chat_id, cursor=cursor, direction=direction)
        chosen = None
        if include_service is not True or since is not None or until is not None:
            from ..._core.paging.message_filter import MessageFilter
            from ..._core.times import past_period

            check_flags(include_service=include_service)
            chosen = MessageFilter(include_service, *past_period(since, until))
        return pager.AsyncPager(self._sender.send, ChatListing(chat_id, request, resume, member_ids, chosen))

    @override
    @with_parameters_of(resources.AsyncMessagesApi.search)
    def search(self, *, resume: str | None = None, **filters: Any) -> AsyncSearchPager:
        listing = PlainListing(api.messages.search(**filters), api.messages.SEARCH_PAGES, resume)
        return AsyncSearchPager(self._sender.send, listing)
