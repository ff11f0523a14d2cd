"""The rules of a `WritePolicy`: operations, chats, accounts. It fails closed: what cannot be determined is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .._core.generated import AnyRequest, operation_metadata
from ..errors import PolicyRefused
from ._targets import WriteTargets, is_write, spec_operation, write_targets

UPLOADS = frozenset({"assets.upload", "assets.upload_base64"})
"""Writes without a recipient: an upload is visible to others only when a message with it is sent."""

CONFIRM = "the confirm function of the WritePolicy"
UNKNOWN = "the WritePolicy cannot check an operation that this SDK does not know"
UNCLEAR = "the WritePolicy cannot determine the target of this request"
OPERATION = "the WritePolicy does not allow this operation; add it to operations="
NO_CHAT = "the WritePolicy is limited to certain chats, and this request does not name its chat"
CHAT = "the WritePolicy does not allow this chat; add it to chats="
NO_ACCOUNT = "the WritePolicy is limited to certain accounts, and the account of this request cannot be determined"
ACCOUNT = "the WritePolicy does not allow this account; add it to accounts="
MERGED = (
    "the WritePolicy is limited to certain accounts, and a merged chat may send from the account of any member chat; "
    "send to the member chat"
)


class Rules(NamedTuple):
    """The allowed chats, accounts and operations. None allows all."""

    chats: frozenset[str] | None
    accounts: frozenset[str] | None
    operations: frozenset[str] | None

    def targets(self, request: AnyRequest) -> WriteTargets | None:
        """The targets of a write; None for a read. Raises PolicyRefused. Accounts are checked by `check_accounts`."""
        if not is_write(request):
            return None
        targets, name = write_targets(request), request.operation.name
        if self.chats is None and self.accounts is None and self.operations is None:
            return targets
        self.check_operation(name)
        if not targets.readable or spec_operation(request) is None:
            raise PolicyRefused(name, UNCLEAR)
        if self.chats is not None and not self._is_free(name):
            if not targets.has_chat:
                raise PolicyRefused(name, NO_CHAT)
            if not targets.chats <= self.chats:
                raise PolicyRefused(name, CHAT)
        return targets

    def check_accounts(self, request: AnyRequest, targets: WriteTargets, known: Mapping[str, str]) -> None:
        """Raise PolicyRefused if an account is not allowed. `known` maps target chats to accounts, where known."""
        name = request.operation.name
        if self.accounts is None or self._is_free(name):
            return
        if not (targets.has_account or targets.has_chat) or not targets.chats <= known.keys():
            raise PolicyRefused(name, NO_ACCOUNT)
        if not targets.accounts | {known[chat] for chat in targets.chats} <= self.accounts:
            raise PolicyRefused(name, ACCOUNT)

    def needs_accounts_of(self, request: AnyRequest, targets: WriteTargets) -> frozenset[str]:
        """The target chats whose accounts must be known to check the write."""
        return frozenset() if self.accounts is None or self._is_free(request.operation.name) else targets.chats

    def check_operation(self, name: str) -> None:
        """Raise PolicyRefused if an operation is not allowed."""
        known = operation_metadata().get(name)
        if known is None:
            raise PolicyRefused(name, UNKNOWN)
        # A v0 operation does the same as the v1 operation that replaced it, so it is allowed by either name.
        if self.operations is not None and self.operations.isdisjoint((name, known.replaced_by)):
            raise PolicyRefused(name, OPERATION)

    def _is_free(self, name: str) -> bool:
        """Whether this is an upload, which has no chat or account to check, in a policy that lists its operations."""
        return self.operations is not None and name in UPLOADS
