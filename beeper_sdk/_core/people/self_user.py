"""Which of these people am I? Pure: what is known is given, nothing is asked for.

What a client learned on the way is in `identity_cache`, the order of asking in ``_async/people/self_lookup``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..generated import models

# What SelfUserUnknown says was tried.
MARK = "isSelf among the participants"
LIST = "the list of accounts, where this one is missing"
OWNER = "the account's user among the participants"
MESSAGES = "your own messages on the account"
CHATS = "isSelf in the chats of the account"
ROSTER = "the whole roster"


def flagged_self(people: Iterable[models.Participant]) -> models.Participant | None:
    """The one the server marks as oneself."""
    return next((person for person in people if person.is_self), None)


def with_id(people: Iterable[models.Participant], user_id: str | None) -> models.Participant | None:
    """The one with this user id."""
    return next((person for person in people if person.id == user_id), None)


def with_own_id(people: Iterable[models.Participant], own: Callable[[str], bool]) -> models.Participant | None:
    """The one whose id is known to be one's own."""
    return next((person for person in people if own(person.id)), None)


def is_cut(roster: models.ChatParticipants) -> bool:
    """Has the chat more members than these?"""
    return roster.has_more or len(roster.items) < roster.total


def next_lookups(*, cut: bool, listed: bool) -> list[str]:
    """Where to look on for oneself in a chat, the likeliest first: each step is one request.

    Args:
        cut: Does the chat have more members than were looked at?
        listed: Is the account's user known?
    """
    if not cut:
        return [MESSAGES]
    return [ROSTER, MESSAGES] if listed else [MESSAGES, ROSTER]


def plain(person: models.User) -> models.User:
    """The user alone, without what a chat says of the member: a copy that outlives the answer it came in."""
    from ..generated import base, models

    known = base.attribute_names(models.User)
    return models.User.from_dict({name: value for name, value in person.to_dict().items() if name in known})


def sender(message: models.Message) -> models.User:
    """The sender of one's own message: the id, and the name where it is told."""
    from ..generated import models

    return models.User(id=message.sender_id, full_name=message.sender_name, is_self=True)
