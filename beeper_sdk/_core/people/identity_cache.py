"""What a client learned on the way about who "I" am: ids marked as one's own, senders of own messages, account users.

Pure, bounded, and safe across threads. Kept per client (those of `with_options` share it), never pickled, dropped on
401 and by ``clear_cache``. Somebody counts as *not* oneself only when seen beside a marked self, or when the own
senders of the account are known: the ids of one person can differ (traps.md row 10). Users handed out are copies.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING

from ..util.bounded import BoundedDict, BoundedSet
from ..util.fork_safe_lock import fork_safe_lock
from . import self_user as identity
from .name_cache import NameCache

if TYPE_CHECKING:
    from ..generated import models

_IS_SELF: Callable[[models.Participant], bool] = attrgetter("is_self")
MAX_ACCOUNTS = 500
MAX_IDS = 16
"""Of oneself, on one account."""
MAX_CHATS = 2_000
MAX_OTHERS = 10_000


class _Account:
    """What is known of oneself on one account."""

    __slots__ = ("flagged_self", "no_own_messages", "own_senders", "owner")

    def __init__(self) -> None:
        self.flagged_self: BoundedDict[str, models.User] = BoundedDict(MAX_IDS)
        """Found in chats as oneself."""
        self.own_senders: BoundedDict[str, models.User] = BoundedDict(MAX_IDS)
        """Senders of own messages; little more than their ids."""
        self.owner: models.User | None = None
        """As in the list of accounts."""
        self.no_own_messages = False
        """Own messages were asked for, and there were none."""

    def knows(self, user_id: str) -> bool:
        """Is this one of one's own ids?"""
        listed = self.owner is not None and self.owner.id == user_id
        return listed or user_id in self.flagged_self or user_id in self.own_senders

    def unique_self(self) -> models.User | None:
        """Oneself, where all chats name the same id, or without any the messages do."""
        users = list((self.flagged_self or self.own_senders).values())
        if len(users) != 1:
            return None
        listed = self.owner is not None and self.owner.id == users[0].id and not self.flagged_self
        return self.owner if listed else users[0]


