"""What is left of a message that was deleted, and messages that a network deletes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..wire.json_values import Json
from ..world.room import Room

if TYPE_CHECKING:
    from ..world.world import World

RETRACTION_MS = 2_000
"""When a message that a network does not accept is deleted, after it was sent."""
_KEPT = ("id", "chatID", "accountID", "senderID", "senderName", "timestamp", "sortKey", "type", "isSender", "isHidden")


def erase(world: World, row: Json) -> None:
    """Leave the mark of a deleted message in place of one; its reactions go with it."""
    bones = {key: row[key] for key in _KEPT if key in row}
    row.clear()
    row |= bones | {"isDeleted": True}
    home = world.rooms[row["chatID"]]
    counters_changed = home.recount()
    if world.journal.shows_edits():
        world.journal.message(home, row)
        if counters_changed:
            world.journal.chat(home)


def retract_soon(world: World, room: Room, row: Json) -> None:
    """Let the network delete a message that was sent now."""

    def retract() -> None:
        if world.rooms.get(room.id) is room and room.find(row["id"]) is row:
            erase(world, row)
        world.memory.release(row)

    world.memory.keep(row)
    world.agenda.add(world.clock.milliseconds() + RETRACTION_MS, f"retraction {row['id']}", retract)


def is_gif_as_image(room: Room, row: Json) -> bool:
    """Whether a message is a GIF that was sent to a WhatsApp chat as an image."""
    if row["type"] != "IMAGE" or room.wire.get("network") != "WhatsApp":
        return False
    return any(file["mimeType"] == "image/gif" and not file.get("isGif") for file in row["attachments"])
