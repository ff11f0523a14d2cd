"""Histories that grow where no program expects it, and apps that behave as real ones were seen to (traps.md)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from beeper_sdk.changes import Gap, MessageAdded, MessageEdited
from beeper_sdk.testing import FakeBeeper
from tests.client.changes.follower import Follower, added, change_rows, texts
from tests.client.changes.test_changes import BOB, ERIN, send
from tests.scripted_server import Kind


def test_a_chat_that_was_empty_and_one_that_is_added_later(follower: Follower, fake: FakeBeeper) -> None:
    empty = fake.world.add_chat("Plans", ["Erin", "Bob"], network="Signal")
    follower.news()
    send(fake, "first", chat=empty)
    assert follower.texts() == ["first"]
    later = fake.world.add_chat("Later", ["Erin", "Bob"], network="Signal")
    send(fake, "second", chat=later)
    send(fake, "third", chat=later)
    assert follower.texts() == ["second", "third"]


def test_history_that_grows_backwards_is_not_new(follower: Follower, fake: FakeBeeper) -> None:
    empty = fake.world.add_chat("Plans", ["Erin", "Bob"], network="Signal")
    follower.news()
    fake.world.backfill(ERIN, 30)
    fake.world.person("Erin").send(empty, "long ago", at=timedelta(days=3))
    send(fake, "new")
    assert follower.texts() == ["new"]


def test_a_message_that_arrives_late_is_delivered(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    send(fake, "one", "two", "three")
    assert follower.texts() == ["one", "two", "three"]
    fake.world.person("Erin").send(ERIN, "late", at=timedelta(milliseconds=400))
    send(fake, "four")
    assert sorted(follower.texts()) == ["four", "late"]


def test_the_members_of_a_merged_chat_are_followed(follower: Follower, fake: FakeBeeper) -> None:
    merged = fake.world.merge([ERIN, BOB])
    assert follower.news() == []
    send(fake, "one")
    send(fake, "two", chat=BOB, person="Bob")
    found = follower.news()
    assert sorted(texts(found)) == ["one", "two"]
    assert all(isinstance(change, MessageAdded) and change.chat.id == merged for change in found)
    send(fake, "three")
    (change,) = follower.news()
    assert isinstance(change, MessageAdded)
    assert change.message.chat_id == ERIN


def test_chats_that_are_merged_later_go_on(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    send(fake, "one")
    assert follower.texts() == ["one"]
    fake.world.merge([ERIN, BOB])
    send(fake, "two")
    send(fake, "three", chat=BOB, person="Bob")
    assert sorted(follower.texts()) == ["three", "two"]


def test_a_history_that_was_dropped_is_a_gap(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    send(fake, "one", "two")
    assert follower.texts() == ["one", "two"]
    change_rows(fake, ERIN, lambda rows: rows.clear())
    send(fake, "three")
    gap, *rest = follower.news()
    assert gap == Gap((ERIN,), "history-dropped")
    assert texts(rest) == ["three"]


def test_a_deleted_message_is_no_gap(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    send(fake, "one", "two")
    follower.news()
    for row in fake.world.messages(ERIN)[-2:]:
        fake.world.person("Erin").delete(row)
    send(fake, "three")
    assert follower.texts() == ["three"]


@pytest.mark.parametrize("status", [400, 403, 404, 409, 418, 422, 500])
def test_an_unreadable_chat_does_not_hold_up_the_others(follower: Follower, fake: FakeBeeper, status: int) -> None:
    follower.news()
    send(fake, "one")
    send(fake, "two", chat=BOB, person="Bob")
    fake.fail("messages.list", status=status, chat=ERIN, times=1)
    with follower.begun(live=False, poll_every=0.05) as changes:
        assert texts(changes.take(2)) == ["two", "one"]


def test_an_event_is_not_lost_with_a_failed_request(follower: Follower, fake: FakeBeeper) -> None:
    send(fake, *(f"{number}" for number in range(30)))
    with follower.begun(include={"edits"}, sweep_every=600) as changes:
        send(fake, "first")
        assert texts([changes.next()]) == ["first"]
        with fake.fail("messages.list", status=500, chat=ERIN, times=1):
            fake.world.person("Erin").edit(fake.world.messages(ERIN)[-31], "changed")
            change = changes.next()
        assert isinstance(change, MessageEdited)
        assert change.message.text == "changed"


@pytest.mark.parametrize(
    "quirk",
    ["stuck_has_more", "after_overlap", "empty_first_page", "odd_item", "bare_page", "epoch_timestamp", "wrong_date"],
)
def test_an_irregular_app_costs_nothing(follower: Follower, fake: FakeBeeper, quirk: str) -> None:
    fake.quirk(quirk, optional=True)
    follower.news()
    words = [f"message {number}" for number in range(45)]
    send(fake, *words)
    send(fake, *words, chat=BOB, person="Bob")
    found = [change.message.chat_id for change in added(follower.news())]
    assert (found.count(ERIN), found.count(BOB), len(found)) == (45, 45, 90)
    assert follower.news() == []


@pytest.mark.parametrize("version", ["4.1.294", "4.2.500", "4.2.557", "4.2.808", "4.3.0"])
@pytest.mark.parametrize("kind", ["sync", "asyncio"])
def test_older_apps_are_followed(kind: Kind, version: str, tmp_path: Path) -> None:
    with FakeBeeper(world="small", version=version) as fake, Follower(kind, fake, tmp_path / "p.json") as follower:
        follower.news()
        words = [f"message {number}" for number in range(45)]
        send(fake, *words)
        assert follower.texts() == words
        with follower.begun(poll_every=0.05) as changes:
            send(fake, "more")
            assert texts([changes.next()]) == ["more"]


def test_a_message_from_the_future_hides_none(follower: Follower, fake: FakeBeeper) -> None:
    """Some messages have wrong times. The app lists them above all that are added later."""
    follower.news()
    send(fake, "one", "two")
    send(fake, "from the future")
    future = datetime.now(UTC) + timedelta(days=400)
    key = str(round(future.timestamp() * 1_000_000))
    change_rows(fake, ERIN, lambda rows: rows[-1].update(timestamp=future.isoformat(), sortKey=key))
    assert sorted(follower.texts()) == ["from the future", "one", "two"]
    send(fake, "three")
    assert follower.texts() == ["three"]
    words = [f"{number}" for number in range(45)]
    send(fake, *words)
    assert follower.texts() == words
    send(fake, *words)
    send(fake, "other", chat=BOB, person="Bob")
    assert follower.texts() in ([*words, "other"], ["other", *words])


def test_known_messages_that_the_app_no_longer_has_repeat_none(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    words = [f"{number}" for number in range(100)]
    send(fake, *words)
    assert follower.texts() == words
    change_rows(fake, ERIN, lambda rows: [rows.pop(-40) for _ in range(3)])
    send(fake, *words[:50])
    assert follower.texts() == words[:50]


def test_an_app_that_was_closed_for_a_week(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    erin = fake.world.person("Erin")
    fake.clock.advance(days=7)
    for day in range(6, 0, -1):
        for number in range(10):
            erin.send(ERIN, f"{day} {number}", at=timedelta(days=day, minutes=-number))
    assert follower.texts() == [f"{day} {number}" for day in range(6, 0, -1) for number in range(10)]


def test_the_chats_of_an_account_that_is_not_listed(follower: Follower, fake: FakeBeeper) -> None:
    fake.quirk("accounts_without_native", optional=True)
    chat_id = fake.world.add_chat("Tea", ["Alice", "Bob"], account=fake.world.add_account("imessage"))
    follower.news()
    fake.world.person("Alice").send(chat_id, "one")
    send(fake, "two")
    assert follower.texts(networks="iMessage") == ["one"]


def test_a_late_message_before_a_burst_is_delivered(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    send(fake, *(f"{number}" for number in range(10)))
    assert len(follower.news()) == 10
    fake.world.person("Erin").send(ERIN, "late", at=timedelta(milliseconds=50))
    words = [f"more {number}" for number in range(45)]
    send(fake, *words)
    assert sorted(follower.texts()) == sorted(["late", *words])


@pytest.mark.parametrize("newer", [18, 19, 20, 21])
def test_a_late_message_below_new_ones_is_delivered(follower: Follower, fake: FakeBeeper, newer: int) -> None:
    follower.news()
    send(fake, *(f"{number}" for number in range(10)))
    assert len(follower.news()) == 10
    between = fake.world.messages(ERIN)[-2:]
    moment = datetime.fromisoformat(between[0]["timestamp"]) + timedelta(milliseconds=1)
    fake.world.person("Erin").send(ERIN, "late", at=moment)
    words = [f"more {number}" for number in range(newer)]
    send(fake, *words)
    assert sorted(follower.texts()) == sorted(["late", *words])
