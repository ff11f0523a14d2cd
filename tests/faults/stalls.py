"""How long the machine kept this process from running. No operation can be blamed for that."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Self, TypeVar

T = TypeVar("T")

INTERVAL = 0.1


class StallMeter:
    """A thread that sleeps again and again, and adds up how much later than requested it wakes up."""

    def __init__(self) -> None:
        self.seconds = 0.0
        """All delays so far."""
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._measure, name="StallMeter", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _measure(self) -> None:
        before = time.monotonic()
        while not self._stop.wait(INTERVAL):
            now = time.monotonic()
            self.seconds += max(0.0, now - before - INTERVAL)
            before = now


def look_again(look: Callable[[], T]) -> T:
    """What a fake server contains. It may not respond within its 10 seconds because of a stall, but not twice."""
    try:
        return look()
    except TimeoutError:
        return look()
