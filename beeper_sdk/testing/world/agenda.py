"""What happens in a world when its time comes. What that is, and when, is in ``rules.due``."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from typing import TypeAlias

Event: TypeAlias = Callable[[], object]
"""Does what is due, if it still applies: nothing is removed from an agenda before its time."""


class Agenda:
    """Events by their time, in Unix milliseconds. Those of the same time are in the order in which they were added."""

    def __init__(self) -> None:
        self._events: list[tuple[int, int, Event]] = []
        self._count = 0

    def add(self, at_ms: int, event: Event) -> None:
        """Let something happen at a time."""
        self._count += 1
        heappush(self._events, (at_ms, self._count, event))

    def due(self, now_ms: int) -> tuple[int, Event] | None:
        """Take the next event out, with its time, if the time has come."""
        if not self._events or self._events[0][0] > now_ms:
            return None
        at_ms, _, event = heappop(self._events)
        return at_ms, event
