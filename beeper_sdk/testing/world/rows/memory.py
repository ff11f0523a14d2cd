"""Which blocks of rows of a world stay unpacked.

`Memory.settle` packs the blocks that were used least recently. It is called between two units of work, so that no rule
holds a row meanwhile. A function of a test that calls another method of the server begins a unit inside its own. A row
that somebody holds for longer must be kept with `Memory.keep`, or be held by its ID.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from ...wire.json_values import Json
from .blocks import SIZE, Block, Frozen
from .packed import CannotPack

IN_USE = 8192
"""How many rows a world keeps unpacked."""
_COPIES = 4
"""How many packed blocks are unpacked to be read only."""
_AT_ONCE = 8
"""How many blocks are packed between two units of work, unless there are far too many."""


class Memory:
    """The blocks of a world that are unpacked, the least recently used first."""

    def __init__(self) -> None:
        self.size: int = SIZE
        """How many rows a block has when it is full."""
        self.in_use: int = IN_USE
        """How many rows may be unpacked after a unit of work."""
        self._blocks: dict[Block, None] = {}
        self._rows = 0
        self._unit = 0
        self._units = 0
        """How many units of work have begun and not ended, one inside the other."""
        self._kept: dict[int, Json] = {}
        self._copies: dict[Frozen, list[Json]] = {}
        """The rows of packed blocks that were read last."""

    def __deepcopy__(self, _: object) -> Memory:
        return Memory()  # what a test reads is a copy of one chat, of which nothing is packed

    def use(self, block: Block) -> None:
        """Note that a block is in use. It is not packed in this unit of work."""
        if block.unit != self._unit:
            block.unit = self._unit
            if self._blocks.pop(block, True):
                self._rows += len(block)
            self._blocks[block] = None

    def copied(self, block: Block) -> list[Json]:
        """The rows of a block, to be read only. A packed one stays so, and its rows are kept for the next pages."""
        frozen = block.packed
        if frozen is None:
            return block.copied()
        rows = self._copies.pop(frozen, None) or frozen.rows()
        self._copies[frozen] = rows
        if len(self._copies) > _COPIES:
            del self._copies[next(iter(self._copies))]
        return rows

    def drop(self, block: Block) -> None:
        """Forget a block."""
        if self._blocks.pop(block, True) is None:
            self._rows -= len(block)

    def is_done_with(self, block: Block) -> bool:
        """Whether the rows of a block were not used in this unit of work."""
        return block.rows is None or block.unit < self._unit

    def resized(self, by: int) -> None:
        """A block in use has gained or lost rows."""
        self._rows += by

    def keep(self, row: Json) -> None:
        """Let a row stay the same object."""
        self._kept[id(row)] = row

    def release(self, row: Json) -> None:
        """Let a row be packed again."""
        self._kept.pop(id(row), None)

    @contextmanager
    def work(self) -> Generator[None]:
        """A unit of work. Nothing is packed at the end of one inside another, which may hold rows."""
        self._units += 1
        try:
            yield
        finally:
            self._units -= 1
            if not self._units:
                self.settle()

    def index_used(self) -> None:
        """Find rows by their IDs again, as a function of a test may have changed them in this unit of work."""
        for block in reversed(self._blocks):
            if block.unit < self._unit:
                break
            block.index()

    def settle(self) -> None:
        """Pack the blocks that were used least recently, if too many are unpacked. No rule holds a row now."""
        if self._units > 1:
            return
        self._unit += 1
        if self._rows > self.in_use:
            for _ in range(len(self._blocks) if self._rows > 2 * self.in_use else _AT_ONCE):
                if self._rows <= self.in_use or not self._blocks:
                    break
                self._pack(next(iter(self._blocks)))

    def _pack(self, block: Block) -> None:
        del self._blocks[block]
        self._rows -= len(block)
        if self._kept and any(id(row) in self._kept for row in block.rows or ()):
            return  # it is noted again when it is used
        try:
            block.pack()
        except CannotPack:
            return
