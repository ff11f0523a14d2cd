"""Editing and deleting messages."""

from __future__ import annotations

from collections.abc import Callable

from ..wire.errors import Refused
from ..wire.json_values import Json, stamp
from ..world.room import Room
from ..world.world import World
from .capabilities import TooLate, check_delete, check_edit
from .content import from_markdown
from .messages import PENDING, find
from .tombstones import erase


def check_is_message(row: Json) -> None:
    """Refuse to change a row that is an event: it shows what happened to something else, as a reaction does."""
    if row.get("type") in ("REACTION", "NOTICE"):
        raise Refused(400, "Only messages can be changed, not reactions and notices")


def edit(world: World, room: Room, message_id: str, text: str, *, drop_late: Callable[[], bool]) -> Json:
    """Change the text of an own message; lastActivity stays as it was. If `drop_late` returns True, one that is
    too late is answered as if it had been made.
    """
    row = find(world, room, message_id)
    if row.get("isDeleted"):
        raise Refused(400, "A deleted message cannot be edited")
    check_is_message(row)
    if not row.get("isSender"):
        raise Refused(400, "Only your own messages can be edited")
    if row.get("attachments"):
        raise Refused(400, "Messages with attachments cannot be edited")
    home, edited = world.rooms[row["chatID"]], from_markdown(text)
    try:
        check_edit(world, home, row, edited)
    except TooLate:
        if not drop_late():
            raise
        return edited_view({**row, "text": edited, "editedTimestamp": stamp(world.clock.milliseconds())})
    row["text"] = edited
    row["editedTimestamp"] = stamp(world.clock.tick())
    world.edits[row["id"]] = world.edits.get(row["id"], 0) + 1
    if world.journal.shows_edits():
        world.journal.message(home, row)
    return edited_view(row)


def edited_view(row: Json) -> Json:
    """The response to an edit."""
    return {**row, "messageID": row["id"], "success": True}


def delete(world: World, room: Room, message_id: str, *, for_everyone: bool = True) -> None:
    """Leave a tombstone in place of a message and what it held; the reactions go with it."""
    if message_id.startswith(PENDING):
        raise Refused(400, "A pending message cannot be deleted; use its final ID")
    row = find(world, room, message_id)
    check_is_message(row)
    home = world.rooms[row["chatID"]]
    check_delete(world, home, row, for_everyone=for_everyone)
    erase(world, row)
