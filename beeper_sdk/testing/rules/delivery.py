"""What becomes of a message after it was sent: it may arrive late, be reported on, or fail. Sending is in ``messages``.

Nothing here waits. What comes late comes at a read of its chat, counted, or when a test says so (``WorldView``).
"""

from __future__ import annotations

from dataclasses import dataclass

from ..wire.json_values import Json, stamp
from ..world.room import Room
from ..world.seed.accounts import NETWORKS
from ..world.world import Late, World

REASON = "m.foreign_network_error"
EXPLANATION = "The network did not accept the message."
STATUSES = ("SUCCESS", "PENDING", "FAIL_RETRIABLE", "FAIL_PERMANENT")
_REPORTS = {network.account_id for network in NETWORKS if network.reports_sends}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a send goes. As it comes, it arrives at once and is reported on where its network does that."""

    late: bool = False
    """It appears only later, and its pending ID leads nowhere."""
    pending: bool = False
    """It is reported as pending at first, and what became of it later."""
    outcome: str | None = None
    """The status it ends with, whatever its network."""
    silent: bool = False
    """No status ever, whatever its network."""


AS_IT_COMES = Manner()


def go(world: World, room: Room, row: Json, manner: Manner) -> None:
    """Let a message that was sent go its way."""
    outcome = _outcome(room, manner)
    if manner.late or manner.pending:
        world.late.append(Late(room, row, outcome, world.late_reads))
    if not manner.late:
        report(room, row, "PENDING" if manner.pending else outcome, row["timestamp"])
        put(room, row)


def _outcome(room: Room, manner: Manner) -> str | None:
    if manner.silent:
        return None
    reported = "SUCCESS" if room.account_id in _REPORTS else None
    return manner.outcome or reported


def put(room: Room, row: Json) -> None:
    """Let a message arrive in a chat."""
    room.add(row)
    room.wire["lastActivity"] = row["timestamp"]
    room.recount()


def report(room: Room, row: Json, status: str | None, at: str, reason: str | None = None) -> None:
    """Set what is reported of a send; None takes the report away."""
    row.pop("sendStatus", None)
    if status is None:
        return
    told: Json = {"status": status, "timestamp": at}
    if status == "SUCCESS":
        told["deliveredToUsers"] = [str(member["id"]) for member in room.roster[:20] if not member.get("isSelf")]
    elif status != "PENDING":
        told |= {"reason": reason or REASON, "message": EXPLANATION}
    row["sendStatus"] = told


def looked(world: World, rooms: list[Room]) -> None:
    """Somebody reads these chats: what was waiting for this read arrives before it is answered."""
    for late in list(world.late):
        if late.room in rooms:
            late.reads -= 1
            if late.reads <= 0:
                arrive(world, late)


def arrive(world: World, late: Late) -> None:
    """Let a message that was held back appear, or what became of it."""
    world.late.remove(late)
    row, moment = late.row, stamp(world.clock.tick())
    if late.room.find(row["id"]) is None:
        # Only now it gets its final ID: whatever was written meanwhile is older.
        row["id"], row["sortKey"] = world.new_row()
        row["timestamp"] = moment
        put(late.room, row)
    report(late.room, row, late.outcome, moment)


def all_of_it(world: World) -> list[Json]:
    """Let everything arrive that was held back."""
    waiting = list(world.late)
    for late in waiting:
        arrive(world, late)
    return [late.row for late in waiting]
