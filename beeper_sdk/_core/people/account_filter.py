"""Which accounts a search by name is about. Pure; the list of accounts is given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .names import fold

if TYPE_CHECKING:
    from ..generated import models


class AccountFilter:
    """All accounts, those named, those of a network, or those of them that are both."""

    def __init__(self, network: str | None, account: str | Sequence[str] | None) -> None:
        if network is not None and not fold(network).strip():
            raise ValueError("network takes the name of a network, such as WhatsApp; this text is blank")
        self._network = None if network is None else fold(network).strip()
        self._account_ids = [account] if isinstance(account, str) else None if account is None else list(account)
        if self._account_ids is not None and not self._account_ids:
            raise ValueError("account takes an account ID, or several; these are none")
        self._listed: dict[str, models.Account] = {}
        self._networks: dict[str, str | None] = {}

    @property
    def by_network(self) -> bool:
        """Does the network of an account count?"""
        return self._network is not None

    @property
    def needs_list(self) -> bool:
        """Does it take the list of accounts to name those meant?"""
        return self._account_ids is None or self.by_network

    def set_accounts(self, accounts: Iterable[models.Account]) -> None:
        """The list of accounts."""
        self._listed = {account.account_id: account for account in accounts}

    @property
    def accounts(self) -> list[str]:
        """IDs of the accounts meant: those listed or named, and those that only their chats told of."""
        candidates = list(self._listed) if self._account_ids is None else self._account_ids
        fitting = [account_id for account_id in candidates if self._fits(account_id, self._networks.get(account_id))]
        return list(dict.fromkeys((*fitting, *self._networks)))

    @property
    def requested(self) -> list[str] | None:
        """What to ask the server for: account IDs, None for all. (It may not list all accounts of a network.)"""
        return self._account_ids

    def includes(self, chat: models.Chat) -> bool:
        """Is a chat that came by of one of the accounts meant? They are remembered by it."""
        meant = (self._account_ids is None or chat.account_id in self._account_ids) and self._fits(
            chat.account_id, chat.network
        )
        if meant:
            self._networks[chat.account_id] = chat.network or self._networks.get(chat.account_id)
        return meant

    def network_of(self, account_id: str) -> str | None:
        """The network of an account, as far as it is known."""
        account = self._listed.get(account_id)
        return (None if account is None else account.network) or self._networks.get(account_id)

    def _fits(self, account_id: str, network: str | None) -> bool:
        if self._network is None:
            return True
        shown = [network]
        if (account := self._listed.get(account_id)) is not None:
            shown.append(account.network)
            shown.extend(() if account.bridge is None else (account.bridge.type, account.bridge.id))
        elif network is None:
            return True  # nothing is known of it: rather one request too many than somebody overlooked
        return self._network in {fold(name).strip() for name in shown if name}
