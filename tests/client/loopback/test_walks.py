"""Pagination with a Beeper that behaves as real ones were seen to (traps.md rows 3, 4, 5, 7, 22, 32), counted."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import ALL, Story, runs_on
from tests.fake_state import state
from tests.testing.known_chats import SIGNAL, chat

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import assert_type

    from beeper_sdk import AsyncBeeper, Beeper, models
    from beeper_sdk._core.paging.search_page import SearchPage

PAGE = 20
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
Make: TypeAlias = Callable[[Any], Any]


def plenty(fake: FakeBeeper) -> tuple[str, list[str], int]:
    """A chat with a few pages of messages: its id, theirs from the oldest on, and how many pages.

    Nine. With 26, the most there are, these tests took three times as long and showed no more."""
    chat_id: str = chat(fake, title="Photo Walks")["id"]
    fake.world.receive(chat_id, "one more than whole pages hold")
    ids = [row["id"] for row in fake.world.messages(chat_id)]
    pages = -(-len(ids) // PAGE)
    assert (pages > 2, len(ids) % PAGE) == (True, 1)
    return chat_id, ids, pages


def collect_ids(fake: FakeBeeper, pager: Make, count: int) -> Generator[Make, Any, list[str]]:
    """The ids a pager gives, in that many requests."""
    before = len(fake.requests)
    items = yield lambda beeper: pager(beeper).collect()
    assert len(fake.requests) - before == count
    return [item.id for item in items]


@runs_on(ALL)
def test_a_walk_ends_where_a_stuck_server_begins_again(fake_beeper: FakeBeeper) -> Story:
    """Row 3."""
    stuck = fake_beeper.quirk("stuck_has_more")
    chat_id, ids, pages = plenty(fake_beeper)
    collected = yield from collect_ids(fake_beeper, lambda beeper: beeper.messages.list(chat_id), pages + 1)
    assert collected == ids[::-1]
    with pytest.raises(errors.PaginationStalled, match=r"messages\.list reports more items"):
        yield lambda beeper: beeper.messages.list(chat_id).strict().collect()
    stuck.off()
    collected = yield from collect_ids(fake_beeper, lambda beeper: beeper.messages.list(chat_id).strict(), pages)
    assert collected == ids[::-1]


@runs_on(ALL)
def test_pages_towards_newer_may_overlap(fake_beeper: FakeBeeper) -> Story:
    """Row 4."""
    chat_id, ids, _ = plenty(fake_beeper)
    world = fake_beeper.world
    cursor = world.read(
        lambda world: state(world).cursors.write(chat_id, [int(world.rooms[chat_id].messages[9]["sortKey"])])
    )
    fake_beeper.quirk("after_overlap")
    pages = -(-len(ids[10:]) // PAGE)

    def newer(beeper: Any) -> Any:
        return beeper.messages.list(chat_id, cursor=cursor, direction="after")

    collected = yield from collect_ids(fake_beeper, newer, pages + 1)
    assert sorted(collected, key=ids.index) == ids[7:]  # the first page begins before the cursor too
    collected = yield from collect_ids(fake_beeper, lambda beeper: newer(beeper).oldest_first(), pages + 1)
    assert collected == ids[7:]


@runs_on(ALL)
def test_a_history_from_its_beginning(fake_beeper: FakeBeeper) -> Story:
    """Row 5."""
    chat_id, ids, pages = plenty(fake_beeper)
    plain = yield from collect_ids(fake_beeper, lambda beeper: beeper.messages.list(chat_id), pages)
    assert plain == ids[::-1]
    forward = -(-(len(ids) - len(ids) % PAGE) // PAGE)
    turned = yield from collect_ids(
        fake_beeper, lambda beeper: beeper.messages.list(chat_id).oldest_first(), pages + forward
    )
    assert turned == ids
    for quirk in ("stuck_has_more", "after_overlap", "empty_first_page"):
        fake_beeper.quirk(quirk)
        collected = yield lambda beeper: beeper.messages.list(chat_id).oldest_first().collect()
        assert [item.id for item in collected] == ids


@runs_on(ALL)
def test_a_limit_may_be_ignored(fake_beeper: FakeBeeper) -> Story:
    """Row 7."""
    every = len(fake_beeper.world.read(lambda world: [room for room in world.rooms.values() if _listed(room)]))
    with fake_beeper.quirk("ignore_limit"):
        collected = yield from collect_ids(fake_beeper, lambda beeper: beeper.chats.list(limit=2), -(-every // 25))
    assert len(set(collected)) == len(collected) == every
    collected = yield from collect_ids(fake_beeper, lambda beeper: beeper.chats.list(limit=2), -(-every // 2))
    assert len(collected) == every


def _listed(room: Any) -> bool:
    return "mergedIntoChatID" not in room.wire


LIMITS: list[tuple[Callable[[Any, int], Any], int, int]] = [
    (lambda beeper, n: beeper.chats.list(limit=n), 1, 200),
    (lambda beeper, n: beeper.chats.search(limit=n), 1, 200),
    (lambda beeper, n: beeper.messages.search(query="the", limit=n), 1, 20),
    (lambda beeper, n: beeper.accounts.contacts.list(SIGNAL, limit=n), 1, 200),
]


@pytest.mark.parametrize(("make", "low", "high"), LIMITS)
@runs_on(ALL)
def test_limits_differ_and_are_checked_before_sending(
    fake_beeper: FakeBeeper, make: Callable[[Any, int], Any], low: int, high: int
) -> Story:
    """Row 7."""
    for bad in (low - 1, high + 1):
        with pytest.raises(ValueError, match="limit"):
            yield partial(first_item, make, bad)
    assert len(fake_beeper.requests) == 0
    for good in (low, high):
        assert (yield partial(first_item, make, good))
    assert len(fake_beeper.requests) == 2


def first_item(make: Callable[[Any, int], Any], limit: int, beeper: Any) -> Any:
    return make(beeper, limit).first()


@runs_on(ALL)
def test_an_empty_first_page_goes_on(fake_beeper: FakeBeeper) -> Story:
    """Row 22."""
    chat_id, ids, pages = plenty(fake_beeper)
    fake_beeper.quirk("empty_first_page")
    collected = yield from collect_ids(fake_beeper, lambda beeper: beeper.messages.list(chat_id).strict(), pages + 1)
    assert collected == ids[::-1]
    assert (yield lambda beeper: beeper.chats.list().first())
    assert (yield lambda beeper: beeper.accounts.contacts.list(SIGNAL).first())
    assert (yield lambda beeper: beeper.messages.search(query="dinner").first())


@runs_on(ALL)
def test_blank_messages_and_times_at_the_epoch_are_walked(fake_beeper: FakeBeeper) -> Story:
    """Row 22."""
    chat_id, ids, _ = plenty(fake_beeper)
    fake_beeper.quirk("epoch_timestamp")
    fake_beeper.quirk("blank_messages")
    collected = yield lambda beeper: beeper.messages.list(chat_id).oldest_first().collect()
    assert [item.id for item in collected] == ids
    assert EPOCH in {item.timestamp for item in collected}
    assert any(item.text is None and item.attachments is None for item in collected)


@runs_on(ALL)
def test_pages_without_cursors_go_on_from_a_sort_key(fake_beeper: FakeBeeper) -> Story:
    """Row 32."""
    chat_id, ids, pages = plenty(fake_beeper)
    fake_beeper.quirk("legacy_pages")
    collected = yield from collect_ids(fake_beeper, lambda beeper: beeper.messages.list(chat_id), pages)
    assert collected == ids[::-1]
    collected = yield lambda beeper: beeper.messages.list(chat_id).oldest_first().collect()
    assert [item.id for item in collected] == ids
    pager = yield lambda beeper: beeper.messages.list(chat_id)
    yield lambda _: pager.collect(30)
    rest = yield lambda beeper: beeper.messages.list(chat_id, resume=pager.checkpoint).collect()
    assert [item.id for item in rest] == ids[::-1][30:]


@runs_on(ALL)
def test_all_at_once(fake_beeper: FakeBeeper) -> Story:
    chat_id, ids, _ = plenty(fake_beeper)
    for quirk in ("stuck_has_more", "after_overlap", "legacy_pages", "epoch_timestamp", "blank_messages"):
        fake_beeper.quirk(quirk)
    collected = yield lambda beeper: beeper.messages.list(chat_id).collect()
    assert [item.id for item in collected] == ids[::-1]
    collected = yield lambda beeper: beeper.messages.list(chat_id).oldest_first().collect()
    assert [item.id for item in collected] == ids


@runs_on(ALL)
def test_a_search_gives_the_chats_of_what_it_found(fake_beeper: FakeBeeper) -> Story:
    """The official SDK drops them. A few pages of them, from many chats."""
    titles = {item["id"]: item["title"] for item in fake_beeper.world.chats()}
    pager = yield lambda beeper: beeper.messages.search(query="line", exclude_low_priority=False)
    assert pager.chats == {}
    first = yield lambda _: pager.first()
    assert pager.chats[first.chat_id].title == titles[first.chat_id]
    before = len(fake_beeper.requests)
    pages = yield lambda _: _all(pager.pages())
    assert len(fake_beeper.requests) - before == len(pages) > 1
    for page in pages:
        assert {item.chat_id for item in page.items} == set(page.chats)
        assert {chat_id: chat.title for chat_id, chat in page.chats.items()}.items() <= titles.items()
    resume = pages[0].checkpoint
    again = yield lambda beeper: beeper.messages.search(query="line", exclude_low_priority=False, resume=resume)
    rest = yield lambda _: again.strict().collect()
    assert [item.id for item in rest] == [item.id for page in pages[1:] for item in page.items]
    with pytest.raises(ValueError, match="other filters"):
        yield lambda beeper: beeper.messages.search(query="lunch", exclude_low_priority=False, resume=resume)
    with pytest.raises(TypeError, match="qurey"):
        yield lambda beeper: beeper.messages.search(qurey="line")


@runs_on(ALL)
def test_the_chats_of_all_pages_are_known_after_an_iteration(fake_beeper: FakeBeeper) -> Story:
    titles = {item["id"]: item["title"] for item in fake_beeper.world.chats()}
    pager = yield lambda beeper: beeper.messages.search(query="line", exclude_low_priority=False)
    found = yield lambda _: pager.collect()
    first_page = {item.chat_id for item in found[:20]}
    assert first_page < {item.chat_id for item in found}
    assert {item.chat_id: pager.chats[item.chat_id].title for item in found}.items() <= titles.items()
    pages = yield lambda _: _all(pager.pages())
    assert set(pager.chats) == {chat_id for page in pages for chat_id in page.chats}
    yield lambda _: pager.first()
    assert set(pager.chats) == set(pages[0].chats)
    resume = pages[0].checkpoint
    rest = yield lambda beeper: beeper.messages.search(query="line", exclude_low_priority=False, resume=resume)
    yield lambda _: rest.collect()
    assert set(rest.chats) == {chat_id for page in pages[1:] for chat_id in page.chats}
    assert rest.strict().chats == {}


@runs_on(ALL)
def test_prefetched_pages_add_their_chats_too(fake_beeper: FakeBeeper) -> Story:
    pager = yield lambda beeper: beeper.messages.search(query="line", exclude_low_priority=False)
    titles = {item["id"]: item["title"] for item in fake_beeper.world.chats()}
    found, chats = yield lambda _: _prefetched(pager)
    assert {chat_id: chat.title for chat_id, chat in chats.items()}.items() <= titles.items()
    assert {item.chat_id for item in found} == set(chats)
    assert len({item.chat_id for item in found[:20]}) < len(chats)


def _prefetched(pager: Any) -> Any:
    block = pager.prefetch()
    if not hasattr(block, "__aenter__"):
        with block as ahead:
            return ahead.collect(), ahead.chats

    async def gather() -> Any:
        async with block as ahead:
            return await ahead.collect(), ahead.chats

    return gather()


def _all(pages: Any) -> Any:
    if not hasattr(pages, "__aiter__"):
        return list(pages)

    async def gather() -> list[Any]:
        return [page async for page in pages]

    return gather()


@runs_on(ALL)
def test_a_place_in_one_chat_is_refused_for_another(fake_beeper: FakeBeeper) -> Story:
    chat_id, _, _ = plenty(fake_beeper)
    pager = yield lambda beeper: beeper.messages.list(chat_id)
    yield lambda _: pager.collect(5)
    other_chat_id = next(item["id"] for item in fake_beeper.world.chats() if item["id"] != chat_id)
    before = len(fake_beeper.requests)
    with pytest.raises(ValueError, match="another chat or other filters"):
        yield lambda beeper: beeper.messages.list(other_chat_id, resume=pager.checkpoint)
    assert len(fake_beeper.requests) == before


if TYPE_CHECKING:

    def typed(beeper: Beeper) -> None:
        """What type checkers make of it; never run."""
        for page in beeper.messages.search(query="x").strict().pages():
            assert_type(page, SearchPage)
            assert_type(page.chats, Mapping[str, models.Chat])
        with beeper.messages.search(limit=5).prefetch() as ahead:
            assert_type(ahead.chats, Mapping[str, models.Chat])
            assert_type(ahead.first(), models.Message | None)
        assert_type(beeper.chats.list().oldest_first().collect(), list[models.ChatWithPreview])

    async def typed_async(beeper: AsyncBeeper) -> None:
        """The same."""
        async for page in beeper.messages.search(query="x").pages():
            assert_type(page.chats, Mapping[str, models.Chat])
        async with beeper.messages.list("!a:x").oldest_first().prefetch() as ahead:
            assert_type([item async for item in ahead], list[models.Message])
