"""A server whose messages are packed after each request gives the responses of one that never packs any."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.server import calls
from beeper_sdk.testing.view import AT_ONCE
from beeper_sdk.testing.world.journal import Change
from tests.testing.many_messages.packing import ERIN, HIKING, NOW, TEAM, pack_all, packed_part
from tests.testing.wire import Wire, enc


def _story(fake: FakeBeeper) -> Iterator[Any]:
    """What a server responds to many kinds of requests, and has in its world, one after the other."""
    with Wire(fake) as wire:
        hiking = f"/v1/chats/{enc(HIKING)}"
        for number in range(7):
            yield wire.post(f"{hiking}/messages", {"text": f"**Number** {number}"})
            yield fake.world.receive(TEAM, f"@room number {number}")
        yield wire.walk(f"{hiking}/messages")
        yield wire.walk(f"{hiking}/messages", "after")
        rows = fake.world.messages(HIKING)
        yield rows
        mine = [row["id"] for row in rows if row["isSender"]][-4:]
        yield wire.ok("PUT", f"{hiking}/messages/{mine[0]}", json={"text": "Edited"})
        yield wire.post(f"{hiking}/messages/{mine[1]}/reactions", {"reactionKey": "👍"})
        yield fake.world.person("Bob").react(mine[1], "🥾")
        yield wire.ok("DELETE", f"{hiking}/messages/{mine[1]}/reactions/{enc('👍')}")
        yield wire.ok("DELETE", f"{hiking}/messages/{mine[2]}")
        fake.world.person("Bob").read(HIKING)
        yield fake.world.messages(HIKING)
        yield wire.get(f"{hiking}/messages", cursor=rows[4]["sortKey"], direction="before")
        yield wire.rejected("GET", f"{hiking}/messages", 400, params={"cursor": "123"})
        team = fake.world.messages(TEAM)
        yield wire.get(f"/v1/chats/{enc(TEAM)}")["unreadCount"]
        yield wire.post(f"/v1/chats/{enc(TEAM)}/read", {"messageID": team[-5]["id"]})
        yield wire.post(f"/v1/chats/{enc(TEAM)}/unread", {"messageID": team[2]["id"]})
        yield wire.post(f"/v1/chats/{enc(TEAM)}/read", {})
        yield fake.world.backfill(TEAM, 5)
        for query in ("number", "number 3", "zebra", "@"):
            yield wire.get("/v1/messages/search", query=query, limit=3)
            yield wire.get("/v1/search", query=query)
        yield fake.world.merge([HIKING, TEAM])
        with fake.quirk("reinstall", optional=True), fake.quirk("bare_notice", optional=True):
            yield [wire.get(f"/v1/chats/{enc(chat)}/messages") for chat in (HIKING, TEAM, ERIN)]
        yield wire.ok("PATCH", f"/v1/chats/{enc(ERIN)}", json={"messageExpirySeconds": 86400})
        for number in range(5):
            yield fake.world.person("Erin").send(ERIN, f"for a day {number}")
        yield fake.world.person("Erin").react(fake.world.messages(ERIN)[-2], "👍")
        with fake.quirk("slow_delivery"):
            yield wire.post(f"/v1/chats/{enc(ERIN)}/messages", {"text": "late"})
        with fake.quirk("send_pending"):
            yield wire.post(f"/v1/chats/{enc(ERIN)}/messages", {"text": "pending"})
        yield fake.world.deliver()
        fake.clock.advance(hours=25)
        yield fake.world.messages(ERIN)
        yield fake.world.change(lambda world: world.rooms[ERIN].messages[3].update(text="changed"))
        yield wire.walk("/v1/chats")
        yield [fake.world.messages(chat["id"]) for chat in fake.world.chats()]


def test_responses_do_not_depend_on_what_is_packed(packing: FakeBeeper) -> None:
    with FakeBeeper(world="small", now=NOW) as plain:
        plain.reset()  # as the other one: it changes pending IDs
        for step, (expected, found) in enumerate(zip(_story(plain), _story(packing), strict=True)):
            assert (step, _comparable(found)) == (step, _comparable(expected))
            assert packed_part(packing) > 0.9  # all but those that are delivered later
        assert packed_part(plain) == 0


def _comparable(found: object) -> str:
    """The response without what depends on the port."""
    return re.sub(r"127\.0\.0\.1:\d+", "", repr(found))


def test_a_saved_world_is_read_as_it_was_without_being_unpacked(packing: FakeBeeper, tmp_path: Path) -> None:
    ids = packing.world.add_messages(HIKING, 40)
    before = packing.world.messages(HIKING)
    packing.save(tmp_path / "world.json")
    again = tmp_path / "again.json"
    with FakeBeeper(world=tmp_path / "world.json", now=NOW) as fake:
        pack_all(fake)
        fake.save(again)
        assert fake.world.messages(HIKING) == before
        assert [row["id"] for row in before[-40:]] == ids
    assert again.read_bytes() == (tmp_path / "world.json").read_bytes()


def test_many_messages_are_added_between_other_requests(packing: FakeBeeper) -> None:
    changes: list[Change] = []
    sizes: list[int] = []

    def note(change: Change) -> None:
        changes.append(change)
        if change.kind == "message.upserted" and change.id == first:
            sizes.append(len(packing.world._on_loop.world().rooms[HIKING].messages))

    first = str(packing.world._on_loop(lambda world: world.counters()[0]))
    packing.world._on_loop(lambda world: world.journal.listeners.append(note))
    before = len(packing.world.messages(HIKING))
    count = 2 * AT_ONCE + 3
    ids = packing.world.add_messages(HIKING, count)
    rows = packing.world.messages(HIKING)[before:]
    assert [row["id"] for row in rows] == ids
    assert [row["text"] for row in rows] == [f"Message {number}" for number in range(count)]
    assert len({row["senderID"] for row in rows[:4]}) == 4
    assert [row["senderID"] for row in rows[4:]] == [row["senderID"] for row in rows[:-4]]
    assert sizes == [before + AT_ONCE]  # the first events were sent before the rest was added
    assert [change.kind for change in changes].count("chat.upserted") == 1


def test_a_call_that_has_begun_may_take_longer_than_one_that_waits(
    packing: FakeBeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, end, results = threading.Event(), threading.Event(), list[int]()

    def long(_: object) -> int:
        began.set()
        assert end.wait(60)
        return 5

    calling = threading.Thread(target=lambda: results.append(packing.world.read(long)))
    calling.start()
    assert began.wait(60)
    with monkeypatch.context() as patch:
        patch.setattr(calls, "PATIENCE", 0)
        with pytest.raises(TimeoutError, match="the fake server was busy for 0 s"):
            packing.world.chats()
    end.set()
    calling.join(60)
    assert results == [5]


def test_a_call_that_a_stopped_server_never_begins_is_an_error() -> None:
    loop, thread = asyncio.new_event_loop(), threading.Thread(target=lambda: None)
    thread.start()
    thread.join(60)
    with pytest.raises(RuntimeError, match="the fake server was stopped before it did this"):
        calls.call(lambda: 5, loop, thread)
    loop.close()
    with pytest.raises(RuntimeError, match="the fake server is not running"):
        calls.call(lambda: 5, loop, thread)
