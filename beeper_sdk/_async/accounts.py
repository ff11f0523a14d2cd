"""Accounts: the generated operations, and who you are on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._api import resources

if TYPE_CHECKING:
    from .._api import models


class AsyncAccounts(resources.AsyncAccountsApi):
    """Accounts: list, read; their contacts; who you are on each."""

    __slots__ = ()

    async def selves(self) -> dict[str, models.User]:
        """Who you are on each account, by account ID. One request.

        Accounts that the app runs natively (iMessage) can be missing, as in `list`.
        """
        return {account.account_id: account.user for account in await self.list()}
