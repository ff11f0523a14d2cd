"""Contacts, new chats, and who is in a chat; and plenty of them at once, for tests that need the world large."""

from __future__ import annotations

from ..wire.errors import Refused, invalid, not_found
from ..wire.json_values import Json, stamp
from ..world.network_capabilities import capabilities
from ..world.networks import network_of
from ..world.room import Room
from ..world.seed.chats import blank_state
from ..world.world import World
from . import messages
from .chats import chat_view, forget
from .due import watch_message
from .messages import new_row
from .search import person_matches


def search(world: World, account_id: str, query: str) -> list[Json]:
    """Contacts with these words; a phone number, a mail address or an @username is also looked up exactly."""
    world.account(account_id)
    found = [user for user in world.contacts[account_id] if person_matches(query, user)]
    known = {user["id"] for user in found}
    exact = [user for user in world.strangers[account_id] if _is_exactly(query, user) and user["id"] not in known]
    return found + exact


def _is_exactly(query: str, user: Json) -> bool:
    text = query.strip().casefold()
    handles = (user.get("phoneNumber"), user.get("email"), user.get("username"))
    return any(handle is not None and text == str(handle).casefold() for handle in handles)


def create(world: World, body: Json, *, drops_text: bool = False) -> Json:
    """Open a chat with people known by user ID; a direct chat that exists is used again."""
    account_id, ids = str(body["accountID"]), list(body["participantIDs"])
    world.account(account_id)
    if body["type"] == "single" and len(ids) != 1:
        raise invalid("A single chat needs exactly one participant", "body", "participantIDs")
    by_id = {user["id"]: user for user in world.strangers[account_id]}
    if any(user_id not in by_id for user_id in ids):
        raise not_found("User")
    people = [by_id[user_id] for user_id in dict.fromkeys(ids)]
    existing = direct_chat(world, account_id, ids[0]) if body["type"] == "single" else None
    room = existing or _open(world, account_id, people, body)
    if body.get("messageText") and not (existing and drops_text):
        try:
            messages.send(world, room, {"text": body["messageText"]})
        except Refused:
            if existing is None:
                forget(world, room.id)
            raise
    status = "created" if existing is None else "existing"
    return {**chat_view(world, room, 100), "chatID": room.id, "status": status}


def start(world: World, body: Json, *, drops_text: bool = False) -> Json:
    """Find a person by whatever is known of them and open a direct chat."""
    account_id, wanted = str(body["accountID"]), body["user"]
    world.account(account_id)
    keys = ("id", "phoneNumber", "email", "username")
    given = [(key, str(wanted[key]).casefold()) for key in keys if wanted.get(key)]
    if not given:
        raise invalid("At least one of id, phoneNumber, email and username is needed", "body", "user")
    for key, value in given:
        for user in world.strangers[account_id]:
            if str(user.get(key, "")).casefold().lstrip("@") == value.lstrip("@"):
                known = {**body, "participantIDs": [user["id"]], "type": "single"}
                return create(world, known, drops_text=drops_text)
    raise not_found("User")


def direct_chat(world: World, account_id: str, user_id: str) -> Room | None:
    """The direct chat of an account with somebody; a merged chat is none."""
    for room in world.rooms.values():
        direct = room.wire["type"] == "single" and room.account_id == account_id and "merge" not in room.wire
        if direct and any(member["id"] == user_id for member in room.roster):
            return room
    return None


def _open(world: World, account_id: str, people: list[Json], body: Json) -> Room:
    if any(user.get("cannotMessage") for user in people):
        raise Refused(400, "This user cannot be messaged")
    return new_room(world, account_id, people, body)


def new_room(world: World, account_id: str, people: list[Json], body: Json, chat_id: str | None = None) -> Room:
    """An empty chat of the owner and these people; ``type`` and perhaps ``title`` are read off the body."""
    account = world.account(account_id)
    network = network_of(account)
    title = body.get("title") or ", ".join(str(user["fullName"]) for user in people)
    roster = [*map(dict, people), dict(account["user"])]
    wire: Json = {
        "id": chat_id or f"!made{world.number()}:{network.domain(account_id)}",
        "localChatID": None,
        "accountID": account_id,
        "network": network.name,
        "title": title,
        "type": body["type"],
        "participants": {"items": roster, "hasMore": False, "total": len(roster)},
        **blank_state(),
        "capabilities": capabilities(network.type, body["type"]),
    }
    return world.new_room(Room.empty(wire, title))


def join_chat(world: World, room: Room, user_id: str | None = None) -> Json:
    """Put a person at the end of the roster; somebody who is in it stays where they are."""
    known = {str(user["id"]): user for user in world.strangers[room.account_id]}
    person = newcomer(world.number()) if user_id is None else dict(known.get(user_id, {"id": user_id}))
    if all(member["id"] != person["id"] for member in room.roster):
        put_members(world, room, [*room.roster, person])
    return person


def leave_chat(world: World, room: Room, user_id: str) -> None:
    """Take a person out of the roster; what they wrote stays."""
    rest = [member for member in room.roster if member["id"] != user_id]
    if len(rest) == len(room.roster):
        raise not_found("User")
    put_members(world, room, rest)


def replace_member(world: World, room: Room) -> None:
    """Let the first other member of a group leave and somebody new join."""
    others = [member for member in room.roster if not member.get("isSelf")]
    if room.wire["type"] == "group" and len(others) > 1:
        leave_chat(world, room, str(others[0]["id"]))
        join_chat(world, room)


def newcomer(number: int) -> Json:
    """A new user."""
    return {"id": f"@newcomer_{number}:beeper.local", "fullName": f"Newcomer {number}"}


def put_members(world: World, room: Room, members: list[Json]) -> None:
    """Give a chat these members, in this order."""
    room.wire["participants"] = {"items": members, "hasMore": False, "total": len(members)}
    world.journal.chat(room)


def add_messages(world: World, room: Room, count: int, *, first: int = 0, last: bool = True) -> list[str]:
    """Messages of the first members in turn, after all others; name a member chat, a merged one serves no rows.

    They can be added in several parts: `first` is how many there are already, and `last` whether this is the last part.
    """
    authors = room.roster[:5]
    rows: list[Json] = []
    for number in range(first, first + count if authors else 0):
        row = new_row(world, room, authors[number % len(authors)])
        row["text"] = f"Message {number}"
        rows.append(row)
    room.messages.add_late(rows)
    for row in rows:
        watch_message(world, room, row)
        world.journal.message(room, row)
    if room.messages:
        room.wire["lastActivity"] = room.messages[-1]["timestamp"]
        if last:
            world.journal.chat(room)
    return [str(row["id"]) for row in rows]


def add_members(world: World, room: Room, count: int) -> list[str]:
    """Newcomers in front of everybody else, so that the owner of this Beeper stays last."""
    new = [newcomer(world.number()) for _ in range(count)]
    put_members(world, room, [*new, *room.roster])
    return [str(person["id"]) for person in new]


def add_chats(world: World, account_id: str, count: int) -> list[str]:
    """Direct chats with newcomers, each active now and empty."""
    world.account(account_id)
    ids: list[str] = []
    for _ in range(count):
        person = newcomer(world.number())
        room = new_room(world, account_id, [person], {"type": "single"})
        room.wire["lastActivity"] = stamp(world.clock.tick())
        ids.append(room.id)
    return ids
