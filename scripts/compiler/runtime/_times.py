"""Timestamps: reading those of the server, converting those of callers, and the format that is sent.

Reading is lenient: any ISO 8601 string is accepted, and one without a time zone is UTC, as servers use it. Arguments
are a `When`. Strings and relativedeltas are handled by ``_dates``, which is imported when it is first needed.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeGuard

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta


class Relative(Protocol):
    """The used attributes of ``dateutil.relativedelta.relativedelta``: annotations need not import dateutil."""

    years: int
    months: int
    days: int
    leapdays: int
    hours: int
    minutes: int
    seconds: int
    microseconds: int


When: TypeAlias = datetime | date | timedelta | Relative | str
"""A point in time, as an argument: a datetime, a date, a duration from now, or a date string.

An aware datetime; a naive one, which is local time; a date; a timedelta or a dateutil relativedelta from now (negative
for the past); or a date string: ISO 8601, or another format that is unambiguous.

A date without a time is the beginning of that day; without a time zone it is local. A timedelta counts elapsed time. A
relativedelta counts days on the local calendar, then elapsed hours. When clocks are moved, a local time that is skipped
is interpreted as if they had not been moved yet, and of a local time that occurs twice the first is used.
"""

parse_iso = datetime.fromisoformat
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TWO = tuple(f"{number:02}" for number in range(100))
"""Two digits: with them, `format_time` takes half of the time of a format string, a quarter of that of isoformat."""


def parse_time(text: str) -> datetime:
    """The aware datetime of a timestamp in any ISO 8601 format."""
    try:
        value = parse_iso(text)
    except ValueError:
        from dateutil.parser import isoparse  # reads the few formats that fromisoformat does not, such as 24:00

        try:
            value = isoparse(text)
        except OverflowError:  # 9999-12-31T24:00
            raise ValueError("out of range") from None
    return value if value.tzinfo is not None else value.replace(tzinfo=UTC)


def from_unix(seconds: Any) -> Any:
    """The datetime of a number of Unix seconds; any other value, and one out of range, is returned as it is."""
    if isinstance(seconds, int | float) and not isinstance(seconds, bool):
        with suppress(ValueError, OverflowError, OSError):
            return datetime.fromtimestamp(seconds, UTC)
    return seconds


def to_unix(value: object) -> object:
    """The number of Unix seconds of a datetime; any other value is returned as it is."""
    if not isinstance(value, datetime):
        return value
    try:
        seconds = local(value).timestamp() if value.utcoffset() is None else value.timestamp()
    except (OverflowError, ValueError):  # the first or last representable day, as in `format_time`
        seconds = value.replace(tzinfo=UTC).timestamp()
    return int(seconds) if seconds.is_integer() else seconds


def canonical(text: str) -> bool:
    """Does a timestamp have the format of `format_time`? (Generated decoders contain the same test.)"""
    form = len(text) == 24 and text[4:20:3] == "--T::." and text[23] == "Z"
    return form and (text[11] != "2" or text[12] < "4")


def format_time(value: datetime) -> str:
    """The format of the server: UTC, milliseconds, ``Z``. A naive datetime is local time."""
    try:
        moment = value
        if value.tzinfo is not UTC:
            moment = local(value) if value.utcoffset() is None else value.astimezone(UTC)
        year, micro = moment.year, moment.microsecond
        return (
            f"{_TWO[year // 100]}{_TWO[year % 100]}-{_TWO[moment.month]}-{_TWO[moment.day]}T{_TWO[moment.hour]}:"
            f"{_TWO[moment.minute]}:{_TWO[moment.second]}.{_TWO[micro // 10000]}{micro // 1000 % 10}Z"
        )
    except (OverflowError, ValueError):  # the first or last representable day, which UTC would exceed
        return value.isoformat(timespec="milliseconds")


def is_when(value: object) -> TypeGuard[When]:
    """Is this a type that `when` accepts?"""
    return isinstance(value, date | timedelta | str) or is_relative(value)


def is_relative(value: object) -> TypeGuard[relativedelta]:
    """Is this a relativedelta? To have one, dateutil must be imported already, so it is not imported here."""
    module = sys.modules.get("dateutil.relativedelta")
    return module is not None and isinstance(value, module.relativedelta)


def when(argument: str, value: object, now: datetime | None = None) -> datetime:
    """The point in time of an argument, as a datetime in UTC. The error names the argument.

    Args:
        argument: Its name.
        value: A `When`.
        now: What timedeltas and relativedeltas are added to; the current time if omitted.

    Raises:
        TypeError: The value is not a `When`.
        ValueError: The string is not a date or is ambiguous (the error shows the possible dates), or the date is out of
            range in UTC.
    """
    kinds = "a datetime, a date, a timedelta from now, or a date string such as 2026-12-24T18:00:00Z"
    expected = f"{argument} must be {kinds}"
    if isinstance(value, datetime):
        _check_zone(expected, value)
    try:
        return _moment(expected, value, now or datetime.now(UTC))
    except (OverflowError, OSError):
        pass
    raise ValueError(f"{expected}; this date is out of range")


def _check_zone(expected: str, value: datetime) -> None:
    try:
        value.utcoffset()
    except Exception as error:  # whatever a tzinfo of the user raises
        raise ValueError(f"{expected}; the time zone of this one has no valid offset") from error


def _moment(expected: str, value: object, now: datetime) -> datetime:
    if isinstance(value, datetime):
        return _in_utc(value)
    if isinstance(value, date):
        return _in_utc(datetime.combine(value, time.min))
    if isinstance(value, timedelta):
        return _in_utc(now) + value
    from . import _dates  # imports `re`, and dateutil where it is needed

    if isinstance(value, str):
        given = _dates.read_or_why(value)
        if isinstance(given, datetime):
            return _in_utc(given)
        raise ValueError(f"{expected}; {given}")
    if is_relative(value):
        try:
            return _dates.after(value, now)
        except ValueError:  # a year that does not exist
            raise OverflowError from None
    raise TypeError(f"{expected}, not {type(value).__name__}{_dates.number_hint(value)}")


def _in_utc(value: datetime) -> datetime:
    try:
        return value.astimezone(UTC) if value.utcoffset() is not None else local(value)
    except ValueError:  # raised by some platforms at the end of the calendar
        raise OverflowError from None


def local(value: datetime) -> datetime:
    """The point in time of a naive local datetime, in UTC.

    ``astimezone`` is not used: it maps a time that is skipped when clocks are moved an hour back, 02:30 to 01:30.
    """
    seconds = value.replace(microsecond=0, tzinfo=None).timestamp()  # a tzinfo may have no offset
    return _EPOCH + timedelta(seconds=seconds, microseconds=value.microsecond)
