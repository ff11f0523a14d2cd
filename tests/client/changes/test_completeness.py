"""Nothing is missed where a rule that looks sufficient is not: many chats, equal times, equal IDs, wrong clocks."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import wait
from pathlib import Path
from typing import Any

import anyio
import pytest

from beeper_sdk import AsyncBeeper
from beeper_sdk.changes import Gap, MessageAdded
from beeper_sdk.testing import FakeBeeper
from tests.client.changes.follower import Follower, change_rows, texts
from tests.client.changes.test_changes import BOB, ERIN, send
from tests.scripted_server import Kind


def test_a_program_that_was_stopped_before_it_had_read_all_chats_goes_on_with_them(
    follower: Follower, fake: FakeBeeper
) -> None:
    """More chats than a page of the list has: the next process must not stop at the chats that were listed."""
    chats = [fake.world.add_chat(f"Chat {number}", ["Erin", "Bob"], network="Signal") for number in range(70)]
    follower.news()
    for number, chat in enumerate(chats):
        send(fake, f"{number}", chat=chat)
    changes = follower.changes()
    found = texts(changes.take(5))
    changes.commit()
    changes.close()
    found += follower.texts()
    assert sorted(map(int, found)) == list(range(70))


def test_many_messages_of_one_moment_are_no_reinstallation(follower: Follower, fake: FakeBeeper) -> None:
    """Networks count in seconds: more messages than a page may have the sender and time of a known one."""
    moment = fake.clock.now
    follower.news()
    fake.world.person("Erin").send(ERIN, "first", at=moment)
    assert follower.texts() == ["first"]
    words = [f"{number}" for number in range(50)]
    for word in words:
        fake.world.person("Erin").send(ERIN, word, at=moment)
    assert follower.texts() == words


@pytest.mark.parametrize("version", ["4.2.500", "4.3.0"])
def test_messages_without_a_valid_time_are_no_reinstallation(
    follower: Follower, fake: FakeBeeper, version: str
) -> None:
    fake.reset(version=version)
    fake.quirk("epoch_timestamp")
    send(fake, *(f"old {number}" for number in range(5)))
    follower.news()
    words = [f"{number}" for number in range(6)]
    send(fake, *words)
    assert follower.texts() == words
    words = [f"{number}" for number in range(45)]
    send(fake, *words)
    assert follower.texts() == words


@pytest.mark.parametrize("version", ["4.2.500", "4.3.0"])
def test_a_reinstallation_of_any_app_repeats_no_message(follower: Follower, fake: FakeBeeper, version: str) -> None:
    fake.reset(version=version)
    follower.news()
    send(fake, "one", "two")
    assert follower.texts() == ["one", "two"]
    fake.quirk("reinstall")
    send(fake, "three")
    gap, *rest = follower.news()
    assert isinstance(gap, Gap)
    assert texts(rest) == ["three"]


def number_from(first: int) -> Callable[[list[Any]], None]:
    """Give messages the IDs that an app gives that counts them in each chat."""

    def change(rows: list[Any]) -> None:
        for number, row in enumerate(rows, first):
            row["id"] = f"{number}"

    return change


def test_other_ids_that_were_those_of_other_messages(follower: Follower, fake: FakeBeeper) -> None:
    change_rows(fake, ERIN, number_from(100))
    follower.news()
    send(fake, "one", "two")
    change_rows(fake, ERIN, number_from(100))
    assert follower.texts() == ["one", "two"]
    for first, word in ((103, "three"), (95, "four")):
        send(fake, word)
        change_rows(fake, ERIN, number_from(first))
        gap, *rest = follower.news()
        assert isinstance(gap, Gap)
        assert gap.reason == "reindexed"
        assert texts(rest) == [word]


def test_members_of_a_merged_chat_may_use_the_same_ids(follower: Follower, fake: FakeBeeper) -> None:
    fake.world.merge([ERIN, BOB])
    for chat in (ERIN, BOB):
        change_rows(fake, chat, number_from(100))
    follower.news()
    send(fake, "one", "two")
    change_rows(fake, ERIN, number_from(100))
    assert follower.texts() == ["one", "two"]
    send(fake, "three", chat=BOB, person="Bob")
    change_rows(fake, BOB, number_from(100))
    last = [fake.world.messages(chat)[-1]["id"] for chat in (ERIN, BOB)]
    assert int(last[0]) >= int(last[1])
    assert follower.texts() == ["three"]


def test_no_member_of_a_merged_chat_hides_what_another_one_did_not_report(follower: Follower, fake: FakeBeeper) -> None:
    """Messages of iMessage have no events, and the last message of the merged chat is known by its event."""
    fake.world.add_account("imessage")
    silent = fake.world.add_chat("Erin", ["Erin", "Bob"], network="iMessage")
    fake.world.merge([silent, BOB])
    with follower.begun(sweep_every=0.3) as changes:
        send(fake, "first", chat=BOB, person="Bob")
        assert texts([changes.next()]) == ["first"]
        send(fake, "unreported", chat=silent)
        send(fake, "last", chat=BOB, person="Bob")
        assert sorted(texts([changes.next_within(10), changes.next_within(10)])) == ["last", "unreported"]


@pytest.mark.parametrize("kind", ["asyncio", "trio"])
def test_a_cancelled_batch_is_delivered_again(kind: Kind, fake: FakeBeeper, tmp_path: Path) -> None:
    """Its first messages were read when the next request of it is cancelled."""

    async def cancel_at_third_page(scope: anyio.CancelScope, seen: int) -> None:
        # The server runs in a thread, which sets no event.
        while sum(request.operation == "messages.list" for request in fake.requests[seen:]) < 3:  # noqa: ASYNC110
            await anyio.sleep(0.01)
        scope.cancel()

    async def follow() -> list[str | None]:
        async with AsyncBeeper(fake.token, base_url=fake.url) as client:
            changes = client.changes(tmp_path / "position.json", live=False, poll_every=0.05)
            async with changes:
                send(fake, *(f"{number}" for number in range(30)))
                batches = aiter(changes.batches(100))
                seen = len(fake.requests)
                with fake.fail("messages.list", hang=True, after=2, times=1), anyio.CancelScope() as scope:
                    async with anyio.create_task_group() as group:
                        group.start_soon(cancel_at_third_page, scope, seen)
                        await anext(batches)
                assert scope.cancelled_caught
                batch = await anext(batches)
                return [change.message.text for change in batch if isinstance(change, MessageAdded)]

    assert anyio.run(follow, backend=kind) == [f"{number}" for number in range(30)]


def test_one_thread_at_a_time_uses_an_iteration(fake: FakeBeeper, tmp_path: Path) -> None:
    with Follower("sync", fake, tmp_path / "position.json") as follower, follower.begun(poll_every=0.05) as changes:
        waiting = [changes.next_soon(), changes.next_soon()]
        done, _ = wait(waiting, timeout=5, return_when="FIRST_COMPLETED")
        with pytest.raises(RuntimeError, match="waits for the next change"):
            done.pop().result()
        send(fake, "one")
        (found,) = [future.result(5) for future in waiting if future.exception(5) is None]
        assert texts([found]) == ["one"]


@pytest.mark.parametrize("is_first", [False, True])
def test_a_message_that_is_dated_in_the_future_hides_nothing(
    follower: Follower, fake: FakeBeeper, is_first: bool
) -> None:
    """Its app lists it in the order of arrival, or above all that follow: then only events report those."""

    def move(rows: list[Any]) -> None:
        rows[-1]["timestamp"] = "2096-01-01T00:00:00.000Z"
        if is_first:
            rows[-1]["sortKey"] = str(2 * int(rows[-1]["sortKey"]))

    with follower.begun(poll_every=0.05) as changes:
        send(fake, "future")
        assert texts(changes.take(1)) == ["future"]
        change_rows(fake, ERIN, move)
        for count in (1, 2, 25):
            words = [f"{count} {number}" for number in range(count)]
            send(fake, *words)
            assert texts([changes.next_within(10) for _ in words]) == words


def test_pages_that_overlap_repeat_nothing_from_before_the_beginning(follower: Follower, fake: FakeBeeper) -> None:
    fake.quirk("after_overlap")
    follower.news()
    words = [f"{number}" for number in range(21)]
    send(fake, *words)
    assert follower.texts() == words
