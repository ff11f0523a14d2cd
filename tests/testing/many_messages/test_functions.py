"""Functions of tests change packed messages as they change others."""

from __future__ import annotations

from typing import Any

import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.view import AT_ONCE
from beeper_sdk.testing.world.journal import Change
from beeper_sdk.testing.world.rows.packed import Packed
from tests.testing.many_messages.packing import HIKING, NOW, TEAM, pack_all, packed_part
from tests.testing.wire import Wire, enc


def test_direct_changes_of_packed_messages_are_events(packing: FakeBeeper) -> None:
    packing.world.add_messages(HIKING, 20)
    changes: list[Change] = []
    packing.world._on_loop(lambda world: world.journal.listeners.append(changes.append))
    ids = [row["id"] for row in packing.world.messages(HIKING)]

    def act(world: Any) -> None:
        rows = world.rooms[HIKING].messages
        rows[9]["text"] = "changed"
        del rows[15]

    packing.world.change(act)
    assert {(change.kind, change.id) for change in changes} == {
        ("message.upserted", ids[9]), ("message.deleted", ids[15])
    }  # fmt: skip


def test_a_message_is_held_while_a_function_calls_the_server(packing: FakeBeeper) -> None:
    def act(world: Any, text: str) -> None:
        held = world.rooms[HIKING].messages[3]
        packing.world.receive(TEAM, "meanwhile")
        packing.world.person("Bob").read(HIKING)
        held["text"] = text

    packing.world.change(lambda world: act(world, "changed"))
    assert packing.world.messages(HIKING)[3]["text"] == "changed"
    assert packed_part(packing) == 1
    packing.before("messages.list", lambda world: act(world, "changed before"))
    with Wire(packing) as wire:
        wire.get(f"/v1/chats/{enc(HIKING)}/messages")
    assert packing.world.messages(HIKING)[3]["text"] == "changed before"


@pytest.mark.parametrize("packs", [True, False])
def test_messages_are_found_by_the_ids_that_a_function_gives_them(packs: bool, fake_beeper: FakeBeeper) -> None:
    fake_beeper.reset(world="small", now=NOW)
    if packs:
        pack_all(fake_beeper)
    ids = [row["id"] for row in fake_beeper.world.messages(HIKING)]

    def act(world: Any) -> None:
        rows = world.rooms[HIKING].messages
        rows[1] = {**rows[1], "id": "5001"}
        rows[2]["id"] = "5002"

    fake_beeper.world.change(act)
    wanted = [ids[1], ids[2], "5001", "5002"]
    found = fake_beeper.world.read(lambda world: [world.rooms[HIKING].find(message_id) for message_id in wanted])
    assert [row and row["id"] for row in found] == [None, None, "5001", "5002"]


def test_messages_that_are_read_in_a_tuple_are_a_copy(packing: FakeBeeper) -> None:
    before = packing.world.messages(HIKING)
    (rows,) = packing.world.read(lambda world: (world.rooms[HIKING].messages,))
    assert rows == before
    rows[0]["text"] = "changed"
    assert packing.world.messages(HIKING) == before


def test_who_reads_a_chat_without_messages_of_the_user_unpacks_none(
    packing: FakeBeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = packing.world.add_chat("Others", ["Bob", "Carol Cedarstone"])
    for _ in range(9):
        packing.world.receive(chat, "hello")
    unpacked = list[object]()
    monkeypatch.setattr(Packed, "rows", unpacked.append)
    packing.world.person("Carol Cedarstone").read(chat)
    assert not unpacked


def test_a_reset_ends_the_adding_of_messages(packing: FakeBeeper) -> None:
    def reset(change: Change) -> None:
        if change.kind == "message.upserted":
            packing.reset(world="small", now=NOW)

    packing.world._on_loop(lambda world: world.journal.listeners.append(reset))
    with pytest.raises(RuntimeError, match="the fake server was reset while messages were added"):
        packing.world.add_messages(HIKING, AT_ONCE + 1)
    assert "Message 0" not in [row.get("text") for row in packing.world.messages(HIKING)]
