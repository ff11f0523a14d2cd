"""The rows of a chat by ID and by sort key."""

from __future__ import annotations

import pickle
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from ..wire.json_values import Json
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
        for block in self.blocks:
            if block.rows is not None:
                if (row := block.by_id.get(message_id)) is not None:
                    self._memory.use(block)
                    return row
            elif block.packed is not None and (at := block.packed.packed.place_of(message_id)) is not None:
                return self.open(block)[at]
        return None

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

    def with_key(self, key: int) -> Json | None:
        """The row with a sort key."""
        number = self._number(key)
        if number == len(self.blocks):
            return None
        block = self.blocks[number]
        row = self.open(block)[block.place(key)]
        return row if sort_key(row) == key else None

    def has_key(self, key: str) -> bool:
        """Whether a row has this sort key."""
        number = as_number(key)
        for block in self.blocks:
            if block.rows is not None:
                if any(row["sortKey"] == key for row in block.rows):
                    return True
            elif number is not None and block.key(0) <= number <= block.last_key:
                place = block.place(number)
                if block.key(place) == number:
                    return True
        return False

    def pointing_at(self, message_id: str) -> Iterator[Json]:
        """The rows whose linkedMessageID is this one."""
        for block in list(self.blocks):
            if block.points_at(message_id):
                yield from [row for row in self.open(block) if row.get("linkedMessageID") == message_id]
