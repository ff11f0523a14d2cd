"""Sending and finding messages, and receiving those of other users.

A sent message may arrive late, have a status, or fail. Nothing here waits: a delayed message arrives at a counted read
of its chat, when its time has come (``due``), or when a test calls ``WorldView.deliver``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..wire.errors import Refused, not_found
from ..wire.json_values import Json, stamp
from ..world.room import Room
from ..world.world import Late, World
from .capabilities import check_attachment, check_reply, check_text, check_writable
from .chats import send_target
from .content import attach, from_markdown, to_attach
from .due import DELIVERY_MS, watch_message
from .tombstones import is_gif_as_image, retract_soon

REASON = "m.foreign_network_error"
EXPLANATION = "The network did not accept the message."
STATUSES = ("SUCCESS", "PENDING", "FAIL_RETRIABLE", "FAIL_PERMANENT")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a message is delivered. By default it arrives at once, and has a status if its network reports one."""

    late: bool = False
    """It appears only later, and its pending ID leads nowhere."""
    pending: bool = False
    """It is reported as pending at first, and what became of it later."""
    outcome: str | None = None
    """The status it ends with, whatever its network."""
    silent: bool = False
    """No status ever, whatever its network."""


AS_IT_COMES = Manner()


def deliver(world: World, room: Room, row: Json, manner: Manner) -> None:
    """Let a message that was sent go its way."""
    outcome = _outcome(world, room, manner)
    if manner.late or manner.pending:
        late = Late(room, row, outcome, world.late_reads)
        world.late.append(late)
        world.memory.keep(row)
        at_ms = world.clock.milliseconds() + DELIVERY_MS
        world.agenda.add(at_ms, f"send {row['id']}", lambda: deliver_late(world, late))
    if not manner.late:
        report_status(room, row, "PENDING" if manner.pending else outcome, row["timestamp"])
        put_message(world, room, row)


CONNECTED = ("connected", "connecting", "backfilling")
"""The states of an account in which its bridge sends messages."""


def _outcome(world: World, room: Room, manner: Manner) -> str | None:
    if manner.silent:
        return None
    # Nothing is known of what an app reports while a bridge is disconnected; a failure that can be retried fits best.
    status = world.account(room.account_id).get("status", "connected")
    reported = None if status in CONNECTED else "FAIL_RETRIABLE"
    reports = reported is None and world.network(room).reports_sends
    return manner.outcome or ("SUCCESS" if reports else reported)


def put_message(world: World, room: Room, row: Json) -> None:
    """Let a message arrive in a chat."""
    room.add(row)
    watch_message(world, room, row)
    room.wire["lastActivity"] = row["timestamp"]
    room.recount()
    world.journal.message(room, row)
    world.journal.chat(room)


def report_status(room: Room, row: Json, status: str | None, at: str, reason: str | None = None) -> None:
    """Set the status of a sent message; None removes it."""
    row.pop("sendStatus", None)
    if status is None:
        return
    report: Json = {"status": status, "timestamp": at}
    if status == "SUCCESS":
        report["deliveredToUsers"] = [str(member["id"]) for member in room.roster[:20] if not member.get("isSelf")]
    elif status != "PENDING":
        report |= {"reason": reason or REASON, "message": EXPLANATION}
    row["sendStatus"] = report


def deliver_due(world: World, rooms: list[Room]) -> None:
    """Somebody reads these chats: what was waiting for this read arrives before it is answered."""
    for late in list(world.late):
        if late.room in rooms:
            late.reads -= 1
            if late.reads <= 0:
                deliver_late(world, late)


def deliver_late(world: World, late: Late) -> None:
    """Let a message that was held back appear, or what became of it, unless that happened before."""
    if late not in world.late:
        return
    row, moment_ms = late.row, world.clock.tick()
    moment = stamp(moment_ms)
    world.late.remove(late)
    world.memory.release(row)
    if late.room.find(row["id"]) is None:
        # Only now it gets its final ID: whatever was written meanwhile is older.
        row["id"], row["sortKey"] = world.new_row(moment_ms)
        row["timestamp"] = moment
        put_message(world, late.room, row)
    report_status(late.room, row, late.outcome, moment)
    world.journal.message(late.room, row)


def deliver_all(world: World) -> list[Json]:
    """Let everything arrive that was held back."""
    waiting = list(world.late)
    for late in waiting:
        deliver_late(world, late)
    return [late.row for late in waiting]


PENDING = "~beeper-fake_"


