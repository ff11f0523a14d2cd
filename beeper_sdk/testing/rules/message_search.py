"""The search for messages. Other requests are handled while it goes through a million of them."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappush, heappushpop
from math import inf
from time import perf_counter

from ..wire.json_values import Json
from ..wire.pages import Ask, Listing, Page
from ..world.room import Room
from ..world.rows.blocks import Block, Frozen
from ..world.rows.row import sort_key
from ..world.world import World
from .chats import chat_view
from .message_filter import MessageFilter, PackedFilter, looks_into, suits
from .messages import deliver_due

SLICE = 0.003
"""Seconds for which a search keeps other requests waiting."""
INTERRUPTED = 3
"""How many times a search begins again because messages that it had found were removed or changed meanwhile.

After that, it keeps other requests waiting until its end.
"""


class Slices:
    """Divides a search into slices, between which other requests are handled."""

    def __init__(self, *, allowed: bool = True) -> None:
        self._began = perf_counter()
        self._allowed = allowed
        self.paused: bool = False
        """Whether anything else may have happened since the beginning."""

    async def pause(self) -> None:
        """Let other requests be handled, if the slice is over."""
        if self._allowed and perf_counter() - self._began > SLICE:
            from asyncio import sleep  # once a server runs, it is there; the import of the package does not need it

            await sleep(0)
            self._began, self.paused = perf_counter(), True


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """A message that matches the search; `row` is None while it is packed."""

    room: Room
    block: Block
    key: int
    place: int
    message_id: str
    row: Json | None
    frozen: Frozen | None


class Search:
    """One search, for the newest messages before a sort key, or for the oldest ones after one."""

    def __init__(self, world: World, wanted: MessageFilter, *, start: int | None, forward: bool, count: int) -> None:
        self._world, self._wanted, self._count = world, wanted, count
        self._sign = -1 if forward else 1
        self._start = None if start is None else self._sign * start
        self._filter = PackedFilter.of(wanted)
        self._best: list[tuple[int, int, _Found]] = []
        """The messages that come first, as a heap; the last of them first."""
        self._slices = Slices()

    async def run(self) -> list[Json]:
        """The messages, oldest first, all as they are at its end."""
        for _ in range(INTERRUPTED):
            if (rows := await self._look()) is not None:
                return rows
            self._best, self._slices = [], Slices()
        self._slices = Slices(allowed=False)
        return await self._look() or []

    async def _look(self) -> list[Json] | None:
        """The messages; None if one that was looked for was removed or changed meanwhile: others may take its place."""
        blocks: list[tuple[float, Room, Block]] = []
        for room in list(self._world.rooms.values()):
            if looks_into(self._world, room, self._wanted):
                own = list(room.messages.blocks)
                blocks += [(inf if len(own) == 1 else self._first(block), room, block) for block in own]
            await self._slices.pause()
        blocks.sort(key=lambda one: one[0], reverse=True)
        for rank, room, block in blocks:
            if self._is_over(rank):
                break
            if block.rows is not None:
                self._look_at(room, block, block.rows)
            elif (frozen := block.packed) is not None:
                self._look_into(room, block, frozen)
            await self._slices.pause()
        if self._slices.paused and any(block.is_empty for _, _, block in blocks):
            return None  # its rows may be in other blocks now
        return self._rows()

    def _first(self, block: Block) -> int:
        """The rank of the message of a block that would come first."""
        return self._sign * block.key(-1 if self._sign > 0 else 0)

    def _is_over(self, rank: float) -> bool:
        """Whether messages of this rank and all that come after them are not wanted any more."""
        return len(self._best) == self._count and rank < self._best[0][0]

    def _note(self, found: _Found) -> None:
        rank = self._sign * found.key
        if self._start is None or rank < self._start:
            add = heappush if len(self._best) < self._count else heappushpop
            add(self._best, (rank, id(found), found))

    def _look_at(self, room: Room, block: Block, rows: list[Json]) -> None:
        is_full, sign = len(self._best) == self._count, self._sign
        if is_full and all(self._is_over(sign * sort_key(row)) for row in reversed(rows)):
            return
        for place, row in enumerate(rows):
            if suits(row, self._wanted):
                self._note(_Found(room, block, sort_key(row), place, str(row["id"]), row, None))

    def _look_into(self, room: Room, block: Block, frozen: Frozen) -> None:
        bounds = self._filter.bounds(frozen)
        if bounds is None:
            return
        low, high, must_compare = bounds
        rows: list[Json] | None = None
        for place in self._filter.places(frozen)[:: -self._sign]:
            key = frozen.key(place)
            if self._is_over(self._sign * key):
                return
            if not low <= key < high:
                continue
            if must_compare or not self._filter.is_exact:
                rows = rows or frozen.rows()
                if not suits(rows[place], self._wanted):
                    continue
            self._note(_Found(room, block, key, place, frozen.message_id(place), None, frozen))

    def _rows(self) -> list[Json] | None:
        """The messages that were found, if they are all still there. Nothing else happens meanwhile."""
        rows: list[Json] = []
        unpacked: dict[Frozen, list[Json]] = {}
        for _, _, found in sorted(self._best, key=lambda one: one[2].key):
            row = self._current(found, unpacked)
            if row is None or not suits(row, self._wanted) or self._world.rooms.get(found.room.id) is not found.room:
                return None
            rows.append(row)
        return rows

    def _current(self, found: _Found, unpacked: dict[Frozen, list[Json]]) -> Json | None:
        if found.frozen is None:
            return found.room.messages.find_at(found.key, found.message_id) if self._slices.paused else found.row
        if found.block.packed is not found.frozen:
            return found.room.messages.find_at(found.key, found.message_id)
        if found.frozen not in unpacked:
            unpacked[found.frozen] = found.frozen.rows()
        return unpacked[found.frozen][found.place]


async def message_page(world: World, wanted: MessageFilter, asked: Ask) -> Page[Json]:
    """A page of the messages a search finds."""
    if world.late:
        deliver_due(world, [room for room in world.rooms.values() if looks_into(world, room, wanted)])
    name, start = "messages/search", None
    if asked.cursor is not None:
        start = int(world.cursors.read(name, asked.cursor)[0])
    forward = asked.forward and start is not None
    rows = await Search(world, wanted, start=start, forward=forward, count=asked.limit + 1).run()
    # The first entry beyond the page is among the rows, so it is known whether there are more.
    return Listing(name, rows, lambda row: [sort_key(row)], world.cursors).page(asked)


def with_chats(world: World, page: Page[Json]) -> Json:
    """A page of found messages with the chats they are in."""
    rooms = {row["chatID"]: world.rooms[row["chatID"]] for row in page.entries}
    return {**page.wire(page.entries), "chats": {key: chat_view(world, room) for key, room in rooms.items()}}
