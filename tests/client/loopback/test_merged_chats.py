"""Merged chats: their messages are those of their members, wherever a chat is read; requests are counted."""

from __future__ import annotations

from collections.abc import Callable, Generator
from itertools import pairwise
from typing import Any

import pytest

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import ALL, BOTH, Kind, Story, play, runs_on
from tests.testing.known_chats import BOB, MERGED

TOTAL = 960
MEMBER_PAGES = 35 + 13
"""Of 700 and 260 messages."""
Act = Callable[[Any], Any]


def smaller(fake: FakeBeeper) -> str:
    """Another merged chat, with three members of a few pages each, where more show nothing more."""
    sizes = fake.world.read(lambda world: {room.id: len(room.messages) for room in world.rooms.values()})
    return fake.world.merge([chat_id for chat_id, size in sizes.items() if 40 < size < 70][:3])


def members_of(fake: FakeBeeper, merged: str) -> list[str]:
    members: list[str] = fake.world.chat(merged)["merge"]["chatIDs"]
    return members


def expected_ids(fake: FakeBeeper, merged: str = MERGED) -> list[tuple[str, str]]:
    """All messages of the members, newest first."""
    members = members_of(fake, merged)
    rows = [row for chat_id in members for row in fake.world.messages(chat_id)]
    rows.sort(key=lambda row: (row["timestamp"], len(row["sortKey"]), row["sortKey"], row["chatID"]), reverse=True)
    return [(row["chatID"], row["id"]) for row in rows]


def keys(items: list[Any]) -> list[tuple[str, str]]:
    return [(item.chat_id, item.id) for item in items]


def counted(fake: FakeBeeper, act: Act) -> Generator[Act, Any, tuple[Any, list[str]]]:
    """What an action gives, and the operations it took."""
    before = len(fake.requests)
    result = yield act
    return result, [request.operation for request in fake.requests[before:]]


@runs_on(ALL)
def test_all_messages_come_by_time_and_an_id_costs_two_more_requests(fake_beeper: FakeBeeper) -> Story:
    expected = expected_ids(fake_beeper)
    assert len(expected) == TOTAL
    chat = yield lambda beeper: beeper.chats.list().first()
    items, requests = yield from counted(fake_beeper, lambda beeper: beeper.messages.list(chat).collect())
    assert (keys(items), requests) == (expected, ["messages.list"] * MEMBER_PAGES)
    assert all(newer.timestamp >= older.timestamp for newer, older in pairwise(items))
    items, requests = yield from counted(fake_beeper, lambda beeper: beeper.messages.list(chat.id).collect())
    own_list = ["messages.list", "chats.retrieve"]
    assert (keys(items), requests) == (expected, own_list + ["messages.list"] * MEMBER_PAGES)


