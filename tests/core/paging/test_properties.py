"""What holds for every pagination, whatever the server does."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import errors, models
from beeper_sdk._core.generated import base
from beeper_sdk._core.paging.checkpoint import Checkpoint, list_name, starting_checkpoint
from beeper_sdk._core.paging.cursors import CursorHistory
from tests.core.paging.listings import RULE, Ids, Query, drive, history, listed, page, started

TOTALS, SIZES, OVERLAPS = st.integers(0, 40), st.integers(1, 12), st.integers(0, 5)


@given(
    total=TOTALS,
    size=SIZES,
    overlap=OVERLAPS,
    walked=st.sampled_from(["before", "after", "oldest", "oldest after"]),
    cursors=st.booleans(),
    stuck=st.booleans(),
    cuts=st.lists(st.integers(0, 15), max_size=12),
)
def test_however_a_walk_is_cut_by_checkpoints_each_item_comes_once(
    total: int, size: int, overlap: int, walked: str, cursors: bool, stuck: bool, cuts: list[int]
) -> None:
    serve = history(total, size, min(overlap, size), cursors=cursors, stuck=stuck)
    request = listed("after", cursor="0") if "after" in walked else listed()
    oldest = "oldest" in walked
    whole = drive(started(request, oldest=oldest), serve)
    parts: Ids = []
    checkpoint: str | None = None
    for cut in [*cuts, 10_000]:
        part = started(request, checkpoint, oldest=oldest)
        parts += drive(part, serve, cut)
        checkpoint = part.position.text()
    assert parts == whole
    assert sorted(whole) == list(range(1, total + 1))
    if walked != "after":
        assert whole == sorted(whole, reverse=not oldest)
    assert len(json.loads(checkpoint or "{}")["seen"]) <= 3 * (size + overlap)


def cursor_text(number: int | None) -> str | None:
    return None if number is None else str(number)


SEEDS = st.integers(0, 7)
PAGES = st.tuples(st.lists(SEEDS, max_size=4, unique=True), st.none() | SEEDS, st.none() | SEEDS, st.booleans())


@given(
    graph=st.lists(PAGES, min_size=8, max_size=8),
    walked=st.sampled_from([("before", False), ("after", False), ("before", True), ("after", True)]),
    strict=st.booleans(),
)
def test_a_walk_ends_whatever_a_server_answers_and_gives_nothing_twice(
    graph: list[tuple[Ids, int | None, int | None, bool]], walked: tuple[models.Direction, bool], strict: bool
) -> None:
    """The server is any function from cursors to pages."""

    def serve(query: Query) -> models.MessagePage:
        numbers, older_cursor, newer_cursor, more = graph[int(query.get("cursor", "0"))]
        return page(numbers, cursor_text(older_cursor), cursor_text(newer_cursor), more=more)

    direction, oldest = walked
    pagination = started(listed(direction), oldest=oldest, strict=strict)
    try:
        ids = drive(pagination, serve, requests=2 * len(graph) + 2)
    except errors.PaginationStalled:
        with pytest.raises(errors.PaginationStalled):
            pagination.next_request()
        return
    assert len(ids) == len(set(ids))
    assert pagination.next_request() is None


@given(total=TOTALS, size=SIZES, overlap=OVERLAPS, cursors=st.booleans())
def test_a_server_that_ends_its_lists_properly_never_stalls(total: int, size: int, overlap: int, cursors: bool) -> None:
    serve = history(total, size, min(overlap, size), cursors=cursors)
    for request, oldest in ((listed(), False), (listed("after", cursor="0"), False), (listed(), True)):
        ids = drive(started(request, oldest=oldest, strict=True), serve)
        assert sorted(ids) == list(range(1, total + 1))


@given(total=st.integers(1, 40), size=SIZES)
def test_a_stuck_server_gives_all_of_its_items_before_a_strict_walk_says_so(total: int, size: int) -> None:
    serve = history(total, size, stuck=True)
    pagination = started(listed(), strict=True)
    ids = drive(pagination, serve, total)
    with pytest.raises(errors.PaginationStalled, match=r"messages\.list reports more items, but the server"):
        drive(pagination, serve)
    assert ids == list(range(total, 0, -1))


@given(text=st.text() | st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_no_text_but_a_checkpoint_begins_a_walk(text: str) -> None:
    with pytest.raises(ValueError, match="resume must be"):
        starting_checkpoint(listed(), RULE, text)


def test_the_text_of_a_checkpoint_stays_as_it_is_because_users_store_it() -> None:
    position = Checkpoint("chats.list before 0123", "c", ("1", "2"), mid_page=True, order="oldest", page=20)
    assert position.text() == (
        '{"v":1,"walk":"chats.list before 0123","cursor":"c","seen":["1","2"],"within":true,"order":"oldest","page":20}'
    )


CHECKPOINT = json.loads(Checkpoint(list_name(listed(), RULE), "c", ("1", "2"), mid_page=True).text())
JUNK = st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.lists(st.integers() | st.text())


@given(name=st.sampled_from(sorted(CHECKPOINT)), junk=JUNK)
def test_a_checkpoint_of_which_a_part_is_no_longer_what_it_was_is_refused(name: str, junk: object) -> None:
    text = json.dumps({**CHECKPOINT, name: junk})
    fits = {
        "cursor": junk is None or isinstance(junk, str),
        "seen": base.is_list(junk) and all(isinstance(key, str) for key in junk),
        "within": isinstance(junk, bool),
        "v": junk == 1,
        "page": type(junk) is int,
    }
    if fits.get(name):
        assert json.loads(starting_checkpoint(listed(), RULE, text).text()) == json.loads(text)
    else:
        with pytest.raises(ValueError, match="resume must be"):
            starting_checkpoint(listed(), RULE, text)


@pytest.mark.parametrize("name", sorted(CHECKPOINT))
def test_a_checkpoint_of_which_a_part_is_missing_is_refused(name: str) -> None:
    text = json.dumps({key: value for key, value in CHECKPOINT.items() if key != name})
    with pytest.raises(ValueError, match="resume must be"):
        starting_checkpoint(listed(), RULE, text)


@pytest.mark.parametrize("length", [1, 2, 1000, 30_000, 70_000])
def test_a_ring_of_cursors_is_noticed_however_long_it_is(length: int) -> None:
    history, steps = CursorHistory(), 0
    while str(steps % length) not in history:
        history.add(str(steps % length))
        steps += 1
    assert length <= steps <= 4 * length
