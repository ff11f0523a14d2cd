"""Plenty at once, for tests that need it large: messages, members and chats without the work of making each."""

from __future__ import annotations

from itertools import cycle, islice

from ..wire.json_values import stamp
from ..world.room import Room
from ..world.world import World
from .messages import new_row
from .people import new_room
from .roster import newcomer, put


def messages(world: World, room: Room, count: int) -> list[str]:
    """Messages of the first members in turn, after all others; name a member chat, a merged one serves no rows."""
    ids: list[str] = []
    for number, author in enumerate(islice(cycle(room.roster[:5]), count)):
        row = new_row(world, room, author)
        row["text"] = f"Message {number}"
        room.add(row)
        ids.append(row["id"])
    if room.messages:
        room.wire["lastActivity"] = room.messages[-1]["timestamp"]
    return ids


def members(world: World, room: Room, count: int) -> list[str]:
    """Newcomers in front of everybody else, so that the owner of this Beeper stays last."""
    new = [newcomer(world.number()) for _ in range(count)]
    put(room, [*new, *room.roster])
    return [str(person["id"]) for person in new]


def chats(world: World, account_id: str, count: int) -> list[str]:
    """Direct chats with newcomers, each active now and empty."""
    world.account(account_id)
    ids: list[str] = []
    for _ in range(count):
        person = newcomer(world.number())
        room = new_room(world, account_id, [person], {"type": "single"})
        room.wire["lastActivity"] = stamp(world.clock.tick())
        ids.append(room.id)
    return ids
