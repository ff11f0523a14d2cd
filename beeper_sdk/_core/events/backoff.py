"""How long to wait before the next attempt to connect."""

from __future__ import annotations

from collections.abc import Callable

from .timing import Timing


def _random() -> float:
    from random import random

    return random()  # noqa: S311  # a delay is no secret


class Backoff:
    """Exponential backoff with full jitter: random between 0 and a limit that doubles with each attempt."""

    def __init__(self, timing: Timing, chance: Callable[[], float] = _random) -> None:
        self._timing = timing
        self._chance = chance
        self._attempts = 0

    def next_delay(self) -> float:
        """Seconds to wait before the next attempt."""
        limit = min(self._timing.max_delay, self._timing.first_delay * 2.0 ** min(self._attempts, 30))
        self._attempts += 1
        return limit * self._chance()

    def ended(self, seconds: float) -> None:
        """A connection was lost that lasted so many seconds."""
        if seconds >= self._timing.stable:
            self._attempts = 0
