"""Guards at work: every request of a client passes here before anything of it is sent.

What a `WritePolicy` allows is decided in ``guards``, without I/O; here the account of a chat is found out, and a
confirmation asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import async_settled
from ...errors import AnsweredError, NotSupportedByServer, PolicyRefused
from ...guards._policy import WritePolicy, policy_state_of, shown
from ...guards._rules import MERGED, NO_ACCOUNT

if TYPE_CHECKING:
    from ..._core.generated import AnyRequest
    from ...guards._policy_state import PolicyState
    from ...guards._targets import WriteTargets
    from .protocols import AsyncEngine


async def check_guard(engine: AsyncEngine, request: AnyRequest, *, again: bool = False) -> None:
    """Let the client's guard check what is about to be sent.

    Args:
        engine: of the client.
        request: what would be sent.
        again: it is another form of a call that was checked before.

    Raises:
        WriteRefused: a policy does not allow it.
        Exception: whatever a guard of the user's raises.
    """
    guard = engine.settings.guard
    if isinstance(guard, WritePolicy):
        await _check_policy(engine, guard, request, again=again)
    elif guard is not None:
        await async_settled(guard.check(request))


async def _check_policy(engine: AsyncEngine, policy: WritePolicy, request: AnyRequest, *, again: bool) -> None:
    """Let a policy judge what is about to be sent. Another form of a call that passed is no further write.

    Raises:
        PolicyRefused: it may not be sent.
        APIConnectionError: the account of its chat could not be asked for.
        Exception: whatever the function that confirms raises.
    """
    state = policy_state_of(policy)
    named = state.rules.named(request)
    if named is None:
        return
    known = await _accounts(engine, state, request, named)
    state.rules.check_accounts(request, named, known)
    if again:
        return
    with state.place(request):
        if policy.confirm is not None:
            state.decided(request, await async_settled(policy.confirm(shown(request, named, known))))
    state.record_dry_run(request)


async def _accounts(
    engine: AsyncEngine, state: PolicyState, request: AnyRequest, named: WriteTargets
) -> dict[str, str]:
    """The accounts of the chats it names: those this client knows, and all where they decide."""
    seen = {chat_id: engine.state.identity.account_of(chat_id) for chat_id in named.chats}
    known = {chat_id: account_id for chat_id, account_id in seen.items() if account_id is not None}
    for chat_id in state.rules.needs_accounts_of(request, named) - known.keys():
        known[chat_id] = await _account(engine, request, chat_id)
    return known


async def _account(engine: AsyncEngine, request: AnyRequest, chat_id: str) -> str:
    """The account of a chat, by one read."""
    from ..._core.generated import api

    try:
        chat = await engine.send(api.chats.retrieve(chat_id, max_participant_count=0))
    except (AnsweredError, NotSupportedByServer, ValueError) as error:
        raise PolicyRefused(request.operation.name, NO_ACCOUNT) from error
    if chat.merge is not None:
        raise PolicyRefused(request.operation.name, MERGED)
    return chat.account_id
