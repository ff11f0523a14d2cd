"""`RateLimit`: how fast a client may send. No I/O: it returns how long to wait; `_async/engine/turns` waits."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable
from time import monotonic
from typing import final

from ..util.fork_safe_lock import fork_safe_lock
from ..util.override import override
from ..util.validation import MAX_SECONDS, check_count, is_number, wrong_type

_MAX = 1_000_000


@final
class RateLimit:
    """Limits the rate of a client's requests: reads, writes and retries.

    Requests above the limit are delayed; each gets the next free turn when it arrives, and keeps it. All threads and
    tasks of a client share its limit, including clients made by `with_options`; pass the same `RateLimit` to several
    clients to share it among them. Retries wait for their turn too. Waiting for a turn counts neither for the timeout
    nor for the deadline of a call. The turn of a call that is cancelled while it waits goes to the next request that
    arrives, which is then sent before those that wait behind it. A pickle contains the two arguments only.

    Args:
        per_second: Average number of requests per second, from 0.000001 to 1000000. 0.5 is one every two seconds.
        burst: Number of requests that may be sent at once after an idle period, from 1 to 1000000.

    Raises:
        ValueError, TypeError: an argument is invalid.
    """

    __slots__ = ("_burst", "_per_second", "_turns")

    def __init__(self, per_second: float, burst: int = 1, *, _clock: Callable[[], float] = monotonic) -> None:
        if not is_number(per_second):
            raise wrong_type("per_second", "a number", per_second)
        # Times on the clock are floats: with other numbers, adding a turn would overflow, or change nothing.
        if not 1 / MAX_SECONDS <= per_second <= _MAX:
            raise ValueError(f"per_second must be from 0.000001 to {_MAX}, or rate_limit=None for no limit")
        check_count("burst", burst, 1, _MAX)
        self._per_second = float(per_second)
        self._burst = burst
        self._turns = Turns(1 / self._per_second, burst, _clock)

    @property
    def per_second(self) -> float:
        """Average number of requests per second."""
        return self._per_second

    @property
    def burst(self) -> int:
        """Number of requests that may be sent at once."""
        return self._burst

    @override
    def __reduce__(self) -> tuple[type[RateLimit], tuple[float, int]]:
        return RateLimit, (self._per_second, self._burst)

    @override
    def __repr__(self) -> str:
        return f"RateLimit(per_second={self._per_second:g}, burst={self._burst})"


def turns_of(limit: RateLimit) -> Turns:
    """The turns of a limit, which the engine waits for."""
    return limit._turns  # noqa: SLF001 - of this module


class Turns:
    """The turns of the requests of a `RateLimit`. Thread-safe."""

    __slots__ = ("_burst", "_clock", "_free", "_interval", "_lock", "_returned")

    def __init__(self, interval: float, burst: int, clock: Callable[[], float]) -> None:
        self._interval = interval
        """Seconds between two turns."""
        self._burst = burst
        self._clock = clock
        self._lock = fork_safe_lock()
        self._free = float("-inf")
        """The time (on the clock) at which the whole burst is available again."""
        self._returned: list[float] = []
        """The turns that were given back, sorted."""

    def take_turn(self) -> float:
        """Reserve the next free turn. Returns it: a time on the clock of this object."""
        # The generic cell rate algorithm (GCRA): one timestamp in place of a bucket of tokens.
        with self._lock:
            now = self._clock()
            # One that has passed is dropped: used now, it would be too close to the turn after it.
            while self._returned:
                if (turn := self._returned.pop(0)) >= now:
                    return turn
            self._free = max(self._free, now) + self._interval
            return self._free - self._interval * self._burst

    def seconds_until(self, turn: float) -> float:
        """Seconds until a turn; 0 if the request may be sent."""
        return max(0.0, turn - self._clock())

    def give_back(self, turn: float) -> None:
        """Give back the turn of a request that is not sent. The next request that arrives gets it."""
        with self._lock:
            insort(self._returned, turn)
            # At the end of the queue, turns are removed: if all that wait are cancelled, none is left.
            while self._returned and self._returned[-1] > self._free - self._interval * (self._burst + 0.5):
                self._returned.pop()
                self._free -= self._interval
