"""What happens after the last attempt of a failed call: another form of it for an older app, or its error.

A call that must not be repeated certainly had no effect if its chat does not exist, or if the server has no chats or is
not Beeper. Otherwise a 404 or an error of the server proves nothing: apps were seen to respond so to sent messages."""

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
    from .protocols import AsyncEngine


async def alternate_form(
    engine: AsyncEngine, call: AnyCall, outcome: HttpResponse | TransportFailure
) -> AlternateForm | None:
    """The form in which to send a rejected call again; None if there is none. If the response does not show which API
    generation the server has, the server is probed, once per client."""
    if isinstance(outcome, TransportFailure) or outcome.status_code not in REFUSALS:
        return None
    server = engine.state.server
    server.update_from_response(call.request.path, outcome)
    if call.form is not None:
        return version_table.form_after_upgrade(call.original_request, call.form, outcome.status_code, server)
    if engine.settings.has_token and version_table.should_probe(call.original_request, outcome, server):
        from .server_probe import probe_generation

        await probe_generation(engine)
    return version_table.form_after(call.original_request, outcome, server, call.request_id)


def cause_of(engine: AsyncEngine) -> Cause:
    """What is known of a failure without further requests."""
    return Cause(server_seen=engine.state.server.seen)


async def error_of(engine: AsyncEngine, call: AnyCall, outcome: HttpResponse | TransportFailure) -> APIError:
    """The error of a call that is not retried."""
    state = engine.state
    if not isinstance(outcome, TransportFailure) and server_version(outcome.headers) is not None:
        state.server.seen = True
    cause = cause_of(engine)
    if not isinstance(outcome, TransportFailure):
        cause = cause._replace(token_accepted=state.tokens.was_accepted(call.token), has_name=_has_name(call))
        rejected = outcome.status_code == 401
        if outcome.status_code == 403 or (rejected and call.request.operation.effect != "read"):
            from .token_refresh import missing_scope

            cause = cause._replace(missing_scope=await missing_scope(engine, call, rejected=rejected))
        if rejected and not call.can_repeat:
            cause = cause._replace(token_unused=state.tokens.current not in (None, call.token))
        if rejected and cause.missing_scope is None:
            state.identity.clear()  # the next token may be another person's
        elif call.once and (outcome.status_code == 404 or outcome.status_code >= 500):
            cause = cause._replace(not_done=await not_done(engine, call, outcome))
    return call.error(outcome, cause)


def _has_name(call: AnyCall) -> bool:
    """Whether a call has what looks like a name, not like an ID, in place of the ID of a chat."""
    chat = named_ids(call.original_request).get("chatID", "")
    return chat.strip() != "" and not chat.isdigit() and not any(mark in chat for mark in "!#:@")


async def not_done(engine: AsyncEngine, call: AnyCall, outcome: HttpResponse) -> str | None:
    """Why a call had no effect, such as ``the chat does not exist``; None if it may have had one."""
    body, server, ids = read(outcome.content), engine.state.server, named_ids(call.original_request)
    code = body.code
    if server.absent and outcome.status_code == 404 and is_foreign(outcome):
        return "there is no Beeper API at this base_url"
    if code is None or version_table.may_lack_endpoint(outcome, server):
        return None
    try:
        if code.lower() == NOT_LOADED:
            return await _no_chats(engine) if ids.keys() & {"chatID", "accountID"} else None
        if outcome.status_code != 404:
            return None
        for name, (what, exists) in _TARGETS.items():
            if name in ids and not await exists(engine, ids):
                return f"the {what} does not exist"
    except NotFoundError as error:  # of a read: base_url has a wrong path, or the app lacks the endpoints
        both = is_unknown_route(body.message) and is_unknown_route(error.server_message)
        return "the server has no such path" if both else None
    except Exception:  # noqa: BLE001 - a guard may raise anything for this read, and the user must see the 404
        return None
    return None


async def _reads(engine: AsyncEngine, request: AnyRequest) -> bool:
    """Whether what a request names exists. Raises if its response does not show that."""
    try:
        await engine.execute(request, alternate=False, retry=False)
    except NotFoundError as error:
        # Not for the 404 of a proxy, of another reason, or of a route that the app lacks: apps before 4.2.808 have no
        # route for one message.
        lacks_route = not version_table.supported(request.operation.name, engine.state.server)
        if lacks_route or is_unknown_route(error.server_message) or not error.has_code("not_found"):
            raise
        return False
    return True


def _is_empty(answer: HttpResponse) -> bool:
    """Whether this is a list without items that is complete. Raises TypeError, ValueError if it is not."""
    page = base.as_object(loads(answer.content))
    items = base.as_list(page.get("items"))
    more = page.get("hasMore") or page.get("oldestCursor") is not None or page.get("newestCursor") is not None
    if more and not items:  # an empty first page with a cursor was observed
        raise ValueError("not the whole list")
    return not items


async def _no_chats(engine: AsyncEngine) -> str | None:
    _, answer = await engine.execute(api.chats.list(limit=1), alternate=False, retry=False)
    return "the server has not loaded its chats" if _is_empty(answer) else None


async def _chat(engine: AsyncEngine, ids: dict[str, str]) -> bool:
    return await _reads(engine, api.chats.retrieve(ids["chatID"], max_participant_count=0))


async def _message(engine: AsyncEngine, ids: dict[str, str]) -> bool:
    return await _reads(engine, api.messages.retrieve(ids["messageID"], chat_id=ids["chatID"]))


async def _replied_to(engine: AsyncEngine, ids: dict[str, str]) -> bool:
    return await _message(engine, {**ids, "messageID": ids["replyToMessageID"]})


async def _account(engine: AsyncEngine, ids: dict[str, str]) -> bool:
    """Whether an account is in the list, which lacks iMessage, or has chats."""
    account_id = ids["accountID"]
    call, answer = await engine.execute(api.accounts.list(), alternate=False, retry=False)
    if any(one.account_id == account_id or "account_id" in one.missing_fields for one in call.decode(answer)):
        return True
    _, answer = await engine.execute(api.chats.search(account_ids=[account_id], limit=1), alternate=False, retry=False)
    return not _is_empty(answer)


async def _bridge(engine: AsyncEngine, ids: dict[str, str]) -> bool:
    return await _reads(engine, api.bridges.retrieve(ids["bridgeID"]))


async def _login_session(engine: AsyncEngine, ids: dict[str, str]) -> bool:
    request = api.bridges.login_sessions.retrieve(ids["loginSessionID"], bridge_id=ids["bridgeID"])
    return await _reads(engine, request)


async def _verification(engine: AsyncEngine, ids: dict[str, str]) -> bool:
    return await _reads(engine, api.app.setup.verifications.retrieve(ids["verificationID"]))


_TARGETS = {
    "accountID": ("account", _account),
    "chatID": ("chat", _chat),
    "messageID": ("message", _message),
    "replyToMessageID": ("message", _replied_to),
    "bridgeID": ("bridge", _bridge),
    "loginSessionID": ("login session", _login_session),
    "verificationID": ("verification", _verification),
}
"""What each ID names, in the order in which they contain each other."""
