"""`RateLimit`: how fast a client may send. No I/O: it returns how long to wait, and the sender waits."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import final

from ..util.fork_safe_lock import fork_safe_lock
from ..util.override import override
from ..util.validation import check_count, is_number, wrong_type


@final
class RateLimit:
    """Limits the rate of a client's requests: reads, writes and retries.

    Requests above the limit are delayed and sent in order. All threads and tasks of a client share its limit, including
    clients made by `with_options`; pass the same `RateLimit` to several clients to share it among them. A request that
    is cancelled while it waits still counts. A pickle contains the two arguments only.

    Args:
        per_second: Average number of requests per second, greater than 0. 0.5 is one request every two seconds.
        burst: Number of requests that may be sent at once after an idle period, at least 1.

    Raises:
        ValueError, TypeError: an argument is invalid.
    """

    __slots__ = ("_burst", "_clock", "_free", "_lock", "_per_second")

    def __init__(self, per_second: float, burst: int = 1, *, _clock: Callable[[], float] = monotonic) -> None:
        if not is_number(per_second):
            raise wrong_type("per_second", "a number", per_second)
        # 1 / x overflows to infinity for numbers below about 6e-309, and reserve() would return NaN then.
        if not 0 < per_second < float("inf") or 1 / per_second == float("inf"):
            raise ValueError("per_second must be a finite number greater than 0")
        check_count("burst", burst)
        self._per_second = float(per_second)
        self._burst = burst
        self._clock = _clock
        self._lock = fork_safe_lock()
        self._free = float("-inf")
        """The time (on the clock) at which the whole burst is available again."""

    @property
    def per_second(self) -> float:
        """Average number of requests per second."""
        return self._per_second

    @property
    def burst(self) -> int:
        """Number of requests that may be sent at once."""
        return self._burst

    def reserve(self) -> float:
        """Reserve the next request. Returns the seconds to wait before sending it; 0 if it may be sent now."""
        # The generic cell rate algorithm (GCRA): one timestamp in place of a bucket of tokens.
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
