"""Sending, finding, editing and deleting messages; and messages of others that come in."""

from __future__ import annotations

from ..wire.errors import Refused, not_found
from ..wire.json_values import Json, stamp
from ..world.room import Room
from ..world.world import World
from . import uploads, views
from .delivery import AS_IT_COMES, STATUSES, Manner, go, put, report
from .text import from_markdown

PENDING = "~beeper-fake_"
_KEPT = ("id", "chatID", "accountID", "senderID", "senderName", "timestamp", "sortKey", "type", "isSender", "isHidden")


def send(world: World, room: Room, body: Json, manner: Manner = AS_IT_COMES) -> Json:
    """Send a text, a file or both; answers where it went and a pending ID that stands for the message."""
    room = views.target(world, room)
    if not (body.get("text") or body.get("attachment")):
        raise Refused(400, "A message needs text or an attachment")
    if room.wire.get("isReadOnly"):
        raise Refused(400, "Messages cannot be sent to this chat")
    reply = body.get("replyToMessageID")
    linked = None if reply is None else find(world, room, reply)["id"]
    row = new_row(world, room, owner(world, room))
    if body.get("attachment"):
        uploads.attach(world, row, body["attachment"])
    if body.get("text"):
        row["text"] = from_markdown(body["text"])
    if linked is not None:
        row["linkedMessageID"] = linked
    pending = f"{PENDING}{world.number()}"
    if not manner.late:
        world.pending[pending] = (room.id, row["id"])
    go(world, room, row, manner)
    return {"chatID": room.id, "pendingMessageID": pending}


def owner(world: World, room: Room) -> Json:
    """The user of this Beeper as a member of a chat."""
    own = next((member for member in room.roster if member.get("isSelf")), None)
    if own is None:
        own = world.account(room.account_id)["user"]
    return own


def new_row(world: World, room: Room, author: Json) -> Json:
    """A row that somebody writes now, without contents."""
    number, key = world.new_row()
    return {
        "id": number,
        "chatID": room.id,
        "accountID": room.account_id,
        "senderID": author["id"],
        "senderName": author.get("fullName", ""),
        "timestamp": stamp(world.clock.tick()),
        "sortKey": key,
        "type": "TEXT",
        "isSender": bool(author.get("isSelf")),
        "mentions": [],
    }


def receive(world: World, room: Room, text: str, sender_id: str | None = None) -> Json:
    """A message of somebody else; a reminder that waits for one is dropped."""
    others = [member for member in room.roster if not member.get("isSelf")]
    author = next((member for member in others if sender_id in (None, member["id"])), None)
    row = new_row(world, room, author or {"id": sender_id, "fullName": ""})
    row |= {"text": text, "isUnread": True}
    put(room, row)
    reminder: Json = room.wire.get("reminder") or {}
    if reminder.get("dismissOnIncomingMessage"):
        room.wire["reminder"] = None
    return row


def find(world: World, room: Room, message_id: str) -> Json:
    """A message by final ID, by pending ID or by Matrix event ID."""
    final = message_id.removeprefix("$event").partition(":")[0] if message_id.startswith("$event") else message_id
    if message_id in world.pending:
        final = world.pending[message_id][1]
    for each in world.members(room) or [room]:
        if (row := each.find(final)) is not None:
            return row
    raise not_found("Message")


def event_id(row: Json) -> str:
    """The Matrix event ID of a row."""
    return f"$event{row['id']}:beeper.local"


def edit(world: World, room: Room, message_id: str, text: str) -> Json:
    """Change the text of an own message; lastActivity stays as it was."""
    row = find(world, room, message_id)
    if row.get("isDeleted"):
        raise Refused(400, "A deleted message cannot be edited")
    if not row.get("isSender"):
        raise Refused(400, "Only your own messages can be edited")
    if row.get("attachments"):
        raise Refused(400, "Messages with attachments cannot be edited")
    row["text"] = from_markdown(text)
    row["editedTimestamp"] = stamp(world.clock.tick())
    return {**row, "messageID": row["id"], "success": True}


def delete(world: World, room: Room, message_id: str) -> None:
    """Leave a tombstone in place of a message and what it held; the reactions go with it."""
    if message_id.startswith(PENDING):
        raise Refused(400, "A pending message cannot be deleted; use its final ID")
    row = find(world, room, message_id)
    bones = {key: row[key] for key in _KEPT if key in row}
    row.clear()
    row |= bones | {"isDeleted": True}
    world.rooms[row["chatID"]].recount()


def set_status(world: World, room: Room, message_id: str, status: str | None, reason: str | None) -> Json:
    """Let the network report on a message."""
    if status not in (*STATUSES, None):
        raise ValueError(f"status takes {', '.join(STATUSES)} or None, not {status!r}")
    row = find(world, room, message_id)
    report(world.rooms[row["chatID"]], row, status, stamp(world.clock.tick()), reason)
    return row
