"""Everything that is new is delivered once, in the order of each chat, wherever the program or the app was stopped."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import anyio
import pytest

from beeper_sdk import AsyncBeeper, errors
from beeper_sdk._core.changes.chat_mark import ChatMark
from beeper_sdk.changes import Change, Gap, MessageAdded, PositionInUse
from beeper_sdk.testing import FakeBeeper
from tests.client.changes.follower import Follower, added, texts
from tests.scripted_server import Kind

ERIN, BOB = "!erin:small.local", "!bob:small.local"


def send(fake: FakeBeeper, *words: str, chat: str = ERIN, person: str = "Erin") -> None:
    for word in words:
        fake.world.person(person).send(chat, word)


def test_nothing_earlier_is_new_and_everything_later_is(follower: Follower, fake: FakeBeeper) -> None:
    assert follower.news() == []
    send(fake, "one", "two")
    send(fake, "three", chat=BOB, person="Bob")
    assert sorted(follower.texts()) == ["one", "three", "two"]
    assert follower.news() == []


def test_a_change_has_the_chat_as_it_is_listed(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    send(fake, "one")
    (change,) = follower.news()
    assert isinstance(change, MessageAdded)
    match change:
        case MessageAdded(message, chat):
            assert (message.text, chat.id, chat.unread_count) == ("one", ERIN, 2)


@pytest.mark.parametrize("live", [False, True])
def test_an_iteration_waits_for_what_becomes_new(follower: Follower, fake: FakeBeeper, live: bool) -> None:
    with follower.begun(live=live, poll_every=0.05) as changes:
        send(fake, "one")
        assert texts([changes.next()]) == ["one"]
        send(fake, "two", "three")
        assert texts(changes.take(2)) == ["two", "three"]


def test_more_messages_than_a_page_are_delivered_oldest_first(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    words = [f"{number}" for number in range(75)]
    send(fake, *words[:50])
    assert follower.texts() == words[:50]
    send(fake, *words[50:])
    assert follower.texts() == words[50:]


def test_what_was_not_committed_is_delivered_again(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    send(fake, "one", "two", "three", "four")
    changes = follower.changes()
    assert texts(changes.take(2)) == ["one", "two"]  # asking for the second committed the first
    changes.close()
    changes = follower.changes()
    assert texts(changes.take(2)) == ["two", "three"]
    changes.commit()
    changes.close()
    assert follower.texts() == ["four"]


def test_a_position_is_used_by_one_iteration_at_a_time(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    send(fake, "one", "two")
    first, second = follower.changes(), follower.changes()
    first.next()
    with pytest.raises(PositionInUse):
        second.next()
    first.close()
    assert texts(second.take(2)) == ["one", "two"]
    second.close()


def test_the_beginning_can_be_all_or_a_time(follower: Follower, fake: FakeBeeper, tmp_path: Path) -> None:
    send(fake, "one")
    everything = [row for chat in fake.world.chats() for row in fake.world.messages(chat["id"])]
    shown = [row for row in everything if row.get("type") not in ("REACTION", "NOTICE") and not row.get("isDeleted")]
    found = follower.news(start="all")
    assert sorted(change.message.id for change in added(found)) == sorted(str(row["id"]) for row in shown)
    follower.position = tmp_path / "other.json"
    moment = datetime.now(UTC) - timedelta(minutes=5)
    recent = [row["text"] for row in shown if datetime.fromisoformat(row["timestamp"]) >= moment]
    assert follower.texts(start=moment) == recent


def test_each_chat_is_delivered_in_its_order(follower: Follower, fake: FakeBeeper) -> None:
    found = follower.news(start="all")
    for chat in fake.world.chats():
        order = [str(row["id"]) for row in fake.world.messages(chat["id"])]
        delivered = [change.message.id for change in added(found) if change.message.chat_id == chat["id"]]
        assert delivered == sorted(delivered, key=order.index)


def test_a_stopped_app_is_waited_for(follower: Follower, fake: FakeBeeper) -> None:
    with follower.begun(poll_every=0.05) as changes:
        send(fake, "one")
        assert texts([changes.next()]) == ["one"]
        fake.quirk("ws_drop", optional=True)
        send(fake, "two")
        assert texts([changes.next()]) == ["two"]


def test_until_now_reports_that_the_app_is_closed(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    fake.stop()
    with pytest.raises(errors.APIConnectionError):
        follower.news()


def test_other_ids_of_known_messages_are_a_gap_and_no_message_is_repeated(follower: Follower, fake: FakeBeeper) -> None:
    follower.news()
    send(fake, "one")
    assert follower.texts() == ["one"]
    with fake.quirk("reinstall"):
        send(fake, "two")
        gap, *rest = follower.news()
    assert isinstance(gap, Gap)
    assert gap.reason == "reindexed"
    assert ERIN in gap.chats
    assert texts(rest) == ["two"]
    send(fake, "three")
    assert follower.texts() == ["three"]


def test_an_interrupt_in_the_rules_ends_no_iteration_silently(
    fake: FakeBeeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C at any moment: the next call starts again at the position."""
    with Follower("sync", fake, tmp_path / "position.json") as follower:
        follower.news()
        send(fake, "one", "two")
        changes = follower.changes(live=False)
        assert texts([changes.next()]) == ["one"]

        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(ChatMark, "add", interrupt)
            with pytest.raises(KeyboardInterrupt):
                changes.next()
        assert texts([changes.next()]) == ["two"]
        changes.close()


@pytest.mark.parametrize("kind", ["sync", "asyncio"])
def test_a_loop_that_was_left_does_not_keep_the_position(kind: Kind, fake: FakeBeeper, tmp_path: Path) -> None:
    with Follower(kind, fake, tmp_path / "position.json") as follower:
        follower.news()
        send(fake, "one", "two")
        assert texts([follower.changes(live=False).next()]) == ["one"]  # as by `break`: it is not closed
        assert follower.texts() == ["one", "two"]


@pytest.mark.parametrize("live", [False, True])
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_waits_that_are_cancelled_hold_up_no_change(fake: FakeBeeper, tmp_path: Path, backend: str, live: bool) -> None:
    """A program that waits for a change for 20 milliseconds at a time still polls, and receives events at once."""

    async def main() -> None:
        async with AsyncBeeper(fake.token, base_url=fake.url) as beeper:
            poll_every = 60.0 if live else 0.2
            async with beeper.changes(tmp_path / "position.json", live=live, poll_every=poll_every) as changes:
                for word in ("one", "two", "three"):
                    send(fake, word)
                    found: list[Change] = []
                    with anyio.fail_after(10):
                        while not found:
                            with anyio.move_on_after(0.02):
                                found.append(await anext(changes))
                    assert texts(found) == [word]

    anyio.run(main, backend=backend)
