"""The rows of a chat, oldest first: a list of JSON, of which only the blocks in use are unpacked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, MutableSequence
from itertools import accumulate
from typing import overload

from ...._core.util.override import override
from ...._core.util.validation import wrong_type
from ...wire.json_values import Json, is_object
from .blocks import SIZE, Block
from .memory import Memory
from .tally import Tally


def blocks_of(rows: list[Json], size: int = SIZE) -> list[Block]:
    """Rows as blocks."""
    return [Block(rows[start : start + size]) for start in range(0, len(rows), size)]


def _checked(row: object) -> Json:
    if not is_object(row):
        raise wrong_type("a message", "a dict", row)
    return row


class RowList(MutableSequence[Json]):
    """All rows of a chat. What is read may be changed in place, until the unit of work ends (``blocks``)."""

    def __init__(self, blocks: list[Block], memory: Memory) -> None:
        self.blocks: list[Block] = blocks
        """None is empty."""
        self._memory = memory
        self._count = sum(map(len, blocks))
        self._starts: list[int] = []
        """How many rows are before each block; empty if that must be counted again."""
        self.tally: Tally = Tally(blocks)
        self.use_in(memory)

    def use_in(self, memory: Memory) -> None:
        """Let the blocks be packed with those of a world."""
        self._memory = memory
        for block in self.blocks:
            if block.rows is not None:
                block.unit = -1  # it was of another memory
                memory.use(block)

    def open(self, block: Block) -> list[Json]:
        """The rows of a block, to read or change."""
        rows = block.open()
        self._memory.use(block)
        self.tally.change(block)
        return rows

    def count_unread(self, names: set[str]) -> tuple[int, int]:
        """How many messages are unread, and how many of them mention one of the names."""
        if len(self.blocks) == 1:  # a test may have kept a message of it, and have changed it
            self.tally.change(self.blocks[0])
        return self.tally.count(names, self._memory)

    def settle(self) -> None:
        """Let blocks be packed in the middle of a long unit of work, in which no row that was read is held."""
        self._memory.settle()

    @override
    def __len__(self) -> int:
        return self._count

    @override
    def __repr__(self) -> str:
        return f"<{self._count} messages>"

    @override
    def __eq__(self, other: object) -> bool:
        return list(self.scan()) == (list(other.scan()) if isinstance(other, RowList) else other)

    @override
    def __hash__(self) -> int:
        raise TypeError("messages cannot be hashed")

    @override
    def __iter__(self) -> Iterator[Json]:
        for block in list(self.blocks):
            yield from self.open(block)

    @override
    def __reversed__(self) -> Iterator[Json]:
        for block in reversed(list(self.blocks)):
            yield from reversed(self.open(block))

    def scan(self) -> Iterator[Json]:
        """All rows, to be read only. Those that are packed stay so."""
        for block in list(self.blocks):
            yield from block.copied()

    def read(self, low: int, high: int) -> list[Json]:
        """The rows from an index to below another one, to be read only. Those that are packed stay so."""
        return self._between(low, min(high, self._count), self._memory.copied)

    @overload
    def __getitem__(self, index: int) -> Json: ...
    @overload
    def __getitem__(self, index: slice) -> list[Json]: ...
    @override
    def __getitem__(self, index: int | slice) -> Json | list[Json]:
        if isinstance(index, slice):
            places = range(self._count)[index]
            if places.step == 1:
                return self._between(places.start, places.stop, self.open)
            return [self[at] for at in places]
        number, at = self._locate(index)
        return self.open(self.blocks[number])[at]

    def _between(self, low: int, high: int, read: Callable[[Block], list[Json]]) -> list[Json]:
        found: list[Json] = []
        while low < high:
            number, at = self._locate(low)
            found += read(self.blocks[number])[at : at + high - low]
            low = self._starts[number] + len(self.blocks[number])
        return found

    def _locate(self, index: int) -> tuple[int, int]:
        """The number of the block with a row, and its place in the block."""
        place = index + self._count if index < 0 else index
        if not 0 <= place < self._count:
            raise IndexError("there is no message at this index")
        self._count_starts()
        number = bisect_right(self._starts, place) - 1
        return number, place - self._starts[number]

    def _count_starts(self) -> None:
        if len(self._starts) != len(self.blocks):
            self._starts = list(accumulate(map(len, self.blocks[:-1]), initial=0))

    @overload
    def __setitem__(self, index: int, value: Json) -> None: ...
    @overload
    def __setitem__(self, index: slice, value: Iterable[Json]) -> None: ...
    @override
    def __setitem__(self, index: int | slice, value: Json | Iterable[Json]) -> None:
        if isinstance(index, slice):
            rows = list(self)
            rows[index] = [_checked(row) for row in value]
            self._put(rows)
            return
        number, at = self._locate(index)
        block = self.blocks[number]
        self.open(block)[at] = _checked(value)
        block.index()

    @override
    def __delitem__(self, index: int | slice) -> None:
        if isinstance(index, slice):
            rows = list(self)
            del rows[index]
            self._put(rows)
            return
        number, at = self._locate(index)
        self._take(self.blocks[number], at)

    @override
    def insert(self, index: int, value: Json) -> None:
        """Put a row at an index, whatever its sort key is."""
        place = range(self._count)[index:].start
        if place == self._count:
            self.append(value)
        else:
            number, at = self._locate(place)
            self._insert_into(self.blocks[number], at, value)

    @override
    def append(self, value: Json) -> None:
        """Put a row at the end, whatever its sort key is."""
        if not self.blocks or len(self.blocks[-1]) >= self._memory.size:
            self.blocks.append(Block([]))
            self.tally.change(self.blocks[-1])
            if self._starts:
                self._starts.append(self._count)
        self._insert_into(self.blocks[-1], len(self.blocks[-1]), value)

    @override
    def extend(self, values: Iterable[Json]) -> None:
        """Put rows at the end, whatever their sort keys are."""
        rows, done = list(values), 0
        while done < len(rows):
            if not self.blocks or len(self.blocks[-1]) >= self._memory.size:
                self.append(rows[done])
                done += 1
            block = self.blocks[-1]
            part = rows[done : done + self._memory.size - len(block)]
            done += len(part)
            self.open(block).extend(part)
            block.by_id.update({row["id"]: row for row in part})
            self._count += len(part)
            self._memory.resized(len(part))

    @override
    def clear(self) -> None:
        """Remove all rows."""
        self._put([])

    @override
    def reverse(self) -> None:
        """Reverse the order of the rows."""
        self._put(list(self)[::-1])

    def index_rows(self) -> None:
        """Find rows by their IDs again, after these were changed."""
        for block in self.blocks:
            block.index()

    def _put(self, rows: list[Json]) -> None:
        for block in self.blocks:
            self._memory.drop(block)
            block.empty()
        self.blocks[:], self._count, self._starts = blocks_of(rows, self._memory.size), len(rows), []
        self.tally = Tally(self.blocks)
        self.use_in(self._memory)

    def _insert_into(self, block: Block, at: int, row: Json) -> None:
        rows = self.open(block)
        rows.insert(at, row)
        block.by_id[row["id"]] = row
        self._count += 1
        self._memory.resized(1)
        if block is not self.blocks[-1]:
            self._starts = []
        size = self._memory.size
        if len(rows) > 2 * size:
            number, half = self.blocks.index(block), [Block(rows[:size]), Block(rows[size:])]
            self._memory.drop(block)
            self.tally.forget(block)
            self.blocks[number : number + 1] = half
            for each in half:
                self._memory.use(each)
                self.tally.change(each)

    def _take(self, block: Block, at: int) -> None:
        row = self.open(block).pop(at)
        if block.by_id.get(row["id"]) is row:
            del block.by_id[row["id"]]
        self._count -= 1
        self._memory.resized(-1)
        self._starts = []
        if not block.rows:
            self.blocks.remove(block)
            self._memory.drop(block)
            self.tally.forget(block)
