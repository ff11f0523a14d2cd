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
        self._times: list[tuple[int, int, str]] = []
        self._events: dict[tuple[int, str], Event] = {}
        self._count = 0

    def add(self, at_ms: int, about: str, event: Event) -> None:
        """Let something happen at a time, unless an event about the same thing is to happen then."""
        if (at_ms, about) not in self._events:
            self._count += 1
            self._events[at_ms, about] = event
            heappush(self._times, (at_ms, self._count, about))

    def due(self, now_ms: int) -> tuple[int, Event] | None:
        """Take the next event out, with its time, if the time has come."""
        if not self._times or self._times[0][0] > now_ms:
            return None
        at_ms, _, about = heappop(self._times)
        return at_ms, self._events.pop((at_ms, about))
