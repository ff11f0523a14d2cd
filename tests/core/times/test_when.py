"""Every way to say a moment, and every way that is refused because it could mean two."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Any

import pytest
from dateutil.relativedelta import FR, relativedelta
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from beeper_sdk import api, models
from beeper_sdk._core.generated import times
from beeper_sdk._core.times import expiry, expiry_choices, future_moment, moment
from beeper_sdk.auth._token import moment as token_moment
from beeper_sdk.auth._token_info import clock_offset

ROOT = Path(__file__).parents[3]
WANTED = "at must be a datetime, a date, a timedelta from now, or a date string such as 2026-12-24T18:00:00Z"
SIX_PM = datetime(2026, 12, 24, 18, tzinfo=UTC)
Go = Callable[[str], None]


def read(value: Any, now: datetime | None = None) -> str:
    return moment("at", value, now).isoformat().replace("+00:00", "Z")


def rejection(value: Any, error: type[Exception] = ValueError) -> str:
    with pytest.raises(error) as caught:
        moment("at", value)
    said = str(caught.value)
    assert said.startswith(WANTED)
    return said.removeprefix(WANTED).lstrip("; ,")


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-24T18:00:00Z",
        "2026-12-24t18:00:00.000Z",
        "2026-12-24 18:00",
        "2026-12-24T18",
        "2026-12-24 18:00 +00:00",
        "2026-12-24T20:00:00+02:00",
        "20261224T180000Z",
        "2026-W52-4T18:00",
        "2026-358T18:00Z",
        "24 Dec 2026 18:00",
        "24 December 2026 at 6 pm",
        "December 24th, 2026, 6:00 PM",
        "Thu, 24 Dec 2026 19:00:00 +0100",
        "24.12.2026 18:00",
        "12/24/2026 6pm",
        "24/12/2026 18:00 UTC",
        "2026/12/24 18:00",
        "18:00 24-Dec-2026",
    ],
)
def test_texts_that_mean_one_moment(zone: Go, text: str) -> None:
    zone("UTC")
    assert moment("at", text) == SIX_PM


@pytest.mark.parametrize("text", ["2026-12-24", "24 Dec 2026", "2026-3-4", "2026/03/04", "4 March 2026", "04/04/2026"])
def test_a_day_begins_at_midnight_here(zone: Go, text: str) -> None:
    zone("Pacific/Auckland")
    assert moment("at", text).astimezone().strftime("%H:%M") == "00:00"


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("03/04/2026", ("2026-03-04", "2026-04-03")),
        ("3.4.2026 18:00", ("2026-03-04", "2026-04-03")),
        ("10-11-2026", ("2026-10-11", "2026-11-10")),
        ("3/4/26", ("2003-04-26", "2026-03-04", "2026-04-03")),
        ("24 Dec 26", ("2024-12-26", "2026-12-24")),
        ("10", ("day 10 of a month", "10 o'clock")),
        ("2026", ("the year 2026", "20:26")),
        ("20261224", ("2026-12-24", "1970-08-23T12:07:04Z (seconds since 1970)")),
        ("1788205301", ("2026-08-31T19:41:41Z (seconds since 1970)", "1970-01-21T16:43:25Z (milliseconds since 1970)")),
        ("1788205301.5", ("2026-08-31T19:41:41Z", "1970-01-21T16:43:25Z")),
        ("-5", ("1969-12-31T23:59:55Z", "1969-12-31T23:59:59Z")),
        ("9" * 60, ("seconds since 1970", "milliseconds since 1970")),
    ],
)
def test_texts_that_mean_several_show_them(text: str, readings: tuple[str, ...]) -> None:
    said = rejection(text)
    assert all(reading in said for reading in readings)
    assert " or " in said


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("March", "no year and no day"),
        ("March 2026", "no day"),
        ("2026-12", "no day"),
        ("24 December", "no year"),
        ("24/12", "year"),
        ("Friday", "no year and no month and no day"),
        ("Friday December 2026", "no day"),
        ("18:00", "no year and no month and no day"),
        ("6pm", "no year and no month and no day"),
        ("31 Dec 99", "the year must have four digits"),
        ("24 December 2026 18", "the time must be written as 18:00 or 6 pm"),
        ("24 Dec 2026 1800", "the time must be written as 18:00 or 6 pm"),
        ("Friday 24 December 2026", "the weekday does not match the date 2026-12-24"),
        ("24 Dec 2026 18:00 CET", "a time zone must be UTC or an offset such as +01:00"),
        ("24 Dec 2026 18:00 CST", "a time zone must be UTC or an offset such as +01:00"),
        ("24 Dec 2026 18:00 GMT+3", "write the offset as +01:00"),
    ],
)
def test_what_is_missing_is_not_made_up(text: str, missing: str) -> None:
    assert missing in rejection(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "soon", "tomorrow", "canary-text", "2026-13-01", "2026-02-30", "2026-12-24T25:00", "2026-W52", "1e5",
     "2026-12-24+05:00", "24 Dec 2026 18:00 canary", "٢٤ Dec 2026", "Dec " * 30, "2026-12-24T18:00Z junk"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    said = rejection(text)
    assert said == "this string is not a date" or "named no" in said or "zones" in said
    assert "canary" not in said


def attempt(value: Any) -> datetime | str:
    """The moment, or what was said instead."""
    try:
        return moment("at", value)
    except ValueError as error:
        return str(error)


@given(st.one_of(st.text(), st.text("0123456789:-/., TZWapm+JanFebDec", max_size=24)))
def test_any_text_is_a_moment_or_a_refusal(text: str) -> None:
    result = attempt(text)
    assert result.startswith(WANTED) if isinstance(result, str) else result.tzinfo is UTC


@given(st.datetimes(datetime(1000, 1, 2), datetime(9999, 12, 30)))  # noqa: DTZ001  # of no zone, to be spelled
def test_unambiguous_spellings_are_read_as_they_are_meant(at: datetime) -> None:
    at = at.replace(microsecond=0, tzinfo=UTC)
    for form in ("%d %B %Y %H:%M:%S UTC", "%A, %d %b %Y %I:%M:%S %p UTC", "%Y/%m/%d %H:%M:%SZ", "%Y-%m-%d %H:%M:%S+00"):
        assert moment("at", at.strftime(form)) == at


FORMS = st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%m-%d-%Y"])


@given(st.dates(date(1000, 1, 1), date(9999, 12, 30)), FORMS)
def test_days_and_months_are_never_guessed(day: date, form: str) -> None:
    result = attempt(day.strftime(form) + " 12:00Z")
    if isinstance(result, str):
        assert day.day <= 12
        assert day.isoformat() in result
    else:
        assert result.date() == day


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1788205301, "not int; it could mean 2026-08-31T19:41:41Z (seconds since 1970) or 1970-01-21T16:43:25Z"),
        (1788205301000, "or 2026-08-31T19:41:41Z (milliseconds since 1970)"),
        (1.5, "not float; it could mean 1970-01-01T00:00:01Z"),
        (float("nan"), "not float; it could mean seconds"),
        (10**400, "not int"),
        (True, "not bool"),
        (None, "not NoneType"),
        (SIX_PM.timetz(), "not time"),
        (["2026-12-24"], "not list"),
    ],
)
def test_another_type_is_no_date(value: Any, said: str) -> None:
    assert said in rejection(value, TypeError)


def test_a_number_in_a_nested_argument_is_told_apart_too() -> None:
    with pytest.raises(TypeError, match=r"reminder\.remind_at must be .* not int; it could mean 2026-08-31"):
        api.chats.reminders.create("c", reminder={"remind_at": 1788205301})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


class TestNow:
    now = datetime(2026, 3, 28, 12, tzinfo=UTC)

    def test_a_timedelta_counts_real_time(self, zone: Go) -> None:
        zone("Europe/Berlin")  # where clocks go forward the next night
        assert read(timedelta(days=1), self.now) == "2026-03-29T12:00:00Z"
        assert read(timedelta(hours=-1), self.now) == "2026-03-28T11:00:00Z"

    def test_a_relativedelta_counts_days_of_the_calendar_and_real_hours(self, zone: Go) -> None:
        zone("Europe/Berlin")
        assert read(relativedelta(days=1), self.now) == "2026-03-29T11:00:00Z"
        assert read(relativedelta(hours=+14), self.now) == "2026-03-29T02:00:00Z"
        assert read(relativedelta(days=1, hour=9, minute=0), self.now) == "2026-03-29T07:00:00Z"
        assert read(relativedelta(months=1), self.now) == "2026-04-28T11:00:00Z"
        assert read(relativedelta(weekday=FR), self.now) == "2026-04-03T11:00:00Z"
        assert read(relativedelta(), self.now) == "2026-03-28T12:00:00Z"

    def test_hours_from_the_hour_that_comes_twice(self, zone: Go) -> None:
        zone("Europe/Berlin")
        for first_or_second in (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)):
            assert moment("at", relativedelta(hours=+1), first_or_second) == first_or_second + timedelta(hours=1)
            assert moment("at", relativedelta(minutes=0), first_or_second) == first_or_second

    def test_the_end_of_a_short_month(self, zone: Go) -> None:
        zone("UTC")
        assert read(relativedelta(months=1), datetime(2027, 1, 31, tzinfo=UTC)) == "2027-02-28T00:00:00Z"

    @given(st.integers(-500, 500), st.integers(-50, 50))
    def test_hours_are_real_in_any_zone(self, hours: int, days: int) -> None:
        whole = moment("at", relativedelta(days=days, hours=hours % 24), self.now)
        assert whole - moment("at", relativedelta(days=days), self.now) == timedelta(hours=hours % 24)

    @pytest.mark.parametrize(
        "far", [timedelta.max, timedelta.min, relativedelta(years=9000), relativedelta(days=-(9**9))]
    )
    def test_beyond_the_calendar(self, far: Any) -> None:
        assert rejection(far) == "this date is out of range"

    def test_the_present_is_the_default(self) -> None:
        before = datetime.now(UTC)
        assert before <= moment("at", timedelta(0)) <= moment("at", relativedelta()) <= datetime.now(UTC)


class TestZones:
    @pytest.mark.parametrize(
        ("name", "naive", "utc"),
        [
            ("Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T01:30:00Z"),  # skipped: clocks not moved yet
            ("Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z"),  # twice: the first
            ("America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:30:00Z"),
            ("America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z"),
            ("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z"),  # moved by half an hour
            ("Pacific/Kiritimati", "2026-12-24T18:00:00", "2026-12-24T04:00:00Z"),
            ("Pacific/Niue", "2026-12-24T18:00:00", "2026-12-25T05:00:00Z"),
            ("Asia/Kathmandu", "2026-12-24T18:00:00", "2026-12-24T12:15:00Z"),
        ],
    )
    def test_a_naive_moment_is_local(self, zone: Go, name: str, naive: str, utc: str) -> None:
        zone(name)
        assert read(naive) == read(datetime.fromisoformat(naive)) == utc

    @given(st.datetimes(datetime(1971, 1, 2), datetime(2037, 12, 30)))  # noqa: DTZ001  # naive is the point
    def test_the_clock_shows_what_was_said_unless_it_skips_that(self, naive: datetime) -> None:
        shown = moment("at", naive).astimezone().replace(tzinfo=None)
        assert shown == naive or timedelta(0) < shown - naive <= timedelta(hours=1)

    def test_a_step_of_the_calendar_into_a_time_that_is_skipped(self, zone: Go) -> None:
        zone("Europe/Berlin")
        now = datetime(2026, 3, 28, 1, 30, tzinfo=UTC)
        assert read(relativedelta(days=1), now) == "2026-03-29T01:30:00Z"

    def test_the_second_of_two_can_be_said(self, zone: Go) -> None:
        zone("Europe/Berlin")
        assert read(datetime(2026, 10, 25, 2, 30, fold=1)) == "2026-10-25T01:30:00Z"  # noqa: DTZ001
        assert read("2026-10-25T02:30:00+01:00") == "2026-10-25T01:30:00Z"

    @given(st.datetimes(timezones=st.timezones() | st.just(UTC), allow_imaginary=True))
    def test_an_aware_moment_is_itself(self, at: datetime) -> None:
        result = attempt(at)
        if isinstance(result, str):
            assert result.endswith("out of range")
            assert at.year in {1, 9999}
        else:
            assert (result, result.tzinfo) == (at.astimezone(UTC), UTC)

    @pytest.mark.parametrize(
        "at",
        [
            datetime(9999, 12, 31, 23, tzinfo=timezone(-timedelta(hours=12))),
            datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
            "9999-12-31T23:59:59-00:01",
            "0001-01-01T00:00:00+00:01",
        ],
    )
    def test_the_ends_of_the_calendar(self, at: Any) -> None:
        assert rejection(at) == "this date is out of range"

    def test_the_last_moments_inside(self) -> None:
        assert read("9999-12-31T23:59:59Z") == "9999-12-31T23:59:59Z"
        assert read("0001-01-01T00:00:00Z") == "0001-01-01T00:00:00Z"


class TestToCome:
    @pytest.mark.parametrize("past", [timedelta(0), timedelta(-1), "2020-01-01", relativedelta(hours=-1), SIX_PM])
    def test_the_past_is_refused(self, past: Any) -> None:
        now = datetime(2026, 12, 24, 18, tzinfo=UTC)
        with pytest.raises(ValueError, match="at must be in the future"):
            future_moment("at", past, now)

    def test_what_is_told_is_what_is_sent(self) -> None:
        at = datetime(2099, 1, 1, 0, 0, 0, 123_456, tzinfo=UTC)
        assert future_moment("at", at) == at.replace(microsecond=123_000)


@pytest.mark.parametrize(
    ("value", "loaded"),
    [
        ("datetime.now()", False),
        ("timedelta(1)", False),
        ("'2026-12-24T18:00:00Z'", False),
        ("'2026-12-24 18:00'", False),
        ("'24 Dec 2026'", True),
    ],
)
def test_dateutil_comes_only_with_texts_that_need_it(value: str, loaded: bool) -> None:
    code = f"""
