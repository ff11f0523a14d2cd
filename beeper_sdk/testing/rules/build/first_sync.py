"""The chats that an account has after somebody signed in to it through the API."""

from __future__ import annotations

from ...world.world import World
from .acts import Contents, send
from .chats import ChatOptions, add_chat
from .names import Who
from .people import new_person

MINUTE_MS = 60_000
_NAMES = ("Bob Example", "Carol Example", "Dave Example")


def first_sync(world: World, account_id: str) -> None:
    """Two direct chats and a group, with a message of each of their members in the last ten minutes, unread."""
    for name in _NAMES[len(world.people) - 1 :]:
        new_person(world, name)
    people = [Who(person.full_name, person) for person in world.people[1:4]]
    rooms = [add_chat(world, None, [who], account_id, ChatOptions()) for who in people[:2]]
    rooms.append(add_chat(world, "Weekend", people, account_id, ChatOptions()))
    moment = world.clock.milliseconds() - 10 * MINUTE_MS
    for room, members in zip(rooms, (people[:1], people[1:2], people), strict=True):
        for who in members:
            moment += MINUTE_MS
            send(world, who, room.id, Contents(text=f"Hello from {who.name}", moment_ms=moment))
