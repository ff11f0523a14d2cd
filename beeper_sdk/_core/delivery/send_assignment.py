"""Assigns messages to the sends of which they may be, by their times. No I/O."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .moments import CLOCK_TOLERANCE

if TYPE_CHECKING:
    from .moments import Window

_MAX_DELAY = 240.0
"""Seconds after which a sent message has appeared."""


def assign_messages(messages: Sequence[float], sends: Sequence[Window]) -> dict[int, int]:
    """The indexes of messages, oldest first, and of the sends to which they are assigned.

    A send gets at most one message, which is dated from its attempt to `_MAX_DELAY` seconds later."""
    assigned: dict[int, int] = {}
    left = sorted(range(len(sends)), key=lambda index: sends[index].latest)
    for number, timestamp in enumerate(messages):
        for index in left:
            if sends[index].earliest - CLOCK_TOLERANCE <= timestamp <= sends[index].latest + _MAX_DELAY:
                assigned[number] = index
                left.remove(index)
                break
    return assigned
