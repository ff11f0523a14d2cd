"""Limits the number of concurrent calls of threads. `slots_async` is the counterpart for tasks."""

from __future__ import annotations

from queue import Empty, SimpleQueue

from .budget import MAX_CALLS


class Slots:
    """Limits the number of concurrent calls to `MAX_CALLS`."""

    def __init__(self) -> None:
        self._free: SimpleQueue[None] = SimpleQueue()  # written in C: a semaphore takes ten times as long
        for _ in range(MAX_CALLS):
            self._free.put(None)
        self._released = 0

    def acquire(self, seconds: float | None) -> None:
        """Wait for a slot. Raises TimeoutError if no other call ends for that long: with a healthy server, a long queue
        is no failure."""
        released = self._released
        try:
            self._free.get_nowait()
        except Empty:
            self._wait(seconds, released)

    def _wait(self, seconds: float | None, released: int) -> None:
        while True:
            try:
                self._free.get(timeout=seconds)
            except Empty:
                if self._released == released:
                    break
                released = self._released
            else:
                return
        raise TimeoutError

    def release(self) -> None:
        """Free the slot of a call that ended."""
        self._released += 1  # not atomic: a lost count still shows that a call ended
        self._free.put(None)
