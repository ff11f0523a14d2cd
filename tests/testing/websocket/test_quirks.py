"""The irregular behaviour of real servers: lost, repeated and missing events, and odd frames."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosedError

from beeper_sdk.testing import FakeBeeper
from tests.testing.websocket.helpers import ERIN, listening
from tests.testing.wire import Json, Wire, enc


def _events(fake: FakeBeeper, quirk: str, times: int | None = None, *, checks: bool = True) -> list[Json]:
    """The events of one new message: of the message, and of its chat."""
    with listening(fake, checks=checks) as client, fake.quirk(quirk, times):
        fake.world.receive(ERIN, "hello")
        return client.events()


def test_ws_gap_skips_a_seq(fake_beeper: FakeBeeper) -> None:
    with listening(fake_beeper) as client:
        with fake_beeper.quirk("ws_gap"):
            fake_beeper.world.add_messages(ERIN, 4)
        assert [(event["type"], event["seq"]) for event in client.events()] == [
            ("message.upserted", 1), ("message.upserted", 3), ("chat.upserted", 5)
        ]  # fmt: skip


def test_ws_repeat_sends_events_of_messages_three_times(fake_beeper: FakeBeeper) -> None:
    events = _events(fake_beeper, "ws_repeat", 1)
    assert [event["seq"] for event in events] == [1, 2, 3, 4]
    assert len({event["ids"][0] for event in events[:3]}) == 1


def test_ws_deaf_sends_no_events_but_answers(fake_beeper: FakeBeeper) -> None:
    assert _events(fake_beeper, "ws_deaf") == []


def test_ws_drop_ends_without_a_close_frame(fake_beeper: FakeBeeper) -> None:
    with listening(fake_beeper) as client, fake_beeper.quirk("ws_drop"):
        fake_beeper.world.add_messages(ERIN, 5)
        assert [client.recv()["seq"] for _ in range(3)] == [1, 2, 3]
        with pytest.raises(ConnectionClosedError) as caught:
            client.recv()
        assert caught.value.rcvd is None


def _is_iso(moment: object) -> bool:
    return isinstance(moment, str) and datetime.fromisoformat(moment).tzinfo is not None


@pytest.mark.parametrize(
    ("quirk", "fits"),
    [
        ("ws_ts_number", lambda ts: isinstance(ts, int)),
        ("ws_ts_text", lambda ts: isinstance(ts, str) and ts.isdecimal()),
    ],
)
def test_ts_may_be_a_number_or_a_number_as_text(quirk: str, fits: Any, fake_beeper: FakeBeeper) -> None:
    first, second = _events(fake_beeper, quirk, 1, checks=False)
    assert fits(first["ts"])
    assert _is_iso(second["ts"])
    assert abs(int(first["ts"]) / 1000 - datetime.fromisoformat(second["ts"]).timestamp()) < 1


def test_accounts_may_be_named_and_entries_missing(fake_beeper: FakeBeeper) -> None:
    account = fake_beeper.world.chat(ERIN)["accountID"]
    assert [event["accountID"] for event in _events(fake_beeper, "ws_account_id")] == [account, account]
    assert all("entries" not in event for event in _events(fake_beeper, "ws_no_entries"))


@pytest.mark.parametrize("quirk", ["no_is_sender", "network_clock_behind", "stranger_sender", "odd_item"])
def test_quirks_of_messages_alter_the_messages_of_events_as_those_of_lists(quirk: str, fake_beeper: FakeBeeper) -> None:
    with listening(fake_beeper, checks=False) as client, Wire(fake_beeper) as wire, fake_beeper.quirk(quirk):
        ids = fake_beeper.world.add_messages(ERIN, 3)
        rows = wire.http.get(f"/v1/chats/{enc(ERIN)}/messages").json()["items"][:3]
        entries = [event["entries"][0] for event in client.events()[:3]]
        assert entries == rows[::-1]
        assert entries != fake_beeper.world.messages(ERIN)[-len(ids) :]
