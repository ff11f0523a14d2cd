"""`UnlistedAccount`: an account that the list of accounts leaves out, as its chats show it (traps.md row 11)."""

from __future__ import annotations

from collections.abc import Iterable

from ..generated import models
from .self_user import is_cut


class UnlistedAccount(models.Account):
    """An account that `accounts.list` leaves out although its chats are served, such as iMessage.

    Only ``account_id``, ``network`` and ``user`` are known, from its chats. What the server tells of the accounts it
    lists (``bridge``, ``status``, ``login_id``, ``capabilities``) is None, and `accounts.retrieve` answers 404. Where
    nothing tells who you are on it, the ``id`` of ``user`` is empty.
    """

    __slots__ = ()


class Unlisted:
    """Finds the accounts that only their chats tell of. Give `add` all chats, then read `networks`."""

    def __init__(self, listed: Iterable[models.Account]) -> None:
        self._listed = {account.account_id for account in listed}
        self._smallest: dict[str, models.Chat] = {}
        self.networks: dict[str, str | None] = {}
        """Account ID and network of each, in the order of their chats."""

    def add(self, chat: models.Chat) -> None:
        """A chat, of whatever account."""
        name, size = chat.account_id, chat.participants.total
        if name in self._listed:
            return
        self.networks[name] = self.networks.get(name) or chat.network
        smallest = self._smallest.get(name)
        if is_cut(chat.participants) and (smallest is None or size < smallest.participants.total):
            self._smallest[name] = chat

    def cut_chat(self, account_id: str) -> models.Chat | None:
        """The smallest chat of an account whose members came cut off, None when there is none."""
        return self._smallest.get(account_id)

    def account(self, account_id: str, user: models.User | None) -> UnlistedAccount:
        """One of them, with the user one is there."""
        known = user or models.User(id="", is_self=True)
        return UnlistedAccount(account_id=account_id, network=self.networks[account_id], user=known)
