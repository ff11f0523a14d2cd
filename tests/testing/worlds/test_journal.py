"""What people do and what a test builds is an event for connections that subscribe: exactly what changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeAlias

import pytest

from beeper_sdk.testing import FakeBeeper, WorldView
from beeper_sdk.testing.world.journal import Change
from beeper_sdk.testing.world.room import FrozenRoom
from beeper_sdk.testing.world.world import World

Act: TypeAlias = Callable[[WorldView], object]
ACTS: list[Act] = [
    lambda w: w.person("Bob").send("Hiking", "hi"),
    lambda w: w.person("Bob").send("Hiking", "hi", at=timedelta(hours=4, minutes=51)),
    lambda w: w.me.send("Team", "hi"),
    lambda w: w.person("Bob").react(w.messages("Hiking")[0], "👍"),
    lambda w: w.me.react(w.messages("Hiking")[0], "👍"),
    lambda w: w.person("Bob").unreact(w.messages("Hiking")[-2], "👍"),
    lambda w: w.person("Bob").edit(w.messages("Hiking")[2], "new"),
    lambda w: w.person("Bob").delete(w.messages("Hiking")[2]),
    lambda w: w.me.delete(w.messages("Team")[-1]),
    lambda w: w.person("Bob").read("Hiking"),
    lambda w: w.me.read("Team"),
    lambda w: w.person("Bob").rename("Hiking", "Walking"),
    lambda w: w.person("Heidi").join("Hiking"),
    lambda w: w.person("Bob").leave("Hiking"),
    lambda w: w.me.leave("Hiking"),
    lambda w: w.add_chat("New", ["Bob", "Carol"], unread=2),
    lambda w: w.note_to_self("signal"),
    lambda w: w.merge(["Hiking", "Team"]),
    lambda w: w.backfill("Hiking", 2),
]


@pytest.mark.parametrize("number", range(len(ACTS)))
def test_each_change_is_recorded(small: FakeBeeper, number: int) -> None:
    changes: list[Change] = []
    loop = small.world._on_loop

    def listen(world: World) -> dict[str, FrozenRoom]:
        world.journal.listeners.append(changes.append)
        return {room.id: room.freeze() for room in world.rooms.values()}

    def compare(world: World, before: dict[str, FrozenRoom]) -> set[tuple[str, str]]:
        found: set[tuple[str, str]] = set()
        for room in world.rooms.values():
            frozen = before.get(room.id)
            wire, rows = room.thaw(frozen) if frozen is not None else ({}, [])
            old, new = ({row["id"]: row for row in each} for each in (rows, room.messages))
            found |= {("chat.upserted", room.id)} if wire != room.wire else set()
            found |= {("message.deleted", each) for each in old.keys() - new.keys()}
            for message_id, row in new.items():
                # Whether a message is unread is reported by its chat.
                if {**row, "isUnread": 0} != {**old.get(message_id, {}), "isUnread": 0}:
                    found.add(("message.deleted" if row.get("isDeleted") else "message.upserted", message_id))
        return found

    before = loop(listen)
    ACTS[number](small.world)
    expected = loop(lambda world: compare(world, before))
    seen = {(change.kind, change.id) for change in changes}
    assert expected <= seen
    assert {kind for kind, _ in seen - expected} <= {"chat.upserted"}
