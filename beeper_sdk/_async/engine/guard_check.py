"""A `WritePolicy` at work: what it takes to find out the account of a chat, and to ask for a confirmation.

What is allowed is decided in ``guards``, without I/O. When policies act is in `guarding`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import async_settled
from ...errors import AnsweredError, NotSupportedByServer, PolicyRefused
from ...guards._policy import ledger_of, shown
from ...guards._rules import MERGED, NO_ACCOUNT

if TYPE_CHECKING:
    from ..._core.generated import AnyRequest
    from ...guards._policy import WritePolicy
    from ...guards._policy_state import Ledger
    from ...guards._targets import About
    from .sender import AsyncRequestSender


async def judge(sender: AsyncRequestSender, policy: WritePolicy, request: AnyRequest, *, again: bool) -> None:
    """Let a policy judge what is about to be sent. Another form of a call that passed is no further write.

    Raises:
        PolicyRefused: it may not be sent.
        APIConnectionError: the account of its chat could not be asked for.
        Exception: whatever the function that confirms raises.
    """
    ledger = ledger_of(policy)
    named = ledger.rules.named(request)
    if named is None:
        return
    known = await _accounts(sender, ledger, request, named)
    ledger.rules.check_accounts(request, named, known)
    if again:
        return
    with ledger.place(request):
        if policy.confirm is not None:
            ledger.decided(request, await async_settled(policy.confirm(shown(request, named, known))))
    ledger.rehearsed(request)


async def _accounts(sender: AsyncRequestSender, ledger: Ledger, request: AnyRequest, named: About) -> dict[str, str]:
    """The accounts of the chats it names: those this client knows, and all where they decide."""
    seen = {chat_id: sender.learned.account_of(chat_id) for chat_id in named.chats}
    known = {chat_id: account_id for chat_id, account_id in seen.items() if account_id is not None}
    for chat_id in ledger.rules.needs_accounts_of(request, named) - known.keys():
        known[chat_id] = await _account(sender, request, chat_id)
    return known


async def _account(sender: AsyncRequestSender, request: AnyRequest, chat_id: str) -> str:
    """The account of a chat, by one read."""
    from ..._core.generated import api

    try:
        chat = await sender.send(api.chats.retrieve(chat_id, max_participant_count=0))
    except (AnsweredError, NotSupportedByServer, ValueError) as error:
        raise PolicyRefused(request.operation.name, NO_ACCOUNT) from error
    if chat.merge is not None:
        raise PolicyRefused(request.operation.name, MERGED)
    return chat.account_id
