"""What a client knows about the current user: IDs marked as self, senders of own messages, users of accounts.

No I/O, bounded, thread-safe. Shared by a client and its copies, never pickled, cleared after a 401. Some bridges leave
out ``isSender``, and one may have several IDs on an account. So a person counts as *not* the current user only if a
participant list marks another one as self, or if the ID of the current user in the same chat is known."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from ..util.bounded import BoundedDict, BoundedSet
from ..util.fork_safe_lock import fork_safe_lock
from ..util.validation import optional, string
from . import self_user as identity
from .name_cache import NameCache
from .rosters import is_cut
from .self_user import AccountSelf

if TYPE_CHECKING:
    from ..generated import models

_IS_SELF: Callable[[models.Participant], bool] = attrgetter("is_self")
_MARK: Callable[[models.Participant], tuple[str, bool]] = attrgetter("id", "is_self")
MAX_ACCOUNTS = 500
MAX_CHATS = 2_000
MAX_OTHERS = 10_000
MAX_SEEN = 500


def _has_id(user: models.User) -> bool:
    """Whether a user of an account was sent, with an ID."""
    known = optional(user)
    return known is not None and string(known.id) is not None


def _marks(people: Iterable[models.Participant]) -> int | None:
    """A hash of the IDs of participants, and of which are marked as self; None if one has an invalid type."""
    try:
        return hash(tuple(map(_MARK, people)))
    except TypeError:
        return None


def _empty(seen: BoundedDict[str, tuple[object, ...]], _: object) -> None:
    seen.clear()


class IdentityCache:
    """What a client knows about the current user and the names of people."""

    def __init__(self) -> None:
        self._lock = fork_safe_lock()
        self.clear()

    def clear(self) -> None:
        """Delete everything."""
        with self._lock:
            # By chat: what was observed. Programs receive the same chats again and again, mostly unchanged. Emptied
            # when something that a chat showed may be evicted: it would not be learned again.
            self._seen: BoundedDict[str, tuple[object, ...]] = BoundedDict(MAX_SEEN)
            self._evicted: Callable[[object], None] = partial(_empty, self._seen)
            self._accounts: BoundedDict[str, AccountSelf] = BoundedDict(MAX_ACCOUNTS, self._evicted)
            self._chats: BoundedDict[str, str] = BoundedDict(MAX_CHATS, self._evicted)
            # By chat; None if the ID in this chat is not known yet, empty if its own messages do not show it either.
            self._own_ids: BoundedDict[str, str | None] = BoundedDict(MAX_CHATS)
            self._others: BoundedSet[tuple[str, str]] = BoundedSet(MAX_OTHERS)
            self._listed = False
            self.accounts: Sequence[models.Account] = ()
            """The accounts, as listed last."""
            self.names: NameCache = NameCache()
            self.finds_members: bool = False
            """Whether a search for chats returned a member of a merged chat."""

    def __len__(self) -> int:
        with self._lock:
            return len(self._accounts)

    def _account(self, account_id: str) -> AccountSelf:
        known = self._accounts.get(account_id) or AccountSelf(self._evicted)
        self._accounts[account_id] = known
        return known

    # Updates

    def observe_accounts(self, accounts: Iterable[models.Account]) -> None:
        """Update from the complete list of accounts."""
        accounts = list(accounts)
        with self._lock:
            self.accounts = accounts
            owners = {
                account.account_id: identity.plain(account.user)
                for account in accounts
                if string(account.account_id) is not None and _has_id(account.user)
            }
            gone = [name for name, known in self._accounts.items() if known.owner is not None and name not in owners]
            for name in gone:  # removed in the app: its users must not be used any more
                del self._accounts[name]
                self._seen.clear()
            for name, owner in owners.items():
                self._account(name).owner = owner
            self._listed = True

    def observe_account(self, account: models.Account) -> None:
        """Update from one account."""
        if string(account.account_id) is not None and _has_id(account.user):
            with self._lock:
                self._account(account.account_id).owner = identity.plain(account.user)

    def observe_chats(self, chats: Iterable[models.Chat]) -> None:
        """Update from chats and the participants in them."""
        with self._lock:
            for chat in chats:
                if chat.merge is not None:
                    continue  # its participants belong to several accounts, and nothing shows which
                try:
                    self._observe_chat(chat)
                except (AttributeError, TypeError):  # an incomplete chat shows nothing. Checks would slow all others
                    continue

    def _observe_chat(self, chat: models.Chat) -> None:
        people = chat.participants.items
        marks, own_id = _marks(people), self._own_ids.get(chat.id)
        known = self._chats.get(chat.id), chat.local_chat_id, marks, own_id
        if marks is None or chat.account_id != known[0] or self._seen.get(chat.id) != known:
            me = self._observe_new(chat, people)
            # Without a mark, it depends on what other responses show later. With too many people, some are forgotten.
            if me is not None and len(self._others) < MAX_OTHERS:
                self._seen[chat.id] = chat.account_id, chat.local_chat_id, marks, me.id

    def _observe_new(self, chat: models.Chat, people: Sequence[models.Participant]) -> models.Participant | None:
        """Returns the participant that is marked as self, if any."""
        known = self._accounts.get(chat.account_id)
        self._chats[chat.id] = chat.account_id
        if chat.local_chat_id is not None:
            self._chats[chat.local_chat_id] = chat.account_id
        # filter() is fast: for each chat of each page
        me = marked = next((person for person in filter(_IS_SELF, people) if person.is_self is True), None)
        if me is None and known is not None:
            me = identity.with_own_id(people, known.knows)
        if me is not None:
            self._record_self(chat, me, people)
        elif chat.id not in self._own_ids and not is_cut(chat.participants):
            self._set_own_id(chat, None)  # an ID that is not known yet
        return marked

    def observe_messages(self, messages: Iterable[models.Message]) -> None:
        """Update from messages: the sender of a message with ``is_sender`` is the current user."""
        own: dict[tuple[str, str, str], models.Message] = {}
        for message in messages:
            if message.is_sender is True:
                key = message.sender_id, message.account_id, message.chat_id
                if None not in map(string, key):
                    own[key] = message
        if own:
            with self._lock:
                for message in own.values():
                    self._record_sender(message)

    def observe_own_message(self, message: models.Message) -> None:
        """Update from a result of a search for own messages, which may lack ``is_sender``."""
        if string(message.sender_id) is not None and string(message.chat_id) is not None:
            with self._lock:
                self._record_sender(message)

    def record_self(self, chat: models.Chat, me: models.User, people: Iterable[models.User]) -> None:
        """Record that one of these participants of a chat is the current user."""
        if chat.merge is None and string(chat.account_id) is not None and _has_id(me):
            with self._lock:
                self._record_self(chat, me, people)

    def record_no_own_messages(self, account_id: str) -> None:
        """Record that a search for own messages on this account found none."""
        with self._lock:
            self._account(account_id).no_own_messages = True

    def record_none_in(self, chat_id: str) -> None:
        """Record that a search for own messages in this chat found none."""
        with self._lock:
            self._own_ids[chat_id] = ""

    def _record_self(self, chat: models.Chat, me: models.User, people: Iterable[models.User]) -> None:
        account = self._account(chat.account_id)
        if me.id not in account.flagged_self:
            account.flagged_self[me.id] = identity.plain(me).evolve(is_self=True)
        name, my_id = chat.account_id, me.id
        self._set_own_id(chat, my_id)
        others = (person.id for person in people if person.id != my_id and person.is_self is not True)
        self._others.update([(name, user_id) for user_id in others if type(user_id) is str])
        if len(self._others) == MAX_OTHERS:  # some of other chats may be evicted
            self._seen.clear()

    def _set_own_id(self, chat: models.Chat, user_id: str | None) -> None:
        for chat_id in map(string, (chat.id, chat.local_chat_id)):
            if chat_id is not None:
                self._own_ids[chat_id] = user_id

    def _lookup(self, account_id: str | None, look: Callable[[AccountSelf], models.User | None]) -> models.User | None:
        with self._lock:
            known = self._accounts.get(account_id if type(account_id) is str else "")
            user = None if known is None else look(known)
            return None if user is None else user.evolve()

    def _record_sender(self, message: models.Message) -> None:
        account = self._account(message.account_id)
        if string(message.chat_id) is not None:
            self._chats[message.chat_id] = message.account_id
            self._own_ids[message.chat_id] = message.sender_id
        if message.sender_id not in account.own_senders:
            account.own_senders[message.sender_id] = identity.sender(message)

    # Queries

    @property
    def listed(self) -> bool:
        """Whether the list of accounts is known."""
        return self._listed

    def account_of(self, chat_id: str) -> str | None:
        """The account of a chat, by its ID or local ID; None if the chat is not known."""
        with self._lock:
            return self._chats.get(chat_id)

    def flagged_self(self, account_id: str) -> models.User | None:
        """The current user on an account, as marked in a chat. With several IDs, that of the list of accounts if it is
        one of them, or the last one."""
        return self._lookup(account_id, AccountSelf.main_self)

    def own_sender(self, account_id: str) -> models.User | None:
        """The current user on an account, as the sender of an own message."""
        return self._lookup(account_id, lambda known: next(reversed(known.own_senders.values()), None))

    def owner(self, account_id: str) -> models.User | None:
        """The current user on an account, as in the list of accounts."""
        return self._lookup(account_id, lambda known: known.owner)

    def unique_self(self, account_id: str | None) -> models.User | None:
        """The current user on an account if all chats and own messages have the same ID."""
        return self._lookup(account_id, AccountSelf.unique_self)

    def self_in(self, chat_id: str) -> models.User | None:
        """The current user in a chat; None if a request is needed to be certain of their ID in this chat."""
        account_id = self.account_of(chat_id)
        own_id = self._own_ids.get(chat_id, "")
        if account_id is None or not own_id:
            return None if own_id is None else self.unique_self(account_id)
        return self._lookup(account_id, lambda known: known.user(own_id))

    def unlisted(self, listed: Container[str]) -> dict[str, models.User]:
        """The current user on other accounts than these, by account ID: those missing in the list of accounts."""
        with self._lock:
            others = [(name, known.unique_self()) for name, known in self._accounts.items() if name not in listed]
            return {name: user.evolve() for name, user in others if user is not None}

    def no_own_messages(self, account_id: str) -> bool:
        """Whether a search for own messages on an account found none."""
        with self._lock:
            known = self._accounts.get(account_id)
            return known is not None and known.no_own_messages

    def is_own(self, account_id: str, user_id: str) -> bool:
        """Whether a user ID is known to be the current user on an account."""
        if type(account_id) is not str or type(user_id) is not str:
            return False
        with self._lock:
            known = self._accounts.get(account_id)
            return known is not None and known.knows(user_id)

    def is_mine(self, message: models.Message) -> bool | None:
        """Whether the current user sent a message; None if it is not known."""
        if isinstance(message.is_sender, bool):
            return message.is_sender
        if string(message.account_id) is None or string(message.sender_id) is None:
            return None
        with self._lock:
            known = self._accounts.get(message.account_id)
            if known is None:
                return None
            if known.knows(message.sender_id):
                self._record_sender(message)  # this ID is now known to be used for own messages
                return True
            # An unknown sender may be another ID of the current user, so False needs evidence.
            other = (message.account_id, message.sender_id) in self._others
            return False if other or (self._listed and self._own_ids.get(string(message.chat_id) or "")) else None
