"""Records calls that must not be repeated and ended by an exception: of the call, or one that interrupted it, such as
Ctrl-C, a cancellation, a timeout around it, or an exception that a signal handler raised. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import BeeperError, DeliveryUncertain
from ..delivery.operations import CHECKED, next_step
from ..http.outcome import HttpResponse, TransportFailure

if TYPE_CHECKING:
    from ..delivery.sent_log import SentLog
    from .call import AnyCall

_CHECK = (  # a v0.Client has no such methods, and its sends may be those of v1
    "before sending again, pass the item of messages.uncertain() to messages.check (with a v0.Client: read the chat)"
)


def record_end(sent: SentLog, call: AnyCall, error: BaseException) -> None:
    """Record a call that ended by an exception. If it was interrupted and may have succeeded, the exception gets a
    note."""
    if isinstance(error, BeeperError):  # of the call
        sent.record_failure(call.request_id, error)  # keeps it if it is uncertain
        return
    uncertain = _uncertain_error(call)
    if uncertain is None:
        sent.forget(call.request_id)
        return
    sent.record_failure(call.request_id, uncertain)
    name = call.original_request.operation.name
    todo = _CHECK if name in CHECKED else next_step(name)
    error.add_note(f"{name} was interrupted and may still have succeeded; {todo}")


def _uncertain_error(call: AnyCall) -> DeliveryUncertain | None:
    """The error of an interrupted call that may have succeeded; None if it certainly failed or was never sent."""
    sent_call, outcome = call.follow_up_of or call, call.outcome
    if sent_call.attempt == 0:
        return None
    if sent_call is call and isinstance(outcome, HttpResponse | TransportFailure) and _has_failed(call, outcome):
        error = call.error(outcome)
        return error if isinstance(error, DeliveryUncertain) else None
    return sent_call.uncertain("the call was interrupted")


def _has_failed(call: AnyCall, outcome: HttpResponse | TransportFailure) -> bool:
    if isinstance(outcome, TransportFailure):
        return outcome.kind != "cancelled"
    return not call.is_success(outcome)
