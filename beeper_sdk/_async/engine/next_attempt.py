"""What is sent after an attempt: the same call again, another form of it, or a request for its result.

Imported when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..._core.calls.call import Call
from ..._core.concurrency.primitives import async_sleep
from ..._core.http.outcome import HttpResponse, TransportFailure
from ...errors import ClientClosed, DeliveryUncertain
from .recovery import alternate_form, cause_of, error_of
from .token_refresh import refresh_token

if TYPE_CHECKING:
    from ..._core.calls.alternate_form import AlternateForm
    from ..._core.calls.call import AnyCall
    from .protocols import AsyncCallSender

T = TypeVar("T")


async def next_try(
    sender: AsyncCallSender, call: Call[T], outcome: HttpResponse | TransportFailure, *, alternate: bool
) -> Call[T]:
    """The call to attempt after a failure: the same after a delay or with another token, or another form of it.
    Raises the error of a call that is not retried."""
    if await _may_repeat(sender, call, outcome):
        return call
    # A follow-up call has no other form: its first call has already had the effect.
    if not alternate or call.follow_up_of is not None:
        raise call.error(outcome, cause_of(sender))
    form = await alternate_form(sender, call, outcome) if call.can_repeat else None
    if form is None:
        raise await error_of(sender, call, outcome)
    alternate_call = Call(call.original_request, sender.settings, sender.http.user_agent, call.request_id, form)
    await sender.authorize(alternate_call, again=True)
    return alternate_call


async def _may_repeat(sender: AsyncCallSender, call: AnyCall, outcome: HttpResponse | TransportFailure) -> bool:
    """Whether the same call is attempted again. Waits for the delay, or gets another token."""
    if isinstance(outcome, TransportFailure):
        # Closing a client ends its running calls. A send that may have arrived is not ClientClosed but uncertain.
        if sender.http.closed and (outcome.is_unsent or not call.once):
            raise ClientClosed(call.request.operation.name)
    elif outcome.status_code == 401 and sender.state.tokens.source is not None:
        return await refresh_token(sender, call)
    delay = call.retry_delay(outcome)
    if delay is None:
        return False
    await async_sleep(delay)
    if sender.http.closed:
        raise ClientClosed(call.request.operation.name)
    return True


async def follow_up(
    sender: AsyncCallSender, call: Call[T], answer: HttpResponse, form: AlternateForm
) -> tuple[Call[T], HttpResponse]:
    """Read the result of a call that had its effect. If that fails for any reason, its outcome is uncertain."""
    second = Call(call.original_request, sender.settings, sender.http.user_agent, call.request_id, form, call)
    try:
        await sender.authorize(second, again=True)
        while True:
            outcome = await sender.attempt(second, stream=False)
            if isinstance(outcome, TransportFailure) or not second.is_success(outcome):
                assert isinstance(outcome, HttpResponse | TransportFailure)  # noqa: S101 - it is no stream
                second = await next_try(sender, second, outcome, alternate=False)
            elif isinstance(outcome, HttpResponse):
                return second, outcome
    except DeliveryUncertain:
        raise
    except Exception:  # noqa: BLE001 - also of a guard or token source, or ClientClosed: it is the context
        raise call.unusable(answer, "$", "its result could not be read")  # noqa: B904 - it has its own cause
