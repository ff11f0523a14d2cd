# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..._core.calls.call import Call
from ..._core.concurrency.primitives import sleep
from ..._core.http.outcome import HttpResponse, TransportFailure
from ...errors import ClientClosed, DeliveryUncertain
from .recovery import alternate_form, cause_of, error_of
from .token_refresh import refresh_token

if TYPE_CHECKING:
    from ..._core.calls.alternate_form import AlternateForm
    from ..._core.calls.call import AnyCall
    from .protocols import CallSender

T = TypeVar("T")


def next_try(
    sender: CallSender, call: Call[T], outcome: HttpResponse | TransportFailure, *, alternate: bool
) -> Call[T]:
    if _may_repeat(sender, call, outcome):
        return call
    if not alternate or call.follow_up_of is not None:
        raise call.error(outcome, cause_of(sender))
    form = alternate_form(sender, call, outcome) if call.can_repeat else None
    if form is None:
        raise error_of(sender, call, outcome)
    alternate_call = Call(call.original_request, sender.settings, sender.http.user_agent, call.request_id, form)
    sender.authorize(alternate_call, again=True)
    return alternate_call


def _may_repeat(sender: CallSender, call: AnyCall, outcome: HttpResponse | TransportFailure) -> bool:
    if isinstance(outcome, TransportFailure):
        if sender.http.closed and (outcome.is_unsent or not call.once):
            raise ClientClosed(call.request.operation.name)
    elif outcome.status_code == 401 and sender.state.tokens.source is not None:
        return refresh_token(sender, call)
    delay = call.retry_delay(outcome)
    if delay is None:
        return False
    sleep(delay)
    if sender.http.closed:
        raise ClientClosed(call.request.operation.name)
    return True


def follow_up(
    sender: CallSender, call: Call[T], answer: HttpResponse, form: AlternateForm
) -> tuple[Call[T], HttpResponse]:
    second = Call(call.original_request, sender.settings, sender.http.user_agent, call.request_id, form, call)
    try:
        sender.authorize(second, again=True)
        while True:
            outcome = sender.attempt(second, stream=False)
            if isinstance(outcome, TransportFailure) or not second.is_success(outcome):
                assert isinstance(outcome, HttpResponse | TransportFailure)  # noqa: S101 - it is no stream
                second = next_try(sender, second, outcome, alternate=False)
            elif isinstance(outcome, HttpResponse):
                return second, outcome
    except DeliveryUncertain:
        raise
    except Exception:  # noqa: BLE001 - also of a guard or token source, or ClientClosed: it is the context
        raise call.unusable(answer, "$", "its result could not be read")  # noqa: B904 - it has its own cause
