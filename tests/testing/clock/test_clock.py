"""The clock of a fake server: read, moved forward, never back."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Any

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.testing.known_chats import BOB
from tests.testing.wire import Wire

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
MS = timedelta(milliseconds=1)


def test_a_clock_that_was_set_stands_and_moves_with_each_event() -> None:
    with FakeBeeper(now=NOON) as fake, Wire(fake) as wire:
        assert fake.clock.now == NOON
        answer = wire.http.get("/v1/accounts")
        assert parsedate_to_datetime(answer.headers["date"]) == NOON
        stamps = [datetime.fromisoformat(fake.world.receive(BOB, "hi")["timestamp"]) for _ in range(3)]
        assert stamps == [NOON, NOON + MS, NOON + 2 * MS]
        assert fake.clock.now == stamps[-1]
        assert repr(fake.clock) == "<FakeClock 2026-11-30T12:00:00.002000+00:00>"


def test_a_clock_that_was_kept_is_that_of_the_data_after_a_reset() -> None:
    with FakeBeeper(now=NOON) as fake:
        clock, world = fake.clock, fake.world
        fake.reset()
        clock.advance(hours=5)
        assert clock.now == fake.clock.now == NOON + timedelta(hours=5)
        assert datetime.fromisoformat(world.receive(BOB, "hi")["timestamp"]) == clock.now


def test_a_clock_that_is_moved_goes_on_as_before() -> None:
    moment = [NOON]
    with FakeBeeper(now=lambda: moment[0]) as fake, FakeBeeper() as real, FakeBeeper(now=NOON) as fixed:
        for each in (fake, fixed):
            each.clock.advance(days=1, hours=2, minutes=3, seconds=4, milliseconds=5)
        there = NOON + timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5)
        assert fake.clock.now == fixed.clock.now == there
        moment[0] += timedelta(hours=1)
        assert fake.clock.now == there + timedelta(hours=1)
        moment[0] -= timedelta(hours=5)
        row = fake.world.receive(BOB, "hi")
        assert datetime.fromisoformat(row["timestamp"]) >= there - timedelta(hours=4)
        real.clock.advance(timedelta(days=2))
        ahead = real.clock.now - datetime.now(UTC)
        assert abs(ahead - timedelta(days=2)) < timedelta(seconds=30)
        with Wire(real) as wire:
            date = parsedate_to_datetime(wire.http.get("/v1/info").headers["date"])
        assert abs(date - real.clock.now) < timedelta(seconds=30)


def test_set_moves_to_a_later_moment_in_any_zone() -> None:
    with FakeBeeper(now=NOON) as fake:
        fake.clock.set(NOON)
        fake.clock.set(datetime(2026, 11, 30, 16, tzinfo=timezone(timedelta(hours=3))))
        assert fake.clock.now == NOON + timedelta(hours=1)
        fake.clock.advance()
        fake.clock.advance(timedelta(0))
        assert fake.clock.now == NOON + timedelta(hours=1)
        with pytest.raises(ValueError, match=r"moment must not be earlier than now, which is 2026-11-30T13:00:00\+00"):
            fake.clock.set(NOON)


@pytest.mark.parametrize(
    ("arguments", "keywords", "error", "message"),
    [
        ((), {"hours": -1}, ValueError, "must not be negative"),
        ((timedelta(seconds=-1),), {}, ValueError, "must not be negative"),
        ((), {"hours": 1, "minutes": -61}, ValueError, "must not be negative"),
        ((), {"days": float("nan")}, ValueError, "must be a finite number"),
        ((), {"days": float("inf")}, ValueError, "must be a finite number"),
        ((), {"days": 3_000_000}, ValueError, "beyond the year 8999"),
        ((timedelta(1),), {"hours": 1}, TypeError, "either a timedelta or its parts"),
        ((5,), {}, TypeError, "by must be a timedelta, not int"),
        ((), {"hours": "5"}, TypeError, "hours must be a number, not str"),
        ((), {"hours": True}, TypeError, "hours must be a number, not bool"),
    ],
)
def test_wrong_arguments_are_errors_and_move_nothing(
    fixed: FakeBeeper, arguments: Any, keywords: Any, error: type[Exception], message: str
) -> None:
    before = fixed.clock.now
    with pytest.raises(error, match=message):
        fixed.clock.advance(*arguments, **keywords)
    assert fixed.clock.now == before


@pytest.mark.parametrize(
    ("moment", "error", "message"),
    [
        (datetime(2030, 1, 1), ValueError, "moment must have a time zone"),  # noqa: DTZ001 - the point
        ("2030-01-01", TypeError, "moment must be a datetime, not str"),
        (datetime(9999, 1, 1, tzinfo=UTC), ValueError, "moment must be from 1971 to 8999"),
    ],
)
def test_set_refuses_what_is_no_moment(fixed: FakeBeeper, moment: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        fixed.clock.set(moment)


def test_threads_can_move_it_at_the_same_time() -> None:
    with FakeBeeper(now=NOON) as fake:
        clock = fake.clock

        def advance() -> None:
            for _ in range(20):
                clock.advance(seconds=1)

        threads = [threading.Thread(target=advance) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert clock.now == NOON + timedelta(seconds=80)


def test_a_server_that_is_not_running_has_no_clock() -> None:
    with pytest.raises(RuntimeError, match="not running"):
        _ = FakeBeeper().clock


def test_a_clock_that_was_moved_does_not_go_back_with_the_one_it_follows() -> None:
    moments = [datetime(2027, 1, 1, tzinfo=UTC)]
    with FakeBeeper(now=lambda: moments[0]) as fake:
        token = fake.issue_token("read", lifetime=60)
        fake.clock.advance(hours=2)
        before = fake.clock.now
        moments[0] -= timedelta(hours=3)
        assert fake.clock.now >= before - timedelta(milliseconds=1)
        with Wire(fake, token) as wire:
            wire.rejected("GET", "/v1/accounts", 401)