import sys
sys.path[:0] = {[str(ROOT / "generated"), str(ROOT)]!r}
from datetime import datetime, timedelta
from beeper_sdk import api
api.chats.search(last_activity_after={value})
print("dateutil" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"{loaded}\n"


@pytest.mark.parametrize("value", [SIX_PM, timedelta(days=7), relativedelta(days=7), "24 Dec 2026 18:00Z"])
def test_every_date_parameter_takes_every_form(value: Any) -> None:
    for request in (
        api.chats.search(last_activity_after=value, last_activity_before=value),
        api.messages.search(date_after=value, date_before=value),
        api.v0.search_chats(last_activity_after=value),
        api.v0.search_messages(date_before=value),
    ):
        assert all(len(text) == 24 and text.endswith("Z") for _, text in request.query)
    body = api.chats.reminders.create("c", reminder={"remind_at": value}).body
    assert body is not None


def test_type_checkers_know_every_form() -> None:
    for request in (
        api.chats.search(last_activity_after=SIX_PM),
        api.chats.search(last_activity_after=timedelta(1)),
        api.chats.search(last_activity_after=relativedelta(days=1)),
        api.chats.search(last_activity_after="2026-12-24"),
    ):
        assert len(request.query) == 1
    with pytest.raises(TypeError):
        api.chats.search(last_activity_after=1788205301)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


_NAIVE = (datetime.max, datetime.min)  # noqa: DTZ901
_ZONED = [edge.replace(tzinfo=timezone(timedelta(hours=hours))) for edge in _NAIVE for hours in (-12, 0, 14)]
_OTHERS = (date.max, date.min, timedelta.max, timedelta.min, relativedelta(years=9000))
_TEXTS = ("9999-12-31T23:59:59.999-12:00", "0001-01-01T00:00:00+14:00", "9999-12-31")
EDGES: list[Any] = [*_NAIVE, *_ZONED, *_OTHERS, *_TEXTS]


def problem(check: Callable[[str, Any], datetime], value: Any) -> str | None:
    """Why a value is refused; None if it is a date."""
    try:
        return None if check("at", value).utcoffset() == timedelta(0) else "not in UTC"
    except ValueError as error:
        return str(error)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Tokyo"])
def test_the_ends_of_the_calendar_are_dates_or_refused_by_name(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        for value in EDGES:
            for check in (moment, future_moment):
                said = problem(check, value)
                assert said in (None, f"{WANTED}; this date is out of range", "at must be in the future")
            if isinstance(value, datetime):
                assert isinstance(times.to_unix(value), int | float)
                assert times.format_time(value)
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("seconds", [1e18, -1e18, 10**400])
def test_durations_and_expiries_of_a_server_are_bounded(seconds: float) -> None:
    data: dict[str, Any] = {"id": "!a", "accountID": "a", "type": "group", "title": "t", "unreadCount": 0}
    data |= {"participants": {"items": [], "hasMore": False, "total": 0}, "messageExpirySeconds": seconds}
    whole = models.Chat.from_dict({**data, "capabilities": {"disappearingTimer": {"timers": [seconds]}}})
    if isinstance(whole.message_expiry_seconds, int | float):
        assert expiry(whole) in (timedelta.max, timedelta.min, -timedelta.min)
    choices = expiry_choices(whole)
    assert choices is None or choices in ([], [-timedelta.min])
    assert token_moment(datetime.now(UTC), seconds) is None
    assert token_moment(datetime.max.replace(tzinfo=UTC), 5) is None
    assert clock_offset("Fri, 31 Dec 9999 23:59:59 -1200", SIX_PM, SIX_PM) is None


class Zone(tzinfo):
    """A time zone of a user, whose offset is computed so."""

    def __init__(self, offset: Callable[[], Any]) -> None:
        self.offset = offset

    @override
    def utcoffset(self, _: datetime | None) -> timedelta | None:
        found: timedelta | None = self.offset()
        return found

    @override
    def dst(self, _: datetime | None) -> timedelta | None:
        return None

    @override
    def tzname(self, _: datetime | None) -> str:
        return "zone"


@pytest.mark.parametrize(
    "offset", [lambda: timedelta(hours=24), lambda: 5, lambda: "x".index("y"), lambda: 1 / 0, lambda: int("x")]
)
def test_a_time_zone_without_a_valid_offset_is_refused_by_the_name_of_the_argument(offset: Callable[[], Any]) -> None:
    assert rejection(datetime(2026, 12, 24, tzinfo=Zone(offset))) == "the time zone of this one has no valid offset"


def test_a_time_zone_that_has_no_offset_is_local_time() -> None:
    without = datetime(2026, 12, 24, 18, tzinfo=Zone(lambda: None))
    assert read(without) == read(datetime(2026, 12, 24, 18))  # noqa: DTZ001  # local
    assert times.format_time(without) == times.format_time(without.replace(tzinfo=None))
    assert times.to_unix(without) == times.to_unix(without.replace(tzinfo=None))
