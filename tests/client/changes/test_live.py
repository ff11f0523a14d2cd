"""With events, new messages are found at once; without them, or when they fail, by polling and sweeps."""

from __future__ import annotations

import importlib
import sys
import time
from pathlib import Path

import anyio
import pytest

from beeper_sdk import AsyncBeeper, errors
from beeper_sdk.changes import Change
from beeper_sdk.testing import FakeBeeper
from tests.client.changes.follower import Follower, texts
from tests.client.changes.test_changes import ERIN, send

NEVER = 86_400
"""Polls and sweeps that would hold up the test."""


def test_events_are_enough_between_two_sweeps(follower: Follower, fake: FakeBeeper) -> None:
    with follower.begun(poll_every=NEVER, sweep_every=NEVER) as changes:
        for word in ("one", "two", "three"):
            send(fake, word)
            assert texts([changes.next()]) == [word]


@pytest.mark.parametrize("reason", ["drop", "ws_gap"])
def test_what_happens_while_the_connection_is_lost_is_found(follower: Follower, fake: FakeBeeper, reason: str) -> None:
    with follower.begun(poll_every=NEVER, sweep_every=NEVER) as changes:
        send(fake, "one")
        assert texts([changes.next()]) == ["one"]
        if reason == "drop":
            fake.websockets.drop()
        else:
            fake.quirk("ws_gap")
        send(fake, "two", "three", "four")
        assert texts(changes.take(3)) == ["two", "three", "four"]


def test_a_connection_that_reports_nothing_is_opened_again(follower: Follower, fake: FakeBeeper) -> None:
    """Row 44: one stayed open and silent for 8.5 hours."""
    fake.quirk("ws_deaf")
    with follower.begun(poll_every=0.05, sweep_every=0.05) as changes:
        for number in range(200):
            send(fake, f"{number}")
            assert texts([changes.next()]) == [f"{number}"]
            if connections(fake) > 1:
                return
    pytest.fail("the connection stayed")


@pytest.mark.parametrize("kind", ["asyncio", "trio"])
def test_a_cancelled_attempt_to_connect_is_made_again(fake: FakeBeeper, tmp_path: Path, kind: str) -> None:
    fake.fail("ws.events", hang=True, times=1)

    async def follow() -> list[Change]:
        async with AsyncBeeper(fake.token, base_url=fake.url) as client:
            changes = client.changes(tmp_path / "position.json", poll_every=NEVER, sweep_every=NEVER)
            with anyio.move_on_after(0.2) as attempt:
                await anext(changes)
            assert attempt.cancelled_caught
            with anyio.move_on_after(0.5):
                await anext(changes)
            send(fake, "one")
            with anyio.fail_after(10):
                found = [await anext(changes)]
            await changes.close()
            return found

    assert texts(anyio.run(follow, backend=kind)) == ["one"]


def test_what_was_missed_while_the_machine_was_suspended_is_found_after_waking(
    follower: Follower, fake: FakeBeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    asleep = 0.0  # by the time of day; the steady clock stands still

    class Clock:
        monotonic = staticmethod(time.monotonic)

        @staticmethod
        def time() -> float:
            return time.time() + asleep

    driver = importlib.import_module(f"beeper_sdk.{'_sync' if follower.kind == 'sync' else '_async'}.changes.driver")
    monkeypatch.setattr(driver, "time", Clock)
    monkeypatch.setattr(driver, "AWAKE", 0.05)
    with follower.begun(poll_every=NEVER, sweep_every=NEVER) as changes:
        send(fake, "before")
        assert texts([changes.next()]) == ["before"]
        fake.quirk("ws_deaf")
        send(fake, "meanwhile")
        found = changes.next_soon()
        with pytest.raises(TimeoutError):
            found.result(0.3)
        asleep = 3600.0
        assert texts([found.result(10)]) == ["meanwhile"]


def connections(fake: FakeBeeper) -> int:
    return len([request for request in fake.requests if request.operation == "ws.events"])


def test_imessage_is_found_by_sweeps(follower: Follower, fake: FakeBeeper) -> None:
    chat_id = fake.world.add_chat("Tea", ["Alice", "Bob"], account=fake.world.add_account("imessage"))
    with follower.begun(poll_every=NEVER, sweep_every=0.1) as changes:
        fake.world.person("Alice").send(chat_id, "one")
        assert texts([changes.next()]) == ["one"]
    assert connections(fake) == 1


def test_apps_without_events_are_polled(fake: FakeBeeper, follower: Follower) -> None:
    fake.reset(world="small", version="4.2.500")
    with follower.begun(poll_every=0.05) as changes:
        send(fake, "one")
        assert texts([changes.next()]) == ["one"]


def test_a_token_that_is_no_longer_valid_ends_the_iteration(follower: Follower, fake: FakeBeeper) -> None:
    with follower.begun(live=False, poll_every=0.05) as changes:
        send(fake, "one")
        assert texts([changes.next()]) == ["one"]
        fake.fail("chats.list", status=401)
        with pytest.raises(errors.AuthenticationError):
            changes.next()


def test_a_chat_that_is_named_by_an_event_needs_no_sweep(follower: Follower, fake: FakeBeeper) -> None:
    with follower.begun(poll_every=NEVER, sweep_every=NEVER) as changes:
        chat_id = fake.world.add_chat("Plans", ["Erin", "Bob"], network="Signal")
        send(fake, "one", chat=chat_id)
        assert texts([changes.next()]) == ["one"]
        send(fake, "two", chat=ERIN)
        assert texts([changes.next()]) == ["two"]


def test_without_the_extra_the_chats_are_polled(
    follower: Follower, fake: FakeBeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "websockets.client", None)
    for name in [name for name in sys.modules if name.startswith("beeper_sdk._core.events.framing")]:
        monkeypatch.delitem(sys.modules, name)
    for half in ("_async", "_sync"):
        monkeypatch.delitem(sys.modules, f"beeper_sdk.{half}.events.opener", raising=False)
    with follower.begun(poll_every=0.05) as changes:
        send(fake, "one")
        assert texts([changes.next()]) == ["one"]
    assert connections(fake) == 0


def test_a_client_that_only_reads_can_follow(fake: FakeBeeper, tmp_path: Path) -> None:
    everything = {"edits", "deletions", "reactions", "chats"}
    with Follower("sync", fake, tmp_path / "position.json", read_only=True) as follower:
        follower.news(include=everything)
        send(fake, "one")
        assert len(follower.news(own="elsewhere", include=everything)) > 0
    assert {request.method for request in fake.requests} == {"GET"}
