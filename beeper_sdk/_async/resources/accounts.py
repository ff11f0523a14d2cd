"""Accounts: the generated operations, accounts that the server does not list, and your user on each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..._core.generated import resources
from ..._core.util.validation import check_flags, optional, string
from ...errors import APIError, SelfUserUnknown

if TYPE_CHECKING:
    from builtins import list as List  # noqa: N812  # `list` is a method here

    from ..._core.generated import models
    from ..._core.people.unlisted_accounts import Unlisted
    from ..engine.sender import AsyncRequestSender

_SECONDS = 10.0
"""Maximum seconds of each request for your user on an account that is not listed."""
_PAGE = 200
"""The maximum page size of chats."""


class AsyncAccounts(resources.AsyncAccountsApi):
    """The connected accounts: list and retrieve them, their contacts, and your user on each."""

    __slots__ = ("_engine",)

    def __init__(self, engine: AsyncRequestSender) -> None:
        super().__init__(engine)
        self._engine = engine

    async def list_all(self) -> List[models.Account]:
        """All accounts: those of `list`, and those that it does not return, such as iMessage (native accounts).

        The additional accounts are found by reading all chats: one request for the accounts, one per 200 chats, and up
        to two per additional account if its chats do not show who you are. An account without chats is not found.

        Returns:
            The accounts. Additional ones are instances of `beeper_sdk.types.UnlistedAccount`: only ``account_id``,
            ``network`` and ``user`` are known, and ``user.id`` is empty if your user cannot be determined, or a request
            for it fails or takes more than 10 seconds.
        """
        from ..._core.people.unlisted_accounts import Unlisted
        from ..people.contact_book import for_each

        listed = await self.list()
        unlisted = Unlisted(listed)
        # By search, which returns up to 200 chats per page in every app (lists returned 25 up to 4.3.0), and exists in
        # v0.
        async for chat in resources.AsyncChatsApi(self._sender).search(limit=_PAGE):
            unlisted.add(chat)
        users = await for_each(unlisted.networks, partial(self._self_on, unlisted))
        return [*listed, *(unlisted.account(name, users[name]) for name in unlisted.networks)]

    async def selves(self, *, complete: bool = False) -> dict[str, models.User]:
        """Your user on each account, by account ID. One request.

        Accounts that `list` does not return (iMessage) are included if this client has received a chat of theirs that
        shows who you are.

        Args:
            complete: Include all accounts that `list` does not return. Makes the requests of `list_all`.

        Raises:
            APIError: the accounts cannot be listed.
        """
        check_flags(complete=complete)
        identity_cache = self._engine.state.identity
        accounts = await self.list_all() if complete else await self.list()
        users = {
            account.account_id: identity_cache.flagged_self(account.account_id) or optional(account.user)
            for account in accounts
            if string(account.account_id) is not None
        }
        users |= identity_cache.unlisted(users)
        return {account_id: user for account_id, user in users.items() if user is not None and user.id}

    async def _self_on(self, unlisted: Unlisted, account_id: str, /) -> models.User | None:
        from ..people.contact_book import REJECTED, hurried
        from ..people.self_lookup import AsyncSelfLookup

        lookup = AsyncSelfLookup(hurried(self._engine, _SECONDS))
        try:
            return await lookup.on_unlisted(account_id, unlisted.cut_chat(account_id))
        except SelfUserUnknown:
            return None
        except APIError as error:
            if isinstance(error, REJECTED):
                raise
            return None
