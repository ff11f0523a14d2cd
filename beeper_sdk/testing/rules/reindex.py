"""What changes when the app is installed again, or makes its index anew.

Beeper documents only that message IDs hold for one installation. Here messages and chats get other IDs, sort keys and
local IDs, messages in the same order. All old ones are unknown, also pending and event IDs; cursors get a 400.
IDs of chats, users, attachments and uploads stay. No event is sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..wire.json_values import Json
from ..wire.pages import Cursors
from ..world.dates import KEYS_PER_MS
from ..world.room import Room
from ..world.rows.row import sort_key

if TYPE_CHECKING:
    from ..world.world import World

KEYS = KEYS_PER_MS // 2
"""What is added to sort keys. No message has a key that another one had before, unless a millisecond has hundreds."""


def reindex(world: World) -> None:
    """Give all messages and chats other IDs."""
    rooms = [*world.rooms.values(), *world.left.values()]
    rows = sorted((sort_key(row), str(row["id"])) for room in rooms for row in room.messages.scan())
    last_key = rows[-1][0] + KEYS if rows else 0
    first_id, first_local = world.skip_numbers(len(rows), len(rooms), last_key)
    renamed = {message_id: str(first_id + place) for place, (_, message_id) in enumerate(rows)}
    for room in rooms:
        for block in list(room.messages.blocks):
            for row in room.messages.open(block):
                _rename_row(row, renamed)
            block.index()
            world.memory.settle()
    world.local.clear()
    for number, room in enumerate(reversed(rooms), first_local):
        _rename_room(room, str(number))
        world.local[str(number)] = room.id
    for expiring in world.expiring.values():
        expiring.message_id = renamed.get(expiring.message_id, expiring.message_id)
    world.expiring = {expiring.message_id: expiring for expiring in world.expiring.values()}
    world.edits = {renamed.get(message_id, message_id): count for message_id, count in world.edits.items()}
    world.pending.clear()
    world.focused.pop("messageID", None)
    world.cursors = Cursors(f"cursors of world {world.seed} from message {first_id}")


def _rename_row(row: Json, renamed: dict[str, str]) -> None:
    row["id"] = renamed[row["id"]]
    row["sortKey"] = str(sort_key(row) + KEYS)
    if "linkedMessageID" in row:
        row["linkedMessageID"] = renamed.get(row["linkedMessageID"], row["linkedMessageID"])


def _rename_room(room: Room, local_id: str) -> None:
    room.wire["localChatID"] = local_id
    if room.wire.get("lastReadMessageSortKey") is not None:
        room.wire["lastReadMessageSortKey"] = str(int(room.wire["lastReadMessageSortKey"]) + KEYS)
