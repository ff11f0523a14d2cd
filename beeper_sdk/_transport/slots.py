"""Limits the number of concurrent calls of threads. `slots_async` is the counterpart for tasks."""

from __future__ import annotations

from threading import Semaphore

from .budget import MAX_CALLS


class Slots:
    """Limits the number of concurrent calls to `MAX_CALLS`."""

    def __init__(self) -> None:
        self._free = Semaphore(MAX_CALLS)
        self._released = 0

    def acquire(self, seconds: float | None) -> None:
        """Wait for a slot. Raises TimeoutError if no other call ends for that long: with a healthy server, a long queue
        is no failure."""
        if self._free.acquire(blocking=False):
            return
        released = self._released
        while not self._free.acquire(timeout=seconds):
            if self._released == released:
                raise TimeoutError
            released = self._released

    def release(self) -> None:
        """Free the slot of a call that ended."""
        self._released += 1  # not atomic: a lost count still shows that a call ended
        self._free.release()
