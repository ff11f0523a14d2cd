"""Pages of an ordered list: newest first inside a page, in either direction, cursors at both ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..wire.cursors import Cursors, Place
from ..wire.json_values import Json

T = TypeVar("T")
OVERLAP = 3


@dataclass(frozen=True, slots=True)
class Ask:
    """What a request said about the page it wants."""

    cursor: str | None = None
    direction: str | None = None
    limit: int = 20
    late: bool = False
    """Answer an empty page first, whose cursors lead to the real one."""

    @property
    def forward(self) -> bool:
        """Towards newer entries; towards older ones when only a cursor was given."""
        return self.direction == "after"


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The entries of a page, newest first, and how to go on."""

    entries: list[T]
    has_more: bool
    oldest: str | None
    newest: str | None

    def wire(self, items: list[Json]) -> Json:
        """The page as it is sent, with the wire form of its entries."""
        return {
            "items": items,
            "hasMore": self.has_more,
            "oldestCursor": self.oldest,
            "newestCursor": self.newest,
        }


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """An ordered list to page through: its entries oldest first, and the place of each."""

    name: str
    entries: Sequence[T]
    place: Callable[[T], Place]
    cursors: Cursors
    stuck: bool = False
    overlap: bool = False

    def page(self, ask: Ask) -> Page[T]:
        """The page a request asks for."""
        if ask.late and self.entries:
            return self._nothing_yet(ask.limit)
        if ask.cursor is None:
            return self._between(max(0, len(self.entries) - ask.limit), len(self.entries), forward=ask.forward)
        at = self.cursors.read(self.name, ask.cursor)
        if ask.forward:
            low = bisect_right(self.entries, at, key=self.place)
            high = min(len(self.entries), low + ask.limit)
            return self._between(max(0, low - OVERLAP) if self.overlap else low, high, forward=True)
        high = bisect_left(self.entries, at, key=self.place)
        if high == 0 and self.stuck:
            return self._again(at, ask.limit)
        return self._between(max(0, high - ask.limit), high, forward=False)

    def _between(self, low: int, high: int, *, forward: bool) -> Page[T]:
        entries = list(reversed(self.entries[low:high]))
        if not entries:
            return Page([], has_more=False, oldest=None, newest=None)
        more = high < len(self.entries) if forward else low > 0
        oldest, newest = (self.cursors.write(self.name, self.place(entry)) for entry in (entries[-1], entries[0]))
        stays = self.stuck or (forward and self.overlap)
        return Page(entries, more or stays, oldest, newest)

    def _nothing_yet(self, limit: int) -> Page[T]:
        """An empty page whose older cursor stands just above the first page, and whose newer one just below it."""
        low = max(0, len(self.entries) - limit)
        above, below = self._beside(self.entries[-1], 1), self._beside(self.entries[low], -1)
        oldest, newest = (self.cursors.write(self.name, place) for place in (above, below))
        return Page([], has_more=True, oldest=oldest, newest=newest)

    def _beside(self, entry: T, step: int) -> Place:
        place: Place = [part + step if isinstance(part, int) else part for part in self.place(entry)]
        return place

    def _again(self, at: Place, limit: int) -> Page[T]:
        """The beginning once more under a cursor that keeps falling, as seen near the start of history."""
        entries = list(reversed(self.entries[:limit]))
        lower: Place = [part - 1 if isinstance(part, int) else part for part in at]
        newest = self.cursors.write(self.name, self.place(entries[0])) if entries else None
        return Page(entries, has_more=True, oldest=self.cursors.write(self.name, lower), newest=newest)
