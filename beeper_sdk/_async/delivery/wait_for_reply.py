"""Implements `messages.wait_for_reply`: reads the chat until it has a reply."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..._core.concurrency.primitives import async_resolve_result
from ..._core.delivery.expected_message import ExpectedMessage
from ..._core.delivery.moments import current_moment, reading
from ..._core.delivery.replies import (
    IsReply,
    Point,
    RepliesInChat,
    Start,
    check_matching,
    check_start,
    point_of,
    seconds,
)
from ..._core.delivery.wait_rules import Backoff
from ..._core.generated import api, models, resources
from ..._core.paging.listing import PlainListing
from ..._core.people.rosters import member_ids
from ..._core.util.message_kinds import NO_CONTENT_KINDS
from ..._core.util.validation import check_seconds, string
from ...errors import NotSupportedByServer
from ..engine.pager import AsyncPager
from ..people.self_lookup import AsyncSelfLookup
from .history_scan import UNREADABLE, AsyncHistoryScan
from .polling import AsyncSenderInTime, poll

if TYPE_CHECKING:
    from ..._core.generated import contract
    from ..engine.sender import AsyncRequestSender

T = TypeVar("T")
FIRST_PAUSE, MAX_PAUSE = 0.25, 2.0


class AsyncReplyWaiter:
    """Polls a chat until it has a reply."""

    def __init__(self, engine: AsyncRequestSender, start: Start, timeout: float, matching: IsReply | None) -> None:
        self._chat_id, self._pending_id = check_start(start)
        self._start = start
        self._matching = check_matching(matching)
        self._pauses = Backoff(check_seconds("timeout", timeout), FIRST_PAUSE, MAX_PAUSE)
        self._engine = AsyncSenderInTime(engine, self._pauses)
        self._reading = reading(None, current_moment())
        self._point: Point | None = None
        self._chats: list[RepliesInChat] = []
        self._candidates: list[models.Message] = []

    async def reply(self) -> models.Message | None:
        """The reply; None at the timeout."""
        return await poll(self._look, self._pauses)

    async def _look(self) -> models.Message | None:
        if self._point is None:
            self._point = await self._find_point()
        if not self._chats:
            self._chats = [RepliesInChat(chat_id, self._point) for chat_id in await self._chat_ids()]
        for chat in self._chats:
            await self._read(chat)
        if len(self._chats) > 1:
            self._candidates.sort(key=lambda row: seconds(row) or 0.0)
        while self._candidates:
            row = self._candidates[0]
            is_reply = await self._is_reply(row)
            self._candidates.pop(0)
            if is_reply:
                return row
        return None

    async def _find_point(self) -> Point:
        """Where replies begin. Replies to a send begin after its message, or if that is not found, after its time."""
        if self._pending_id is None:
            return point_of(self._start, is_own=False) if isinstance(self._start, models.Message) else Point()
        message = await self._sent_message(self._pending_id)
        if message is not None:
            return point_of(message, is_own=True)
        record = self._engine.state.sent.pending(self._pending_id)
        return Point() if record is None else Point(at=self._reading.window(record.at).earliest)

    async def _sent_message(self, pending_id: str) -> models.Message | None:
        """The message of a send: by its pending ID, or with older apps by its text and time."""
        try:
            return await self._send(api.messages.retrieve(pending_id, chat_id=self._chat_id))
        except (*UNREADABLE, NotSupportedByServer):
            pass
        record = self._engine.state.sent.pending(pending_id)
        if record is None or not isinstance(record.wanted, ExpectedMessage):
            return None
        return (await AsyncHistoryScan(self._engine).find(record.wanted, record.at, record.request_id)).message

    async def _chat_ids(self) -> list[str]:
        """The IDs of the chats that can have the reply: all members of a merged chat, or the chat itself."""
        chat = self._start if isinstance(self._start, models.Chat) else await self._retrieve(self._chat_id)
        whole_id = string(chat.merged_into_chat_id)
        whole = chat if whole_id is None else await self._retrieve(whole_id)
        return member_ids(whole) or [chat.id]

    async def _retrieve(self, chat_id: str) -> models.Chat:
        return await resources.AsyncChatsApi(self._engine).retrieve(chat_id, max_participant_count=0)

    async def _read(self, chat: RepliesInChat) -> None:
        chat.start_read()
        listing = PlainListing(api.messages.list(chat.chat_id), api.messages.LIST_PAGES, None)
        async for page in AsyncPager(self._send, listing).pages():
            if not chat.add(page.items):
                break
        now = self._reading.window(current_moment()).latest
        self._candidates += chat.finish(now)

    async def _send(self, request: contract.Request[T], /) -> T:
        """Send a request, and record the server's time."""
        response = await self._engine.raw(request)
        self._reading = reading(response.headers.get("date"), current_moment())
        return response.value

    async def _is_reply(self, row: models.Message) -> bool:
        if row.kind in NO_CONTENT_KINDS or await self._is_mine(row):
            return False
        return self._matching is None or bool(await async_resolve_result(self._matching(row), "matching"))

    async def _is_mine(self, row: models.Message) -> bool:
        is_mine = await AsyncSelfLookup(self._engine).is_mine(row)
        if is_mine is None and self._point is not None and self._point.sender_id is not None:
            return row.sender_id == self._point.sender_id
        return is_mine is True
