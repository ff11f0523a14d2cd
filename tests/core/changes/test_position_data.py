"""The text of a position: a `PositionStore` keeps it, and users can put it beside their own data."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk._core.changes.position_data import PositionData, Record
from beeper_sdk._core.generated import Json
from tests.core.changes.helpers import after, empty

KEYS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6) | st.sampled_from("abc")
VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
RECORDS: st.SearchStrategy[list[Record]] = st.lists(
    st.tuples(st.sampled_from(["meta", "chats", "sent"]), KEYS, VALUES), max_size=5
)


@given(RECORDS)
def test_a_text_holds_all_data(records: list[Record]) -> None:
    data = PositionData()
    for record in records:
        data.apply(record)
    text = data.text()
    assert PositionData.from_text(text).tables == data.tables == after(empty(), records)
    assert text.isascii()
    assert "\n" not in text
    assert list(json.loads(text)) == ["version", "meta", "chats", "sent"]


@given(RECORDS)
def test_equal_data_has_equal_texts(records: list[Record]) -> None:
    one, other = PositionData(), PositionData()
    last = {(table, key): value for table, key, value in records}
    for (table, key), value in last.items():
        one.apply((table, key, value))
    for (table, key), value in reversed(last.items()):
        other.apply((table, key, value))
    assert one.text() == other.text()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is empty"),
        (" \n", "is empty"),
        ("secret", "is damaged"),
        ('{"version":1,"meta":{},"chats":{"secret":', "is damaged"),
        ("[" * 100_000, "is damaged"),
        ('{"version":1,"meta":{},"chats":{"secret":1}}', "is damaged"),
        ('{"version":1,"meta":{},"chats":["secret"],"sent":{}}', "is damaged"),
        ('{"version":1,"meta":{},"chats":{"secret":null},"sent":{}}', "is damaged"),
        ('["secret"]', "is not a position"),
        ('{"secret":1}', "is not a position"),
        ('{"version":"secret"}', "is not a position"),
        ('{"version":true,"meta":{},"chats":{},"sent":{}}', "is not a position"),
        ('{"version":2,"secret":1}', "was written by a newer version of this SDK"),
    ],
)
def test_what_is_no_position_is_rejected_without_its_contents(text: str, problem: str) -> None:
    with pytest.raises(ValueError, match=f"^{problem}$") as caught:
        PositionData.from_text(text)
    assert caught.value.__context__ is None
    assert "secret" not in repr(caught.value)


def test_the_repr_has_no_contents_and_data_can_be_pickled() -> None:
    data = PositionData()
    data.apply(("chats", "secret", "secret"))
    assert repr(data) == "<PositionData with 1 chats>"
    assert pickle.loads(pickle.dumps(data)).tables == data.tables
