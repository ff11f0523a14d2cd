# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.delivery import check_rules as checked
from ..._core.delivery import wait_rules as waited
from ..._core.delivery.expected_message import ExpectedMessage
from ..._core.delivery.moments import current_moment
from ..._core.delivery.send_matching import LOOKBACK
from ..._core.generated import resources
from ..._core.util.validation import check_seconds
from ...errors import NotSupportedByServer
from .history_scan import UNREADABLE, HistoryScan
from .polling import SenderInTime, poll

if TYPE_CHECKING:
    from ..._core.delivery.results import Pending, Sent
    from ..engine.sender import RequestSender


class SendWatcher:
    def __init__(self, engine: RequestSender, sent: Pending, text: str | None, timeout: float) -> None:
        checked.check_text("text", text)
        self._chat_id, self._pending_id = waited.check_pending(sent)
        self._pauses = waited.Backoff(check_seconds("timeout", timeout))
        self._outcome = waited.Outcome(self._pending_id)
        self._engine = SenderInTime(engine, self._pauses)
        self._by_id = True
        attempt = engine.state.sent.pending(self._pending_id)
        self._sent = current_moment().before(LOOKBACK) if attempt is None else attempt.at
        self._request_id = None if attempt is None else attempt.request_id
        wanted = None if attempt is None else attempt.wanted
        known = wanted if isinstance(wanted, ExpectedMessage) else None
        self._wanted = checked.expected_message(known, self._chat_id, text, None)

    def end(self) -> Sent:
        ended = poll(self._look, self._pauses)
        if ended is None:
            return self._outcome.on_timeout()
        if self._request_id is not None and ended.message is not None:
            self._engine.state.sent.settle(self._request_id, ended.message)
        return ended

    def _look(self) -> Sent | None:
        if self._by_id:
            try:
                message = resources.MessagesApi(self._engine).retrieve(self._pending_id, chat_id=self._chat_id)
                return self._outcome.on_message(message)
            except NotSupportedByServer:
                self._by_id = False
            except UNREADABLE:
                pass  # the ID is not known yet, or not any more: the final message has no link to it
        if self._wanted is None:
            return None if self._by_id else self._outcome.not_possible()
        search = HistoryScan(self._engine)
        return self._outcome.on_match(search.find(self._wanted, self._sent, self._request_id))
