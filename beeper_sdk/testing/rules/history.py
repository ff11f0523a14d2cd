"""History that arrives late: messages before the oldest one, as a network sends them for weeks after it was linked."""

from __future__ import annotations

from itertools import cycle, islice
from typing import TYPE_CHECKING

from ..wire.json_values import Json, read_stamp, stamp
from ..wire.pages import Ask, Page
from ..world.room import Room
from .messages import new_row

if TYPE_CHECKING:
    from ..world.world import World

COUNT = 5
"""How many messages arrive at a time."""
MOST = 3
"""How many times messages arrive in a chat."""
_MINUTE_MS = 60_000


def reaches_start(room: Room, asked: Ask, page: Page[Json]) -> bool:
    """Whether a page has the oldest message of a chat, or is the empty one before it."""
    if not room.messages:
        return False
    return page.entries[-1] is room.messages[0] if page.entries else asked.cursor is not None and not asked.forward


def arrive(world: World, room: Room) -> None:
    """Put messages before the oldest one, a minute apart, by the members in turn, and read."""
    oldest = room.messages[0]
    authors = islice(cycle(room.roster[:5]), COUNT)
    for place, author in enumerate(authors, 1):
        row = new_row(world, room, author)
        row["timestamp"] = stamp(read_stamp(oldest["timestamp"]) - place * _MINUTE_MS)
        row["sortKey"] = world.key_before_all()
        row["text"] = f"Earlier message {place}"
        room.add(row)
        world.journal.message(room, row)
