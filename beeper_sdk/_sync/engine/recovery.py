# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.calls.error_mapping import NOT_LOADED, Cause
from ..._core.compat import version_table
from ..._core.compat.server_info import REFUSALS
from ..._core.generated import api, base, loads
from ..._core.http.error_bodies import is_foreign, is_unknown_route, read
from ..._core.http.outcome import TransportFailure, server_version
from ..._core.http.request_parts import named_ids
from ...errors import NotFoundError

if TYPE_CHECKING:
    from ..._core.calls.alternate_form import AlternateForm
    from ..._core.calls.call import AnyCall
    from ..._core.generated import AnyRequest
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
    return Cause(server_seen=engine.state.server.seen)


def error_of(engine: Engine, call: AnyCall, outcome: HttpResponse | TransportFailure) -> APIError:
    state = engine.state
    if not isinstance(outcome, TransportFailure) and server_version(outcome.headers) is not None:
        state.server.seen = True
    cause = cause_of(engine)
    if not isinstance(outcome, TransportFailure):
        cause = cause._replace(token_accepted=state.tokens.was_accepted(call.token), has_name=_has_name(call))
        rejected = outcome.status_code == 401
        if outcome.status_code == 403 or (rejected and call.request.operation.effect != "read"):
            from .token_refresh import missing_scope

            cause = cause._replace(missing_scope=missing_scope(engine, call, rejected=rejected))
        if rejected and not call.can_repeat:
            cause = cause._replace(token_unused=state.tokens.current not in (None, call.token))
        if rejected and cause.missing_scope is None:
            state.identity.clear()  # the next token may be another person's
        elif call.once and (outcome.status_code == 404 or outcome.status_code >= 500):
            cause = cause._replace(not_done=not_done(engine, call, outcome))
    return call.error(outcome, cause)


def _has_name(call: AnyCall) -> bool:
    chat = named_ids(call.original_request).get("chatID", "")
    return chat.strip() != "" and not chat.isdigit() and not any(mark in chat for mark in "!#:@")


def not_done(engine: Engine, call: AnyCall, outcome: HttpResponse) -> str | None:
    body, server, ids = read(outcome.content), engine.state.server, named_ids(call.original_request)
    code = body.code
    if server.absent and outcome.status_code == 404 and is_foreign(outcome):
        return "there is no Beeper API at this base_url"
    if code is None or version_table.may_lack_endpoint(outcome, server):
        return None
    try:
        if code.lower() == NOT_LOADED:
            return _no_chats(engine) if ids.keys() & {"chatID", "accountID"} else None
        if outcome.status_code != 404:
            return None
        for name, (what, exists) in _TARGETS.items():
            if name in ids and not exists(engine, ids):
                return f"the {what} does not exist"
    except NotFoundError as error:  # of a read: base_url has a wrong path, or the app lacks the endpoints
        both = is_unknown_route(body.message) and is_unknown_route(error.server_message)
        return "the server has no such path" if both else None
    except Exception:  # noqa: BLE001 - a guard may raise anything for this read, and the user must see the 404
        return None
    return None


def _reads(engine: Engine, request: AnyRequest) -> bool:
    try:
        engine.execute(request, alternate=False, retry=False)
    except NotFoundError as error:
        lacks_route = not version_table.supported(request.operation.name, engine.state.server)
        if lacks_route or is_unknown_route(error.server_message) or not error.has_code("not_found"):
            raise
        return False
    return True


def _is_empty(answer: HttpResponse) -> bool:
    page = base.as_object(loads(answer.content))
    items = base.as_list(page.get("items"))
    more = page.get("hasMore") or page.get("oldestCursor") is not None or page.get("newestCursor") is not None
    if more and not items:  # an empty first page with a cursor was observed
        raise ValueError("not the whole list")
    return not items


def _no_chats(engine: Engine) -> str | None:
    _, answer = engine.execute(api.chats.list(limit=1), alternate=False, retry=False)
    return "the server has not loaded its chats" if _is_empty(answer) else None


def _chat(engine: Engine, ids: dict[str, str]) -> bool:
    return _reads(engine, api.chats.retrieve(ids["chatID"], max_participant_count=0))


def _message(engine: Engine, ids: dict[str, str]) -> bool:
    return _reads(engine, api.messages.retrieve(ids["messageID"], chat_id=ids["chatID"]))


def _replied_to(engine: Engine, ids: dict[str, str]) -> bool:
    return _message(engine, {**ids, "messageID": ids["replyToMessageID"]})


def _account(engine: Engine, ids: dict[str, str]) -> bool:
    account_id = ids["accountID"]
    call, answer = engine.execute(api.accounts.list(), alternate=False, retry=False)
    if any(one.account_id == account_id or "account_id" in one.missing_fields for one in call.decode(answer)):
        return True
    _, answer = engine.execute(api.chats.search(account_ids=[account_id], limit=1), alternate=False, retry=False)
    return not _is_empty(answer)


def _bridge(engine: Engine, ids: dict[str, str]) -> bool:
    return _reads(engine, api.bridges.retrieve(ids["bridgeID"]))


def _login_session(engine: Engine, ids: dict[str, str]) -> bool:
    request = api.bridges.login_sessions.retrieve(ids["loginSessionID"], bridge_id=ids["bridgeID"])
    return _reads(engine, request)


def _verification(engine: Engine, ids: dict[str, str]) -> bool:
    return _reads(engine, api.app.setup.verifications.retrieve(ids["verificationID"]))


_TARGETS = {
    "accountID": ("account", _account),
    "chatID": ("chat", _chat),
    "messageID": ("message", _message),
    "replyToMessageID": ("message", _replied_to),
    "bridgeID": ("bridge", _bridge),
    "loginSessionID": ("login session", _login_session),
    "verificationID": ("verification", _verification),
}
