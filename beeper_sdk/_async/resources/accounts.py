"""Accounts: the generated operations, those the server leaves out, and who you are on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.generated import resources
from ...errors import SelfUserUnknown

if TYPE_CHECKING:
    import builtins

    from ..._core.generated import models
    from ..._core.people.unlisted_accounts import Unlisted
    from ..engine.sender import AsyncRequestSender

_PAGE = 200
"""Chats asked for at once: the most a server gives."""


class AsyncAccounts(resources.AsyncAccountsApi):
    """Accounts: list, read; their contacts; who you are on each."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncRequestSender) -> None:
        super().__init__(engine)
        self._engine = engine

    async def list_all(self) -> builtins.list[models.Account]:
        """Accounts as in `list`, and after them those it leaves out: natively run ones, such as iMessage.

        What is left out is found in the chats, so all of them are read: one request for the accounts and one for
        each 200 chats; where they do not tell who you are, up to two more for each account added. An account
        without any chat is not found.

        Returns:
            Accounts added are of the class `beeper_sdk.types.UnlistedAccount`: only their ``account_id``,
            ``network`` and ``user`` are known; the ``id`` of ``user`` is empty where nothing tells who you are.
        """
        from ..._core.people.unlisted_accounts import Unlisted

        listed = await self.list()
        unlisted = Unlisted(listed)
        # Searched for, not listed: that gives 200 at once in every app (lists gave 25 up to 4.3.0), and v0 has it.
        async for chat in resources.AsyncChatsApi(self._sender).search(limit=_PAGE):
            unlisted.add(chat)
        added = [unlisted.account(name, await self._self_on(name, unlisted)) for name in unlisted.networks]
        return [*listed, *added]

    async def selves(self, *, complete: bool = False) -> dict[str, models.User]:
        """Who you are on each account, by account ID. One request.

        Accounts are listed anew each time, as they come and go. Those the server leaves out (iMessage) are there if
        this client has seen you in one of their chats.

        Args:
            complete: Find all accounts the server leaves out, at the cost of `list_all`.
        """
        identity_cache = self._engine.state.identity
        accounts = await self.list_all() if complete else await self.list()
        users = {
            account.account_id: identity_cache.flagged_self(account.account_id) or account.user for account in accounts
        }
        users |= identity_cache.unlisted(users)
        return {account_id: user for account_id, user in users.items() if user.id}

    async def _self_on(self, account_id: str, unlisted: Unlisted) -> models.User | None:
        from ..people.self_lookup import AsyncSelfLookup

        try:
            return await AsyncSelfLookup(self._engine).on_unlisted(account_id, unlisted.cut_chat(account_id))
        except SelfUserUnknown:
            return None
