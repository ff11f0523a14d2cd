"""Which messages other sends account for, by their times. No I/O."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .moments import CLOCK_TOLERANCE

if TYPE_CHECKING:
    from .moments import Window

_SLOWEST = 240.0
"""Seconds after which a sent message has appeared."""


def accounted(messages: Sequence[float], sends: Sequence[Window]) -> dict[int, int]:
    """The messages, oldest first, that sends account for, by index, and these sends.

    A send accounts for at most one message, which is dated from its attempt to `_SLOWEST` seconds later."""
    accounts: dict[int, int] = {}
    left = sorted(range(len(sends)), key=lambda index: sends[index].latest)
    for number, moment in enumerate(messages):
        for index in left:
            if sends[index].earliest - CLOCK_TOLERANCE <= moment <= sends[index].latest + _SLOWEST:
                accounts[number] = index
                left.remove(index)
                break
    return accounts
