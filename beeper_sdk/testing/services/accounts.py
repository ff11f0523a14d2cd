"""Connected accounts, over HTTP."""

from __future__ import annotations

from fastapi import Response

from ..wire.tokens import Token
from ._base import Service, answer


class Accounts(Service):
    """Implements the Protocol AccountsService."""

    async def accounts_list(self, *, principal: Token) -> Response:
        """Every account, as a bare array."""
        return answer(list(self._world.accounts.values()))

    async def accounts_retrieve(self, *, principal: Token, account_id: str) -> Response:
        """One account."""
        return answer(self._world.account(account_id))
