"""What the sender does about tokens when it is not as simple as having one: asks a source, again after a 401, and
finds out which scope a token lacks. Imported only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.exclusive import async_turn
from ..._core.concurrency.primitives import async_settled
from ..._core.http.outcome import Failure
from ...errors import APIError

if TYPE_CHECKING:
    from ..._core.calls.call import AnyCall
    from ..._transport.adapter import AsyncHttp
    from .sender import AsyncRequestSender


async def ask(http: AsyncHttp, refused: str | None) -> str | None:
    """A token from the client's source, unless somebody else has asked for another one than the refused meanwhile.

    Raises:
        TypeError, ValueError: it gave something else.
        Exception: whatever it raises.
    """
    tokens = http.tokens
    async with async_turn(http.turns):
        tokens.invalidate(refused)
        if tokens.current is None and tokens.source is not None:
            tokens.update(await async_settled(tokens.source()))
        return tokens.current


async def renewed(http: AsyncHttp, call: AnyCall) -> bool:
    """Has a call that was answered 401 another token now? A source is asked once per call."""
    if call.renewed or call.token is None:
        return False
    token = await ask(http, call.token)
    if token is None or token == call.token:
        return False
    call.renew(token)
    return True


async def missing_scope(sender: AsyncRequestSender, call: AnyCall) -> str | None:
    """The scope that a call needs and its token lacks; None where neither the spec nor the server tells.

    The token's scopes are asked for once."""
    from ..._core.generated import facts

    known = facts().get(call.request.operation.name)
    if known is None or not known.scopes or call.token is None:
        return None
    tokens = sender.http.tokens
    if tokens.scopes is None:
        await _ask_scopes(sender)
    if tokens.scopes is None:
        return None
    return next((scope for scope in known.scopes if scope not in tokens.scopes), None)


async def _ask_scopes(sender: AsyncRequestSender) -> None:
    from ..._core.generated import api

    try:
        call = await sender.call(api.oauth.userinfo())
    except Exception:  # noqa: BLE001 - a guard may refuse this read in its own way; the 403 is what must be told
        return
    outcome = await sender.attempts.outcome(call)
    if isinstance(outcome, Failure) or not call.succeeded(outcome):
        return
    try:
        info = call.decode(outcome)
    except APIError:
        return
    tokens = sender.http.tokens
    if tokens.current == call.token:
        tokens.scopes = frozenset(info.scope.split())
