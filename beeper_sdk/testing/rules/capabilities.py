"""What a network refuses, by the ``capabilities`` of a chat.

The documents do not say how Beeper answers what a network does not support. Here it is 400, with a message that says
what is wrong, and nothing happens. A level below 1 counts as unsupported (-2 rejected, -1 dropped, 0 unsupported). What
``capabilities`` does not mention is allowed, as in a chat without any, with these exceptions:

* types of attachments and MIME types: what is not listed is rejected, as the documents say;
* an empty or missing list ``allowedReactions`` allows all reactions, and ``disappearingTimer.timers`` all timers;
* without ``disappearingTimer``, a timer of disappearing messages can only be switched off;
* in a direct chat, whose ``state`` is missing, the title is the user's own: only description and avatar are refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..wire.errors import Refused
from ..wire.json_values import Json, is_list, is_object, read_stamp
from ..world.room import Room
from ..world.words import plain

if TYPE_CHECKING:
    from ..world.seed.media import File
    from ..world.world import World


class TooLate(Refused):
    """An edit is refused because of the age of the message, or of the number of its edits."""


def _of(room: Room, *path: str) -> object:
    found: object = room.wire.get("capabilities")
    for key in path:
        found = found.get(key) if is_object(found) else None
    return found


def _supported(room: Room, *path: str) -> bool:
    level = _of(room, *path)
    return level is None or (isinstance(level, int) and level >= 1)


def _limit(room: Room, *path: str) -> int | None:
    limit = _of(room, *path)
    return limit if isinstance(limit, int) else None


def _need(supported: bool, what: str) -> None:
    if not supported:
        raise Refused(400, f"This chat does not support {what}")


def check_writable(room: Room) -> None:
    """Refuse to write to a chat that can only be read."""
    if room.wire.get("isReadOnly"):
        raise Refused(400, "Messages cannot be sent to this chat: it is read-only")


def check_text(room: Room, text: str) -> None:
    """Refuse a text that is too long: its characters without markup."""
    _check_length("text", plain(text), _limit(room, "maxTextLength"))


def _check_length(what: str, text: str, limit: int | None) -> None:
    if limit is not None and len(text) > limit:
        raise Refused(400, f"The {what} has {len(text)} characters; this chat allows {limit}")


def check_reply(room: Room) -> None:
    """Refuse a reply."""
    _need(_supported(room, "reply"), "replies")


_TYPES = {
    "IMAGE": "m.image",
    "VIDEO": "m.video",
    "AUDIO": "m.audio",
    "FILE": "m.file",
    "STICKER": "m.sticker",
    "VOICE": "org.matrix.msc3245.voice",
    "GIF": "fi.mau.gif",
}


def check_attachment(room: Room, kind: str, file: File, duration: float | None, caption: str | None) -> None:
    """Refuse a file by its type, size or caption. `kind` is that of a message, or ``GIF``."""
    known = _of(room, "attachments")
    if not is_object(known):
        return
    name = _TYPES[kind]
    _need(is_object(known.get(name)), f"attachments of the type {name}")
    types = _of(room, "attachments", name, "mimeTypes")
    level = _mime_level(types if is_object(types) else {}, file.mime_type)
    _need(level >= 1, f"{file.mime_type} as {name}")
    _check_size(room, name, file, duration)
    if caption is not None:
        _need(_supported(room, "attachments", name, "caption"), f"captions of {name}")
        _check_length("caption", plain(caption), _limit(room, "attachments", name, "maxCaptionLength"))


def _mime_level(levels: Json, mime_type: str) -> int:
    base = mime_type.partition(";")[0].strip().lower()
    known = {pattern.partition(";")[0].strip().lower(): level for pattern, level in levels.items()}
    patterns = (base, f"{base.partition('/')[0]}/*", "*/*")
    return int(next((known[pattern] for pattern in patterns if pattern in known), -2))


def _check_size(room: Room, name: str, file: File, duration: float | None) -> None:
    measures = (
        ("maxSize", file.contents.size, "bytes"),
        ("maxWidth", file.width, "pixels of width"),
        ("maxHeight", file.height, "pixels of height"),
        ("maxDuration", duration, "seconds"),
    )
    for key, value, unit in measures:
        limit = _limit(room, "attachments", name, key)
        if limit is not None and value is not None and value > limit:
            raise Refused(400, f"The file has {value} {unit}; this chat allows {limit} for {name}")


def check_edit(world: World, room: Room, row: Json, text: str) -> None:
    """Refuse an edit that the network does not support, and one that is too late (`TooLate`)."""
    check_writable(room)
    _need(_supported(room, "edit"), "edits")
    check_text(room, text)
    age, oldest = _age(world, row), _limit(room, "editMaxAge")
    if oldest is not None and age > oldest:
        raise TooLate(400, f"The message is {age} seconds old; this chat allows edits for {oldest} seconds")
    count, most = world.edits.get(row["id"], 0), _limit(room, "editMaxCount")
    if most is not None and count >= most:
        raise TooLate(400, f"The message was edited {count} times, which is the most that this chat allows")


def check_delete(world: World, room: Room, row: Json, *, for_everyone: bool) -> None:
    """Refuse a deletion; for the user alone, age does not matter."""
    if not for_everyone:
        _need(_of(room, "deleteForMe") is not False, "deleting a message for the user only")
        return
    _need(_supported(room, "delete"), "deleting messages for everyone")
    age, oldest = _age(world, row), _limit(room, "deleteMaxAge")
    if oldest is not None and age > oldest:
        alone = "" if _of(room, "deleteForMe") is False else "; with forEveryone=false it is deleted for you only"
        raise Refused(
            400, f"The message is {age} seconds old; this chat allows deleting for everyone for {oldest} seconds{alone}"
        )


def _age(world: World, row: Json) -> int:
    return (world.clock.milliseconds() - read_stamp(row["timestamp"])) // 1000


_CUSTOM = re.compile(r"mxc://.+|:[^:\s]+:", re.DOTALL)


def check_reaction(room: Room, key: str, own: int | None) -> None:
    """Refuse a reaction. `own`: how many the user has on the message, if the new one does not replace another."""
    check_writable(room)
    _need(_supported(room, "reaction"), "reactions")
    allowed = _of(room, "allowedReactions")
    _need(not is_list(allowed) or not allowed or key in allowed, "this reaction")
    custom = _of(room, "customEmojiReactions")
    _need(custom is not False or not _CUSTOM.fullmatch(key), "custom emoji as reactions")
    most = _limit(room, "reactionCount")
    if own is not None and most is not None and own >= most:
        raise Refused(400, f"This chat allows {most} reactions of a user to a message")


def check_patch(room: Room, patch: Json) -> None:
    """Refuse a change of a chat, before any part of it is made."""
    for key, state in (("title", "title"), ("description", "description"), ("imgURL", "avatar")):
        if key in patch and patch[key] != room.wire.get(key):
            _need(_can_set(room, state), f"changing its {state}")
    if "isArchived" in patch:
        check_archive(room)
    seconds = patch.get("messageExpirySeconds")
    if seconds:
        _check_expiry(room, int(seconds))


def _can_set(room: Room, state: str) -> bool:
    if room.wire.get("capabilities") is None:
        return True
    if _of(room, "state") is None:
        return state == "title" or room.wire["type"] == "group"
    return _supported(room, "state", state, "level")


def _check_expiry(room: Room, seconds: int) -> None:
    if room.wire.get("capabilities") is None:
        return
    _need(_of(room, "disappearingTimer") is not None, "disappearing messages")
    _need(_supported(room, "state", "disappearingTimer", "level"), "changing the timer of disappearing messages")
    timers = _of(room, "disappearingTimer", "timers")
    if is_list(timers) and timers and seconds * 1000 not in timers:
        values = ", ".join(str(timer // 1000) for timer in timers)
        raise Refused(400, f"messageExpirySeconds must be one of {values} in this chat, or null")


def check_archive(room: Room) -> None:
    """Refuse to archive or restore a chat."""
    _need(_of(room, "archive") is not False, "archiving")


def check_mark_unread(room: Room) -> None:
    """Refuse to mark a chat as unread."""
    _need(_of(room, "markAsUnread") is not False, "marking it as unread")
