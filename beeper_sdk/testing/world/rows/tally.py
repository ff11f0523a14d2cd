"""How many messages of a chat are unread, kept up to date: only blocks that may have changed are counted again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ...wire.json_values import Json
from .blocks import NONE, Block
from .memory import Memory
from .packed import Count, count_of
from .row import is_shown


def unread_rows(rows: list[Json]) -> list[Json]:
    """The messages of others the owner has not read, oldest first."""
    return [row for row in rows if row.get("isUnread") and is_shown(row)]


class Tally:
    """The counts of the blocks of a chat. A block that was used in this unit of work may still change."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._counts: dict[Block, Count] = {}
        self._changed: dict[Block, None] = dict.fromkeys(blocks)
        self._unread, self._mentions = 0, Counter[frozenset[str]]()

    def change(self, block: Block) -> None:
        """Count a block again: it is new, or its rows may be changed."""
        self.forget(block)
        self._changed[block] = None

    def forget(self, block: Block) -> None:
        """A block is removed, or must be counted again."""
        self._changed.pop(block, None)
        if (count := self._counts.pop(block, None)) is not None:
            self._add(count, -1)

    def _add(self, count: Count, sign: int) -> None:
        self._unread += sign * count[0]
        for mentions, messages in count[1]:
            self._mentions[mentions] += sign * messages
            if not self._mentions[mentions]:
                del self._mentions[mentions]

    def count(self, names: set[str], memory: Memory) -> tuple[int, int]:
        """How many messages are unread, and how many of them mention one of the names."""
        counted: list[Count] = []
        for block in list(self._changed):
            count = _count(block)
            if memory.is_done_with(block):
                del self._changed[block]
                self._counts[block] = count
                self._add(count, 1)
            else:
                counted.append(count)
        unread = self._unread + sum(messages for messages, _ in counted)
        mentions = [*self._mentions.items(), *(each for _, found in counted for each in found)]
        return unread, sum(messages for mentioned, messages in mentions if names & mentioned)


def _count(block: Block) -> Count:
    if block.rows is None:
        packed = block.packed
        return NONE if packed is None else packed.unread
    return count_of(unread) if (unread := unread_rows(block.rows)) else NONE
