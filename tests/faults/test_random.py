"""Random operations through random faults, drawn by hypothesis: whatever happens, the SDK says what happened.

The long run of the same is ``python -m tests.faults``.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.faults.actions import FIRST_ONLY, SLOW, random_actions
from tests.faults.catalog import CORRUPTED, HARMLESS, SPOOFED
from tests.faults.clients import KINDS, Kind, play
from tests.faults.lists import LISTS
from tests.faults.operations import ALL, ONCE
from tests.faults.places import PLACES, Place, fitting
from tests.faults.run import Action, Entry
from tests.faults.shapes import SHAPES
from tests.faults.trial import Trial, trial
from tests.left_behind import nothing_left_behind
from tests.sweeps import examples

NUMBERS = st.integers(0, 1 << 20)
QUICK = sorted({*HARMLESS, *SPOOFED, *CORRUPTED} - SLOW)
FAULTS = st.tuples(st.sampled_from(sorted(set(QUICK) - FIRST_ONLY)), NUMBERS)
FIRST = st.tuples(st.sampled_from([*QUICK, *sorted(SLOW)]), NUMBERS)
NAMES = [operation.name for among in (ALL, LISTS, ONCE, ONCE) for operation in among for _ in range(operation.weight)]
WAYS_IN: list[Entry] = ["refused", "opens", "slams", "slams-once", *PLACES]
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
def test_each_operation_ends_in_a_value_or_an_error_of_ours_and_says_the_truth(kind: Kind, run: Trial) -> None:
    @settings(max_examples=examples(5), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(st.lists(ACTIONS, min_size=4, max_size=10))
    def play_them(actions: list[Action]) -> None:
        run.tally.wrong.clear()
        play(kind, run, actions)
        assert run.tally.wrong == []

    with nothing_left_behind():
        play_them()


@pytest.mark.parametrize("kind", KINDS)
def test_so_does_each_of_many_at_once(kind: Kind, run: Trial) -> None:
    run.tally.wrong.clear()
    with nothing_left_behind():
        play(kind, run, random_actions(4, 50), lanes=6)
    assert run.tally.wrong == []
    assert run.tally.most_arrivals == 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("operation", ["messages.send", "chats.archive", "chats.retrieve"])
def test_no_fault_is_left_out(kind: Kind, operation: str, run: Trial) -> None:
    run.tally.wrong.clear()
    names = [name for family in (HARMLESS, SPOOFED, CORRUPTED) for name in family]
    play(kind, run, [Action(operation, at, ((name, at),)) for at, name in enumerate(names)], lanes=8)
    assert run.tally.wrong == []
    assert run.proxy.struck.keys() >= set(names)


@pytest.mark.parametrize("kind", KINDS)
def test_lists_of_every_shape_come_whole(kind: Kind, run: Trial) -> None:
    run.tally.wrong.clear()
    shaped = [(one.name, name) for one in LISTS for name in SHAPES for _ in range(examples(1))]
    play(kind, run, [Action(one, at, shape=(name, at)) for at, (one, name) in enumerate(shaped)], lanes=4)
    assert run.tally.wrong == []
    assert run.tally.shaped.keys() >= SHAPES.keys()


def _some(place: Place) -> list[str]:
    """A few operations that fit, of all effects: all in the long form."""
    names = [one.name for one in ALL if place in fitting(one)]
    return names[:: max(1, len(names) // examples(3))]


@pytest.mark.parametrize("kind", KINDS)
def test_a_server_that_can_do_nothing_is_said_to_have_done_nothing(kind: Kind, run: Trial) -> None:
    run.tally.wrong.clear()
    actions = [Action(name, 7, entry=place) for place in PLACES for name in _some(place)]
    play(kind, run, actions, lanes=4)
    assert run.tally.wrong == []
    assert run.tally.placed.keys() >= set(PLACES)
