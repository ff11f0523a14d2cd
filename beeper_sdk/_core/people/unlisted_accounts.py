"""`UnlistedAccount`: an account that is missing in the list of accounts. Native accounts such as iMessage are missing
there, although their chats are returned."""

from __future__ import annotations

from collections.abc import Iterable

from ..generated import models
from ..util.validation import string, usable_id
from .rosters import is_cut, roster_of, size


class UnlistedAccount(models.Account):
    """An account that `accounts.list` does not return although its chats exist, such as iMessage.

    Only ``account_id``, ``network`` and ``user`` are known, from its chats. Other attributes (``bridge``, ``status``,
    ``login_id``, ``capabilities``) are None, and `accounts.retrieve` responds with 404. If your user on the account
    cannot be determined, ``user.id`` is empty.
    """

    __slots__ = ()


class Unlisted:
    """Finds the accounts that are known from their chats only. Pass all chats to `add`, then read `networks`."""

    def __init__(self, listed: Iterable[models.Account]) -> None:
        self._listed = {account.account_id for account in listed if string(account.account_id) is not None}
        self._smallest: dict[str, models.Chat] = {}
        self.networks: dict[str, str | None] = {}
        """The network of each such account, by account ID, in the order of their chats."""

    def add(self, chat: models.Chat) -> None:
        name, roster = usable_id(chat.account_id), roster_of(chat)
        if name is None or name in self._listed:
            return
        self.networks[name] = self.networks.get(name) or chat.network
        smallest = self._smallest.get(name)
        # The smallest chat costs the least to read completely.
        if is_cut(roster) and (smallest is None or size(roster) < size(roster_of(smallest))):
            self._smallest[name] = chat

    def cut_chat(self, account_id: str) -> models.Chat | None:
        return self._smallest.get(account_id)

    def account(self, account_id: str, user: models.User | None) -> UnlistedAccount:
        known = user or models.User(id="", is_self=True)
        return UnlistedAccount(account_id=account_id, network=self.networks[account_id], user=known)
