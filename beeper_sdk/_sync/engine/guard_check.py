# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import close_coroutine, resolve_result
from ..._core.util.validation import string
from ...errors import AnsweredError, NotSupportedByServer, PolicyRefused
from ...guards._policy import WritePolicy, policy_state_of, shown
from ...guards._rules import CONFIRM, MERGED, NO_ACCOUNT, UPLOADS

if TYPE_CHECKING:
    from ..._core.generated import AnyRequest
    from ...guards._policy_state import PolicyState
    from ...guards._targets import WriteTargets
    from .protocols import Engine


def check_guard(engine: Engine, request: AnyRequest, *, again: bool = False) -> None:
    guard = engine.settings.guard
    if isinstance(guard, WritePolicy):
        _check_policy(engine, guard, request, again=again)
    elif guard is not None:
        _check_result(resolve_result(guard.check(request), "the guard's check(request)"))


def _check_result(result: object) -> None:
    if result is None:
        return
    close_coroutine(result)
    raise TypeError(
        "the guard's check(request) must return None to allow a call, and raise an exception to refuse it; it returned "
        f"a value of type {type(result).__name__}, so the call was not sent"
    )


def _check_policy(engine: Engine, policy: WritePolicy, request: AnyRequest, *, again: bool) -> None:
    state = policy_state_of(policy)
    if again and request.operation.name in UPLOADS:
        state.rules.check_operation(request.operation.name)
        return
    targets = state.rules.targets(request)
    if targets is None:
        return
    accounts = _accounts(engine, state, request, targets)
    state.rules.check_accounts(request, targets, accounts)
    if again:
        return
    with state.reserve(request):
        if policy.confirm is not None:
            state.require_confirmation(
                request, resolve_result(policy.confirm(shown(request, targets, accounts)), CONFIRM)
            )
    state.record_dry_run(request)


def _accounts(engine: Engine, state: PolicyState, request: AnyRequest, targets: WriteTargets) -> dict[str, str]:
    cached = {chat_id: engine.state.identity.account_of(chat_id) for chat_id in targets.chats}
    accounts = {chat_id: account_id for chat_id, account_id in cached.items() if account_id is not None}
    for chat_id in state.rules.needs_accounts_of(request, targets) - accounts.keys():
        accounts[chat_id] = _account(engine, request, chat_id)
    return accounts


def _account(engine: Engine, request: AnyRequest, chat_id: str) -> str:
    from ..._core.generated import api

    try:
        chat = engine.send(api.chats.retrieve(chat_id, max_participant_count=0))  # participants are not needed
    except (AnsweredError, NotSupportedByServer, ValueError) as error:
        raise PolicyRefused(request.operation.name, NO_ACCOUNT) from error
    if chat.merge is not None:
        raise PolicyRefused(request.operation.name, MERGED)
    if string(chat.account_id) is None:
        raise PolicyRefused(request.operation.name, NO_ACCOUNT)
    return chat.account_id
