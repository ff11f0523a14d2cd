"""Selects the accounts that a search by name includes. No I/O: the caller provides the list of accounts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..util.validation import check_kind, check_text, string, usable_id
from .names import fold

if TYPE_CHECKING:
    from ..generated import ItemsOf, models


class AccountFilter:
    """Selects all accounts, the given accounts, those of a network, or those that are both."""

    def __init__(self, network: str | None, account: str | ItemsOf[str] | None) -> None:
        if network is not None and not fold(check_text("network", network)).strip():
            raise ValueError("network must not be blank; pass the name of a network, such as 'WhatsApp', or None")
        self._network = None if network is None else fold(network).strip()
        check_kind("account", account, Iterable | None, "a str, a list of str or None")
        self._account_ids = [account] if isinstance(account, str) else None if account is None else list(account)
        for account_id in self._account_ids or ():
            check_kind("account", account_id, str, "a str or a list of str")
        self._listed: dict[str, models.Account] = {}
        self._networks: dict[str, str | None] = {}

    @property
    def by_network(self) -> bool:
        return self._network is not None

    @property
    def is_selective(self) -> bool:
        """Whether accounts or a network were given."""
        return self._account_ids is not None or self.by_network

    @property
    def needs_list(self) -> bool:
        return self._account_ids is None or self.by_network

    def set_accounts(self, accounts: Iterable[models.Account]) -> None:
        usable = (account for account in accounts if usable_id(account.account_id) is not None)
        self._listed = {account.account_id: account for account in usable}

    @property
    def accounts(self) -> list[str]:
        """IDs of the selected accounts: those listed or given, and those that are known from their chats only."""
        candidates = list(self._listed) if self._account_ids is None else self._account_ids
        fitting = [account_id for account_id in candidates if self._fits(account_id, self._networks.get(account_id))]
        return list(dict.fromkeys((*fitting, *filter(usable_id, self._networks))))

    @property
    def requested(self) -> list[str] | None:
        """The account IDs for the server's filter; None for all. Not by network: the server may not list all accounts
        of a network."""
        return self._account_ids

    def includes(self, chat: models.Chat) -> bool:
        """Whether a chat belongs to a selected account. The account of such a chat is added to the selected ones."""
        account_id, network = string(chat.account_id), string(chat.network)
        if account_id is None:
            return False
        meant = (self._account_ids is None or account_id in self._account_ids) and self._fits(account_id, network)
        if meant:
            self._networks[account_id] = network or self._networks.get(account_id)
        return meant

    def may_include(self, account_id: str) -> bool:
        """Whether chats of this account may be selected; True for one of which nothing is known."""
        meant = self._account_ids is None or account_id in self._account_ids
        return meant and self._fits(account_id, self._networks.get(account_id))

    @property
    def listed_networks(self) -> list[str]:
        """The networks of the listed accounts."""
        return [name for account in self._listed.values() if (name := string(account.network))]

    @property
    def problem(self) -> str | None:
        """Why the filter selects nothing: no account, listed or seen in a chat, fits. None if one does."""
        if not (self._account_ids or (self._account_ids is None and self.by_network)):
            return None  # all accounts, or none
        if self._networks or not self._listed.keys().isdisjoint(self.accounts):
            return None
        parts = [] if not self._account_ids else ["this ID" if len(self._account_ids) == 1 else "one of these IDs"]
        return f"no account has {' and '.join([*parts, *(['this network'] if self.by_network else [])])}"

    def network_of(self, account_id: str) -> str | None:
        account = self._listed.get(account_id)
        return (None if account is None else string(account.network)) or self._networks.get(account_id)

    def _fits(self, account_id: str, network: str | None) -> bool:
        if self._network is None:
            return True
        shown = [network]
        if (account := self._listed.get(account_id)) is not None:
            shown.append(account.network)
            shown.extend(() if account.bridge is None else (account.bridge.type, account.bridge.id))
        elif network is None:
            return True  # nothing is known about it: an unnecessary request is better than an overlooked person
        return self._network in {fold(name).strip() for name in shown if name}
