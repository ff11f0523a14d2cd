"""History that arrives late: messages before the oldest one, as a network sends them for weeks after it was linked."""

from __future__ import annotations

from ..wire.json_values import Json
from ..wire.pages import Ask, Page
from ..world.room import Room
from ..world.world import World
from .build.chats import backfill

COUNT = 5
"""How many messages arrive at a time."""
MOST = 3
"""How many times messages arrive in a chat."""


def reaches_start(room: Room, asked: Ask, page: Page[Json]) -> bool:
    """Whether a page has the oldest message of a chat, or is the empty one before it."""
    if not room.messages:
        return False
    return (
        page.entries[-1]["id"] == room.messages[0]["id"]
        if page.entries
        else asked.cursor is not None and not asked.forward
    )


def arrive(world: World, room: Room) -> None:
    """Let older messages arrive in a chat."""
    backfill(world, room, COUNT)
