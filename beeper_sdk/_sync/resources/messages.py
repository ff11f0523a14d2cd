# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._core.generated import api, models, resources
from ..._core.paging.listing import PlainListing
from ..._core.paging.pagination import SearchPage
from ..._core.people.rosters import member_ids
from ..._core.util.override import override, with_parameters_of
from ..._core.util.validation import optional
from ..engine.pager import Pager

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..._core.delivery.check_rules import Started
    from ..._core.delivery.replies import IsReply
    from ..._core.delivery.results import Delivery, Pending, Sent
    from ..._core.generated import senders
    from ...errors import DeliveryUncertain
    from ..engine.pager import PageLoader
    from ..engine.sender import RequestSender


class SearchPager(Pager[models.MessageSearchPage, models.Message]):
    """Iterates over all messages that a search finds, and their chats.

    Like any other pager, but the pages of `pages` have ``chats`` too, and `chats` contains those of all pages so far.
    """

    _chats: dict[str, models.Chat]

    @override
    def pages(self) -> Iterator[SearchPage]:
        """Iterate over pages: the ``items`` not returned before, their ``chats``, and a ``checkpoint`` after them."""
        return _SearchPages(self._start_iteration())

    @property
    def chats(self) -> Mapping[str, models.Chat]:
        """The chats of all pages of the most recent iteration so far, by chat ID; empty before the first message:
        ``for message in found: print(found.chats[message.chat_id].title)``."""
        return {} if self._source is None else self._chats

    @override
    def _start_iteration(self, limit: int | None = None) -> PageLoader[models.MessageSearchPage, models.Message]:
        chats: dict[str, models.Chat] = {}
        self._chats = chats
        loader = super()._start_iteration(limit)
        loader.on_page = lambda page: chats.update(optional(page.chats) or {})
        return loader


class _SearchPages:
    def __init__(self, loader: PageLoader[models.MessageSearchPage, models.Message]) -> None:
        self._loader = loader

    def __iter__(self) -> _SearchPages:
        return self

    def __next__(self) -> SearchPage:
        if not self._loader.ensure_items():
            raise StopIteration
        source = self._loader.source
        chats = {} if source.answer is None else source.answer.chats
        return SearchPage(source.whole_page().items, source.position, chats)


class Search(resources.MessagesApi):
    """The generated operations on messages, with a list that returns the messages of merged chats, and a search that
    returns the chats too."""

    __slots__ = ("_engine",)

    def __init__(self, engine: RequestSender) -> None:
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
    ) -> senders.Pager[models.Message]:
        """List messages of a chat. For a merged chat, those of its member chats, merged by time.

        Newest first, about 20 per page. With `oldest_first`, or ``direction="after"`` for a merged chat, oldest first.
        Messages of different members with equal timestamps are ordered by sort key and chat ID; those of one member
        keep the order in which the server returns them, whatever their timestamps.

        A `Chat` says whether it is merged, and which members it has. For an ID, or a chat that is not known to be
        merged, the chat is requested if the list is empty: one more request, and none for a chat with messages. A page
        of each member is requested before the first message, and each further page when its first message is needed.

        A checkpoint of a merged chat has the positions in all members. A chat that became a member later is read from
        its beginning, and one that is not a member any more is not read.

        Args:
            chat_id: Chat ID, or local chat ID of this installation. A `Chat` is accepted too.
            cursor: ``oldest_cursor`` or ``newest_cursor`` of a page. Starts at the first page if omitted. Not for
                merged chats, in which it would be a position in one member only: use ``resume``.
            direction: ``before`` with ``oldest_cursor`` for older items, which is the default; ``after`` with
                ``newest_cursor`` for newer ones. Without ``cursor``, ``after`` starts at the newest page.
            resume: A checkpoint of an earlier iteration. Pagination continues after it.

        Raises:
            TypeError, ValueError: an argument is invalid; nothing was sent.
            NotFoundError: when it is iterated over: there is no such chat, or a member of the merged chat cannot be
                read. A member that was removed from it meanwhile is left out.

        Read-only. Since app 4.1.294. Required scope: read. Endpoint: GET /v1/chats/{chatID}/messages.
        """
        from ..._core.paging.chat_listing import ChatListing

        request = api.messages.list(chat_id, cursor=cursor, direction=direction)
        return Pager(self._sender.send, ChatListing(chat_id, request, resume, member_ids))

    @override
    @with_parameters_of(resources.MessagesApi.search)
    def search(self, *, resume: str | None = None, **filters: Any) -> SearchPager:
        listing = PlainListing(api.messages.search(**filters), api.messages.SEARCH_PAGES, resume)
        return SearchPager(self._sender.send, listing)


