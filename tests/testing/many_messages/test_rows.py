"""The rows of a chat behave as a list, whichever of them are packed."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk.testing.world.rows.memory import Memory
from beeper_sdk.testing.world.rows.read_marks import mark_read, mark_unread
from beeper_sdk.testing.world.rows.row import is_shown, sort_key
from beeper_sdk.testing.world.rows.row_list import blocks_of
from beeper_sdk.testing.world.rows.rows import ReadOnly, Rows

Json: TypeAlias = dict[str, Any]
FIRST = 1_700_000_000_000_000
NAMES = {"@room", "@me:x"}


def row(number: int, key: int, **more: object) -> Json:
    """A row as the fake server has it."""
    return {
        "id": str(number), "chatID": "!a:x", "senderID": f"@{number % 3}:x", "timestamp": "2026-11-30T12:00:00.000Z",
        "sortKey": str(FIRST + key), "text": f"Message {number}", **more,
    }  # fmt: skip


def packed_rows(rows: list[Json], size: int = 3) -> Rows:
    """Rows of which none stays unpacked when a unit of work ends."""
    memory = Memory()
    memory.size, memory.in_use = size, 0
    made = Rows(blocks_of(copy.deepcopy(rows), size), memory)
    made.settle()
    return made


MORE: st.SearchStrategy[Json] = st.fixed_dictionaries(
    {},
    optional={
        "isUnread": st.booleans(),
        "isHidden": st.just(True),
        "isDeleted": st.just(True),
        "isSender": st.booleans(),
        "mentions": st.lists(st.sampled_from(["@room", "@me:x", "@0:x"]), max_size=2),
        "odd": st.just({"seen": [1, "x"]}),
    },
)
ROWS = st.lists(MORE, max_size=24).map(
    lambda all_more: [row(number, 10 * number, **more) for number, more in enumerate(all_more)]
)
INDEX = st.integers(-30, 30)
Step: TypeAlias = Callable[[Any], object]


def _add(key: int, number: int) -> Step:
    def act(rows: Any) -> None:
        new = row(number, key)
        if any(one["id"] == new["id"] or one["sortKey"] == new["sortKey"] for one in rows):
            return
        if isinstance(rows, Rows):
            rows.add(new)
        else:
            rows.append(new)
            rows.sort(key=sort_key)

    return act


def _change(index: int, text: str) -> Step:
    return lambda rows: rows[index].update(text=text) if -len(rows) <= index < len(rows) else None


def _drop(index: int) -> Step:
    def act(rows: Any) -> None:
        if -len(rows) <= index < len(rows):
            (rows.drop if isinstance(rows, Rows) else rows.remove)(dict(rows[index]))

    return act


def _cut(low: int, high: int) -> Step:
    def act(rows: Any) -> None:
        del rows[low:high]

    return act


def _extend(count: int, number: int) -> Step:
    new = [row(number + place, 1000 * (number + place)) for place in range(count)]

    def act(rows: Any) -> None:
        if not len(rows) or sort_key(rows[-1]) < FIRST + 1000 * number:
            rows.extend(copy.deepcopy(new))

    return act


STEPS = st.lists(
    st.one_of(
        st.builds(_extend, st.integers(0, 9), st.integers(200, 210)),
        st.builds(_add, st.integers(0, 300), st.integers(100, 130)),
        st.builds(_change, INDEX, st.text(max_size=3)),
        st.builds(_drop, INDEX),
        st.builds(_cut, st.integers(0, 9), st.integers(0, 12)),
    ),
    max_size=20,
)


@given(ROWS, STEPS, st.integers(1, 5))
def test_changes_are_those_of_a_list(before: list[Json], steps: list[Step], size: int) -> None:
    expected, rows = copy.deepcopy(before), packed_rows(before, size)
    for step in steps:
        step(expected)
        step(rows)
        rows.settle()
        assert rows == expected
        assert all(block.rows is None for block in rows.blocks)
    assert len(rows) == len(expected)
    assert {one["id"]: rows.find(one["id"]) for one in expected} == {one["id"]: one for one in expected}
    assert rows.find("99") is None
    assert list(reversed(rows)) == expected[::-1]


@given(ROWS, INDEX, INDEX, st.sampled_from([None, 1, 2, -1]))
def test_slices_are_those_of_a_list(before: list[Json], low: int, high: int, step: int | None) -> None:
    rows = packed_rows(before)
    assert rows[low:high:step] == before[low:high:step]
    if step in (None, 1):
        assert ReadOnly(packed_rows(before))[low:high] == before[low:high]
    if -len(before) <= low < len(before):
        assert rows[low] == before[low] == ReadOnly(packed_rows(before))[low]


@given(ROWS, st.integers(-5, 260))
def test_rows_are_found_by_sort_key(before: list[Json], at: int) -> None:
    rows, key = packed_rows(before), FIRST + at
    below = [one for one in before if sort_key(one) < key]
    assert rows.position(key) == len(below)
    assert rows.key_before(key) == (sort_key(below[-1]) if below else None)
    assert list(rows.before(key)) == below[::-1]
    assert rows.has_key(str(key)) == any(one["sortKey"] == str(key) for one in before)
    assert not rows.has_key(f"0{key}")


def _unread(rows: list[Json]) -> list[Json]:
    return [one for one in rows if one.get("isUnread") and is_shown(one)]


def _counts(rows: list[Json]) -> tuple[int, int]:
    return len(_unread(rows)), sum(1 for one in _unread(rows) if NAMES & set(one.get("mentions") or ()))


def _mark(rows: Rows, plain: list[Json], *, unread: bool, at: int | None) -> None:
    """Mark messages in both, from a sort key on or up to one."""
    if unread:
        mark_unread(rows, FIRST + (at or 0))
        for one in plain:
            if sort_key(one) >= FIRST + (at or 0) and not one.get("isSender"):
                one["isUnread"] = True
        return
    read = [one for one in _unread(plain) if at is None or sort_key(one) < FIRST + at]
    newest = mark_read(rows, None if at is None else FIRST + at)
    assert (newest or {}).get("id") == (read[-1]["id"] if read else None)
    for one in read:
        one["isUnread"] = False


MARKS = st.lists(st.tuples(st.booleans(), st.none() | st.integers(0, 250)), max_size=5)


@given(ROWS, MARKS, st.booleans())
def test_unread_messages_are_counted_and_marked(
    before: list[Json], marks: list[tuple[bool, int | None]], packs: bool
) -> None:
    rows, expected = packed_rows(before), copy.deepcopy(before)
    assert rows.count_unread(NAMES) == _counts(expected)
    for unread, at in marks:
        _mark(rows, expected, unread=unread, at=at)
        if packs:
            rows.settle()
        assert (rows.count_unread(NAMES), list(rows.scan())) == (_counts(expected), expected)
    assert list(rows) == expected
    rows.settle()
    assert (rows.count_unread(NAMES), list(rows)) == (_counts(expected), expected)


def test_marking_all_messages_unpacks_none() -> None:
    rows = packed_rows([row(number, number) for number in range(9)])
    before = [block.packed.packed for block in rows.blocks if block.packed is not None]
    mark_unread(rows, FIRST)
    assert rows.count_unread(NAMES) == (9, 0)
    assert [block.packed.packed for block in rows.blocks if block.packed is not None] == before
    assert len(before) == 3
    assert [one["isUnread"] for one in rows] == [True] * 9


def test_a_row_that_is_kept_stays_the_same_object() -> None:
    rows = packed_rows([row(number, number) for number in range(9)])
    memory = rows._memory
    kept, other = rows[4], rows[7]
    memory.keep(kept)
    rows.settle()
    assert rows[4] is kept
    assert rows[7] is not other
    memory.release(kept)
    rows.settle()
    assert rows[4] is not kept


def test_rows_that_cannot_be_packed_stay_as_they_are() -> None:
    rows = packed_rows([row(number, number) for number in range(9)])
    rows[4]["timestamp"] = None
    rows[8]["sortKey"] = "08"
    rows.settle()
    assert [block.packed is None for block in rows.blocks] == [False, True, True]
    assert (rows[4]["timestamp"], rows[8]["sortKey"]) == (None, "08")


def test_messages_with_odd_numbers_are_found() -> None:
    rows = packed_rows([row(number, number) for number in (-5, 4, 7)])
    assert [rows.find(str(number)) for number in (-5, 4, 7)] == list(rows)


def test_only_objects_are_messages() -> None:
    rows: Any = packed_rows([row(number, number) for number in range(4)])
    with pytest.raises(TypeError, match="a message must be a dict, not int"):
        rows[2] = 5
    with pytest.raises(TypeError, match="a message must be a dict, not str"):
        rows[1:2] = ["text"]
    assert [one["id"] for one in rows] == ["0", "1", "2", "3"]


def test_rows_that_another_world_uses_now_are_packed_there() -> None:
    rows, memory = packed_rows([row(number, number) for number in range(9)]), Memory()
    assert len(list(rows)) == 9
    memory.in_use = 0
    memory.settle()
    rows.use_in(memory)
    rows.settle()
    assert all(block.packed is not None for block in rows.blocks)
