"""Drafts: one per chat, written as Markdown, read back as HTML, and never replaced in one step."""

from __future__ import annotations

from ..wire.errors import Refused
from ..wire.json_values import Json
from ..world.room import Room
from ..world.world import World
from .text import from_markdown
from .uploads import upload

_KINDS = {"gif": "gif", "voice-note": "recorded_audio"}


def put(world: World, room: Room, draft: Json | None) -> None:
    """Set or clear the draft; a full one has to be cleared before another takes its place."""
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
    found = upload(world, given["uploadID"])
    wire: Json = {
        "id": given.get("id") or key,
        "type": _KINDS.get(given.get("type", ""), "file"),
        "mimeType": given.get("mimeType") or found.file.mime_type,
        "fileName": given.get("fileName") or found.file.name,
        "filePath": found.url.removeprefix("file://"),
        "fileSize": len(found.file.data),
    }
    if "size" in given:
        wire["size"] = given["size"]
    if "duration" in given:
        wire["audioDurationSeconds"] = given["duration"]
    if given.get("type") == "sticker":
        wire["stickerID"] = found.id
    return wire
