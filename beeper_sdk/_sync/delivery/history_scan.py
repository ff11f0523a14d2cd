# @generated


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
from ..engine.pager import Pager
from ..engine.sender import RequestSender
from ..people.self_lookup import SelfLookup

if TYPE_CHECKING:
    from ..._core.delivery.moments import Moment
    from ..._core.generated import contract

T = TypeVar("T")
UNREADABLE = (BadRequestError, NotFoundError, UnprocessableEntityError, NotSupportedByServer)


class HistoryScan:
    def __init__(self, engine: RequestSender) -> None:
        self._engine = engine
        self._whoami = SelfLookup(engine)
        self._sends = engine.state.sent
        self._reading = reading(None, current_moment())

    def find(self, wanted: ExpectedMessage, sent: Moment, request_id: str | None) -> send_matching.MatchResult:
        matcher = send_matching.SendMatcher(wanted.with_file(self._sends.file), sent, self._reading)
        try:
            if not self._look_into(wanted.chat_id, matcher):
                for member in self._members(wanted.chat_id):
                    self._look_into(member, matcher)
        except UNREADABLE:
            return send_matching.MatchResult("unclear", send_matching.UNREADABLE)
        return matcher.result(self._other_sends(request_id))

    def _look_into(self, chat_id: str, matcher: send_matching.SendMatcher) -> bool:
        matcher.start_chat(chat_id)
        empty = True
        own = PlainListing(api.messages.list(chat_id), api.messages.LIST_PAGES, None)
        for message in Pager(self._send, own):
            empty = False
            matcher.update_clocks(self._reading)
            if (known := string(message.chat_id)) is not None:
                matcher.chats.add(known)  # differs from the requested ID if that is a local ID
            if not matcher.count(message):
                break
            if matcher.may_match(message):
                matcher.add(message, self._whoami.is_mine(message))
            if matcher.is_done:
                break
        return not empty

    def _members(self, chat_id: str) -> list[str]:
        chat = resources.ChatsApi(self._engine).retrieve(chat_id, max_participant_count=0)
        return member_ids(chat)

    def _send(self, request: contract.Request[T], /) -> T:
        response = self._engine.raw(request)
        self._reading = reading(response.headers.get("date"), current_moment())
        return response.value

    def _other_sends(self, request_id: str | None) -> list[send_matching.OtherSend]:
        return [
            send_matching.OtherSend(wanted.with_file(self._sends.file), record.at, record.accepted, record.message_id)
            for record in self._sends.all()
            if record.request_id != request_id and isinstance(wanted := record.wanted, ExpectedMessage)
        ]
