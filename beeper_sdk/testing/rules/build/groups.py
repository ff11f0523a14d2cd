"""What people do in groups: they come, go, and rename them."""

from __future__ import annotations

from ...wire.json_values import Json
from ...world.room import Room
from ...world.world import World
from .. import messages
from ..people import leave_chat, put_members
from .acts import Actor, author_in
from .names import home_named


def rename(world: World, who: Actor, chat: str, title: str) -> None:
    """Let somebody change the name of a group."""
    if not title.strip():
        raise ValueError("title must not be blank")
    room = _group(world, who, chat)
    author = author_in(world, who, room)
    room.own_title = title
    room.wire["title"] = title
    _notice(world, room, author, f"changed the name of the group to {title}")


def join(world: World, who: Actor, chat: str) -> None:
    """Let somebody into a group; nothing happens if they are in it."""
    room = _group(world, who, chat)
    if who is None:
        if any(member.get("isSelf") for member in room.roster):
            return
        user = dict(world.account(room.account_id)["user"])
        room.wire["isReadOnly"] = False
    else:
        if who.member(world, room):
            return
        user = who.as_user(world, room.account_id)
    put_members(world, room, [*room.roster, user])
    _notice(world, room, user, "joined the group")


def leave(world: World, who: Actor, chat: str) -> None:
    """Let somebody leave a group; once the user has left, it can only be read."""
    room = _group(world, who, chat)
    author = dict(author_in(world, who, room))
    leave_chat(world, room, str(author["id"]))
    if who is None:
        room.wire["isReadOnly"] = True
    _notice(world, room, author, "left the group")


def _group(world: World, who: Actor, chat: str) -> Room:
    room = home_named(world, chat)
    if room.wire["type"] != "group":
        raise ValueError(f"{(who.name if who else 'the user')!r} cannot do this in a direct chat, only in a group")
    return room


def _notice(world: World, room: Room, author: Json, text: str) -> None:
    """The row that networks write when a group changes."""
    row = messages.new_row(world, room, author)
    name = "You" if author.get("isSelf") else author.get("fullName") or author["id"]
    row |= {"type": "NOTICE", "text": f"{name} {text}", "isHidden": True}
    room.add(row)
    room.recount()
    world.journal.message(room, row)
    world.journal.chat(room)
