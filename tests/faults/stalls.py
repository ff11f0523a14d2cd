"""How long the machine kept this process from running. No operation can be blamed for that."""

from __future__ import annotations

import threading
import time
from typing import Self

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
