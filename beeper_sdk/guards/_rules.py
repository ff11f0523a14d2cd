"""What a `WritePolicy` allows: operations, chats, accounts. Fails closed: what cannot be told is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .._core.generated import AnyRequest, operation_metadata
from ..errors import PolicyRefused
from ._targets import WriteTargets, is_write, write_targets

UPLOADS = frozenset({"assets.upload", "assets.upload_base64"})
"""Writes that reach nobody by themselves: what is uploaded is seen when it is sent."""

UNKNOWN = "the policy cannot judge what the SDK does not know"
UNCLEAR = "the policy cannot tell what it is about"
OPERATION = "the policy does not name this operation"
NO_CHAT = "the policy names chats, and nothing tells which chat this is about"
CHAT = "the policy does not name this chat"
NO_ACCOUNT = "the policy names accounts, and nothing tells which account this is about"
ACCOUNT = "the policy does not name this account"
MERGED = "the policy names accounts, and a merged chat may send by that of any member; write to the member"


class Rules(NamedTuple):
    """What is allowed. None restricts nothing."""

    chats: frozenset[str] | None
    accounts: frozenset[str] | None
    operations: frozenset[str] | None

    def targets(self, request: AnyRequest) -> WriteTargets | None:
        """What a write names; None for a read. Raises PolicyRefused, but not yet for its account."""
        if not is_write(request):
            return None
        targets, name = write_targets(request), request.operation.name
        if self.chats is None and self.accounts is None and self.operations is None:
            return targets
        self._check_operation(name)
        if not targets.readable:
            raise PolicyRefused(name, UNCLEAR)
        if self.chats is not None and not self._is_free(name):
            if not targets.has_chat:
                raise PolicyRefused(name, NO_CHAT)
            if not targets.chats <= self.chats:
                raise PolicyRefused(name, CHAT)
        return targets

    def check_accounts(self, request: AnyRequest, targets: WriteTargets, known: Mapping[str, str]) -> None:
        """Raises PolicyRefused. Known are the accounts of the chats it names, as far as they could be found out."""
        name = request.operation.name
        if self.accounts is None or self._is_free(name):
            return
        if not (targets.has_account or targets.has_chat) or not targets.chats <= known.keys():
            raise PolicyRefused(name, NO_ACCOUNT)
        if not targets.accounts | {known[chat] for chat in targets.chats} <= self.accounts:
            raise PolicyRefused(name, ACCOUNT)

    def needs_accounts_of(self, request: AnyRequest, targets: WriteTargets) -> frozenset[str]:
        """The chats whose accounts decide."""
        return frozenset() if self.accounts is None or self._is_free(request.operation.name) else targets.chats

    def _check_operation(self, name: str) -> None:
        known = operation_metadata().get(name)
        if known is None:
            raise PolicyRefused(name, UNKNOWN)
        # One of v0 is allowed where what replaced it is: it does the same.
        if self.operations is not None and self.operations.isdisjoint((name, known.replaced_by)):
            raise PolicyRefused(name, OPERATION)

    def _is_free(self, name: str) -> bool:
        """Has it no chat and no account to be judged by, and is named all the same?"""
        return self.operations is not None and name in UPLOADS
