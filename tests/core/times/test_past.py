"""Moments and periods of the past: durations count back from now."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta

from beeper_sdk._core.times import past_moment, past_period
from tests.each import each_of

NOW = datetime(2026, 5, 31, 12, tzinfo=UTC)


@each_of(
    [
        (timedelta(hours=2), datetime(2026, 5, 31, 10, tzinfo=UTC)),
        (timedelta(0), NOW),
        (relativedelta(months=1), datetime(2026, 4, 30, 12, tzinfo=UTC)),
        ("2026-05-30T00:00:00Z", datetime(2026, 5, 30, tzinfo=UTC)),
        (datetime(2027, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)),
    ]
)
def test_durations_count_back_and_dates_are_dates(value: Any, expected: datetime) -> None:
    assert past_moment("since", value, NOW) == expected


@each_of(
    [
        (timedelta(seconds=-1), ValueError),
        (timedelta.min, ValueError),
        (timedelta.max, ValueError),
        (relativedelta(days=-1), ValueError),
        (5, TypeError),
        (None, TypeError),
    ]
)
def test_negative_durations_and_other_values_are_refused(value: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"^since must "):
        past_moment("since", value, NOW)


def test_a_period_begins_before_it_ends() -> None:
    assert past_period(None, None) == (None, None)
    start, end = past_period(timedelta(days=2), timedelta(days=1))
    assert start is not None
    assert end is not None
    assert end - start == timedelta(days=1)
    for since, until in ((timedelta(1), timedelta(1)), (date(2026, 5, 2), date(2026, 5, 1))):
        with pytest.raises(ValueError, match="since must be before until"):
            past_period(since, until)
