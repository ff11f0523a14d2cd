"""Limits the number of concurrent calls of threads. `slots_async` is the counterpart for tasks."""

from __future__ import annotations

from queue import Empty, SimpleQueue

from .budget import MAX_CALLS


class Slots:
    """Limits the number of concurrent calls to `MAX_CALLS`."""

    def __init__(self) -> None:
        # Written in C: a semaphore or condition takes ten times as long. Contains True for each free slot, or only
        # False if the slots were retired.
        self._free: SimpleQueue[bool] = SimpleQueue()
        for _ in range(MAX_CALLS):
            self._free.put(True)
        self._released = 0

    def acquire(self, seconds: float | None) -> bool:
        """Wait for a slot. Returns False if the slots were retired. Raises TimeoutError if no other call ends for that
        long: with a healthy server, a long queue is no failure."""
        try:
            is_slot = self._free.get_nowait()
        except Empty:
            is_slot = self._wait(seconds)
        if not is_slot:
            self._free.put(False)
        return is_slot

    def _wait(self, seconds: float | None) -> bool:
        while True:
            released = self._released
            try:
                return self._free.get(timeout=seconds)
            except Empty:
                if self._released != released:
                    continue
            raise TimeoutError

    def release(self) -> None:
        """Free the slot of a call that ended."""
        self._released += 1  # not atomic: a lost count still shows that a call ended
        self._free.put(True)

    def retire(self) -> bool:
        """Accept no more calls, if none is running. Returns whether that is so."""
        found: list[bool] = []
        while len(found) < MAX_CALLS and not self._free.empty():
            try:
                found.append(self._free.get_nowait())
            except Empty:  # another thread has acquired it
                break
        is_retired = len(found) == MAX_CALLS or False in found
        for is_slot in (False,) if is_retired else found:
            self._free.put(is_slot)
        return is_retired
