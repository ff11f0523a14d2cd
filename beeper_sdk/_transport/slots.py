"""Limits the number of concurrent calls of threads. `slots_async` is the counterpart for tasks."""

from __future__ import annotations

from threading import Condition

from .budget import MAX_CALLS


class Slots:
    """Limits the number of concurrent calls to `MAX_CALLS`."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._free = MAX_CALLS
        self._released = 0
        self._retired = False

    def acquire(self, seconds: float | None) -> bool:
        """Wait for a slot. Returns False if the slots were retired. Raises TimeoutError if no other call ends for that
        long: with a healthy server, a long queue is no failure."""
        with self._changed:
            while not self._free:
                released = self._released
                if not self._changed.wait(seconds) and self._released == released:
                    raise TimeoutError
            self._free -= not self._retired
            return not self._retired

    def release(self) -> None:
        """Free the slot of a call that ended."""
        with self._changed:
            self._released += 1
            self._free += 1
            self._changed.notify()

    def retire(self) -> bool:
        """Accept no more calls, if none is running or waiting. Returns whether that is so."""
        with self._changed:
            self._retired = self._retired or self._free == MAX_CALLS
            return self._retired
