"""New chats of every kind: with people, merged, to oneself; labels, and messages before the oldest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice

from ...wire.json_values import Json, read_stamp, stamp
from ...world.networks import network_named
from ...world.room import Room
from ...world.seed.chats import merged
from ...world.world import World
from .. import people as people_rules
from ..messages import owner, row_at
from .names import Who, account_named, chat_named, labels_named
from .people import people_for

MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatOptions:
    """The state of a new chat."""

    muted: bool = False
    archived: bool = False
    pinned: bool = False
    read_only: bool = False
    low_priority: bool = False
    marked_unread: bool = False
    description: str | None = None
    labels: Sequence[str] = ()

    def wire(self, world: World) -> Json:
        """The same in the chat's JSON."""
        found: Json = {
            "isMuted": self.muted,
            "isArchived": self.archived,
            "isPinned": self.pinned,
            "isReadOnly": self.read_only,
            "isLowPriority": self.low_priority,
            "isMarkedUnread": self.marked_unread,
            "description": self.description,
        }
        return found | ({"labels": labels_named(world, self.labels)} if self.labels else {})


def add_chat(
    world: World,
    title: str | None,
    people: Iterable[Who | str],
    account_id: str,
    options: ChatOptions,
    chat_id: str | None = None,
) -> Room:
    """Open a chat with people; one person and no title make a direct chat."""
    state = options.wire(world)
    everybody = people_for(world, people)
    users = list({user["id"]: user for user in (who.as_user(world, account_id) for who in everybody)}.values())
    if not title and not users:
        raise ValueError("a chat needs a title or people")
    direct = not title and len(users) == 1
    if direct:
        existing = people_rules.direct_chat(world, account_id, str(users[0]["id"]))
        if existing is not None:
            raise ValueError(f"there is a direct chat with {everybody[0].name!r} on this account: {existing.id!r}")
    body: Json = {"type": "single" if direct else "group", "title": title}
    room = people_rules.new_room(world, account_id, users, body, chat_id)
    room.wire.update(state, lastActivity=stamp(world.clock.tick()))
    world.journal.chat(room)
    return room


def account_for(world: World, network: str | None, account: str | None) -> str:
    """The account of a new chat: the named one, or the first."""
    if account is not None:
        found = account_named(world, account)
        if network is not None and network_named(network) is not network_named(world.account(found)["bridge"]["type"]):
            raise ValueError(f"the account {account!r} is not on the network {network!r}; give one of the two")
        return found
    if network is not None:
        return account_named(world, network)
    if not world.accounts:
        raise ValueError("there is no account in the fake server; add_account('whatsapp') adds one")
    return next(iter(world.accounts))


def note_to_self(world: World, account_id: str, chat_id: str | None = None) -> Room:
    """The chat of an account with itself: its only member has no name; one that exists is used again."""
    for room in world.rooms.values():
        alone = len(room.roster) == 1 and room.roster[0].get("isSelf")
        if alone and room.account_id == account_id and room.wire["type"] == "single":
            return room
    body: Json = {"type": "single", "title": "Note to self"}
    room = people_rules.new_room(world, account_id, [], body, chat_id)
    for member in room.roster:
        member.pop("fullName", None)
    room.wire["lastActivity"] = stamp(world.clock.tick())
    world.journal.chat(room)
    return room


def is_note_to_self(room: Room) -> bool:
    """Whether the user is alone in a direct chat."""
    return room.wire["type"] == "single" and len(room.roster) == 1 and bool(room.roster[0].get("isSelf"))


def merge(world: World, names: Iterable[str], default: str | None, chat_id: str | None = None) -> Room:
    """Show several chats as one."""
    if not world.merges_chats:
        raise ValueError("the app version of the fake server has no merged chats")
    members = list({room.id: room for room in (chat_named(world, name) for name in names)}.values())
    if len(members) < 2:
        raise ValueError("merging needs at least two chats")
    for room in members:
        if "merge" in room.wire or "mergedIntoChatID" in room.wire:
            raise ValueError(f"the chat {room.id!r} is merged already")
    chosen = None if default is None else chat_named(world, default)
    if chosen is not None and chosen not in members:
        raise ValueError(f"default must be one of the merged chats: {', '.join(repr(room.id) for room in members)}")
    whole = world.new_room(merged(members, chat_id or f"!merged{world.number()}:beeper.local", None))
    if chosen is not None:
        whole.wire["merge"]["defaultChatID"] = chosen.id
    for room in members:
        room.wire["mergedIntoChatID"] = whole.id
        world.journal.chat(room)
    world.journal.chat(whole)
    return whole


def add_label(world: World, name: str) -> str:
    """Make a label; one with that name is used again."""
    if not name.strip():
        raise ValueError("a label needs a name")
    for label in world.labels:
        if label["name"] == name:
            return str(label["id"])
    known = {label["id"] for label in world.labels}
    slug = "_".join("".join(mark if mark.isalnum() else " " for mark in name.casefold()).split()) or "label"
    label_id, number = f"label_{slug}", 1
    while label_id in known:
        number += 1
        label_id = f"label_{slug}_{number}"
    world.labels.append({"id": label_id, "name": name})
    return label_id


def backfill(world: World, room: Room, count: int) -> list[str]:
    """Messages before the oldest of a chat, a minute apart, by its members in turn, read."""
    first = read_stamp(room.messages[0]["timestamp"]) if room.messages else world.clock.milliseconds()
    authors = [member for member in room.roster[:5] if not member.get("isSelf")] or [owner(world, room)]
    ids: list[str] = []
    for place, author in enumerate(islice(cycle(authors), count)):
        moment = first - (count - place) * MINUTE_MS
        row = row_at(room, author, moment, world.past_row(moment))
        row["text"] = f"Earlier message {place}"
        room.add(row)
        ids.append(str(row["id"]))
        world.journal.message(room, row)
    if room.messages and room.messages[-1]["id"] in ids:
        room.wire["lastActivity"] = room.messages[-1]["timestamp"]
        world.journal.chat(room)
    return ids
