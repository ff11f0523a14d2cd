"""The accounts that a list of chats includes, and the request for them if it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import UnknownNetwork
from ..people.account_filter import AccountFilter
from ..people.names import fold
from ..util.validation import string

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..generated import models
    from ..people.identity_cache import IdentityCache


class ListedAccounts:
    """Selects chats by account and network. For one iteration.

    Args:
        network: The name of a network; None for all.
        account_ids: The accounts; None for all.
        identity_cache: What the client knows about accounts and chats.

    Raises:
        TypeError, ValueError: An argument is invalid.
    """

    def __init__(self, network: str | None, account_ids: list[str] | None, identity_cache: IdentityCache) -> None:
        self._filter = AccountFilter(network, account_ids)
        self._identity_cache = identity_cache
        self._seen: dict[str, None] = {}
        """The networks of the chats that were received."""
        self.needs_accounts: bool = False
        """Whether the list of accounts must be requested first."""
        if network is not None:
            # An account that was added since the accounts were listed may be the only one on the network.
            self._filter.set_accounts(identity_cache.accounts)
            self.needs_accounts = not self._filter.accounts

    def set_accounts(self, accounts: Iterable[models.Account]) -> None:
        """Use the list of accounts."""
        self._filter.set_accounts(accounts)
        self.needs_accounts = False

    @property
    def requested(self) -> list[str] | None:
        """The IDs for the server's filter; None if it is not known which accounts are on the network."""
        return self._filter.requested or (self._filter.accounts if self._filter.by_network else None) or None

    def includes(self, chat: models.Chat) -> bool:
        """Whether a chat belongs to a selected account. If all are selected, also one without an account."""
        network = (string(chat.network) or "").strip()
        if network:
            self._seen[network] = None
        return self._filter.includes(chat) or not self._filter.is_selective

    def may_include(self, chat_id: str) -> bool:
        """Whether a chat with this ID may belong to a selected account. The account of a chat never changes."""
        account_id = self._identity_cache.account_of(chat_id)
        return account_id is None or self._filter.may_include(account_id)

    @property
    def is_known(self) -> bool:
        """Whether there is such a network and such an account, as far as is known."""
        return self._filter.problem is None

    def check_network(self) -> None:
        """Check, after all chats were received, that there is such a network. Raises UnknownNetwork."""
        if self._filter.by_network and self._filter.problem is not None:
            names = [*map(string, self._filter.listed_networks), *self._seen]
            known = {fold(name): name for name in names if name}
            raise UnknownNetwork(sorted(known.values(), key=str.casefold))
