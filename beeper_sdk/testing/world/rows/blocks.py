"""Blocks of rows. Those in use are lists of JSON, which rules and tests change in place; the others are packed.

When they are packed is decided in ``memory``.
"""

from __future__ import annotations

import pickle
from bisect import bisect_left
from dataclasses import dataclass, replace

from ...._core.util.override import override
from ...wire.json_values import Json
from ..dates import KEYS_PER_MS, move_by
from .packed import Count, Packed, Seen, pack
from .receipts import Receipt
from .row import is_shown, sort_key

NONE: Count = 0, ()
SIZE = 128
"""How many rows a block has when it is full. One into which rows are inserted has up to twice as many.

With 256, sends to any of a thousand chats take twice as long; with 64, searches of a million messages do.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Frozen:
    """Packed rows as they are in one world: at its dates, and perhaps marked since they were packed."""

    packed: Packed
    shift_ms: int = 0
    """What is added to dates: whole minutes."""
    is_unread: bool = False
    """Whether all messages of others were marked as unread."""
    is_read: bool = False
    """Whether all were marked as read after that."""
    receipts: tuple[Receipt, ...] = ()
    """Who has seen all messages of a sender since."""

    def __len__(self) -> int:
        return len(self.packed.keys)

    def moved(self, shift_ms: int) -> Frozen:
        """The same rows at other dates."""
        if shift_ms == 0:
            return self
        receipts = tuple(receipt.moved(shift_ms) for receipt in self.receipts)
        return replace(self, shift_ms=self.shift_ms + shift_ms, receipts=receipts)

    def rows(self) -> list[Json]:
        """A copy of the rows."""
        return self._current(self.packed.rows())

    def _current(self, rows: list[Json]) -> list[Json]:
        if self.shift_ms:
            move_by(self.shift_ms).move_rows(rows)
        if self.is_unread:
            for row in rows:
                if not row.get("isSender"):
                    row["isUnread"] = True
        if self.is_read:
            for row in rows:
                if row.get("isUnread") and is_shown(row):
                    row["isUnread"] = False
        for receipt in self.receipts:
            for _ in receipt.mark(rows):
                pass
        return rows

    def newest(self) -> Json | None:
        """A copy of the newest row that a person sees."""
        if not self.packed.newest:
            return None
        return self._current([pickle.loads(self.packed.newest)])[0]  # noqa: S301 - our own bytes, of this process

    def key(self, place: int) -> int:
        """The sort key at a place."""
        return self.packed.keys[place] + self.shift_keys

    def message_id(self, place: int) -> str:
        """The message ID at a place."""
        return str(self.packed.ids[place])

    def points_at(self, message_id: str) -> bool:
        """Whether a row points at a message."""
        return f" {message_id} ".encode(errors="surrogatepass") in self.packed.links

    @property
    def unread(self) -> Count:
        """How many messages are unread, and their mentions."""
        if self.is_read:
            return NONE
        return self.packed.others or NONE if self.is_unread else self.packed.unread

    def marked(self, *, unread: bool) -> Frozen | None:
        """The same rows, marked as read or unread; None if they must be unpacked for that."""
        if unread:
            return None if self.packed.others is None else replace(self, is_unread=True, is_read=False)
        return replace(self, is_read=True)

    @property
    def seen(self) -> Seen:
        """Who is known to have seen all messages of a sender."""
        seen = self.packed.seen
        for receipt in self.receipts:
            seen = receipt.added_to(seen)
        return seen

    @property
    def shift_keys(self) -> int:
        """What is added to sort keys."""
        return self.shift_ms * KEYS_PER_MS

    @property
    def moments(self) -> tuple[int, int] | None:
        """The first and the last timestamp, in Unix milliseconds, if they are known."""
        found = self.packed.moments
        return None if found is None else (found[0] + self.shift_ms, found[1] + self.shift_ms)


class Block:
    """Neighbouring rows of a chat: as JSON in `rows`, or as they were packed in `frozen`, or both before a change."""

    __slots__ = ("by_id", "frozen", "rows", "unit")

    def __init__(self, rows: list[Json] | None, frozen: Frozen | None = None) -> None:
        self.rows = rows
        self.by_id: dict[str, Json] = {} if rows is None else {row["id"]: row for row in rows}
        self.frozen = frozen
        self.unit: int = -1
        """The unit of work in which it was used last."""

    @property
    def packed(self) -> Frozen | None:
        """The rows, if they are packed only."""
        return self.frozen if self.rows is None else None

    def __len__(self) -> int:
        return len(self._packed()) if self.rows is None else len(self.rows)

    def _packed(self) -> Frozen:
        assert self.frozen is not None  # noqa: S101 - a block has rows or packed ones
        return self.frozen

    def copied(self) -> list[Json]:
        """The rows, to be read only: those of a packed block are a copy."""
        return self._packed().rows() if self.rows is None else self.rows

    def open(self) -> list[Json]:
        """The rows, unpacked."""
        if self.rows is None:
            self.rows = self._packed().rows()
            self.by_id = {row["id"]: row for row in self.rows}
        return self.rows

    @property
    def is_empty(self) -> bool:
        """Whether it has no rows, as it is no longer a block of its chat."""
        return self.rows is not None and not self.rows

    def empty(self) -> None:
        """Remove all rows. A search that still has the block finds none of them."""
        self.rows, self.by_id, self.frozen = [], {}, None

    def index(self) -> None:
        """Find rows by their IDs again, after these were changed."""
        self.by_id = {str(row["id"]): row for row in self.rows or ()}

    def as_packed(self) -> Frozen:
        """The rows as they are now, packed. It takes less time if they are as they were.

        Raises:
            CannotPack: They must stay as they are.
        """
        if self.rows is None:
            return self._packed()
        if self.frozen is not None and self.frozen.rows() == self.rows:
            return self.frozen
        return Frozen(pack(self.rows))

    def pack(self) -> None:
        """Pack the rows.

        Raises:
            CannotPack: They must stay as they are.
        """
        if self.rows is not None:
            self.frozen = self.as_packed()
            self.rows, self.by_id = None, {}

    @override
    def __getstate__(self) -> tuple[list[Json] | None, dict[str, Json], Frozen | None]:
        return self.rows, self.by_id, self.packed

    def __setstate__(self, state: tuple[list[Json] | None, dict[str, Json], Frozen | None]) -> None:
        self.rows, self.by_id, self.frozen = state
        self.unit = -1

    def key(self, place: int) -> int:
        """The sort key at a place."""
        if self.rows is not None:
            return sort_key(self.rows[place])
        return self._packed().key(place)

    @property
    def last_key(self) -> int:
        """The last sort key."""
        return self.key(-1)

    def place(self, key: int) -> int:
        """How many rows have sort keys below this one."""
        if self.rows is not None:
            return bisect_left(self.rows, key, key=sort_key)
        return bisect_left(self._packed().packed.keys, key - self._packed().shift_keys)

    def newest(self) -> Json | None:
        """The newest row that a person sees, to be read only."""
        if self.rows is None:
            return self._packed().newest()
        return next(filter(is_shown, reversed(self.rows)), None)

    @property
    def shows_any(self) -> bool:
        """Whether a person sees a row; one that is unpacked may have none."""
        return self.rows is not None or bool(self._packed().packed.newest)

    def points_at(self, message_id: str) -> bool:
        """Whether a row may point at a message."""
        return self.rows is not None or self._packed().points_at(message_id)
