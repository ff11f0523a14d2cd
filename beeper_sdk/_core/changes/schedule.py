"""When the chats are listed again."""

from __future__ import annotations

from collections.abc import Callable

FULL_EVERY = 1800.0
"""Seconds between two listings of all chats. They find what did not make a chat the most recent one."""


class Schedule:
    """Decides when to sweep: to list the chats, most recent first, until those that did not change.

    Args:
        clock: Seconds of a clock that is never set.
        poll_every: Seconds between two sweeps without events.
        sweep_every: Seconds between two sweeps with events.
    """

    def __init__(self, clock: Callable[[], float], poll_every: float, sweep_every: float) -> None:
        self._clock = clock
        self._poll_every, self._sweep_every = poll_every, sweep_every
        self._swept_at = self._full_at = float("-inf")
        self.has_events: bool = False
        """Whether events report changes at the moment."""
        self.is_regular: bool = False
        """Whether the next sweep is made because it is time, and not because something may have been missed."""

    @property
    def _sweep_at(self) -> float:
        return self._swept_at + (self._sweep_every if self.has_events else self._poll_every)

    @property
    def is_due(self) -> bool:
        """Whether to sweep now."""
        return self._clock() >= self._sweep_at

    @property
    def is_full_due(self) -> bool:
        """Whether that sweep lists all chats."""
        return self._clock() >= self._full_at + FULL_EVERY

    @property
    def seconds_left(self) -> float:
        """Seconds until the next sweep."""
        return max(0.0, self._sweep_at - self._clock())

    def request(self, *, full: bool = False) -> None:
        """Sweep as soon as possible."""
        self._swept_at, self.is_regular = float("-inf"), False
        if full:
            self._full_at = float("-inf")

    def swept(self, *, full: bool) -> None:
        """A sweep was made, or failed and is to be made again after the usual time."""
        self._swept_at, self.is_regular = self._clock(), True
        if full:
            self._full_at = self._swept_at

    def skip_full(self) -> None:
        """All chats were listed lately, by another process too."""
        self._full_at = self._clock()
