"""The dict and the set of bounded size."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk._core.util.bounded import BoundedDict, BoundedSet


def test_a_dict_keeps_the_entries_set_last_and_reports_what_it_drops() -> None:
    evicted: list[int] = []
    numbers: BoundedDict[int, int] = BoundedDict(3, evicted.append)
    for number in (1, 2, 3, 1, 4):
        numbers[number] = number * 10
    assert (list(numbers.items()), evicted) == ([(3, 30), (1, 10), (4, 40)], [20])
    numbers.update({5: 50, 6: 60})
    assert (list(numbers), evicted) == ([4, 5, 6], [20, 30, 10])


@given(entries=st.lists(st.integers(0, 30)), limit=st.integers(1, 10))
def test_a_set_keeps_the_entries_added_last_and_never_more_than_its_limit(entries: list[int], limit: int) -> None:
    bounded, model = BoundedSet[int](limit), list[int]()
    for entry in entries:
        assert bounded.add(entry) is (entry not in model)
        model = (model if entry in model else [*model, entry])[-limit:]
        assert (len(bounded), entry in bounded) == (len(model), True)


def test_many_entries_can_be_added_at_once() -> None:
    bounded = BoundedSet(3, "ab")
    bounded.update("bcde")
    assert [entry in bounded for entry in "abcde"] == [False, False, True, True, True]
