"""Finds the current user among participants. No I/O.

`identity_cache` holds what a client knows; ``_async/people/self_lookup`` makes the requests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ..util.bounded import BoundedDict

if TYPE_CHECKING:
    from ..generated import models

# The sources in `SelfUserUnknown.tried`.
MARK = "isSelf among the participants"
LIST = "the list of accounts (which lacks this account)"
OWNER = "the account's user among the participants"
MESSAGES = "your own messages on the account"
CHATS = "isSelf in the chats of the account"
ROSTER = "all participants"

MAX_IDS = 16
"""Maximum number of IDs of the current user on one account."""


class AccountSelf:
    """What is known about the current user on one account. They may have several IDs."""

    __slots__ = ("flagged_self", "no_own_messages", "own_senders", "owner")

    def __init__(self, on_evict: Callable[[object], None] | None = None) -> None:
        self.flagged_self: BoundedDict[str, models.User] = BoundedDict(MAX_IDS, on_evict)
        """Participants marked as self in chats."""
        self.own_senders: BoundedDict[str, models.User] = BoundedDict(MAX_IDS)
        """Senders of own messages. Only their ID, and sometimes their name, is known."""
        self.owner: models.User | None = None
        """The user of the account in the list of accounts."""
        self.no_own_messages = False
        """Whether own messages were searched for, and there were none."""

    def knows(self, user_id: str) -> bool:
        listed = self.owner is not None and self.owner.id == user_id
        return listed or user_id in self.flagged_self or user_id in self.own_senders

    def user(self, user_id: str) -> models.User | None:
        return self.flagged_self.get(user_id) or self.own_senders.get(user_id)

    def main_self(self) -> models.User | None:
        owner = None if self.owner is None else self.flagged_self.get(self.owner.id)
        return owner or next(reversed(self.flagged_self.values()), None)

    def unique_self(self) -> models.User | None:
        """The current user if all chats and own messages have the same ID."""
        users = list((self.flagged_self or self.own_senders).values())
        if len(self.flagged_self.keys() | self.own_senders.keys()) != 1:
            return None
        listed = self.owner is not None and self.owner.id == users[0].id and not self.flagged_self
        return self.owner if listed else users[0]


def flagged_self(people: Iterable[models.Participant]) -> models.Participant | None:
    """The participant that the server marks as the current user."""
    return next((person for person in people if person.is_self is True), None)


def with_id(people: Iterable[models.Participant], user_id: str | None) -> models.Participant | None:
    """The participant with this user ID."""
    return next((person for person in people if person.id == user_id), None)


def with_own_id(people: Iterable[models.Participant], own: Callable[[str], bool]) -> models.Participant | None:
    """The participant whose ID is known to be the current user's."""
    return next((person for person in people if own(person.id)), None)


def next_lookups(*, cut: bool, listed: bool) -> list[str]:
    """The sources to check next for the current user in a chat, the likeliest first. Each step is one request.

    Args:
        cut: Whether the chat has more participants than were checked.
        listed: Whether the account's user is known.
    """
    if not cut:
        return [MESSAGES]
    return [ROSTER, MESSAGES] if listed else [MESSAGES, ROSTER]


def plain(person: models.User) -> models.User:
    """A copy of the user without the attributes of a chat participant. It does not keep the response in memory."""
    from ..generated import base, models

    known = base.attribute_names(models.User)
    return models.User.from_dict({name: value for name, value in person.to_dict().items() if name in known})


def sender(message: models.Message) -> models.User:
    """The current user, as the sender of an own message: the ID, and the name if the message has it."""
    from ..generated import models
    from .names import real_name

    name = real_name(message.sender_name, message.sender_id)
    return models.User(id=message.sender_id, full_name=name, is_self=True)
