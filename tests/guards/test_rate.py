"""How fast a client may send: the bucket by itself, on a clock that the test moves."""

from __future__ import annotations

import pickle
from threading import Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import RateLimit
from beeper_sdk._core.config.rate_limit import turns_of
from tests.guards.rates import reserve

TINY = 1e-6


class Clock:
    """Shows what it is set to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


RATES = st.floats(0.1, 1000)
BURSTS = st.integers(1, 20)
GAPS = st.lists(st.floats(0, 30) | st.just(0.0), min_size=1, max_size=80)


def turns(per_second: float, burst: int, gaps: list[float]) -> list[tuple[float, float]]:
    """When requests arrived, and when they may go."""
    clock = Clock()
    bucket = RateLimit(per_second, burst, _clock=clock)
    schedule: list[tuple[float, float]] = []
    for gap in gaps:
        clock.now += gap
        schedule.append((clock.now, clock.now + reserve(bucket)))
    return schedule


@given(RATES, BURSTS, GAPS)
def test_no_span_of_time_holds_more_than_the_burst_and_its_share(rate: float, burst: int, gaps: list[float]) -> None:
    gone = [at for _, at in turns(rate, burst, gaps)]
    for first, start in enumerate(gone):
        for last in range(first, len(gone)):
            assert last - first + 1 <= burst + rate * (gone[last] - start) + TINY * rate


@given(RATES, BURSTS, GAPS)
def test_nobody_waits_longer_than_the_rule_asks_and_all_go_in_the_order_they_came(
    rate: float, burst: int, gaps: list[float]
) -> None:
    tokens, at, gone = float(burst), None, list[float]()
    for came, goes in turns(rate, burst, gaps):  # a bucket as the books have it, which may go below zero
        tokens = float(burst) if at is None else min(float(burst), tokens + (came - at) * rate)
        tokens, at = tokens - 1, came
        assert goes - came == pytest.approx(max(0.0, -tokens / rate), abs=TINY)
        gone.append(goes)
    assert gone == sorted(gone)


@given(RATES, BURSTS, st.lists(st.tuples(st.floats(0, 3), st.booleans(), st.floats(0, 1)), min_size=1, max_size=80))
def test_turns_that_are_given_back_are_used_and_never_exceed_the_rate(
    rate: float, burst: int, steps: list[tuple[float, bool, float]]
) -> None:
    clock = Clock()
    bucket = turns_of(RateLimit(rate, burst, _clock=clock))
    turns: list[float] = []
    for gap, cancels, which in steps:
        clock.now += gap
        waiting = sorted(turn for turn in turns if turn > clock.now)
        if cancels and waiting:
            given = waiting[int(which * (len(waiting) - 1))]
            turns.remove(given)
            bucket.give_back(given)
            assert bucket.take_turn() == pytest.approx(min(given, waiting[-1]))  # not a later one than the last
            turns.append(given)
        else:
            turns.append(max(clock.now, bucket.take_turn()))
    turns.sort()
    for first, start in enumerate(turns):
        for last in range(first, len(turns)):
            assert last - first + 1 <= burst + rate * (turns[last] - start) + TINY * rate


def test_if_all_that_wait_are_cancelled_the_next_request_goes_first() -> None:
    for order in (1, -1):
        limit = RateLimit(2, _clock=Clock())
        bucket = turns_of(limit)
        waiting = [bucket.take_turn() for _ in range(10_000)][1:]
        for turn in waiting[::order]:
            bucket.give_back(turn)
        assert reserve(limit) == pytest.approx(0.5)


def test_the_turn_of_a_cancelled_request_goes_to_the_next_that_arrives_and_the_others_keep_theirs() -> None:
    bucket = turns_of(RateLimit(1, _clock=Clock()))
    first, cancelled, third, last = [bucket.take_turn() for _ in range(4)]
    bucket.give_back(cancelled)
    newcomer = bucket.take_turn()
    assert first < newcomer == cancelled < third < last < bucket.take_turn()


def test_turns_taken_by_many_threads_at_once_are_all_different() -> None:
    bucket = RateLimit(10, _clock=Clock())
    waits: list[float] = []
    threads = [Thread(target=lambda: waits.extend(reserve(bucket) for _ in range(50))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(waits) == pytest.approx([number / 10 for number in range(400)])


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ((0,), ValueError, "per_second must be from 0.000001 to 1000000, or rate_limit=None for no limit"),
        ((1e-300,), ValueError, "per_second"),
        ((10**400,), ValueError, "per_second"),
        ((5, 10**400), ValueError, "burst must be an int from 1 to 1000000"),
        ((-1,), ValueError, "per_second"),
        ((float("nan"),), ValueError, "per_second"),
        ((float("inf"),), ValueError, "per_second"),
        ((5e-324,), ValueError, "per_second"),
        (("5",), TypeError, "per_second must be a number, not str"),
        ((True,), TypeError, "per_second must be a number, not bool"),
        ((5, 0), ValueError, "burst must be an int from 1 to 1000000"),
        ((5, 2.5), TypeError, "burst must be an int from 1 to 1000000, not float"),
        ((5, True), TypeError, "burst"),
    ],
)
def test_numbers_that_mean_nothing_are_refused(arguments: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        RateLimit(*arguments)


def test_a_pickle_holds_the_numbers_and_not_the_turns() -> None:
    bucket = RateLimit(0.5, 2)
    assert [reserve(bucket) for _ in range(3)][-1] > 1
    again = pickle.loads(pickle.dumps(bucket))
    assert (again.per_second, again.burst, reserve(again)) == (0.5, 2, 0)
    assert repr(again) == "RateLimit(per_second=0.5, burst=2)"
