"""Limits the number of concurrent calls of tasks, as in `slots`, with which it has little in common."""

from __future__ import annotations

from collections import deque

import anyio

from .budget import MAX_CALLS


class Slots:
    """Limits the number of concurrent calls to `MAX_CALLS`. Further calls wait in order."""

    def __init__(self) -> None:
        self._free = MAX_CALLS
        self._released = 0
        self._retired = False
        self._waiting: deque[anyio.Event] = deque()

    @property
    def unused(self) -> bool:
        """Whether no call is running."""
        return self._free == MAX_CALLS

    async def acquire(self, seconds: float | None) -> bool:
        """Wait for a slot. Returns False if the slots were retired. Raises TimeoutError if no other call ends for that
        long: with a healthy server, a long queue is no failure."""
        if self._free:
            self._free -= not self._retired
            return not self._retired
        granted = anyio.Event()
        self._waiting.append(granted)
        try:
            while not granted.is_set():
                released = self._released
                with anyio.move_on_after(seconds):
                    await granted.wait()
                if not granted.is_set() and self._released == released:
                    raise TimeoutError
        except BaseException:
            if granted.is_set():  # it got the slot at the moment of the timeout or cancellation
                self.release()
            else:
                self._waiting.remove(granted)
            raise
        return True

    def release(self) -> None:
        """Give the slot to the next waiter, or free it."""
        self._released += 1
        if self._waiting:
            self._waiting.popleft().set()
        else:
            self._free += 1

    def retire(self) -> bool:
        """Accept no more calls, if none is running or waiting. Returns whether that is so."""
        self._retired = self._retired or self.unused
        return self._retired
