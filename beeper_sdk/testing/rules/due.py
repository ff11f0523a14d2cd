"""What time does to a world. Beeper documents little of it; these are the choices made here.

=======================  =============================================================================================
a reminder comes due     it is cleared; its chat leaves the archive and is marked unread
a snooze ends            it is cleared; its chat leaves the archive
a disappearing message   it is removed, with its reactions, `messageExpirySeconds` after it was sent; it leaves no
                         tombstone and cannot be retrieved. The timer is the one at the time of sending, so messages
                         from before it was switched on, and those that a world begins with, remain
a delayed send           it is delivered, or its status is reported, `DELIVERY_MS` after it was sent, unless reads or
                         ``WorldView.deliver`` did that before (quirks ``slow_delivery`` and ``send_pending``)
an upload                its ID is unknown `UPLOAD_MS` after the upload: 404
a sign-in to a bridge    it fails `LOGIN_MS` after it began
a sign-in to Beeper      its ID is unknown `LOGIN_MS` after it began: 404
a token, an OAuth code   it is refused when its lifetime has passed
a message                it can no longer be edited or deleted for everyone: see ``capabilities``
=======================  =============================================================================================

A reminder is refused if its time has passed: 400.

The first four happen by themselves, in order of time: before each request and each call of a `WorldView`, and when a
test moves the clock. The others are checked when they are used.
"""

from __future__ import annotations

from ..wire.errors import Refused
from ..wire.json_values import Json, read_stamp
from ..world.room import Room
from ..world.world import Expiring, World

DELIVERY_MS = 30_000
UPLOAD_MS = 24 * 3_600_000
LOGIN_MS = 15 * 60_000


def catch_up(world: World) -> None:
    """Let everything happen whose time has come. Costs next to nothing if there is none."""
    _happen(world, world.clock.milliseconds())


def advance(world: World, to_ms: int) -> None:
    """Move the clock to a time, through all that happens until then."""
    watch_chats(world)
    _happen(world, to_ms)
    world.clock.move_to(to_ms)


def _happen(world: World, until_ms: int) -> None:
    while (due := world.agenda.due(until_ms)) is not None:
        at_ms, event = due
        world.clock.move_to(at_ms)
        event()
        world.journal.flush()


def begin(world: World) -> None:
    """Note what is due in a world that starts."""
    watch_chats(world)
    for chat_id, message_id, left_ms in world.expiring_at_start:
        room = world.rooms.get(chat_id)
        row = None if room is None else room.find(message_id)
        if room is not None and row is not None:
            _expire(world, room, row, world.clock.milliseconds() + left_ms)


def watch_chats(world: World) -> None:
    """Note when reminders and snoozes end, also those that a test or the data of the world set."""
    for room in world.rooms.values():
        if room.may_have_times:
            watch_chat(world, room)


def watch_chat(world: World, room: Room) -> None:
    """Note when the reminder and the snooze of a chat end."""
    for at_ms in {_time(room, *key) for key in _TIMES}:
        if at_ms is not None:
            world.agenda.add(at_ms, f"times {room.id}", lambda: _end_times(world, room))


_TIMES = (("reminder", "remindAt"), ("snooze", "snoozeUntil"))


def _time(room: Room, key: str, member: str) -> int | None:
    found: Json = room.wire.get(key) or {}
    text = found.get(member)
    return read_stamp(text) if isinstance(text, str) else None


def _end_times(world: World, room: Room) -> None:
    now = world.clock.milliseconds()
    for key, member in _TIMES:
        at_ms = _time(room, key, member)
        if at_ms is None or at_ms > now or world.rooms.get(room.id) is not room:
            continue
        room.wire[key] = None
        room.wire["isArchived"] = False
        if key == "reminder":
            room.wire["isMarkedUnread"] = True
        world.journal.chat(room)


def watch_message(world: World, room: Room, row: Json) -> None:
    """Note when a message that arrives now disappears, if its chat has a timer."""
    seconds = room.wire.get("messageExpirySeconds")
    if seconds:
        _expire(world, room, row, read_stamp(row["timestamp"]) + int(seconds) * 1000)


def _expire(world: World, room: Room, row: Json, at_ms: int) -> None:
    expiring = Expiring(room, str(row["id"]), at_ms)
    world.expiring[expiring.message_id] = expiring
    world.agenda.add(at_ms, f"message {row['id']}", lambda: _disappear(world, expiring))


def _disappear(world: World, expiring: Expiring) -> None:
    room = expiring.room
    world.expiring.pop(expiring.message_id, None)
    row = room.find(expiring.message_id)
    if row is None:
        return
    gone = [row]
    if row.get("reactions"):
        gone += [event for event in room.messages.pointing_at(row["id"]) if event.get("type") == "REACTION"]
    for message in gone:
        room.drop(message)
        world.journal.message_deleted(room, str(message["id"]))
    room.recount()
    world.journal.chat(room)


def check_future(world: World, name: str, moment: str) -> None:
    """Refuse a date that has passed."""
    if read_stamp(moment) <= world.clock.milliseconds():
        raise Refused(400, f"{name} must be in the future")
