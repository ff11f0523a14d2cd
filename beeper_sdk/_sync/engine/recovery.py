# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.compat import version_table
from ..._core.compat.server_info import REFUSALS
from ..._core.http.outcome import TransportFailure, server_version

if TYPE_CHECKING:
    from ..._core.calls.alternate_form import AlternateForm
    from ..._core.calls.call import AnyCall
    from ..._core.calls.error_mapping import Cause
    from ..._core.http.outcome import HttpResponse
    from ...errors import APIError
    from .protocols import Engine


def alternate_form(engine: Engine, call: AnyCall, outcome: HttpResponse | TransportFailure) -> AlternateForm | None:
    if isinstance(outcome, TransportFailure) or outcome.status_code not in REFUSALS:
        return None
    server = engine.state.server
    server.update_from_response(call.request.path, outcome)
    if call.form is not None:
        return version_table.form_after_upgrade(call.original_request, call.form, outcome.status_code, server)
    if engine.settings.has_token and version_table.should_probe(call.original_request, outcome, server):
        from .server_probe import probe_generation

        probe_generation(engine)
    return version_table.form_after(call.original_request, outcome, server, call.request_id)


def cause_of(engine: Engine) -> Cause:
    from ..._core.calls.error_mapping import Cause

    return Cause(server_seen=engine.state.server.seen)


def error_of(engine: Engine, call: AnyCall, outcome: HttpResponse | TransportFailure) -> APIError:
    state = engine.state
    if not isinstance(outcome, TransportFailure) and server_version(outcome.headers) is not None:
        state.server.seen = True
    cause = cause_of(engine)
    if not isinstance(outcome, TransportFailure):
        cause = cause._replace(token_accepted=state.tokens.was_accepted(call.token))
        rejected = outcome.status_code == 401
        if outcome.status_code == 403 or (rejected and call.request.operation.effect != "read"):
            from .token_refresh import missing_scope

            cause = cause._replace(missing_scope=missing_scope(engine, call, rejected=rejected))
        if rejected and cause.missing_scope is None:
            state.identity.clear()  # the next token may be another person's
        elif call.once and (outcome.status_code == 404 or outcome.status_code >= 500):
            from .target_check import not_done

            cause = cause._replace(not_done=not_done(engine, call, outcome))
    error = call.error(outcome, cause)
    state.sent.record_failure(call.request_id, call.sent_at, error)
    return error
