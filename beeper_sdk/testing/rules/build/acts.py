"""What people do with messages: those with whom the user talks, and the user on another device."""

from __future__ import annotations

from dataclasses import dataclass

from ...wire.json_values import Json, stamp
from ...world.room import Room
from ...world.rows.read_marks import mark_read, mark_seen
from ...world.rows.receipts import Receipt
from ...world.rows.row import sort_key
from ...world.seed.media import File
from ...world.seed.messages import attach_file
from ...world.world import World
from .. import chats as chat_rules
from .. import messages, reactions
from ..capabilities import check_writable
from ..due import watch_message
from ..edits import check_is_message
from ..messages import owner, row_at
from ..tombstones import erase
from .chats import is_note_to_self
from .names import MOST_LISTED, Who, chat_named

Actor = Who | None
"""Who does something; None is the user of this Beeper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a message holds."""

    text: str | None = None
    file: tuple[str, File] | None = None
    """The type of the message, such as IMAGE, and the file."""
    reply_to: str | None = None
    mentions: tuple[str, ...] = ()
    moment_ms: int | None = None
    """When it was sent; now if it is None."""


def send(world: World, who: Actor, chat: str, contents: Contents) -> Json:
    """Let somebody write a message."""
    room = _home(world, who, chat)
    author = author_in(world, who, room)
    if who is None:
        check_writable(room)
    linked = None if contents.reply_to is None else messages.find(world, room, contents.reply_to)["id"]
    mentions = [_mention(room, name) for name in contents.mentions]
    row = _row(world, room, author, contents.moment_ms)
    if contents.file is not None:
        attach_file(row, *contents.file, world.media)
        row.pop("text", None)
    if contents.text is not None:
        row["text"] = contents.text
    if linked is not None:
        row["linkedMessageID"] = linked
    row["mentions"] = mentions
    if who is None:
        _own(world, room, row)
    elif sort_key(row) > int(room.wire.get("lastReadMessageSortKey", 0)):
        row["isUnread"] = True
    _put(world, room, row, now=contents.moment_ms is None)
    return row


def _row(world: World, room: Room, author: Json, moment_ms: int | None) -> Json:
    if moment_ms is None:
        return messages.new_row(world, room, author)
    return row_at(room, author, moment_ms, world.past_row(moment_ms))


def _own(world: World, room: Room, row: Json) -> None:
    """A message from another device: everything before it was read there."""
    if is_note_to_self(room):
        del row["isSender"]  # seen: own messages there have no reliable isSender
    if world.network(room).reports_sends:
        messages.report_status(room, row, "SUCCESS", row["timestamp"])
    mark_read(room.messages, sort_key(row))
    for shown in (room, world.rooms.get(room.wire.get("mergedIntoChatID", ""), room)):
        shown.wire["isMarkedUnread"] = False
    marks = (room.wire.get("lastReadMessageSortKey", "0"), row["sortKey"])
    room.wire["lastReadMessageSortKey"] = max(marks, key=int)


def _put(world: World, room: Room, row: Json, *, now: bool) -> None:
    room.add(row)
    watch_message(world, room, row)
    last = "" if room.messages[-1] is row else str(room.wire.get("lastActivity", ""))
    room.wire["lastActivity"] = max(last, row["timestamp"])
    room.recount()
    if now and not row.get("isSender"):
        messages.dismiss_reminder(world, room)
    world.journal.message(room, row)
    world.journal.chat(room)


def _home(world: World, who: Actor, chat: str) -> Room:
    """The chat with the messages: of a merged chat the member with that person, or the one that sends go to."""
    room = chat_named(world, chat)
    members = world.members(room)
    if who is not None and members:
        return next((member for member in members if who.member(world, member)), members[0])
    return chat_rules.send_target(world, room)


