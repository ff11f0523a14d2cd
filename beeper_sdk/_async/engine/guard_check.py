"""Checks every request of a client with its guard before it is sent: the I/O of a `WritePolicy`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import async_resolve_result, close_coroutine
from ..._core.util.validation import string
from ...errors import AnsweredError, NotSupportedByServer, PolicyRefused
from ...guards._policy import WritePolicy, policy_state_of, shown
from ...guards._rules import CONFIRM, MERGED, NO_ACCOUNT, UPLOADS

if TYPE_CHECKING:
    from ..._core.generated import AnyRequest
    from ...guards._policy_state import PolicyState
    from ...guards._targets import WriteTargets
    from .protocols import AsyncEngine


async def check_guard(engine: AsyncEngine, request: AnyRequest, *, again: bool = False) -> None:
    """Check a request with the client's guard, whose exceptions are raised. `again`: whether it is another form of a
    call that was checked before."""
    guard = engine.settings.guard
    if isinstance(guard, WritePolicy):
        await _check_policy(engine, guard, request, again=again)
    elif guard is not None:
        _check_result(await async_resolve_result(guard.check(request), "the guard's check(request)"))


def _check_result(result: object) -> None:
    """Raise TypeError unless a guard returned None: one that returns False means to refuse, and would allow."""
    if result is None:
        return
    close_coroutine(result)
    raise TypeError(
        "the guard's check(request) must return None to allow a call, and raise an exception to refuse it; it returned "
        f"a value of type {type(result).__name__}, so the call was not sent"
    )


async def _check_policy(engine: AsyncEngine, policy: WritePolicy, request: AnyRequest, *, again: bool) -> None:
    """Check a request with a policy. Another form of a call that passed does not count as another write, nor does the
    upload for a message that passed, which has no recipient of its own."""
    state = policy_state_of(policy)
    if again and request.operation.name in UPLOADS:
        state.rules.check_operation(request.operation.name)
        return
    targets = state.rules.targets(request)
    if targets is None:
        return
    accounts = await _accounts(engine, state, request, targets)
    state.rules.check_accounts(request, targets, accounts)
    if again:
        return
    with state.reserve(request):
        if policy.confirm is not None:
            state.require_confirmation(
                request, await async_resolve_result(policy.confirm(shown(request, targets, accounts)), CONFIRM)
            )
    state.record_dry_run(request)


async def _accounts(
    engine: AsyncEngine, state: PolicyState, request: AnyRequest, targets: WriteTargets
) -> dict[str, str]:
    """The accounts of the target chats, by chat ID: those in the cache, and the others if a rule needs them."""
    cached = {chat_id: engine.state.identity.account_of(chat_id) for chat_id in targets.chats}
    accounts = {chat_id: account_id for chat_id, account_id in cached.items() if account_id is not None}
    for chat_id in state.rules.needs_accounts_of(request, targets) - accounts.keys():
        accounts[chat_id] = await _account(engine, request, chat_id)
    return accounts


async def _account(engine: AsyncEngine, request: AnyRequest, chat_id: str) -> str:
    """The account of a chat, by one request."""
    from ..._core.generated import api

    try:
        chat = await engine.send(api.chats.retrieve(chat_id, max_participant_count=0))  # participants are not needed
    # Fails closed: if the account cannot be read, the write is refused. Connection errors are raised as they are.
    except (AnsweredError, NotSupportedByServer, ValueError) as error:
        raise PolicyRefused(request.operation.name, NO_ACCOUNT) from error
    if chat.merge is not None:
        raise PolicyRefused(request.operation.name, MERGED)
    if string(chat.account_id) is None:
        raise PolicyRefused(request.operation.name, NO_ACCOUNT)
    return chat.account_id
