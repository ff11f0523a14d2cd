"""Tokens from a token source, which is called before the first call and after a 401; and the scope that a token lacks.

Imported when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.exclusive import LockReentered, LockTimeout, async_exclusive
from ..._core.concurrency.primitives import async_resolve_result
from ..._core.util.validation import string
from ...errors import AnsweredError, APITimeoutError, TokenFunctionError

if TYPE_CHECKING:
    from ..._core.calls.call import AnyCall
    from ..._core.client_state import ClientState
    from .protocols import AsyncEngine


async def fetch_token(state: ClientState, call: AnyCall, rejected: str | None, seconds: float | None) -> str | None:
    """A token from the client's source, which is not called if another call has already replaced the rejected token.

    `seconds` limits the source and the wait for a call of it that is running. A blocking source cannot be stopped.

    Raises TypeError, ValueError for another result, and any exception of the source."""
    tokens = state.tokens
    try:
        # One call at a time: a source may start a login, and several calls may get a 401 at once.
        async with async_exclusive(state.token_lock, seconds):
            tokens.invalidate(rejected)
            if tokens.current is None and tokens.source is not None:
                tokens.update(await async_resolve_result(tokens.source(), "the access_token function"))
            return tokens.current
    except LockReentered:
        raise TokenFunctionError(call.info.operation) from None
    except LockTimeout:
        deadline = call.settings.retry.deadline  # after a 401, `seconds` is the rest of it
        text = f"the access_token function did not return before the deadline of RetryPolicy ({deadline:g} seconds); "
        text += "give its requests a timeout, or raise the deadline if it waits for a person"
        raise APITimeoutError(text, call.info) from None


async def refresh_token(engine: AsyncEngine, call: AnyCall) -> bool:
    """Replace the token of a call after a 401, at most once per call. Returns whether it has another one now.

    Some apps respond with 401 to a write if the token may only read: then the source is not called for another one."""
    if call.token_replaced or call.token is None:
        return False
    reads = engine.state.tokens.was_accepted(call.token)
    if reads and call.request.operation.effect != "read" and await missing_scope(engine, call) is not None:
        return False
    token = await fetch_token(engine.state, call, call.token, call.seconds_left)
    if token is None or token == call.token:
        return False
    if not call.can_repeat:  # the next call has the new token
        return False
    call.replace_token(token)
    return True


async def missing_scope(engine: AsyncEngine, call: AnyCall, *, rejected: bool = True) -> str | None:
    """The scope that a call requires and its token lacks; None if it is not known.

    If the scopes cannot be read, a 401 (`rejected`) to a write by a token that reads shows that it may not write."""
    from ..._core.generated import operation_metadata

    operation, tokens = call.request.operation, engine.state.tokens
    known = operation_metadata().get(operation.name)
    needed = known.scopes if known is not None else () if operation.effect == "read" else ("write",)
    if not needed or call.token is None:
        return None
    scopes = tokens.scopes
    if scopes is None:
        scopes = await _fetch_scopes(engine, infer=rejected and operation.effect != "read")
    return None if scopes is None else next((scope for scope in needed if scope not in scopes), None)


async def _fetch_scopes(engine: AsyncEngine, *, infer: bool) -> frozenset[str] | None:
    from ..._core.generated import AnyRequest, api

    tokens, reads = engine.state.tokens, list[AnyRequest]((api.oauth.userinfo(),))
    if infer:
        reads.append(api.accounts.list())
    for request in reads:
        try:
            call, answer = await engine.execute(request, alternate=False, retry=False)
            scope = string(getattr(call.decode(answer), "scope", None))
        except AnsweredError as error:
            if error.status == 401:
                return None
            continue
        except Exception:  # noqa: BLE001 - a guard may raise anything for this read, and the user must see the 403
            return None
        if scope is None:
            return frozenset({"read"}) if infer else None  # not kept: it may have been an exception
        scopes = frozenset(scope.split())
        if tokens.current == call.token:  # otherwise the token was replaced meanwhile
            tokens.scopes = scopes
        return scopes
    return None