def send(
    world: World, room: Room, body: Json, manner: Manner = AS_IT_COMES, *, retracts: Callable[[], bool] = lambda: False
) -> Json:
    """Send a text, a file or both; answers where it went and a pending ID that stands for the message.

    `retracts` says of a GIF that is not sent as one whether the network deletes it soon after.
    """
    room = send_target(world, room)
    if not (body.get("text") or body.get("attachment")):
        raise Refused(400, "A message needs text or an attachment")
    row = _written(world, room, body)
    # A client that outlives a reset of the server must not see an ID again: it would doubt the response.
    pending = f"{PENDING}{world.resets}.{world.number()}" if world.resets else f"{PENDING}{world.number()}"
    if not manner.late:
        world.pending[pending] = (room.id, row["id"])
    deliver(world, room, row, manner)
    if is_gif_as_image(room, row) and retracts():
        retract_soon(world, room, row)
    return {"chatID": room.id, "pendingMessageID": pending}


def _written(world: World, room: Room, body: Json) -> Json:
    """The row of a message to send, if its chat accepts it."""
    check_writable(room)
    text = from_markdown(body["text"]) if body.get("text") else None
    given: Json | None = body.get("attachment") or None
    reply = body.get("replyToMessageID")
    if reply is not None:
        check_reply(room)
        reply = find(world, room, reply)["id"]
    if text is not None and given is None:
        check_text(room, text)
    file = None if given is None else to_attach(world, given)
    if file is not None and given is not None:
        check_attachment(room, file.limits, file.file, given.get("duration"), text)
    row = new_row(world, room, owner(world, room))
    if file is not None and given is not None:
        attach(world, row, file, given)
    return row | ({} if text is None else {"text": text}) | ({} if reply is None else {"linkedMessageID": reply})


def owner(world: World, room: Room) -> Json:
    """The user of this Beeper as a member of a chat."""
    own = next((member for member in room.roster if member.get("isSelf")), None)
    if own is None:
        own = world.account(room.account_id)["user"]
    return own


def new_row(world: World, room: Room, author: Json) -> Json:
    """A row that somebody writes now, without contents."""
    moment_ms = world.clock.tick()
    return row_at(room, author, moment_ms, world.new_row(moment_ms))


def row_at(room: Room, author: Json, moment_ms: int, numbers: tuple[str, str]) -> Json:
    """A row of any moment with an ID and a sort key, without contents."""
    number, key = numbers
    return {
        "id": number,
        "chatID": room.id,
        "accountID": room.account_id,
        "senderID": author["id"],
        "senderName": author.get("fullName", ""),
        "timestamp": stamp(moment_ms),
        "sortKey": key,
        "type": "TEXT",
        "isSender": bool(author.get("isSelf")),
        "mentions": [],
    }


def receive(world: World, room: Room, text: str, sender_id: str | None = None) -> Json:
    """A message of somebody else; a reminder that waits for one is dropped."""
    others = (member for member in room.roster if not member.get("isSelf"))
    author = next((member for member in others if sender_id in (None, member["id"])), None)
    if author is None and sender_id in (None, owner(world, room)["id"]):
        raise ValueError("a message that is received needs a sender other than the user; me.send writes as the user")
    row = new_row(world, room, author or {"id": sender_id, "fullName": ""}) | {"text": text, "isUnread": True}
    put_message(world, room, row)
    dismiss_reminder(world, room)
    return row


def dismiss_reminder(world: World, room: Room) -> None:
    """Remove reminders that end with a message of somebody else, of its chat and of the merged chat that shows it."""
    merged = world.rooms.get(room.wire.get("mergedIntoChatID", ""))
    for each in (room, merged):
        reminder: Json = {} if each is None else each.wire.get("reminder") or {}
        if each is not None and reminder.get("dismissOnIncomingMessage"):
            each.wire["reminder"] = None
            world.journal.chat(each)


def find(world: World, room: Room, message_id: str) -> Json:
    """A message by final ID, by pending ID or by Matrix event ID."""
    final = message_id.removeprefix("$event").partition(":")[0] if message_id.startswith("$event") else message_id
    if message_id in world.pending:
        final = world.pending[message_id][1]
    for member in world.members(room) or [room]:
        if (row := member.find(final)) is not None:
            return row
    raise not_found("Message")


def event_id(row: Json) -> str:
    """The Matrix event ID of a row."""
    return f"$event{row['id']}:beeper.local"


def set_status(world: World, room: Room, message_id: str, status: str | None, reason: str | None) -> Json:
    """Let the network report on a message."""
    if status not in (*STATUSES, None):
        raise ValueError(f"status must be {', '.join(STATUSES)} or None")
    row = find(world, room, message_id)
    home = world.rooms[row["chatID"]]
    report_status(home, row, status, stamp(world.clock.tick()), reason)
    world.journal.message(home, row)
    return row
