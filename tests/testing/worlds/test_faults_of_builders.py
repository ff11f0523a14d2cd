"""What a test asks for is done, or is an error that changes nothing: in merged chats, in groups that the user left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper
from tests.testing.wire import Wire, enc

BOB, HIKING = "!bob:small.local", "!hiking:small.local"
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


def _merged(fake: FakeBeeper) -> tuple[str, str]:
    """A merged chat of both direct chats with Bob, and the one on Signal."""
    other = fake.world.add_chat(people=["Bob"], network="signal")
    return fake.world.merge([BOB, other]), other


ON_MERGED: list[Callable[[Any, str], object]] = [
    lambda world, chat: world.receive(chat, "hi"),
    lambda world, chat: world.add_messages(chat, 2),
    lambda world, chat: world.backfill(chat, 2),
    lambda world, chat: world.add_members(chat, 2),
    lambda world, chat: world.join(chat),
    lambda world, chat: world.leave(chat, "@x"),
    lambda world, chat: world.person("Bob").leave(chat),
]


@pytest.mark.parametrize("act", ON_MERGED)
def test_a_merged_chat_has_no_rows_and_members_of_its_own(small: FakeBeeper, act: Callable[[Any, str], object]) -> None:
    merged, other = _merged(small)
    before = small.world.chats()
    with pytest.raises(ValueError, match=f"a merged chat has no .* of its own; use a member chat: '{BOB}', '{other}'"):
        act(small.world, merged)
    assert (small.world.messages(merged), small.world.chats()) == ([], before)


def test_a_merged_chat_is_read_as_a_whole(small: FakeBeeper, wire: Wire) -> None:
    merged, other = _merged(small)
    wire.post(f"/v1/chats/{enc(merged)}/unread", {})
    sent = small.world.me.send(merged, "On my way")
    assert not wire.get(f"/v1/chats/{enc(merged)}")["isMarkedUnread"]
    assert sent["chatID"] == other
    small.world.person("Bob").read(merged)
    own = [row for chat in (BOB, other) for row in small.world.messages(chat) if row["isSender"]]
    assert len(own) == 4
    assert all(row["seen"] for row in own)


BY_THE_USER: list[Callable[[Any, Any], object]] = [
    lambda me, _: me.send(HIKING, "x"),
    lambda me, row: me.react(row, "👍"),
    lambda me, row: me.edit(row, "x"),
    lambda me, row: me.delete(row),
    lambda me, _: me.rename(HIKING, "x"),
    lambda me, _: me.leave(HIKING),
]


@pytest.mark.parametrize("act", BY_THE_USER)
def test_who_left_a_group_does_nothing_in_it(small: FakeBeeper, act: Callable[[Any, Any], object]) -> None:
    row = [row for row in small.world.messages(HIKING) if row["isSender"]][-1]
    small.world.me.leave(HIKING)
    before = small.world.messages(HIKING)
    with pytest.raises(ValueError, match="the user is not in the chat 'Hiking'; its members are 'Bob Birchwood', "):
        act(small.world.me, row)
    assert small.world.messages(HIKING) == before
    small.world.me.join(HIKING)
    act(small.world.me, row)


REFUSED: list[tuple[Callable[[Any], object], type[Exception], str]] = [
    (lambda w: w.me.send(w.add_chat("News", read_only=True), "x"), ValueError, "cannot be sent to this chat"),
    (lambda w: w.receive(w.note_to_self(), "x"), ValueError, "needs a sender other than the user"),
    (lambda w: w.receive(BOB, "x", w.person("Bob").user_id("whatsapp").replace("0001", "0000")), ValueError, "me."),
    (lambda w: w.receive(BOB, 5), TypeError, "text must be a str"),
    (lambda w: (w.join(HIKING, "@x:y"), w.person("")), ValueError, "no such person in the fake server: ''"),
    (lambda w: w.person("Bob").send(BOB, file=("a.bin", 5)), TypeError, "the contents in file must be bytes"),
    (lambda w: w.person("Bob").send(BOB, file=("a", b"", 1)), ValueError, "not a tuple of 3"),
    (lambda w: w.person("Bob").send(BOB, "x", mentions="Bob"), TypeError, "mentions must be a list of str"),
    (lambda w: w.person("Bob").send(BOB, "x", at=datetime(1969, 1, 1, tzinfo=UTC)), ValueError, "before 1970"),
    (lambda w: w.person("Bob").send(BOB, "x", at=timedelta(days=700_000)), ValueError, "before 1970"),
    (lambda w: w.person("Bob").react(w.messages(BOB)[0], ""), ValueError, "reaction must not be empty"),
    (lambda w: w.person("Bob").edit(w.messages(BOB)[0], ""), ValueError, "text must not be empty"),
    (lambda w: w.add_chat(" ", ["Bob"]), ValueError, "title must not be blank"),
    (lambda w: w.add_chat("x", description=5), TypeError, "description must be a str"),
    (lambda w: w.add_chat("x", network="signal", account="whatsapp"), ValueError, "is not on the network 'signal'"),
    (lambda w: w.add_account("slack", user={"phone": "+1"}), ValueError, "user has no field 'phone'; its fields"),
    (lambda w: w.add_account("slack", user={"isSelf": False}), ValueError, "user has no field 'isSelf'"),
    (lambda w: w.add_account("slack", user={"email": 5}), TypeError, "email in user must be a str"),
    (lambda w: w.add_account("slack", user=""), ValueError, "fullName in user must not be blank"),
]


@pytest.mark.parametrize(("act", "error", "match"), REFUSED)
def test_what_would_give_responses_that_no_server_gives(
    small: FakeBeeper, act: Callable[[Any], object], error: type[Exception], match: str
) -> None:
    with pytest.raises(error, match=match):
        act(small.world)
    assert len(small.world.messages(BOB)) == 8
    assert len(small.world.accounts()) == 2


def test_one_new_person_for_one_name(small: FakeBeeper) -> None:
    chat = small.world.chat(small.world.add_chat("Z", ["Zed", "zed ", "ZED"]))
    assert [member["fullName"] for member in chat["participants"]["items"]] == ["Zed", "Alice Ashfield"]


def test_a_function_that_is_called_by_the_server_may_use_the_builder(small: FakeBeeper, beeper: Beeper) -> None:
    small.before("messages.list", lambda _: small.world.person("Bob").send(BOB, "Just now"))
    small.before("messages.list", lambda _: small.clock.advance(hours=1))
    newest = beeper.messages.list(BOB).first()
    assert newest is not None
    assert newest.text == "Just now"
    assert small.clock.now - newest.timestamp >= timedelta(hours=1)
    assert small.world.read(lambda world: len(small.world.chats()) == len(world.rooms))


def test_a_clock_holds_through_a_reset(small: FakeBeeper) -> None:
    clock = small.clock
    small.reset()
    before = small.clock.now
    clock.advance(hours=5)
    assert small.clock.now - before >= timedelta(hours=5)


def test_a_bridge_gives_two_direct_chats_and_a_group_however_few_people_there_are() -> None:
    with FakeBeeper(world="empty") as fake, Wire(fake) as wire:
        fake.world.add_account("matrix")
        fake.world.add_chat(people=["Grace"])
        session = wire.post("/v1/bridges/signal/login-sessions", {"flowID": "qr"})
        path = f"/v1/bridges/signal/login-sessions/{session['loginSessionID']}/steps/scan"
        wire.post(path, {"type": "display_and_wait"})
        chats = [chat for chat in fake.world.chats() if chat["accountID"].startswith("signal")]
        assert [(chat["type"], chat["unreadCount"]) for chat in chats] == [("single", 1), ("single", 1), ("group", 3)]


@pytest.mark.parametrize("later", [timedelta(0), timedelta(minutes=1), timedelta(days=1)])
def test_what_happens_in_a_saved_world_is_newer_than_what_happened(tmp_path: Path, later: timedelta) -> None:
    with FakeBeeper(world="empty", now=NOON) as fake:
        fake.world.add_account("whatsapp")
        chat = fake.world.add_chat(people=["Bob"])
        fake.world.person("Bob").send(chat, "first")
        now = fake.clock.now + later
        fake.save(tmp_path / "world.json")
    with FakeBeeper(world=tmp_path / "world.json", now=now) as fake:
        fake.world.person("Bob").send(chat, "second")
        rows = fake.world.messages(chat)
    assert [row["text"] for row in rows] == ["first", "second"]
    assert rows[0]["timestamp"] < rows[1]["timestamp"]
    assert int(rows[0]["sortKey"]) < int(rows[1]["sortKey"])
