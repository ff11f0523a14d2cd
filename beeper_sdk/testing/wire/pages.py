"""Pages of an ordered list, newest first inside a page and in either direction, and the opaque cursors at both ends.

A cursor is signed, so that one nobody handed out is refused. It looks as the facts show it,
``1725489123456|c29tZUltc2dQYWdl``: characters a URL must escape included.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from .errors import Refused
from .json_values import Json

Place: TypeAlias = list[int | str]
"""What a cursor points at: values that compare like the list is ordered."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Cursors:
    """Makes and reads the cursors of one world."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    def write(self, listing: str, place: Place) -> str:
        """The cursor of a place in a listing, e.g. the messages of one chat."""
        body = _ENCODER.encode([listing, *place]).encode()
        text = base64.urlsafe_b64encode(self._sign(body) + body).decode().rstrip("=")
        number = next((part for part in place if isinstance(part, int)), 0)
        return f"{number}|{text}"

    def read(self, listing: str, cursor: str) -> Place:
        """The place a cursor points at.

        Raises:
            Refused: it is not a cursor of this listing.
        """
        try:
            text = cursor.partition("|")[2]
            raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        except (binascii.Error, ValueError):
            raw = b""
        signature, body = raw[:6], raw[6:]
        if len(raw) < 8 or not hmac.compare_digest(signature, self._sign(body)):
            raise Refused(400, "Invalid cursor")
        place: Place = json.loads(body)
        if place[0] != listing or self.write(listing, place[1:]) != cursor:
            raise Refused(400, "Invalid cursor")
        return place[1:]

    def _sign(self, body: bytes) -> bytes:
        return hmac.digest(self._secret, body, "sha256")[:6]


T = TypeVar("T")
OVERLAP = 3


@dataclass(frozen=True, slots=True)
class Ask:
    """The page that a request asks for."""

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
    position: Callable[[int], int] | None = None
    """How many entries have places below a number, if that is found faster than by comparing entries."""

    def _count_below(self, at: Place) -> int:
        if self.position is not None and isinstance(number := at[0], int):
            return self.position(number)
        return bisect_left(self.entries, at, key=self.place)

    def _count_through(self, at: Place) -> int:
        if self.position is not None and isinstance(number := at[0], int):
            return self.position(number + 1)
        return bisect_right(self.entries, at, key=self.place)

    def page(self, ask: Ask) -> Page[T]:
        """The page a request asks for."""
        if ask.late and self.entries:
            return self._nothing_yet(ask.limit)
        if ask.cursor is None:
            return self._between(max(0, len(self.entries) - ask.limit), len(self.entries), forward=ask.forward)
        at = self.cursors.read(self.name, ask.cursor)
        if ask.forward:
            low = self._count_through(at)
            high = min(len(self.entries), low + ask.limit)
            return self._between(max(0, low - OVERLAP) if self.overlap else low, high, forward=True)
        high = self._count_below(at)
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