@runs_on(ALL)
def test_pages_are_requested_when_their_items_are_needed(fake_beeper: FakeBeeper) -> Story:
    expected = expected_ids(fake_beeper)
    chat = yield lambda beeper: beeper.chats.list().first()
    first, requests = yield from counted(fake_beeper, lambda beeper: beeper.messages.list(chat).first())
    assert (keys([first]), len(requests)) == (expected[:1], 2)
    items, requests = yield from counted(fake_beeper, lambda beeper: beeper.messages.list(chat).collect(limit=30))
    assert keys(items) == expected[:30]
    taken = [sum(key[0] == chat_id for key in expected[:30]) for chat_id in chat.merge.chat_ids]
    assert len(requests) == sum(max(1, -(-count // 20)) for count in taken)
    items, requests = yield from counted(fake_beeper, lambda beeper: beeper.messages.list(chat).collect(limit=0))
    assert (items, requests) == ([], [])


@runs_on(ALL)
def test_oldest_first_is_the_reverse_with_twice_the_requests(fake_beeper: FakeBeeper) -> Story:
    expected = expected_ids(fake_beeper)[::-1]
    chat = yield lambda beeper: beeper.chats.list().first()
    items, requests = yield from counted(
        fake_beeper, lambda beeper: beeper.messages.list(chat).oldest_first().collect()
    )
    assert keys(items) == expected
    assert len(requests) <= 2 * MEMBER_PAGES


@runs_on(ALL)
def test_it_is_resumed_where_it_was_with_the_chat_or_its_id(fake_beeper: FakeBeeper) -> Story:
    merged = smaller(fake_beeper)
    expected = expected_ids(fake_beeper, merged)
    chat = yield lambda beeper: beeper.chats.retrieve(merged)
    for oldest in (False, True):
        order = expected[::-1] if oldest else expected
        for stopped, resumed in ((chat, chat), (merged, chat), (chat, merged), (merged, merged)):
            pager = yield lambda beeper: listed(beeper, stopped, oldest=oldest)  # noqa: B023
            yield lambda _: pager.collect(33)  # noqa: B023
            rest = yield lambda beeper: listed(beeper, resumed, pager.checkpoint, oldest=oldest).collect(40)  # noqa: B023
            assert keys(rest) == order[33:73]


def listed(beeper: Any, chat: Any, resume: str | None = None, *, oldest: bool = False) -> Any:
    pager = beeper.messages.list(chat, resume=resume)
    return pager.oldest_first() if oldest else pager


@runs_on(ALL)
def test_its_end_leads_to_what_is_added_to_any_member(fake_beeper: FakeBeeper) -> Story:
    chat = yield lambda beeper: beeper.chats.list().first()
    for named in (chat, MERGED):
        pager = yield lambda beeper: beeper.messages.list(named, direction="after")  # noqa: B023
        newest = yield lambda _: pager.collect()  # noqa: B023
        assert len(newest) == 40
        assert sorted(newest, key=lambda item: item.timestamp) == newest
        for chat_id in [*chat.merge.chat_ids, chat.merge.chat_ids[0]]:
            fake_beeper.world.receive(chat_id, "new")
        resume = pager.checkpoint
        added = yield lambda beeper: beeper.messages.list(named, direction="after", resume=resume).collect()  # noqa: B023
        assert [(item.chat_id, item.text) for item in added] == [
            (chat_id, "new") for chat_id in [*chat.merge.chat_ids, chat.merge.chat_ids[0]]
        ]


@runs_on(BOTH)
def test_servers_may_deviate_in_every_member(fake_beeper: FakeBeeper) -> Story:
    merged = smaller(fake_beeper)
    expected = expected_ids(fake_beeper, merged)
    chat = yield lambda beeper: beeper.chats.retrieve(merged)
    with fake_beeper.quirk("stuck_has_more"), pytest.raises(errors.PaginationStalled):
        yield lambda beeper: beeper.messages.list(chat).strict().collect()
    for quirk in ("stuck_has_more", "after_overlap", "legacy_pages", "empty_first_page"):
        with fake_beeper.quirk(quirk):
            items = yield lambda beeper: beeper.messages.list(chat).collect()
            assert keys(items) == expected, quirk
            items = yield lambda beeper: beeper.messages.list(merged).oldest_first().collect()
            assert keys(items) == expected[::-1], quirk


@runs_on(BOTH)
def test_messages_without_a_time_or_with_a_wrong_one_stay_where_their_chat_has_them(fake_beeper: FakeBeeper) -> Story:
    merged = smaller(fake_beeper)
    total, members = len(expected_ids(fake_beeper, merged)), members_of(fake_beeper, merged)
    for quirk in ("epoch_timestamp", "odd_item", "blank_messages"):
        with fake_beeper.quirk(quirk):
            for oldest in (False, True):
                items = yield lambda beeper: listed(beeper, merged, oldest=oldest).collect()  # noqa: B023
                assert len(items) == total
                known = [item.timestamp for item in items if item.timestamp and item.timestamp.year > 1970]
                assert known == sorted(known, reverse=not oldest)
                for chat_id in members:
                    own = yield lambda beeper: listed(beeper, chat_id, oldest=oldest).collect()  # noqa: B023
                    assert [item.id for item in items if item.chat_id == chat_id] == [item.id for item in own]


def prefetched(beeper: Any, chat: Any, taken: int) -> Any:
    """The first items with prefetching, and the checkpoint after them."""
    block = beeper.messages.list(chat).prefetch()
    if not hasattr(block, "__aenter__"):
        with block as ahead:
            return ahead.collect(taken), ahead.checkpoint

    async def gather() -> Any:
        async with block as ahead:
            return await ahead.collect(taken), ahead.checkpoint

    return gather()


@runs_on(ALL)
def test_prefetching_changes_no_item_no_request_and_no_checkpoint(fake_beeper: FakeBeeper) -> Story:
    expected = expected_ids(fake_beeper)
    chat = yield lambda beeper: beeper.chats.list().first()
    found, requests = yield from counted(fake_beeper, lambda beeper: prefetched(beeper, chat, TOTAL))
    assert (keys(found[0]), len(requests)) == (expected, MEMBER_PAGES)
    items, checkpoint = yield lambda beeper: prefetched(beeper, chat, 50)
    rest = yield lambda beeper: beeper.messages.list(chat, resume=checkpoint).collect(50)
    assert keys(items) + keys(rest) == expected[:100]


@runs_on(ALL)
def test_a_cursor_is_refused_before_anything_is_sent(fake_beeper: FakeBeeper) -> Story:
    chat = yield lambda beeper: beeper.chats.list().first()
    before = len(fake_beeper.requests)
    for direction in (None, "before", "after"):
        with pytest.raises(ValueError, match=r"cursor must not be given for a merged chat: .* resume="):
            yield lambda beeper: beeper.messages.list(chat, cursor="c", direction=direction)  # noqa: B023
    pager = yield lambda beeper: beeper.messages.list(chat)
    other = chat.merge.chat_ids[0]
    with pytest.raises(ValueError, match="another chat"):
        yield lambda beeper: beeper.messages.list(other, resume=pager.checkpoint)
    assert len(fake_beeper.requests) == before


@runs_on(ALL)
def test_an_empty_chat_costs_one_more_request_and_a_chat_with_messages_none(fake_beeper: FakeBeeper) -> Story:
    empty = fake_beeper.world.add_chat("Nothing here", ["Zoe Quiet", "Yan Quiet"])
    for named in (empty, (yield lambda beeper: beeper.chats.retrieve(empty))):
        items, requests = yield from counted(fake_beeper, lambda beeper: beeper.messages.list(named).collect())  # noqa: B023
        assert (items, requests) == ([], ["messages.list", "chats.retrieve"])
    fake_beeper.world.receive(empty, "first")
    items, requests = yield from counted(fake_beeper, lambda beeper: beeper.messages.list(empty).collect())
    assert ([item.text for item in items], requests) == (["first"], ["messages.list"])


@runs_on(BOTH)
def test_a_checkpoint_from_before_it_was_known_to_be_merged_leads_to_its_messages(fake_beeper: FakeBeeper) -> Story:
    pager = yield lambda beeper: beeper.messages.list(MERGED)
    items = yield lambda beeper: beeper.messages.list(MERGED, resume=pager.checkpoint).collect(30)
    assert keys(items) == expected_ids(fake_beeper)[:30]
    with fake_beeper.quirk("server_error", operation="chats.retrieve"):
        after = yield lambda beeper: beeper.messages.list(MERGED, direction="after")
        with pytest.raises(errors.InternalServerError):
            yield lambda _: after.collect()
    items = yield lambda beeper: beeper.messages.list(MERGED, direction="after", resume=after.checkpoint).collect()
    assert len(items) == 40  # the newest page of each member, as without the failure


@runs_on(ALL)
def test_what_is_sent_to_it_is_found_by_wait_and_in_its_messages(fake_beeper: FakeBeeper) -> Story:
    sent = yield lambda beeper: beeper.messages.send(MERGED, text="To whom?")
    assert sent.chat_id in members_of(fake_beeper, MERGED)
    result = yield lambda beeper: beeper.messages.wait(sent, timeout=5)
    assert (result.status, result.message.chat_id) == ("sent", sent.chat_id)
    newest = yield lambda beeper: beeper.messages.list(MERGED).first()
    assert (newest.id, newest.text) == (result.message.id, "To whom?")


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("version", ["4.1.294", "4.2.500"])
def test_with_older_apps_the_members_are_chats_and_an_empty_chat_is_still_empty(kind: Kind, version: str) -> None:
    with FakeBeeper(version=version) as older:
        empty = older.world.add_chat("Nothing here", ["Zoe Quiet", "Yan Quiet"])

        def story() -> Story:
            assert (yield lambda beeper: beeper.messages.list(empty).collect()) == []
            assert len((yield lambda beeper: beeper.messages.list(BOB).collect())) == 700

        play(kind, older, story())
