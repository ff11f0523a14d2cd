"""Chats as they are answered: rosters cut to size, a merged chat filled in from its members, previews."""

from __future__ import annotations

from ..wire.json_values import Json
from ..world.room import Room
from ..world.world import World

IN_LISTS = 20
ALL = -1


def chat(world: World, room: Room, most: int = IN_LISTS) -> Json:
    """A chat with at most that many participants; -1 gives all."""
    wire = dict(room.wire)
    members = world.members(room)
    if members:
        wire |= _sums(members)
    roster = room.roster if most == ALL else room.roster[:most]
    total = len(room.roster)
    wire["participants"] = {"items": roster, "hasMore": len(roster) < total, "total": total}
    return wire


def _sums(members: list[Room]) -> Json:
    sums: Json = {
        key: sum(int(member.wire[key]) for member in members) for key in ("unreadCount", "unreadMentionsCount")
    }
    times = [str(member.wire["lastActivity"]) for member in members if "lastActivity" in member.wire]
    return sums | ({"lastActivity": max(times)} if times else {})


def preview(world: World, room: Room) -> Json | None:
    """The newest message a person sees in a chat, or in the members of a merged one."""
    newest = [next(each.shown(), None) for each in world.members(room) or [room]]
    return max((row for row in newest if row is not None), key=lambda row: int(row["sortKey"]), default=None)


def last_activity(world: World, room: Room) -> str:
    """When a chat was last active, as text that sorts; empty for one that never was."""
    times = (str(each.wire.get("lastActivity", "")) for each in world.members(room) or [room])
    return max(times)


def target(world: World, room: Room) -> Room:
    """The chat that really receives a send: a merged chat routes to its default or its most recent member."""
    members = world.members(room)
    if not members:
        return room
    chosen = room.wire["merge"].get("defaultChatID")
    return world.room(chosen) if chosen else max(members, key=lambda member: last_activity(world, member))
