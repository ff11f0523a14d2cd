"""Who is in a chat: people join and leave, one at a time."""

from __future__ import annotations

from ..wire.errors import not_found
from ..wire.json_values import Json
from ..world.room import Room
from ..world.world import World


def join(world: World, room: Room, user_id: str | None = None) -> Json:
    """Put a person at the end of the roster; somebody who is in it stays where they are."""
    known = {str(user["id"]): user for user in world.strangers[room.account_id]}
    person = newcomer(world.number()) if user_id is None else dict(known.get(user_id, {"id": user_id}))
    if all(member["id"] != person["id"] for member in room.roster):
        put(room, [*room.roster, person])
    return person


def leave(room: Room, user_id: str) -> None:
    """Take a person out of the roster; what they wrote stays."""
    rest = [member for member in room.roster if member["id"] != user_id]
    if len(rest) == len(room.roster):
        raise not_found("User")
    put(room, rest)


def turn_over(world: World, room: Room) -> None:
    """Let the first other member of a group leave and somebody new join."""
    others = [member for member in room.roster if not member.get("isSelf")]
    if room.wire["type"] == "group" and len(others) > 1:
        leave(room, str(others[0]["id"]))
        join(world, room)


def newcomer(number: int) -> Json:
    """Somebody nobody has heard of yet."""
    return {"id": f"@newcomer_{number}:beeper.local", "fullName": f"Newcomer {number}"}


def put(room: Room, members: list[Json]) -> None:
    """Give a chat these members, in this order."""
    room.wire["participants"] = {"items": members, "hasMore": False, "total": len(members)}