def author_in(world: World, who: Actor, room: Room) -> Json:
    """The member of a chat that somebody is."""
    author = owner(world, room) if who is None else who.member(world, room)
    if author is None or (who is None and _has_left(room)):
        name = "the user" if who is None else repr(who.name)
        names = [str(member.get("fullName") or member["id"]) for member in room.roster[:MOST_LISTED]]
        raise ValueError(
            f"{name} is not in the chat {room.wire['title']!r}; its members are {', '.join(map(repr, names))}; "
            "join(chat) adds somebody to a group"
        )
    return author


def _has_left(room: Room) -> bool:
    """Whether the user is no longer a member of a group."""
    return room.wire["type"] == "group" and not any(member.get("isSelf") for member in room.roster)


def _mention(room: Room, name: str) -> str:
    if name == "@room":
        return name
    known = {str(member["id"]): str(member.get("fullName", "")) for member in room.roster}
    found = [user_id for user_id, full in known.items() if name in (user_id, full, full.partition(" ")[0])]
    if len(found) != 1:
        raise ValueError(f"mentions must be user IDs or names of members of the chat, or '@room', not {name!r}")
    return found[0]


def row_of(world: World, chat: str | None, message_id: str) -> tuple[Room, Json]:
    """A message with its chat."""
    if chat is None and message_id in world.pending:
        chat = world.pending[message_id][0]
    if chat is not None:
        row = messages.find(world, chat_named(world, chat), message_id)
        return world.rooms[row["chatID"]], row
    for room in world.rooms.values():
        if (found := room.find(message_id)) is not None:
            return room, found
    raise ValueError("there is no such message in the fake server")


def react(world: World, who: Actor, chat: str | None, message_id: str, key: str, *, back: bool) -> Json:
    """Let somebody react to a message, or take the reaction back."""
    room, row = row_of(world, chat, message_id)
    if row.get("isDeleted"):
        raise ValueError("a deleted message cannot be reacted to")
    check_is_message(row)
    author = author_in(world, who, room)
    (reactions.take_back if back else reactions.react)(world, room, row, author, key)
    return row


def edit(world: World, who: Actor, chat: str | None, message_id: str, text: str) -> Json:
    """Let somebody change their message."""
    room, row = row_of(world, chat, message_id)
    if row.get("isDeleted"):
        raise ValueError("a deleted message cannot be edited")
    check_is_message(row)
    if row["senderID"] != author_in(world, who, room)["id"]:
        raise ValueError("only one's own messages can be edited")
    if "attachments" in row:
        raise ValueError("messages with attachments cannot be edited")
    row["text"] = text
    row["editedTimestamp"] = stamp(world.clock.tick())
    if world.journal.shows_edits():
        world.journal.message(room, row)
    return row


def delete(world: World, who: Actor, chat: str | None, message_id: str) -> None:
    """Let somebody delete their message, an admin that of somebody else, or the user any for themselves."""
    room, row = row_of(world, chat, message_id)
    author = author_in(world, who, room)
    if who is not None and row["senderID"] != author["id"] and not author.get("isAdmin"):
        raise ValueError("only admins can delete messages of others")
    check_is_message(row)
    erase(world, row)


def read(world: World, who: Actor, chat: str, message_id: str | None) -> None:
    """Let somebody read a chat, whole or through one message; of a merged chat all members that they are in."""
    room = chat_named(world, chat)
    if who is None:
        chat_rules.read(world, room, message_id)
        return
    homes = [member for member in world.members(room) if who.member(world, member)] or [room]
    readers = [(home, str(author_in(world, who, home)["id"])) for home in homes]
    silent = [home for home in homes if not home.wire.get("capabilities", {}).get("readReceipts", True)]
    if silent:
        raise ValueError(f"{silent[0].wire['network']} does not report who has read a message")
    bound = None if message_id is None else sort_key(messages.find(world, room, message_id))
    moment = stamp(world.clock.tick())
    for home, user_id in readers:
        by = None if home.wire["type"] == "single" else user_id
        receipt = Receipt(str(owner(world, home)["id"]), by, moment)
        for row in mark_seen(home.messages, receipt, bound, reports=bool(world.journal.listeners)):
            world.journal.message(home, row)
