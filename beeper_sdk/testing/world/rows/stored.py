"""The rows of a chat as many worlds share them: pickled, or packed in blocks if there are many."""

from __future__ import annotations

import pickle

from ..dates import Dates
from .blocks import Block, Frozen
from .packed import CannotPack
from .rows import Rows

MANY = 2048
"""How many rows a chat must have to be stored in blocks. Rows of a shorter one are read faster, all at once."""


class StoredRows:
    """Rows that never change. Those of a chat with few are stored a second time with the dates that were used last.

    To move the 8,000 dates of a world takes as long as to read it: test suites start many servers a minute.
    """

    def __init__(self, rows: Rows) -> None:
        packs = len(rows) > MANY or any(block.packed is not None for block in rows.blocks)
        self._frozen = _packed(rows.blocks) if packs else None
        self._pickled = b"" if self._frozen is not None else pickle.dumps(_copied(rows.blocks), protocol=5)
        self._moved: tuple[Dates | None, bytes | None] = None, None
        """In one piece, as servers in several threads share it."""
        self._frozen_moved: tuple[Dates | None, list[Frozen]] = None, []

    def read(self, dates: Dates) -> list[Block]:
        """A copy of the rows, with other dates."""
        if self._frozen is not None:
            return [Block(None, part) for part in self._frozen_at(dates, self._frozen)]
        moved_by, moved = self._moved
        stored = moved if moved_by is dates else None
        blocks: list[Block] = pickle.loads(stored or self._pickled)  # noqa: S301 - our own bytes, of this process
        if stored is None:
            for block in blocks:
                dates.move_rows(block.rows or ())
            # Pickling is worth its time for dates that are used more than twice.
            self._moved = dates, pickle.dumps(blocks, protocol=5) if moved_by is dates else None
        return blocks

    def _frozen_at(self, dates: Dates, parts: list[Frozen]) -> list[Frozen]:
        """The packed rows: the same objects for the same dates, as ``Room.changes_since`` compares them."""
        moved_by, moved = self._frozen_moved
        if moved_by is not dates:
            moved = [part.moved(dates.shift_ms) for part in parts]
            self._frozen_moved = dates, moved
        return moved


def _copied(blocks: list[Block]) -> list[Block]:
    return [block if block.rows is not None else Block(block.copied()) for block in blocks]


def _packed(blocks: list[Block]) -> list[Frozen] | None:
    try:
        return [block.as_packed() for block in blocks]
    except CannotPack:
        return None
