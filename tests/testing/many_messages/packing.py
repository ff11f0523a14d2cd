"""Servers of which nothing stays unpacked."""

from __future__ import annotations

from datetime import UTC, datetime

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.world.world import World

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
HIKING, TEAM, ERIN = "!hiking:small.local", "!team:small.local", "!erin:small.local"


def pack_all(fake: FakeBeeper) -> None:
    """Let blocks have three messages, and none stay unpacked between two units of work."""

    def shrink(world: World) -> None:
        world.memory.size, world.memory.in_use = 3, 0
        for room in world.rooms.values():
            room.messages[:] = list(room.messages)

    fake.world._on_loop(shrink)


def packed_part(fake: FakeBeeper) -> float:
    """The part of the messages that are packed."""

    def count(world: World) -> float:
        blocks = [block for room in world.rooms.values() for block in room.messages.blocks]
        return sum(len(block) for block in blocks if block.packed is not None) / sum(map(len, blocks))

    return fake.world._on_loop(count)
