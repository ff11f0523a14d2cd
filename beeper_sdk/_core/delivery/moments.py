"""When something happened, and what that is by the server's clock. No I/O.

The clock of this machine can be set while a program runs, and differs from the server's. So a moment has the time of a
second clock, which cannot be set. The time of a send by the server's clock follows from the ``Date`` of a later
response and the time that passed between them. Where the clocks of this machine disagree about the time that passed
(one was set, or one stood still while the machine was suspended), only the limits between which it lies are known.
"""

from __future__ import annotations

import sys
import time as clocks
from collections.abc import Callable
from functools import partial
from time import time
from typing import NamedTuple

from ..http.outcome import http_date

CLOCK_TOLERANCE = 2.0
_DRIFT = 0.001
"""The rate by which the clocks of one machine may differ while the time of day is adjusted gradually."""


def _steady_clock() -> Callable[[], float]:
    """A clock that cannot be set, and, where the system has such a clock, goes on while the machine is suspended."""
    clock: int | None = getattr(clocks, "CLOCK_BOOTTIME", None)
    if sys.platform == "darwin":
        clock = getattr(clocks, "CLOCK_MONOTONIC", None)  # goes on, unlike time.monotonic()
    return clocks.monotonic if clock is None else partial(clocks.clock_gettime, clock)


wall_clock: Callable[[], float] = time
steady_clock = _steady_clock()


class Moment(NamedTuple):
    """A moment by the clocks of this machine, in seconds."""

    wall: float
    """Since the epoch."""
    steady: float | None = None
    """By `steady_clock`; None for a moment of another process."""

    def before(self, seconds: float) -> Moment:
        """An earlier moment."""
        return Moment(self.wall - seconds, None if self.steady is None else self.steady - seconds)

    def is_before(self, other: Moment) -> bool:
        """Whether this is earlier than another moment."""
        if self.steady is None or other.steady is None:
            return self.wall < other.wall
        return self.steady < other.steady


def current_moment() -> Moment:
    """The present moment."""
    return Moment(wall_clock(), steady_clock())


class Window(NamedTuple):
    """A moment by the server's clock: not earlier than `earliest`, not later than `latest`."""

    earliest: float
    latest: float
    read_at: float
    """The time of the reading from which this was derived, at the latest."""


class Reading(NamedTuple):
    """The clocks when a response was received."""

    at: Moment
    server: float | None = None
    """The ``Date`` of the response. None if it has none, or if it is that of this machine up to `CLOCK_TOLERANCE`:
    dates are truncated to seconds. Without it, the server's clock is assumed to be that of this machine."""

    def window(self, moment: Moment) -> Window:
        """An earlier moment by the server's clock."""
        there = self.at.wall if self.server is None else self.server
        by_wall = self.at.wall - moment.wall
        elapsed = by_wall
        found = {there - by_wall}
        if moment.steady is None or self.at.steady is None:
            # Whether this machine's clock was set meanwhile is not known. If it differs, nothing is certain.
            found |= {moment.wall} if self.server is None else {moment.wall, there}
        else:
            elapsed = self.at.steady - moment.steady
            found.add(there - elapsed)
        earliest, latest = min(found), max(found)
        if latest - earliest <= CLOCK_TOLERANCE + _DRIFT * abs(elapsed):
            latest = earliest
        return Window(earliest, latest, latest + max(0.0, elapsed))


def reading(date: str | None, at: Moment) -> Reading:
    """The clocks at a moment at which a response with this ``Date`` was received."""
    server = http_date(date)
    ahead = 0.0 if server is None else server.timestamp() - at.wall
    return Reading(at, at.wall + ahead if abs(ahead) > CLOCK_TOLERANCE else None)
