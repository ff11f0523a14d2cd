"""The rows of a chat by ID and by sort key."""

from __future__ import annotations

import pickle
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, overload

from ...._core.util.override import override
from ...wire.json_values import Json
from .blocks import Block, Frozen
from .packed import as_number
from .row import sort_key
from .row_list import RowList

Parts: TypeAlias = tuple[Frozen | bytes, ...]
"""Rows that never change, a part for each block: packed, or as a pickle."""


def parts_of(blocks: list[Block]) -> Parts:
    """The rows of blocks as they are now."""
    return tuple(pickle.dumps(block.rows, protocol=5) if block.packed is None else block.packed for block in blocks)


def rows_of(parts: Iterable[Frozen | bytes]) -> list[Json]:
    """The rows that parts were made of."""
    rows: list[Json] = []
    for part in parts:
        rows += pickle.loads(part) if isinstance(part, bytes) else part.rows()  # noqa: S301 - our own bytes
    return rows


class Rows(RowList):
    """All rows of a chat, oldest first: a list in the order of sort keys."""

    def parts(self) -> Parts:
        """The rows as they are now. It takes little time and memory."""
        return parts_of(self.blocks)

    def find(self, message_id: str) -> Json | None:
        """The row with a final ID."""
        number = as_number(message_id)
        for block in self.blocks:
            if block.rows is not None:
                if (row := block.by_id.get(message_id)) is not None:
                    self.open(block)
                    return row
            elif block.frozen is not None:
                packed = block.frozen.packed
                low, high = packed.span
                if high < 0 or (number is not None and low <= number <= high):
                    at = packed.place_of(message_id)
                    if at is not None:
                        return self.open(block)[at]
        return None

    def find_at(self, key: int, message_id: str) -> Json | None:
        """The row with a final ID, fast if it still has this sort key."""
        number = self._number(key)
        if number < len(self.blocks):
            block = self.blocks[number]
            place = block.place(key)
            rows = self.open(block)
            if place < len(rows) and rows[place]["id"] == message_id:
                return rows[place]
        return self.find(message_id)

    def add(self, row: Json) -> None:
        """Put a row where its sort key belongs."""
        key = sort_key(row)
        if not self.blocks or self.blocks[-1].last_key < key:
            self.append(row)
            return
        block = self.blocks[self._number(key)]
        self._insert_into(block, block.place(key), row)

    def add_late(self, rows: list[Json]) -> None:
        """Put rows that have the order of their sort keys where they belong, fast if that is the end."""
        if self.blocks and rows and self.blocks[-1].last_key >= sort_key(rows[0]):
            for row in rows:
                self.add(row)
        else:
            self.extend(rows)

    def drop(self, row: Json) -> None:
        """Take a row out.

        Raises:
            ValueError: It is not there.
        """
        found = self.find(row["id"])
        for block in self.blocks:
            if block.by_id.get(row["id"]) is found:
                at = next((at for at, each in enumerate(block.rows or ()) if each is found), None)
                if at is not None:
                    self._take(block, at)
                    return
        self.remove(row)

    def _number(self, key: int) -> int:
        """The number of the first block whose last sort key is not below this one."""
        return bisect_left(self.blocks, key, key=lambda block: block.last_key)

    def position(self, key: int) -> int:
        """How many rows have sort keys below this one."""
        number = self._number(key)
        if number == len(self.blocks):
            return self._count
        self._count_starts()
        return self._starts[number] + self.blocks[number].place(key)

    def key_before(self, key: int) -> int | None:
        """The last sort key that is below this one."""
        number = self._number(key)
        if number < len(self.blocks) and (place := self.blocks[number].place(key)):
            return self.blocks[number].key(place - 1)
        return self.blocks[number - 1].last_key if number else None

    def before(self, key: int) -> Iterator[Json]:
        """The rows whose sort keys are below this one, newest first."""
        number = self._number(key)
        if number < len(self.blocks):
            yield from reversed(self.open(self.blocks[number])[: self.blocks[number].place(key)])
        for block in reversed(self.blocks[:number]):
            yield from reversed(self.open(block))

    def has_key(self, key: str) -> bool:
        """Whether a row has this sort key."""
        wanted = as_number(key)
        if wanted is not None and (number := self._number(wanted)) < len(self.blocks):
            block = self.blocks[number]
            if block.key(min(block.place(wanted), len(block) - 1)) == wanted:
                return True
        return any(row["sortKey"] == key for block in self.blocks if block.rows is not None for row in block.rows)

    def pointing_at(self, message_id: str) -> Iterator[Json]:
        """The rows whose linkedMessageID is this one."""
        for block in list(self.blocks):
            if block.points_at(message_id):
                yield from [row for row in self.open(block) if row.get("linkedMessageID") == message_id]


class ReadOnly(Sequence[Json]):
    """The rows of a chat to be read only. Packed ones stay so."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    @override
    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Json: ...
    @overload
    def __getitem__(self, index: slice) -> list[Json]: ...
    @override
    def __getitem__(self, index: int | slice) -> Json | list[Json]:
        if isinstance(index, slice):
            low, high, _ = index.indices(len(self))
            return self._rows.read(low, high)
        place = range(len(self))[index]
        return self._rows.read(place, place + 1)[0]