class Messages(Search):
    """Messages: list, search, send, edit and delete them, and check whether a send succeeded."""

    __slots__ = ()

    def is_mine(self, message: models.Message) -> bool | None:
        """Whether you sent a message; None if that cannot be determined.

        Makes no request if the message has ``is_sender``, or if this client knows the sender from chats that mark you
        or from your own messages. Otherwise the accounts are listed, once per client. Some bridges leave out
        ``is_sender``, and the user of an account may have another ID than your messages. In that case, call
        `beeper.chats.self_user(chat)` before: it checks more, and the client remembers the result.
        """
        from ..people.self_lookup import SelfLookup

        return SelfLookup(self._engine).is_mine(message)

    def check(
        self,
        error: DeliveryUncertain | Started,
        *,
        chat_id: str | models.Chat | None = None,
        text: str | None = None,
        upload_id: str | models.AssetUploadResult | None = None,
    ) -> Delivery:
        """Check whether a call that raised DeliveryUncertain succeeded. Usually one request.

        For a send, the chat is read back to before the attempt. A message matches if it is your own, is not older than
        the attempt, and has the same text (apart from markup), file and reply. If one seems to be older or from the
        future, and no other send accounts for it, the result is ``unknown``: clocks may differ. For a reaction, its
        message is read. For other calls the result is ``unknown``. Equal texts that you send in the app or from another
        program at the same time cannot be distinguished.

        Args:
            error: The DeliveryUncertain, or an item of `uncertain`. Or the result of `chats.start` or `chats.create`:
                whether its ``message_text`` was sent.
            chat_id: The chat of the message, or its ID. Required if the error was unpickled.
            text: The text of the message, as it was passed to `send`. Required if the error was unpickled.
            upload_id: The upload that was sent or its ID, instead of ``text``.

        Returns:
            Its ``status`` is ``delivered`` or ``failed`` (with the ``message``), ``not-seen`` or ``unknown``, and
            ``reason`` explains it; ``was_sent`` is True, False or None. ``not-seen`` means that the message is not in
            the chat now; it may still arrive, because Beeper may not have finished sending it.

        Raises:
            TypeError, ValueError: an argument is invalid or missing.
            APIError: the chat could not be read.
        """
        from ..delivery.check import check

        return check(self._engine, error, chat_id, text, upload_id)

    def uncertain(self) -> list[DeliveryUncertain]:
        """The sends and reactions of this client whose outcome is not known, newest first. Makes no request.

        They raised DeliveryUncertain, or were interrupted: by Ctrl-C, a cancellation, or a timeout around the call.
        Pass them to `check`. One leaves the list when `check` returns ``delivered`` or ``failed`` for it, when 500 more
        recent sends (100 more recent reactions) were made, and by ``clear_cache``. The list is in memory only.
        """
        return self._engine.state.sent.uncertain()

    def wait(
        self,
        sent: Pending,
        *,
        text: str | None = None,
        timeout: float = 60.0,  # noqa: ASYNC109  # returns a value at the timeout, raises no error
    ) -> Sent:
        """Wait for the outcome of a send. It is polled, after 0.1 seconds at first and up to every 5 seconds later.

        The message is retrieved by its pending ID. With apps before 4.2.808 it is searched in the chat as by `check`.
        For that the client keeps the last 500 sends, in memory only.

        Args:
            sent: The result of `send`.
            text: The text that was sent. Needed for a send of another client or process.
            timeout: Maximum seconds to wait.

        Returns:
            Its ``status`` is ``sent`` (with the ``message``), ``failed`` (with the server's ``code``) or ``unknown``;
            ``was_sent`` is True, False or None, as for `check`.
            Not every network reports the outcome: ``sent`` means that the message has its final ID and no failure is
            reported.

        Raises:
            TypeError, ValueError: an argument is invalid.
            APIStatusError: the messages cannot be read, for example because of a 401 or 403.
        """
        from ..delivery.wait import SendWatcher

        return SendWatcher(self._engine, sent, text, timeout).end()

    def wait_for_reply(
        self,
        sent_or_chat: Pending | models.Message | models.Chat | str,
        *,
        timeout: float = 60.0,  # noqa: ASYNC109  # returns None at the timeout, raises no error
        matching: IsReply | None = None,
    ) -> models.Message | None:
        """Wait for a message of somebody else. The chat is polled, after 0.25 seconds at first, later every 2 seconds.
        Reactions, notices and deleted messages do not count. In a merged chat, all members count. Apps before 4.2.808
        cannot look up a send: its message is searched as by `check`, or if another client sent it, now counts instead.

        Args:
            sent_or_chat: The result of `send`, or a message: all that came after it counts. Or a chat or its ID: what
                comes from now on counts.
            timeout: Maximum seconds to wait.
            matching: Called once for each message that came; returns whether it is the one to wait for.

        Returns:
            The message; None at the timeout. Until then, temporary errors are ignored.

        Raises:
            TypeError, ValueError: an argument is invalid.
            APIStatusError: the chat cannot be read, for example because of a 401 or 404.
        """
        from ..delivery.wait_for_reply import ReplyWaiter

        return ReplyWaiter(self._engine, sent_or_chat, timeout, matching).reply()
