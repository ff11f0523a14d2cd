# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..._core.concurrency.primitives import sleep
from ..._core.config.retry_policy import RetryPolicy
from ..._core.delivery import check_rules as checked
from ..._core.delivery import wait_rules as waited
from ..._core.delivery.expected_message import ExpectedMessage
from ..._core.delivery.moments import current_moment
from ..._core.delivery.send_matching import LOOKBACK
from ..._core.generated import resources
from ..._core.util.override import override
from ..._core.util.validation import check_seconds
from ...errors import (
    APIConnectionError,
    APIStatusError,
    InternalServerError,
    NotSupportedByServer,
    RateLimitError,
)
from ..engine.sender import RequestSender
from .history_scan import UNREADABLE, HistoryScan

if TYPE_CHECKING:
    from ..._core.calls.call import Call
    from ..._core.delivery.results import Pending, Sent
    from ..._core.generated import contract

T = TypeVar("T")


class _SenderInTime(RequestSender):
    def __init__(self, engine: RequestSender, pauses: waited.Backoff) -> None:
        super().__init__(engine.settings, engine.http, engine.state)
        self._given = engine.settings
        self._pauses = pauses

    @override
    def prepare(self, request: contract.Request[T]) -> Call[T]:
        seconds_left = self._pauses.limit(self._given.timeout)
        self.settings = self._given.changed(seconds_left, RetryPolicy(attempts=1, deadline=seconds_left), None)
        return super().prepare(request)


class SendWatcher:
    def __init__(self, engine: RequestSender, sent: Pending, text: str | None, timeout: float) -> None:
        checked.check_text("text", text)
        self._chat_id, self._pending_id = waited.check_pending(sent)
        self._pauses = waited.Backoff(check_seconds("timeout", timeout))
        self._outcome = waited.Outcome(self._pending_id)
        self._engine = _SenderInTime(engine, self._pauses)
        self._by_id = True
        attempt = engine.state.sent.pending(self._pending_id)
        self._sent = current_moment().before(LOOKBACK) if attempt is None else attempt.at
        self._request_id = None if attempt is None else attempt.request_id
        wanted = None if attempt is None else attempt.wanted
        known = wanted if isinstance(wanted, ExpectedMessage) else None
        self._wanted = checked.expected_message(known, self._chat_id, text, None)

    def end(self) -> Sent:
        while True:
            ended, retry_after = self._look()
            if ended is not None:
                if self._request_id is not None and ended.message is not None:
                    self._engine.state.sent.settle(self._request_id, ended.message)
                return ended
            delay = self._pauses.next(retry_after)
            if delay is None:
                return self._outcome.on_timeout()
            sleep(delay)

    def _look(self) -> tuple[Sent | None, float]:
        retry_after = 0.0
        try:
            return self._look_by_id(), retry_after
        except RateLimitError as error:
            retry_after = error.retry_after or 0.0
        except (APIConnectionError, InternalServerError, waited.OutOfTime):
            pass  # temporary: try again until the timeout
        except APIStatusError as error:
            if error.status != 408:
                raise
        return None, retry_after

    def _look_by_id(self) -> Sent | None:
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
