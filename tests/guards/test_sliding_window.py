"""Sliding windows by themselves, on a clock that the test moves, and between threads."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk.guards._policy_state import Windows
from tests.guards.test_rate import Clock

LIMITS = st.lists(st.tuples(st.integers(1, 6), st.sampled_from([10, 60, 300])), min_size=1, max_size=2)
STEPS = st.lists(st.tuples(st.floats(0, 40), st.sampled_from(["pass", "refuse", "wait"])), max_size=60)


@given(LIMITS, STEPS)
def test_exactly_what_fits_every_window_gets_a_place(
    limits: list[tuple[int, int]], steps: list[tuple[float, str]]
) -> None:
    clock, passed, waiting = Clock(), list[float](), 0
    windows = Windows(*limits, clock=clock)
    for gap, decision in steps:
        clock.now += gap
        fits = all(
            waiting + sum(at > clock.now - span for at in passed) < count for count, span in limits
        )  # as one would count by hand
        full = windows.acquire()
        assert (full is None) == fits
        if full is not None:
            assert (full.limit, full.seconds) in limits
            assert 0 <= full.retry_after <= full.seconds
        elif decision == "pass":
            windows.commit()
            passed.append(clock.now)
        elif decision == "refuse":
            windows.release()
        else:
            waiting += 1


@given(st.integers(1, 5), st.lists(st.floats(0.01, 10), min_size=5, max_size=20))
def test_after_the_time_it_names_there_is_room_again(count: int, gaps: list[float]) -> None:
    clock = Clock()
    windows = Windows((count, 60), clock=clock)
    for gap in gaps:
        clock.now += gap
        full = windows.acquire()
        if full is not None:
            clock.now += full.retry_after + 1e-6
            assert windows.acquire() is None
        windows.commit()


def test_a_place_counts_from_when_its_write_was_let_through() -> None:
    clock = Clock()
    windows = Windows((1, 60), clock=clock)
    assert windows.acquire() is None
    clock.now += 59  # somebody takes long to confirm it
    windows.commit()
    clock.now += 2
    full = windows.acquire()
    assert full is not None
    assert full.retry_after == pytest.approx(58)


def test_no_limit_is_never_reached() -> None:
    windows = Windows()
    for _ in range(100):
        assert windows.acquire() is None
        windows.commit()


@pytest.mark.parametrize("limit", [1, 17, 63])
def test_of_many_threads_exactly_as_many_get_through_as_the_limit_says(limit: int) -> None:
    windows, start, got = Windows((limit, 60), (1000, 3600)), Barrier(16), list[bool]()

    def run() -> None:
        start.wait()
        for number in range(20):
            acquired = windows.acquire() is None
            got.append(acquired)
            if acquired and number % 3:
                windows.release()  # what is refused takes no place
                got[-1] = False
                acquired = windows.acquire() is None
                got.append(acquired)
            if acquired:
                windows.commit()

    threads = [Thread(target=run) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(got) == limit
