"""Searches chats for the messages of sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..._core.delivery import send_matching
from ..._core.delivery.expected_message import ExpectedMessage
from ..._core.delivery.moments import current_moment, reading
from ..._core.generated import api, resources
from ..._core.paging.listing import PlainListing
from ..._core.people.rosters import member_ids
from ..._core.util.validation import string
from ...errors import (
    BadRequestError,
    NotFoundError,
    NotSupportedByServer,
    UnprocessableEntityError,
)
from ..engine.pager import AsyncPager
from ..engine.sender import AsyncRequestSender
from ..people.self_lookup import AsyncSelfLookup

if TYPE_CHECKING:
    from ..._core.delivery.moments import Moment
    from ..._core.generated import contract

T = TypeVar("T")
UNREADABLE = (BadRequestError, NotFoundError, UnprocessableEntityError, NotSupportedByServer)
"""The chat or message cannot be read."""


class AsyncHistoryScan:
    """Searches chats for the messages of sends."""

    def __init__(self, engine: AsyncRequestSender) -> None:
        self._engine = engine
        self._whoami = AsyncSelfLookup(engine)
        self._sends = engine.state.sent
        self._reading = reading(None, current_moment())

    async def find(self, wanted: ExpectedMessage, sent: Moment, request_id: str | None) -> send_matching.MatchResult:
        """Find the message of a send that started at a moment."""
        matcher = send_matching.SendMatcher(wanted.with_file(self._sends.file), sent, self._reading)
        try:
            if not await self._look_into(wanted.chat_id, matcher):
                for member in await self._members(wanted.chat_id):
                    await self._look_into(member, matcher)
        except UNREADABLE:
            return send_matching.MatchResult("unclear", send_matching.UNREADABLE)
        return matcher.result(self._other_sends(request_id))

    async def _look_into(self, chat_id: str, matcher: send_matching.SendMatcher) -> bool:
        """Read the messages of a chat back to before the attempt. Returns False for a chat without messages."""
        matcher.start_chat(chat_id)
        empty = True
        # Each member by itself: every network has a clock of its own, and the matcher counts messages of one chat.
        own = PlainListing(api.messages.list(chat_id), api.messages.LIST_PAGES, None)
        async for message in AsyncPager(self._send, own):
            empty = False
            matcher.update_clocks(self._reading)
            if (known := string(message.chat_id)) is not None:
                matcher.chats.add(known)  # differs from the requested ID if that is a local ID
            if not matcher.count(message):
                break
            if matcher.may_match(message):
                matcher.add(message, await self._whoami.is_mine(message))
            if matcher.is_done:
                break
        return not empty

    async def _members(self, chat_id: str) -> list[str]:
        """The member chats of a merged chat, which has no messages of its own."""
        chat = await resources.AsyncChatsApi(self._engine).retrieve(chat_id, max_participant_count=0)
        return member_ids(chat)

    async def _send(self, request: contract.Request[T], /) -> T:
        """Send a request, and record the server's time."""
        response = await self._engine.raw(request)
        self._reading = reading(response.headers.get("date"), current_moment())
        return response.value

    def _other_sends(self, request_id: str | None) -> list[send_matching.OtherSend]:
        """The other sends of this client."""
        return [
            send_matching.OtherSend(wanted.with_file(self._sends.file), record.at, record.accepted, record.message_id)
            for record in self._sends.all()
            if record.request_id != request_id and isinstance(wanted := record.wanted, ExpectedMessage)
        ]
