"""Chats as they are answered, and the changes of their state: PATCH, drafts, archive, read marks,
reminders, notify-anyway.

Rosters are cut to size, and a merged chat is filled in from its members. A draft is written as Markdown, read back as
HTML, and never replaced in one step.
"""

from __future__ import annotations

from ..wire.errors import Refused, not_found
from ..wire.json_values import Json, read_stamp, stamp
from ..world.room import Room
from ..world.rows.read_marks import mark_read, mark_unread
from ..world.rows.row import sort_key
from ..world.world import World
from .capabilities import check_archive, check_mark_unread, check_patch
from .content import find_upload, from_markdown
from .due import check_future, watch_chat

PARTICIPANTS_IN_LISTS = 20
ALL_PARTICIPANTS = -1


def chat_view(world: World, room: Room, limit: int = PARTICIPANTS_IN_LISTS) -> Json:
    """A chat with at most `limit` participants; -1 for all."""
    wire = dict(room.wire)
    members = world.members(room)
    if members:
        wire |= _sums(members)
    roster = room.roster if limit == ALL_PARTICIPANTS else room.roster[:limit]
    total = len(room.roster)
    wire["participants"] = {"items": roster, "hasMore": len(roster) < total, "total": total}
    return wire


def _sums(members: list[Room]) -> Json:
    sums: Json = {
        key: sum(int(member.wire[key]) for member in members) for key in ("unreadCount", "unreadMentionsCount")
    }
    times = [str(member.wire["lastActivity"]) for member in members if "lastActivity" in member.wire]
    return sums | ({"lastActivity": max(times)} if times else {})


def newest_shown(world: World, room: Room) -> Json | None:
    """The newest message a person sees in a chat, or in the members of a merged one."""
    newest = [member.newest() for member in world.members(room) or [room]]
    return max((row for row in newest if row is not None), key=lambda row: int(row["sortKey"]), default=None)


def last_activity(world: World, room: Room) -> str:
    """When a chat was last active, as text that sorts; empty for one that never was."""
    times = (str(member.wire.get("lastActivity", "")) for member in world.members(room) or [room])
    return max(times)


def send_target(world: World, room: Room) -> Room:
    """The chat that receives a sent message: for a merged chat its default member, or the most recent one."""
    members = world.members(room)
    if not members:
        return room
    chosen = room.wire["merge"].get("defaultChatID")
    return world.room(chosen) if chosen else max(members, key=lambda member: last_activity(world, member))


_KINDS = {"gif": "gif", "voice-note": "recorded_audio"}


def put_draft(world: World, room: Room, draft: Json | None) -> None:
    """Set or clear the draft; an existing one must be cleared before another is set."""
    if draft is None or not (draft.get("text") or draft.get("attachments")):
        room.wire["draft"] = None
        return
    if room.wire.get("draft"):
        raise Refused(409, "The chat has a draft; set draft to null before setting another")
    stored: Json = {"text": from_markdown(draft.get("text", ""))}
    given: Json = draft.get("attachments") or {}
    if given:
        stored["attachments"] = {key: _attachment(world, key, value) for key, value in given.items()}
    room.wire["draft"] = stored


def _attachment(world: World, key: str, given: Json) -> Json:
    found = find_upload(world, given["uploadID"])
    wire: Json = {
        "id": given.get("id") or key,
        "type": _KINDS.get(given.get("type", ""), "file"),
        "mimeType": given.get("mimeType") or found.file.mime_type,
        "fileName": given.get("fileName") or found.file.name,
        "filePath": found.url.removeprefix("file://"),
        "fileSize": found.file.contents.size,
    }
    if "size" in given:
        wire["size"] = given["size"]
    if "duration" in given:
        wire["audioDurationSeconds"] = given["duration"]
    if given.get("type") == "sticker":
        wire["stickerID"] = found.id
    return wire


_FLAGS = ("isArchived", "isLowPriority", "isMuted", "isPinned", "description", "imgURL", "messageExpirySeconds")


_OF_MEMBERS = ("isMuted", "messageExpirySeconds")
"""What the members of a merged chat share with it."""


