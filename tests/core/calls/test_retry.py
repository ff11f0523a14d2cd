"""The pure decision: again or not, and after how long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import RetryPolicy
from beeper_sdk._core.calls.retry import retry_after, retry_delay
from beeper_sdk._core.http.outcome import FailureKind, HttpResponse, TransportFailure

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def decide(
    outcome: HttpResponse | TransportFailure,
    policy: RetryPolicy = RetryPolicy(),  # noqa: B008  # frozen
    *,
    attempt: int = 1,
    elapsed: float = 0,
    once: bool = False,
    final: frozenset[int] = frozenset(),
) -> float | None:
    return retry_delay(policy, once, final, outcome, attempt, elapsed, NOW.timestamp(), lambda: 1.0)


def status(number: int, **headers: str) -> HttpResponse:
    return HttpResponse(number, {name.replace("_", "-"): text for name, text in headers.items()}, b"")


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": "0"}, 0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": "-3"}, 0),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "7"}, 7),
        ({"retry-after": format_datetime(NOW + timedelta(seconds=90), usegmt=True)}, 90),
        ({"retry-after": format_datetime(NOW - timedelta(seconds=90), usegmt=True)}, 0),
        ({"retry-after": "1e18"}, 1e6),
        ({"retry-after-ms": "1e300"}, 1e6),
        ({"retry-after": "Fri, 31 Dec 9999 23:59:59 GMT"}, 1e6),
        ({"retry-after": "Fri, 31 Dec 9999 23:59:59 -1200"}, 1e6),
        ({"retry-after": "Mon, 01 Jan 0001 00:00:00 +1400"}, 0),
        ({"retry-after": "Fri, 31 Dec 9999 23:59:59 +9999"}, None),
        ({"retry-after": "Fri, 31 Dec 99999 23:59:59 GMT"}, None),
        ({"retry-after": "9" * 5000}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": ""}, None),
        ({}, None),
    ],
)
def test_a_server_may_ask_for_a_pause_in_seconds_milliseconds_or_by_date(
    headers: dict[str, str], seconds: float | None
) -> None:
    assert retry_after(headers, NOW.timestamp()) == seconds


def test_the_pause_the_server_asks_for_is_the_pause() -> None:
    assert decide(status(429, retry_after="7")) == 7


def test_pauses_double_up_to_the_cap() -> None:
    policy = RetryPolicy(attempts=9, base=1, cap=5)
    assert [decide(status(500), policy, attempt=n) for n in (1, 2, 3, 4, 8, 9)] == [1, 2, 4, 5, 5, None]


def test_what_has_no_second_try() -> None:
    assert decide(status(500), once=True) is None
    assert decide(status(429), once=True) is None
    assert decide(TransportFailure("cut"), once=True) is None
    assert decide(TransportFailure("timeout"), once=True) is None
    assert decide(TransportFailure("too-large")) is None
    assert decide(status(502), final=frozenset({502})) is None
    assert decide(status(409)) is None
    assert decide(TransportFailure("tls")) is None
    assert decide(status(500), elapsed=60) is None
    assert decide(status(500), RetryPolicy(deadline=None), elapsed=1e9) is not None


@pytest.mark.parametrize("kind", ["connect", "connect-timeout", "busy"])
def test_what_must_not_happen_twice_is_tried_again_while_no_byte_of_it_left(kind: FailureKind) -> None:
    assert decide(TransportFailure(kind), once=True) == 0.5


@given(chance=st.floats(0, 1, exclude_max=True), attempt=st.integers(1, 10_000))
def test_jitter_is_full_and_never_beyond_the_cap(chance: float, attempt: int) -> None:
    policy = RetryPolicy(attempts=10_001, deadline=None)
    wait = retry_delay(policy, False, frozenset(), TransportFailure("cut"), attempt, 0, 0, lambda: chance)
    assert wait is not None
    assert wait == pytest.approx(chance * min(8, 0.5 * 2 ** min(attempt - 1, 60)))


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"attempts": 0}, "attempts"),
        ({"base": -1}, "base"),
        ({"cap": float("nan")}, "cap"),
        ({"deadline": -1}, "deadline"),
        ({"base": 10**400}, "base must be from 0 to 1000000 seconds$"),
        ({"deadline": 1e10}, "deadline must be greater than 0 and at most 1000000 seconds, or None for no limit"),
        ({"deadline": float("inf")}, "or None for no limit"),
        ({"deadline": 0}, "deadline must be greater than 0 and at most 1000000 seconds"),
    ],
)
def test_numbers_that_make_no_sense_are_refused_by_name(options: dict[str, Any], name: str) -> None:
    with pytest.raises(ValueError, match=name):
        RetryPolicy(**options)


@pytest.mark.parametrize(
    "options", [{"attempts": "3"}, {"attempts": True}, {"attempts": 1.5}, {"base": "1"}, {"cap": None}, {"decide": 3}]
)
def test_settings_of_another_type_are_refused_by_name(options: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=f"{next(iter(options))} must be .*, not "):
        RetryPolicy(**options)
