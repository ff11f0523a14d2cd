"""Sort keys: they follow the moments of messages, so that a message can be put between any two others.

A key is the moment in Unix milliseconds times `KEYS_PER_MS`, plus a number that keeps the keys of one millisecond
apart: up to a thousand messages of all chats can have the same millisecond.
"""

from __future__ import annotations

from collections.abc import Iterable

from .dates import KEYS_PER_MS
from .room import Room


def first_key(moment_ms: int) -> int:
    """The first sort key of a millisecond."""
    return moment_ms * KEYS_PER_MS


def free_key(rooms: Iterable[Room], moment_ms: int) -> int:
    """The first key of a millisecond after all that messages of these chats have.

    Raises:
        ValueError: The keys of the millisecond are used up, or it is before 1970.
    """
    if moment_ms < 0:
        raise ValueError("messages cannot be from before 1970")
    start = first_key(moment_ms)
    end = start + KEYS_PER_MS
    key = max((room.last_key(start, end) + 1 for room in rooms), default=start)
    if key >= end:
        raise ValueError(f"more than {KEYS_PER_MS} messages at one millisecond; choose another moment for the next")
    return key
