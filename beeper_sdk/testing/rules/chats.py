"""Changing the state of a chat: PATCH, archive, read marks, reminders, notify-anyway."""

from __future__ import annotations

from ..wire.errors import Refused, not_found
from ..wire.json_values import Json, read_stamp, stamp
from ..world.room import Room, sort_key
from ..world.world import World
from . import drafts

_FLAGS = ("isArchived", "isLowPriority", "isMuted", "isPinned", "description", "imgURL", "messageExpirySeconds")


def update(world: World, room: Room, patch: Json) -> None:
    """Apply the body of a PATCH; a key that is absent changes nothing, null clears."""
    if "draft" in patch:
        drafts.put(world, room, patch["draft"])
    if "title" in patch:
        room.wire["title"] = patch["title"] or room.own_title
    room.wire |= {key: patch[key] for key in _FLAGS if key in patch}


def archive(room: Room, *, archived: bool) -> None:
    """Put a chat into the archive or take it out."""
    room.wire["isArchived"] = archived


def mark_read(world: World, room: Room, message_id: str | None) -> None:
    """Mark a chat read, whole or through one message."""
    bound = None if message_id is None else sort_key(_row(world, room, message_id))
    for each in world.members(room) or [room]:
        read = [row for row in each.unread() if bound is None or sort_key(row) <= bound]
        for row in read:
            row["isUnread"] = False
        newest = each.messages[-1] if bound is None and each.messages else read[-1] if read else None
        if newest is not None:
            each.wire["lastReadMessageSortKey"] = newest["sortKey"]
        each.recount()
    room.wire["isMarkedUnread"] = False


def mark_unread(world: World, room: Room, message_id: str | None) -> None:
    """Mark a chat unread, by hand or from one message on; an archived chat comes back to the inbox."""
    if message_id is not None:
        bound = sort_key(_row(world, room, message_id))
        for each in world.members(room) or [room]:
            _unread_from(each, bound)
    room.wire["isMarkedUnread"] = True
    room.wire["isArchived"] = False


def _unread_from(room: Room, bound: int) -> None:
    for row in room.messages:
        if sort_key(row) >= bound and not row.get("isSender"):
            row["isUnread"] = True
    before = [row for row in room.messages if sort_key(row) < bound]
    if before:
        room.wire["lastReadMessageSortKey"] = before[-1]["sortKey"]
    else:
        room.wire.pop("lastReadMessageSortKey", None)
    room.recount()


def _row(world: World, room: Room, message_id: str) -> Json:
    for each in world.members(room) or [room]:
        if (row := each.find(message_id)) is not None:
            return row
    raise not_found("Message")


def notify_anyway(world: World, room: Room) -> None:
    """Reach the recipient in spite of their focus; only iMessage can."""
    provider = world.account(room.account_id)["bridge"]["provider"]
    if provider != "platform-sdk":
        raise Refused(400, "This network does not support notifying anyway")


def remind(room: Room, remind_at: str, *, dismiss: bool | None) -> None:
    """Set the reminder of a chat, in place of any other."""
    reminder: Json = {"remindAt": stamp(read_stamp(remind_at))}
    if dismiss is not None:
        reminder["dismissOnIncomingMessage"] = dismiss
    room.wire["reminder"] = reminder


def forget_reminder(room: Room) -> None:
    """Clear the reminder of a chat, if it has one."""
    room.wire["reminder"] = None
