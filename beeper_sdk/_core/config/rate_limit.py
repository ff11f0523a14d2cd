"""`RateLimit`: how fast a client may send. Pure: it says how long to wait, and the sender waits."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import final

from ..util.fork_safe_lock import fork_safe_lock
from ..util.override import override
from ..util.validation import is_number, is_whole


@final
class RateLimit:
    """At most so many requests a second: reads, writes, and each further attempt of both.

    Requests over it wait for their turn, first come first served. All threads and tasks of a client share one, and
    those of `with_options` too; give the same `RateLimit` to several clients and they share it as well. A turn is
    used up even where the request that waited for it is cancelled. A pickle holds the two numbers, not the turns.

    Args:
        per_second: Requests a second in the long run, more than 0; 0.5 is one every two seconds.
        burst: How many may go at once after a pause, at least 1.

    Raises:
        ValueError, TypeError: an argument does not fit.
    """

    __slots__ = ("_burst", "_clock", "_free", "_lock", "_per_second")

    def __init__(self, per_second: float, burst: int = 1, *, _clock: Callable[[], float] = monotonic) -> None:
        if not is_number(per_second):
            raise TypeError(f"per_second takes a number, not {type(per_second).__name__}")
        if not 0 < per_second < float("inf") or 1 / per_second == float("inf"):
            raise ValueError("per_second takes a number greater than 0")
        if not is_whole(burst):
            raise TypeError(f"burst takes a whole number, not {type(burst).__name__}")
        if burst < 1:
            raise ValueError("burst takes a whole number of at least 1")
        self._per_second = float(per_second)
        self._burst = burst
        self._clock = _clock
        self._lock = fork_safe_lock()
        self._free = float("-inf")
        """When all turns will be free again."""

    @property
    def per_second(self) -> float:
        """Requests a second."""
        return self._per_second

    @property
    def burst(self) -> int:
        """Requests at once."""
        return self._burst

    def reserve(self) -> float:
        """Take the next turn. Seconds to wait for it; 0 where it is now."""
        pace = 1 / self._per_second
        with self._lock:
            now = self._clock()
            self._free = max(self._free, now) + pace
            return max(0.0, self._free - pace * self._burst - now)

    @override
    def __reduce__(self) -> tuple[type[RateLimit], tuple[float, int]]:
        return RateLimit, (self._per_second, self._burst)

    @override
    def __repr__(self) -> str:
        return f"RateLimit(per_second={self._per_second:g}, burst={self._burst})"