class IdentityCache:
    """What one client has learned."""

    def __init__(self) -> None:
        self._lock = fork_safe_lock()
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._accounts: BoundedDict[str, _Account] = BoundedDict(MAX_ACCOUNTS)
            self._chats: BoundedDict[str, str] = BoundedDict(MAX_CHATS)
            self._others: BoundedSet[tuple[str, str]] = BoundedSet(MAX_OTHERS)
            self._listed = False
            self.names = NameCache()

    def __len__(self) -> int:
        with self._lock:
            return len(self._accounts)

    def _account(self, account_id: str) -> _Account:
        known = self._accounts.get(account_id) or _Account()
        self._accounts[account_id] = known
        return known

    # What is learned

    def observe_accounts(self, accounts: Iterable[models.Account]) -> None:
        """The whole list of accounts."""
        with self._lock:
            owners = {account.account_id: identity.plain(account.user) for account in accounts}
            gone = [name for name, known in self._accounts.items() if known.owner is not None and name not in owners]
            for name in gone:
                del self._accounts[name]
            for name, owner in owners.items():
                self._account(name).owner = owner
            self._listed = True

    def observe_account(self, account: models.Account) -> None:
        """One account."""
        with self._lock:
            self._account(account.account_id).owner = identity.plain(account.user)

    def observe_chats(self, chats: Iterable[models.Chat]) -> None:
        """Chats, with the members that came with them."""
        with self._lock:
            for chat in chats:
                if chat.merge is not None:
                    continue  # its members are of several accounts: who is who on which cannot be told
                self._chats[chat.id] = chat.account_id
                if chat.local_chat_id is not None:
                    self._chats[chat.local_chat_id] = chat.account_id
                known, people = self._accounts.get(chat.account_id), chat.participants.items
                me = next(filter(_IS_SELF, people), None)  # a filter of C: this runs for each chat of each page
                if me is None and known is not None:
                    me = identity.with_own_id(people, known.knows)
                if me is not None:
                    self._record_self(chat, me, people)

    def observe_messages(self, messages: Iterable[models.Message]) -> None:
        """Messages: those that say that they are one's own tell who that is."""
        own = {
            (message.sender_id, message.account_id, message.chat_id): message
            for message in messages
            if message.is_sender
        }
        if own:
            with self._lock:
                for message in own.values():
                    self._record_sender(message)

    def observe_own_message(self, message: models.Message) -> None:
        """A message that is one's own, for it was asked for as such."""
        with self._lock:
            self._record_sender(message)

    def record_self(self, chat: models.Chat, me: models.User, people: Iterable[models.User]) -> None:
        """One of these members of a chat turned out to be oneself."""
        if chat.merge is None:
            with self._lock:
                self._record_self(chat, me, people)

    def record_no_own_messages(self, account_id: str) -> None:
        """Own messages on this account were asked for, and there were none."""
        with self._lock:
            self._account(account_id).no_own_messages = True

    def _record_self(self, chat: models.Chat, me: models.User, people: Iterable[models.User]) -> None:
        account = self._account(chat.account_id)
        if me.id not in account.flagged_self:
            account.flagged_self[me.id] = identity.plain(me).evolve(is_self=True)
        name, my_id = chat.account_id, me.id
        self._others.update([(name, person.id) for person in people if person.id != my_id and not person.is_self])

    def _lookup(self, account_id: str, look: Callable[[_Account], models.User | None]) -> models.User | None:
        with self._lock:
            known = self._accounts.get(account_id)
            user = None if known is None else look(known)
            return None if user is None else user.evolve()

    def _record_sender(self, message: models.Message) -> None:
        account = self._account(message.account_id)
        self._chats[message.chat_id] = message.account_id
        if message.sender_id not in account.own_senders:
            account.own_senders[message.sender_id] = identity.sender(message)

    # What is known

    @property
    def listed(self) -> bool:
        """Did the whole list of accounts come?"""
        return self._listed

    def account_of(self, chat_id: str) -> str | None:
        """The account of a chat that came by, by its ID or local ID."""
        with self._lock:
            return self._chats.get(chat_id)

    def flagged_self(self, account_id: str) -> models.User | None:
        """Oneself on an account, as found in a chat; the last one where there were several."""
        return self._lookup(account_id, lambda known: next(reversed(known.flagged_self.values()), None))

    def own_sender(self, account_id: str) -> models.User | None:
        """The sender of an own message on an account."""
        return self._lookup(account_id, lambda known: next(reversed(known.own_senders.values()), None))

    def owner(self, account_id: str) -> models.User | None:
        """The user of an account, as in the list of accounts."""
        return self._lookup(account_id, lambda known: known.owner)

    def unique_self(self, account_id: str | None) -> models.User | None:
        """Oneself on an account, where all chats name the same id, or without any the messages do."""
        return None if account_id is None else self._lookup(account_id, _Account.unique_self)

    def unlisted(self, listed: Container[str]) -> dict[str, models.User]:
        """Oneself on accounts other than these, by account ID: those the list of accounts leaves out."""
        with self._lock:
            others = [(name, known.unique_self()) for name, known in self._accounts.items() if name not in listed]
            return {name: user.evolve() for name, user in others if user is not None}

    def no_own_messages(self, account_id: str) -> bool:
        """Were own messages on an account asked for in vain?"""
        with self._lock:
            known = self._accounts.get(account_id)
            return known is not None and known.no_own_messages

    def is_own(self, account_id: str, user_id: str) -> bool:
        """Is this user known to be oneself on an account?"""
        with self._lock:
            known = self._accounts.get(account_id)
            return known is not None and known.knows(user_id)

    def is_mine(self, message: models.Message) -> bool | None:
        """Is a message one's own? None where what is known does not tell."""
        if message.is_sender is not None:
            return message.is_sender
        with self._lock:
            known = self._accounts.get(message.account_id)
            if known is None:
                return None
            if known.knows(message.sender_id):
                self._record_sender(message)  # now it is known to be an id that one writes under
                return True
            other = (message.account_id, message.sender_id) in self._others
            return False if other or (self._listed and known.own_senders) else None
