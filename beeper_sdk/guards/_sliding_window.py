"""How many writes were let through of late: sliding windows, shared by all threads and tasks of a client.

A place is taken before a write is confirmed and counts from then on, so that two that wait to be confirmed cannot
share one; its time is that of the confirmation, so that no window ever holds more than its limit.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

from .._core.util.fork_safe_lock import fork_safe_lock


class Full(NamedTuple):
    """A window has no place left."""

    limit: int
    seconds: int
    retry_after: float
    """Seconds until there may be one again."""


class Windows:
    """Limits: so many writes in any span of so many seconds."""

    def __init__(self, *limits: tuple[int, int], clock: Callable[[], float] = monotonic) -> None:
        self._limits = limits
        self._clock = clock
        self._lock = fork_safe_lock()
        self._waiting = 0
        """Places taken by writes that are not decided yet."""
        self._passed: deque[float] = deque(maxlen=max((count for count, _ in limits), default=0))

    def take(self) -> Full | None:
        """Take a place; where there is none, say which limit is reached, and take nothing."""
        with self._lock:
            now = self._clock()
            full = [found for found in (self._full(count, span, now) for count, span in self._limits) if found]
            if full:
                return max(full, key=lambda one: one.retry_after)
            self._waiting += 1
            return None

    def keep(self) -> None:
        """The write that took a place was let through, now."""
        with self._lock:
            self._waiting -= 1
            self._passed.append(self._clock())

    def give_back(self) -> None:
        """It was not."""
        with self._lock:
            self._waiting -= 1

    def _full(self, count: int, span: int, now: float) -> Full | None:
        room = count - self._waiting
        if room <= 0:
            return Full(count, span, span)
        if len(self._passed) < room or self._passed[-room] <= now - span:
            return None
        return Full(count, span, min(float(span), max(0.0, self._passed[-room] + span - now)))
