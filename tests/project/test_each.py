"""A test of a whole table runs every case, and shows each that fails."""

from __future__ import annotations

import pytest

from tests.each import each_of


def test_every_case_is_tried_and_each_that_fails_is_shown() -> None:
    tried: list[int] = []

    @each_of([1, 2, 3, 4])
    def fails_if_even(number: int) -> None:
        tried.append(number)
        assert number % 2, "even"

    with pytest.raises(ExceptionGroup, match="2 of 4 cases") as caught:
        fails_if_even()
    assert tried == [1, 2, 3, 4]
    assert [failure.__notes__ for failure in caught.value.exceptions] == [["case: 2"], ["case: 4"]]


def test_a_case_that_fails_alone_is_shown_as_it_is() -> None:
    @each_of([("a", KeyError), ("b", ValueError)])
    def raising(text: str, kind: type[Exception]) -> None:
        with pytest.raises(kind):
            raise KeyError(text)

    with pytest.raises(KeyError) as caught:
        raising()
    assert caught.value.__notes__ == ["case: b, <class 'ValueError'>"]


def test_a_table_without_rows_is_a_mistake() -> None:
    with pytest.raises(AssertionError, match="no case"):
        each_of([])(lambda: None)()
