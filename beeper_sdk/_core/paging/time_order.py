"""The order in which the messages of several chats are merged. No I/O.

The messages of each chat stay in the order in which the server returns them, whatever their timestamps: those of some
networks are wrong, and apps return the epoch, or none, for some messages. A message gets the place of the one that
follows it on its page if that comes first: so a wrong timestamp does not hold back the rest of its chat, and changes
the order of one page at most. A place depends on nothing that came before, so an iteration that is resumed has the same
order.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from .cursors import cursor_text

if TYPE_CHECKING:
    from ..generated import models

Place: TypeAlias = tuple[datetime, int, str, str]
"""Timestamp; length and text of the sort key, whose digits are compared as a number; chat ID."""
NOWHERE: Place = (datetime.min.replace(tzinfo=UTC), 0, "", "")
_FIRST_YEAR = 2000
"""Timestamps before it are wrong."""


def places(messages: Sequence[models.Message], chat_id: str, *, ascending: bool) -> list[Place | None]:
    """The places of messages of one page, in the order of the iteration. None comes before everything else: there is no
    timestamp on the rest of the page."""
    found: list[Place | None] = []
    following: Place | None = None
    for message in reversed(messages):
        own = _place(message, chat_id)
        if own is None or following is None:
            following = own or following
        else:
            following = min(own, following) if ascending else max(own, following)
        found.append(following)
    found.reverse()
    return found


def _place(message: models.Message, chat_id: str) -> Place | None:
    timestamp = sent_at(message)
    if timestamp is None:
        return None
    key = cursor_text(message.sort_key) or ""
    return timestamp, len(key), key, chat_id


def sent_at(message: models.Message) -> datetime | None:
    """When a message was sent; None if the timestamp is missing or wrong."""
    return _usable(message.timestamp)


def _usable(value: object) -> datetime | None:
    if not isinstance(value, datetime) or value.year < _FIRST_YEAR:
        return None
    return value if value.tzinfo is not None else value.replace(tzinfo=UTC)
