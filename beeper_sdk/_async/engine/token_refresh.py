"""What the sender does about tokens when it is not as simple as having one: asks a token source, again after a 401, and
finds out which scope a token lacks. Imported only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.exclusive import async_turn
from ..._core.concurrency.primitives import async_settled
from ...errors import APIError

if TYPE_CHECKING:
    from ..._core.calls.call import AnyCall
    from ..._core.client_state import ClientState
    from .protocols import AsyncEngine


async def fetch_token(state: ClientState, refused: str | None) -> str | None:
    """A token from the client's source, unless another call has fetched another one than the refused meanwhile.

    Raises:
        TypeError, ValueError: it returned something else.
        Exception: whatever it raises.
    """
    tokens = state.tokens
    async with async_turn(state.token_turns):
        tokens.invalidate(refused)
        if tokens.current is None and tokens.source is not None:
            tokens.update(await async_settled(tokens.source()))
        return tokens.current


async def refresh_token(state: ClientState, call: AnyCall) -> bool:
    """Has a call that was answered 401 another token now? A source is asked once per call."""
    if call.token_replaced or call.token is None:
        return False
    token = await fetch_token(state, call.token)
    if token is None or token == call.token:
        return False
    call.replace_token(token)
    return True


async def missing_scope(engine: AsyncEngine, call: AnyCall) -> str | None:
    """The scope that a call needs and its token lacks; None where neither the spec nor the server says.

    The token's scopes are asked for once."""
    from ..._core.generated import facts

    known = facts().get(call.request.operation.name)
    if known is None or not known.scopes or call.token is None:
        return None
    tokens = engine.state.tokens
    if tokens.scopes is None:
        await _ask_scopes(engine)
    if tokens.scopes is None:
        return None
    return next((scope for scope in known.scopes if scope not in tokens.scopes), None)


async def _ask_scopes(engine: AsyncEngine) -> None:
    from ..._core.generated import api

    try:
        call, answer = await engine.execute(api.oauth.userinfo(), alternate=False)
        info = call.decode(answer)
    except APIError:
        return
    except Exception:  # noqa: BLE001 - a guard may refuse this read in its own way; the 403 is what must be reported
        return
    tokens = engine.state.tokens
    if tokens.current == call.token:
        tokens.scopes = frozenset(info.scope.split())