def update(world: World, room: Room, patch: Json) -> None:
    """Apply the body of a PATCH; a key that is absent changes nothing, null clears."""
    check_patch(room, patch)
    if "draft" in patch:
        put_draft(world, room, patch["draft"])
    if "title" in patch:
        room.wire["title"] = patch["title"] or room.own_title
    room.wire.update({key: patch[key] for key in _FLAGS if key in patch})
    for member in world.members(room):  # it is they that hold and receive messages
        if shared := {key: patch[key] for key in _OF_MEMBERS if key in patch}:
            member.wire.update(shared)
            world.journal.chat(member)
    world.journal.chat(room)


def archive(world: World, room: Room, *, archived: bool) -> None:
    """Put a chat into the archive or take it out."""
    check_archive(room)
    room.wire["isArchived"] = archived
    world.journal.chat(room)


def read(world: World, room: Room, message_id: str | None) -> None:
    """Mark a chat read, whole or through one message."""
    bound = None if message_id is None else sort_key(_row(world, room, message_id))
    for member in world.members(room) or [room]:
        read = mark_read(member.messages, None if bound is None else bound + 1)
        newest = member.messages[-1] if bound is None and member.messages else read
        if newest is not None:
            member.wire["lastReadMessageSortKey"] = newest["sortKey"]
        member.recount()
        world.journal.chat(member)
    room.wire["isMarkedUnread"] = False
    world.journal.chat(room)


def unread(world: World, room: Room, message_id: str | None) -> None:
    """Mark a chat unread, manually or from one message on; an archived chat returns to the inbox."""
    check_mark_unread(room)
    if message_id is not None:
        bound = sort_key(_row(world, room, message_id))
        for member in world.members(room) or [room]:
            _unread_from(member, bound)
            world.journal.chat(member)
    room.wire["isMarkedUnread"] = True
    room.wire["isArchived"] = False
    world.journal.chat(room)


def _unread_from(room: Room, bound: int) -> None:
    mark_unread(room.messages, bound)
    before = room.messages.key_before(bound)
    if before is not None:
        room.wire["lastReadMessageSortKey"] = str(before)
    else:
        room.wire.pop("lastReadMessageSortKey", None)
    room.recount()


def _row(world: World, room: Room, message_id: str) -> Json:
    for member in world.members(room) or [room]:
        if (row := member.find(message_id)) is not None:
            return row
    raise not_found("Message")


def notify_anyway(world: World, room: Room) -> None:
    """Reach the recipient in spite of their focus; only iMessage can."""
    provider = world.account(room.account_id)["bridge"]["provider"]
    if provider != "platform-sdk":
        raise Refused(400, "This network does not support notifying anyway")


def remind(world: World, room: Room, remind_at: str, *, dismiss: bool | None) -> None:
    """Set the reminder of a chat, in place of any other; it must be in the future."""
    check_future(world, "remindAt", remind_at)
    reminder: Json = {"remindAt": stamp(read_stamp(remind_at))}
    if dismiss is not None:
        reminder["dismissOnIncomingMessage"] = dismiss
    room.wire["reminder"] = reminder
    watch_chat(world, room)
    world.journal.chat(room)


def forget_reminder(world: World, room: Room) -> None:
    """Clear the reminder of a chat, if it has one."""
    room.wire["reminder"] = None
    world.journal.chat(room)


def forget(world: World, chat_id: str) -> None:
    """Take a chat out of the world; a merged chat that is left with one member falls apart."""
    room = world.rooms.pop(chat_id)
    del world.local[room.wire["localChatID"]]
    world.journal.chat_deleted(room)
    merged_id = room.wire.get("mergedIntoChatID")
    if merged_id is None or merged_id not in world.rooms:
        return
    merged = world.rooms[merged_id].wire
    chat_ids: list[str] = merged["merge"]["chatIDs"]
    chat_ids.remove(chat_id)
    if merged["merge"].get("defaultChatID") == chat_id:
        del merged["merge"]["defaultChatID"]
    if len(chat_ids) > 1:
        if merged["accountID"] not in world.accounts:
            merged |= {key: world.rooms[chat_ids[0]].wire[key] for key in ("accountID", "network")}
        world.journal.chat(world.rooms[merged_id])
        return
    del world.rooms[chat_ids[0]].wire["mergedIntoChatID"]
    world.journal.chat(world.rooms[chat_ids[0]])
    gone = world.rooms.pop(merged_id)
    world.local.pop(gone.wire["localChatID"])
    world.journal.chat_deleted(gone)
