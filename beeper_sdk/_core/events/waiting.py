"""The events that wait for the program."""

from __future__ import annotations

from collections import deque

from .values import Event, Interrupted


class WaitingEvents:
    """A queue of limited length. When it is full, the oldest events are dropped; one `Interrupted` replaces them."""

    def __init__(self, maximum: int) -> None:
        self._maximum = maximum
        self._events: deque[Event] = deque()
        self._dropped = 0

    def __len__(self) -> int:
        return len(self._events) + (self._dropped > 0)

    def append(self, event: Event) -> None:
        """Add an event."""
        self._events.append(event)
        if len(self._events) > self._maximum:
            self._events.popleft()
            self._dropped += 1

    def popleft(self) -> Event:
        """Remove the oldest event, and return it. Raises IndexError if there is none."""
        if self._dropped:
            dropped, self._dropped = self._dropped, 0
            return Interrupted("overflow", dropped)
        return self._events.popleft()
