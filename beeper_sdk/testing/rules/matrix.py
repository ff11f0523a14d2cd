"""The Matrix side of the world: account data, room state, events and profiles, over the same chats."""

from __future__ import annotations

from ..wire.errors import Refused
from ..wire.json_values import Json, read_stamp
from ..world.room import Room
from ..world.seed.accounts import MATRIX_USER
from ..world.world import World
from . import messages
from .build.people import matrix_account
from .people import new_room

_SERVER_OWNED = ("m.fully_read", "m.push_rules")


def check_user(user_id: str) -> None:
    """Account data is one's own alone."""
    if user_id != MATRIX_USER:
        raise Refused(403, "Cannot access the account data of other users")


def check_type(kind: str) -> None:
    """Some types are the server's to write."""
    if kind in _SERVER_OWNED:
        raise Refused(405, f"Cannot set {kind} through this API", code="M_BAD_JSON")


def room(world: World, room_id: str) -> Room:
    """A room one is in."""
    if room_id not in world.rooms:
        raise Refused(403, "You are not a member of this room")
    return world.rooms[room_id]


def data(world: World, kind: str, room_id: str = "") -> Json:
    """Account data, global or of a room."""
    found = world.account_data.get(f"{room_id}|{kind}")
    if found is None:
        raise Refused(404, "Account data not found")
    return found


def put_data(world: World, kind: str, content: Json, room_id: str = "") -> None:
    """Write account data, global or of a room."""
    world.account_data[f"{room_id}|{kind}"] = content


def state(world: World, found: Room) -> list[Json]:
    """All state events of a room: its making, its name and topic, and everybody in it."""
    contents: list[tuple[str, str, Json]] = [
        ("m.room.create", "", {"creator": MATRIX_USER, "room_version": "10"}),
        ("m.room.name", "", {"name": found.wire["title"]}),
    ]
    if found.wire.get("description"):
        contents.append(("m.room.topic", "", {"topic": found.wire["description"]}))
    for member in found.roster:
        joined = "invite" if member.get("isPending") else "join"
        contents.append(
            ("m.room.member", member["id"], {"membership": joined, "displayname": member.get("fullName", "")})
        )
    began = read_stamp(found.messages[0]["timestamp"]) if found.messages else world.clock.started_ms
    return [
        {
            "type": kind,
            "state_key": key,
            "content": content,
            "event_id": f"$state{number}:beeper.local",
            "sender": MATRIX_USER,
            "origin_server_ts": began,
            "room_id": found.id,
        }
        for number, (kind, key, content) in enumerate(contents)
    ]


def state_content(world: World, found: Room, kind: str, key: str) -> Json:
    """The content of one state event."""
    for event in state(world, found):
        if event["type"] == kind and event["state_key"] == key:
            content: Json = event["content"]
            return content
    raise Refused(404, "Event not found")


def event(world: World, room_id: str, event_id: str) -> Json:
    """One event: a message, a reaction, or the stump of a deleted one."""
    try:
        row = messages.find(world, world.room(room_id), event_id)
    except Refused:
        raise Refused(404, "Event not found") from None
    content: Json = {"msgtype": "m.text", "body": row.get("text") or ""}
    kind = "m.room.message"
    if row.get("type") == "REACTION":
        target = f"$event{row['linkedMessageID']}:beeper.local"
        relation = {"rel_type": "m.annotation", "event_id": target, "key": row.get("text") or ""}
        kind, content = "m.reaction", {"m.relates_to": relation}
    return {
        "type": kind,
        "event_id": messages.event_id(row),
        "room_id": row["chatID"],
        "sender": row["senderID"],
        "origin_server_ts": read_stamp(row["timestamp"]),
        "content": {} if row.get("isDeleted") else content,
    }


def profile(world: World, user_id: str) -> Json:
    """The public face of anybody known."""
    if user_id == MATRIX_USER:
        return {"displayname": world.owner_name}
    users = [account["user"] for account in world.accounts.values()]
    users += [user for known in world.strangers.values() for user in known]
    found: Json | None = next((user for user in users if user["id"] == user_id), None)
    if found is None:
        raise Refused(404, "Profile not found")
    face: Json = {"displayname": found.get("fullName", "")}
    return face | ({"avatar_url": found["imgURL"]} if "imgURL" in found else {})


def leave(world: World, room_id: str) -> None:
    """Leave a room; it can be joined again."""
    found = room(world, room_id)
    world.left[room_id] = found
    del world.rooms[room_id]
    world.journal.chat_deleted(found)


def join(world: World, room_id: str) -> str:
    """Join a room one left, or is in already."""
    if room_id in world.left:
        world.rooms[room_id] = world.left.pop(room_id)
        world.journal.chat(world.rooms[room_id])
    return room(world, room_id).id


def create(world: World, body: Json) -> str:
    """Make a room on Beeper's own network."""
    invited: list[object] = body.get("invite", [])
    if type(invited) is not list or type(body.get("name", "")) is not str:
        raise Refused(400, "name must be a text and invite a list")
    people: list[Json] = [{"id": str(user_id), "isPending": True} for user_id in invited]
    kind = "single" if body.get("is_direct") and len(people) == 1 else "group"
    account_id = matrix_account(world)
    known = {str(user["id"]): user for user in world.strangers[account_id]}
    people = [{**known.get(person["id"], {}), **person} for person in people]
    made = new_room(world, account_id, people, {"type": kind, "title": body.get("name") or "Empty room"})
    made.wire["description"] = body.get("topic")
    return made.id
