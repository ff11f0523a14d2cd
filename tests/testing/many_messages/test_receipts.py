"""Who has seen messages is marked in packed rows as in a plain list."""

from __future__ import annotations

import copy
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk.testing.world.dates import move_by
from beeper_sdk.testing.world.rows.blocks import Block
from beeper_sdk.testing.world.rows.memory import Memory
from beeper_sdk.testing.world.rows.packed import Packed
from beeper_sdk.testing.world.rows.read_marks import mark_seen
from beeper_sdk.testing.world.rows.receipts import Receipt
from beeper_sdk.testing.world.rows.row import is_shown, sort_key
from beeper_sdk.testing.world.rows.rows import Rows
from tests.testing.many_messages.test_rows import FIRST, packed_rows, row

Json: TypeAlias = dict[str, Any]
OWNER = "@0:x"
MOMENT = "2026-11-30T12:00:00.000Z"
DAY_MS = 24 * 3_600_000
SEEN: st.SearchStrategy[Json] = st.fixed_dictionaries(
    {},
    optional={
        "isDeleted": st.just(True),
        "seen": st.sampled_from([True, False, MOMENT, {}, {"@1:x": MOMENT}, {"@1:x": MOMENT, "@2:x": MOMENT}]),
    },
)
ROWS = st.lists(SEEN, max_size=15).map(
    lambda all_more: [row(number, 10 * number, **copy.deepcopy(more)) for number, more in enumerate(all_more)]
)
STEPS = st.lists(
    st.tuples(st.sampled_from(["@1:x", "@2:x", "@3:x"]), st.none() | st.integers(0, 150), st.booleans()), max_size=5
)


def _see(rows: list[Json], user_id: str | None, moment: str, bound: int | None) -> list[str]:
    """Mark rows of a plain list, and return the IDs of those that have changed, newest first."""
    changed: list[str] = []
    for one in reversed(rows):
        seen = one.get("seen")
        if one["senderID"] != OWNER or not is_shown(one) or (bound is not None and sort_key(one) > bound):
            continue
        if user_id is None and not seen:
            one["seen"] = moment
            changed.append(one["id"])
        elif user_id is not None and seen is not True and not (isinstance(seen, dict) and user_id in seen):
            one["seen"] = {**(seen if isinstance(seen, dict) else {}), user_id: moment}
            changed.append(one["id"])
    return changed


@given(ROWS, STEPS, st.booleans())
def test_receipts_are_those_of_a_list(
    before: list[Json], steps: list[tuple[str, int | None, bool]], direct: bool
) -> None:
    rows, expected = packed_rows(before, 2), copy.deepcopy(before)
    for number, (name, at, reports) in enumerate(steps):
        user_id, moment = None if direct else name, f"2026-11-30T12:00:0{number}.000Z"
        bound = None if at is None else FIRST + at
        found = [one["id"] for one in mark_seen(rows, Receipt(OWNER, user_id, moment), bound, reports=reports)]
        changed = _see(expected, user_id, moment, bound)
        if reports:
            assert found == changed
        assert list(rows.scan()) == expected
    moved = Rows([Block(None, part.moved(DAY_MS)) for block in rows.blocks if (part := block.packed)], Memory())
    move_by(DAY_MS).move_rows(expected)
    assert list(moved) == expected


def test_receipts_of_all_messages_unpack_none(monkeypatch: pytest.MonkeyPatch) -> None:
    rows, unpacked = packed_rows([row(number, number) for number in range(9)]), list[object]()
    with monkeypatch.context() as patch:
        patch.setattr(Packed, "rows", unpacked.append)
        assert not list(mark_seen(rows, Receipt(OWNER, "@1:x", MOMENT), None, reports=False))
        assert not list(mark_seen(rows, Receipt(OWNER, "@1:x", MOMENT), None, reports=True))
    assert not unpacked
    assert [one["id"] for one in rows if "seen" in one] == ["0", "3", "6"]
