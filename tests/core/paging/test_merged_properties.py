"""What holds for every iteration over a merged chat, whatever its members are: without I/O."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import errors, models
from tests.core.paging.merges import MERGED, SOUND, Flaws, Key, MergedServer, drive, started

MINUTES = st.lists(st.integers(0, 30), max_size=25).map(sorted)
MEMBERS = st.dictionaries(st.sampled_from(["!a:x", "!b:x", "!c:x", "!d:x"]), MINUTES, min_size=1, max_size=4)
SIZES = st.integers(1, 9)
FLAWS = st.builds(Flaws, st.integers(0, 3), st.booleans(), st.booleans())
CUTS = st.lists(st.integers(0, 20), max_size=10)


def named(server: MergedServer, *, held: bool) -> str | models.Chat:
    return server.chat() if held else MERGED


@given(minutes=MEMBERS, size=SIZES, flaws=FLAWS, cuts=CUTS, oldest=st.booleans(), held=st.booleans())
def test_however_it_is_cut_by_checkpoints_it_is_the_sorted_union_of_its_members(
    minutes: dict[str, list[int]], size: int, flaws: Flaws, cuts: list[int], oldest: bool, held: bool
) -> None:
    server = MergedServer(minutes, size, flaws)
    chat = named(server, held=held)
    keys: list[Key] = []
    checkpoint: str | None = None
    for cut in [*cuts, 10_000]:
        walk = started(chat, checkpoint, oldest=oldest)
        keys += drive(walk, server, cut)
        checkpoint = walk.position.text()
    expected = server.keys(*minutes)
    assert keys == (expected if oldest else expected[::-1])


@given(minutes=MEMBERS, size=SIZES, flaws=FLAWS, held=st.booleans(), oldest=st.booleans())
def test_pages_are_the_items_in_pieces_and_each_of_their_checkpoints_leads_to_the_rest(
    minutes: dict[str, list[int]], size: int, flaws: Flaws, held: bool, oldest: bool
) -> None:
    server = MergedServer(minutes, size, flaws)
    chat = named(server, held=held)
    whole = drive(started(chat, oldest=oldest), server)
    walk, keys = started(chat, oldest=oldest), list[Key]()
    while True:
        drive(walk, server, 0)
        while not walk.has_item:
            request = walk.next_request()
            if request is None:
                break
            walk.receive_page(server.serve(request.path, dict(request.query)))
        if not walk.has_item:
            break
        count, page = walk.remaining, walk.whole_page()
        assert len(page.items) == count > 0
        keys += [(item.chat_id, int(item.id)) for item in page.items]
        assert keys + drive(started(chat, page.checkpoint, oldest=oldest), server) == whole
    assert keys == whole


@given(minutes=MEMBERS, size=SIZES, cuts=CUTS, oldest=st.booleans(), held=st.booleans())
def test_towards_newer_it_begins_at_the_newest_pages_and_goes_on_with_what_was_added(
    minutes: dict[str, list[int]], size: int, cuts: list[int], oldest: bool, held: bool
) -> None:
    server = MergedServer(minutes, size)
    newest = [key for key in server.keys(*minutes) if key[1] > len(minutes[key[0]]) - size]
    walk = started(named(server, held=held), direction="after", oldest=oldest)
    assert drive(walk, server) == newest
    checkpoint = walk.position.text()
    server.minutes = {chat_id: [*before, 31, 31, 40] for chat_id, before in minutes.items()}
    keys: list[Key] = []
    for cut in [*cuts, 10_000]:
        walk = started(named(server, held=held), checkpoint, direction="after", oldest=oldest)
        keys += drive(walk, server, cut)
        checkpoint = walk.position.text()
    assert keys == [key for key in server.keys(*minutes) if key[1] > len(minutes[key[0]])]


@given(
    minutes=MEMBERS, kept=st.sets(st.sampled_from(["!a:x", "!b:x", "!c:x", "!d:x"])), added=MINUTES,
    size=SIZES, cut=st.integers(0, 40), oldest=st.booleans(), held=st.booleans(),
)  # fmt: skip
def test_a_new_member_is_read_whole_and_a_former_one_no_more_until_it_is_back(
    minutes: dict[str, list[int]], kept: set[str], added: list[int], size: int, cut: int, oldest: bool, held: bool
) -> None:
    server = MergedServer(minutes, size)
    first = started(named(server, held=held), oldest=oldest)
    before = drive(first, server, cut)
    server.minutes = {**minutes, "!new:x": added}
    server.members = [*(chat_id for chat_id in minutes if chat_id in kept), "!new:x"]
    second = started(named(server, held=held), first.position.text(), oldest=oldest)
    between = drive(second, server)
    assert sorted(before + between) == sorted({*before, *server.keys(*server.members)})
    server.members = [*minutes, "!new:x"]
    after = drive(started(named(server, held=held), second.position.text(), oldest=oldest), server)
    assert sorted(before + between + after) == sorted(server.keys(*server.members))


@given(minutes=MEMBERS, size=SIZES, oldest=st.booleans())
def test_a_strict_iteration_returns_everything_before_it_says_that_a_member_is_stuck(
    minutes: dict[str, list[int]], size: int, oldest: bool
) -> None:
    server = MergedServer(minutes, size, Flaws(stuck=True))
    walk, expected = started(server.chat(), strict=True), server.keys(*minutes)[::-1]
    assert drive(walk, server, len(expected)) == expected
    if expected:
        for _ in range(2):
            with pytest.raises(errors.PaginationStalled):
                drive(walk, server)
    server.flaws = SOUND
    assert len(drive(started(server.chat(), strict=True, oldest=oldest), server)) == len(expected)


@given(minutes=MEMBERS, size=SIZES)
def test_a_page_of_a_member_is_requested_only_when_none_of_its_items_is_left(
    minutes: dict[str, list[int]], size: int
) -> None:
    server = MergedServer(minutes, size)
    walk, returned = started(server.chat()), dict.fromkeys(minutes, 0)
    while True:
        for chat_id, before in minutes.items():
            pages = server.chats.count(f"{chat_id}/messages")
            assert pages <= 1 + returned[chat_id] // size
            assert size * pages - returned[chat_id] <= size or len(before) < size
        key = drive(walk, server, 1)
        if not key:
            break
        returned[key[0][0]] += 1


def positions(change: Callable[[dict[str, object]], object]) -> str:
    server = MergedServer({"!a:x": [1, 2], "!b:x": [1]}, 1)
    walk = started(server.chat())
    drive(walk, server, 1)
    parts = json.loads(walk.position.text())
    change(parts)
    return json.dumps(parts)


def test_a_checkpoint_has_the_positions_of_the_members_and_no_texts() -> None:
    parts = json.loads(positions(lambda _: None))
    assert {**parts, "walk": parts["walk"].rpartition(" ")[0], "members": set(parts["members"])} == {
        "v": 1, "walk": "messages.list before", "cursor": None, "seen": [], "within": False, "order": "served",
        "page": 0, "members": {"!a:x", "!b:x"},
    }  # fmt: skip
    assert parts["members"]["!a:x"] == {"cursor": "2", "seen": ["2"], "within": False, "order": "served", "page": 1}


BROKEN: list[Callable[[dict[str, object]], object]] = [
    lambda parts: parts.update(members=[]),
    lambda parts: parts.update(members={"!a:x": None}),
    lambda parts: parts.update(members={"!a:x": {"cursor": "2"}}),
    lambda parts: parts.update(walk=5),
]


@pytest.mark.parametrize("change", BROKEN)
def test_a_checkpoint_of_which_a_member_is_no_longer_what_it_was_is_refused(
    change: Callable[[dict[str, object]], object],
) -> None:
    with pytest.raises(ValueError, match="resume must be a complete checkpoint"):
        started(MERGED, positions(change))


@pytest.mark.parametrize("held", [False, True])
def test_a_checkpoint_is_valid_in_its_order_only(held: bool) -> None:
    server = MergedServer({"!a:x": [1, 2], "!b:x": [1]}, 1)
    for oldest in (False, True):
        walk = started(server.chat(), oldest=oldest)
        drive(walk, server, 1)
        with pytest.raises(ValueError, match="resume must be a checkpoint of a pager with"):
            started(named(server, held=held), walk.position.text(), oldest=not oldest)
    start = started(MERGED, oldest=True).position.text()  # of an ID of which it is not known that it is merged
    with pytest.raises(ValueError, match="without oldest_first"):
        started(named(server, held=held), start)
    assert drive(started(named(server, held=held), start, oldest=True), server) == server.keys("!a:x", "!b:x")


@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize("oldest", [False, True])
def test_towards_newer_what_was_empty_or_no_member_is_read_whole(oldest: bool, held: bool) -> None:
    """Not only its newest page: all of its messages are new."""
    for before in ({}, {"!a:x": [1]}):
        server = MergedServer(before, 2)
        walk = started(named(server, held=held), direction="after", oldest=oldest)
        assert len(drive(walk, server)) == len(before)
        server.minutes = {**before, "!new:x": [3, 4, 5, 6, 7]}
        server.members = [*server.minutes]
        walk = started(named(server, held=held), walk.position.text(), direction="after", oldest=oldest)
        assert drive(walk, server) == server.keys("!new:x")


@pytest.mark.parametrize("oldest", [False, True])
def test_a_wrong_timestamp_does_not_hold_back_the_rest_of_its_chat(oldest: bool) -> None:
    server = MergedServer({"!a:x": [1, 0 if not oldest else 500, 3, 4], "!b:x": [2, 5, 400]}, 20)
    keys = drive(started(server.chat(), oldest=oldest), server)
    expected = [("!a:x", 1), ("!b:x", 1), ("!a:x", 2), ("!a:x", 3), ("!a:x", 4), ("!b:x", 2), ("!b:x", 3)]
    if not oldest:  # the wrong one stays beside the one that follows it: that of the first minute
        expected = [("!a:x", 1), ("!a:x", 2), ("!b:x", 1), ("!a:x", 3), ("!a:x", 4), ("!b:x", 2), ("!b:x", 3)][::-1]
    assert keys == expected
