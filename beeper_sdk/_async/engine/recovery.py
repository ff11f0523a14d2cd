"""What happens after the last attempt of a failed call: another form of it for an older app, or its error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.compat import version_table
from ..._core.compat.server_info import REFUSALS
from ..._core.http.outcome import TransportFailure

if TYPE_CHECKING:
    from ..._core.calls.alternate_form import AlternateForm
    from ..._core.calls.call import AnyCall
    from ..._core.http.outcome import HttpResponse
    from ...errors import APIError
    from .protocols import AsyncEngine


async def alternate_form(
    engine: AsyncEngine, call: AnyCall, outcome: HttpResponse | TransportFailure
) -> AlternateForm | None:
    """The form in which to send a rejected call again; None if there is none.

    If the response does not show which API generation the server has, the server is probed, once per client.

    Raises:
        NotSupportedByServer: the server does not support the operation.
    """
    if isinstance(outcome, TransportFailure) or outcome.status_code not in REFUSALS:
        return None
    server = engine.state.server
    server.update_from_response(call.request.path, outcome)
    if call.form is not None:
        return version_table.form_after_upgrade(call.original_request, call.form, outcome.status_code, server)
    if engine.settings.has_token and version_table.should_probe(call.original_request, outcome, server):
        from .server_probe import probe_generation

        await probe_generation(engine)
    return version_table.form_after(call.original_request, outcome.status_code, server, call.request_id)


async def error_of(engine: AsyncEngine, call: AnyCall, outcome: HttpResponse | TransportFailure) -> APIError:
    """The error of a call that is not retried."""
    state, missing, accepted, target = engine.state, None, False, None
    if not isinstance(outcome, TransportFailure):
        accepted = state.tokens.was_accepted(call.token)
        if outcome.status_code == 403 or (outcome.status_code == 401 and call.request.operation.effect != "read"):
            from .token_refresh import missing_scope

            missing = await missing_scope(engine, call)
        if outcome.status_code == 401 and missing is None:
            state.identity.clear()  # the next token may be another person's
        elif outcome.status_code == 404 and call.once:
            from .target_check import missing_target

            target = await missing_target(engine, call, outcome)
    error = call.error(outcome, token_accepted=accepted, missing_scope=missing, missing_target=target)
    # Keeps the record of a send only if its outcome is uncertain: `messages.check` needs it then.
    state.sent.record_failure(call.request_id, call.sent_at, error)
    return error
