"""What changes when the app is installed again, or makes its index anew.

Beeper documents only that message IDs hold for one installation. Here messages and chats get other IDs, sort keys and
local IDs, messages in the same order. All old ones are unknown, also pending and event IDs; cursors get a 400.
IDs of chats, users, attachments and uploads stay. No event is sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..wire.json_values import Json
from ..wire.pages import Cursors
from ..world.room import Room, sort_key

if TYPE_CHECKING:
    from ..world.world import World

KEYS = 500
"""What is added to sort keys. No message has a key that another one had before."""


def reindex(world: World) -> None:
    """Give all messages and chats other IDs."""
    rows = sorted((row for room in world.rooms.values() for row in room.messages), key=sort_key)
    first_id, first_local = world.skip_numbers(len(rows), len(world.rooms), KEYS)
    renamed = {str(row["id"]): str(first_id + place) for place, row in enumerate(rows)}
    for row in rows:
        _rename(row, renamed)
    world.local.clear()
    for place, room in enumerate(reversed(world.rooms.values())):
        _rename_room(room)
        room.wire["localChatID"] = str(first_local + place)
        world.local[str(first_local + place)] = room.id
    world.edits = {renamed.get(message_id, message_id): count for message_id, count in world.edits.items()}
    world.pending.clear()
    world.cursors = Cursors(f"cursors of world {world.seed} from message {first_id}")


def _rename(row: Json, renamed: dict[str, str]) -> None:
    row["id"] = renamed[row["id"]]
    row["sortKey"] = str(sort_key(row) + KEYS)
    if "linkedMessageID" in row:
        row["linkedMessageID"] = renamed.get(row["linkedMessageID"], row["linkedMessageID"])


def _rename_room(room: Room) -> None:
    room.index_rows()
    if room.wire.get("lastReadMessageSortKey") is not None:
        room.wire["lastReadMessageSortKey"] = str(int(room.wire["lastReadMessageSortKey"]) + KEYS)
