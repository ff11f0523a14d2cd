"""Random operations through random faults: whatever happens to the requests, the outcome is right.

``python -m tests.faults`` does the same with thousands of operations.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.faults.actions import FIRST_ONLY, random_actions
from tests.faults.catalog import CORRUPTED, HANGING, HARMLESS, SPOOFED
from tests.faults.clients import KINDS, Kind, run_actions
from tests.faults.lists import LISTS
from tests.faults.operations import ALL, ONCE
from tests.faults.quirky_servers import VARIANTS, Variant, variants_for
from tests.faults.run import Action, Entry
from tests.faults.shapes import SHAPES
from tests.faults.trial import Trial, trial
from tests.left_behind import nothing_left_behind
from tests.sweeps import examples

NUMBERS = st.integers(0, 1 << 20)
QUICK = sorted({*HARMLESS, *SPOOFED, *CORRUPTED} - HANGING)
FAULTS = st.tuples(st.sampled_from(sorted(set(QUICK) - FIRST_ONLY)), NUMBERS)
FIRST = st.tuples(st.sampled_from([*QUICK, *sorted(HANGING)]), NUMBERS)
NAMES = [operation.name for among in (ALL, LISTS, ONCE, ONCE) for operation in among for _ in range(operation.weight)]
WAYS_IN: list[Entry] = ["closed", "opens-late", "drops-all", "drops-first", *VARIANTS]
ENTRIES = st.sampled_from([*WAYS_IN, *(["proxy"] * 12)])
SHAPED = st.tuples(st.sampled_from(sorted(SHAPES)), NUMBERS)


def _action(
    name: str,
    number: int,
    first: list[tuple[str, int]],
    more: list[tuple[str, int]],
    entry: Entry,
    shape: tuple[str, int],
) -> Action:
    alone = any(fault[0] in FIRST_ONLY for fault in first)
    return Action(name, number, tuple(first if alone else first + more), entry, shape)


ACTIONS = st.builds(
    _action,
    st.sampled_from(NAMES),
    NUMBERS,
    st.lists(FIRST, max_size=1),
    st.lists(FAULTS, max_size=2),
    ENTRIES,
    st.one_of(st.just(("", 0)), SHAPED),
)


@pytest.fixture(scope="module")
def run() -> Iterator[Trial]:
    with nothing_left_behind(), trial() as made:
        yield made


@pytest.mark.parametrize("kind", KINDS)
def test_each_operation_ends_in_a_right_value_or_a_true_error(kind: Kind, run: Trial) -> None:
    @settings(max_examples=examples(3), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(st.lists(ACTIONS, min_size=3, max_size=8))
    def run_them(actions: list[Action]) -> None:
        run.tally.wrong.clear()
        run_actions(kind, run, actions)
        assert run.tally.wrong == []

    with nothing_left_behind():
        run_them()


@pytest.mark.parametrize("kind", KINDS)
def test_so_does_each_of_many_at_once(kind: Kind, run: Trial) -> None:
    run.tally.wrong.clear()
    with nothing_left_behind():
        run_actions(kind, run, random_actions(4, 30), workers=6)
    assert run.tally.wrong == []
    assert run.tally.most_arrivals == 1


@pytest.mark.parametrize("kind", KINDS)
def test_each_fault_happens_to_what_is_sent_once_and_to_what_is_repeated(kind: Kind, run: Trial) -> None:
    """A send with each fault. The clients share the faults of what is repeated: an idempotent operation and a read."""
    run.tally.wrong.clear()
    names = [name for family in (HARMLESS, SPOOFED, CORRUPTED) for name in family]
    actions = [Action("messages.send", at, ((name, at),)) for at, name in enumerate(names)]
    repeated = ("chats.archive", "chats.retrieve")
    shared = range(KINDS.index(kind) % 2, len(names), 2)
    actions += [Action(repeated[at // 2 % 2], at, ((names[at], at),)) for at in shared]
    run_actions(kind, run, actions, workers=8)
    assert run.tally.wrong == []
    assert run.proxy.fault_counts.keys() >= set(names)


@pytest.mark.parametrize("kind", KINDS)
def test_lists_of_every_shape_are_complete(kind: Kind, run: Trial) -> None:
    run.tally.wrong.clear()
    shapes = sorted(SHAPES)
    actions = [
        Action(operation.name, number, shape=(shapes[(at + number + KINDS.index(kind)) % len(shapes)], number))
        for at, operation in enumerate(LISTS)
        for number in range(examples(1))
    ]
    run_actions(kind, run, actions, workers=4)
    assert run.tally.wrong == []
    assert run.tally.shaped.keys() >= SHAPES.keys()


def _some(variant: Variant) -> list[str]:
    """A few operations that the server rejects, of all effects; all of them in the long form."""
    names = [one.name for one in ALL if variant in variants_for(one)]
    return names[:: max(1, len(names) // examples(2))]


@pytest.mark.parametrize("kind", KINDS)
def test_calls_that_a_server_rejects_end_in_its_error(kind: Kind, run: Trial) -> None:
    run.tally.wrong.clear()
    actions = [Action(name, 7, entry=variant) for variant in VARIANTS for name in _some(variant)]
    run_actions(kind, run, actions, workers=4)
    assert run.tally.wrong == []
    assert run.tally.by_variant.keys() >= set(VARIANTS)
