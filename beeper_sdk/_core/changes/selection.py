"""Which chats and messages a change stream delivers, and which of your own messages clients of its position sent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from ..generated import models
from ..util.message_kinds import NO_CONTENT_KINDS
from .change import MessageEdited

if TYPE_CHECKING:
    from collections.abc import Callable

    from .change import Change
    from .options import Options

Networks: TypeAlias = dict[str, set[str]]
"""By account: the names of its network, in lower case."""


class Selection:
    """Applies the filters of a stream."""

    def __init__(self, options: Options, is_mine: Callable[[models.Message], bool | None]) -> None:
        self._options = options
        self._is_mine = is_mine
        self._networks: Networks = {}

    def set_accounts(self, accounts: Iterable[models.Account]) -> None:
        """Set the accounts, whose network and bridge are names of networks too."""
        self._networks = names_of_networks(accounts)

    def has_account(self, chat: models.Chat) -> bool:
        """Whether a chat belongs to a selected account and network."""
        accounts, networks = self._options.accounts, self._options.networks
        if accounts is not None and chat.account_id not in accounts:
            return False
        if networks is None:
            return True
        names = {chat.network.casefold()} if isinstance(chat.network, str) else set[str]()
        return not networks.isdisjoint(names | self._networks.get(chat.account_id, set()))

    def has_chat(self, chat: models.Chat, chat_id: str) -> bool:
        """Whether a listed chat, or its member with this ID, is selected by its ID. Accounts are not considered."""
        chats = self._options.chats
        return chats is None or not chats.isdisjoint({chat.id, chat_id, chat.local_chat_id or ""})

    def is_content(self, row: models.Message) -> bool:
        """Whether a message is something that somebody wrote or sent, and not a reaction or a notice."""
        return row.kind not in NO_CONTENT_KINDS

    def is_mine(self, row: models.Message) -> bool:
        """Whether a message is known to be your own."""
        return self._is_mine(row) is True

    def is_wanted_change(self, change: Change) -> bool:
        """Whether a change to a known message is delivered: with ``own="none"``, no edit of your own messages."""
        return not (self._options.own == "none" and isinstance(change, MessageEdited) and self.is_mine(change.message))


def names_of_networks(accounts: Iterable[models.Account]) -> Networks:
    """What the network of each account is called: its network, and its bridge."""
    found: Networks = {}
    for account in accounts:
        names = [account.network, *(() if account.bridge is None else (account.bridge.type, account.bridge.id))]
        found[account.account_id] = {name.casefold() for name in names if isinstance(name, str)}
    return found
