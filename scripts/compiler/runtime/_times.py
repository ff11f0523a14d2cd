"""Timestamps: what the server sends, what a caller may give, and the one spelling that is sent.

Reading is lenient (any ISO 8601 text; without a zone it is UTC, as servers mean it). Arguments are a `When`;
texts and relativedeltas among them are the affair of ``_dates``, which is imported when one comes.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeGuard

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta


class Relative(Protocol):
    """What is taken of a ``dateutil.relativedelta.relativedelta``, so that naming it needs no import of dateutil."""

    years: int
    months: int
    days: int
    leapdays: int
    hours: int
    minutes: int
    seconds: int
    microseconds: int


When: TypeAlias = datetime | timedelta | Relative | str
"""A point in time, as an argument: an aware datetime; a naive one, which is local time; a timedelta or a dateutil
relativedelta from now (negative for the past); or text: ISO 8601, or another date that can be read in one way only.

A date without a time is the beginning of that day, without a zone it is local. A timedelta counts real time, a
relativedelta the days of the local calendar and then real hours. A local time that the clocks skip is read as if
they had not been moved yet, one that they show twice is the first of the two.
"""

parse_iso = datetime.fromisoformat
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def parse_time(text: str) -> datetime:
    """The aware datetime of a timestamp in any ISO 8601 spelling."""
    try:
        value = parse_iso(text)
    except ValueError:
        from dateutil.parser import isoparse  # knows the few spellings fromisoformat does not, such as 24:00

        value = isoparse(text)
    return value if value.tzinfo is not None else value.replace(tzinfo=UTC)


def canonical(text: str) -> bool:
    """Is a timestamp spelled as `format_time` would? (Generated decoders have the same test in place.)"""
    form = len(text) == 24 and text[4:20:3] == "--T::." and text[23] == "Z"
    return form and (text[11] != "2" or text[12] < "4")


def format_time(value: datetime) -> str:
    """The spelling the server uses: UTC, milliseconds, ``Z``. A naive datetime is local time."""
    try:
        moment = local(value) if value.tzinfo is None else value.astimezone(UTC)
        return moment.isoformat(timespec="milliseconds")[:-6] + "Z"
    except (OverflowError, ValueError):  # the first or last day of the calendar, in a zone that UTC has left it in
        return value.isoformat(timespec="milliseconds")


def is_when(value: object) -> TypeGuard[When]:
    """Is this of a type that `when` takes?"""
    return isinstance(value, datetime | timedelta | str) or is_relative(value)


def is_relative(value: object) -> TypeGuard[relativedelta]:
    """Is this a relativedelta? Whoever has one has imported dateutil; here nothing is."""
    module = sys.modules.get("dateutil.relativedelta")
    return module is not None and isinstance(value, module.relativedelta)


def when(argument: str, value: object, now: datetime | None = None) -> datetime:
    """The moment a caller means, as a datetime in UTC; the error names the argument.

    Args:
        argument: Its name.
        value: A `When`.
        now: What timedeltas and relativedeltas count from; the present, unless given.

    Raises:
        TypeError: not a `When`.
        ValueError: text that is no date or can be read in more than one way (the error shows how), or a date the
            calendar cannot hold in UTC.
    """
    wanted = f"{argument} takes a datetime, a timedelta from now, or text such as 2026-12-24T18:00:00Z"
    try:
        return _moment(wanted, value, now or datetime.now(UTC))
    except (OverflowError, OSError):
        pass
    raise ValueError(f"{wanted}; this one is outside the calendar")


def _moment(wanted: str, value: object, now: datetime) -> datetime:
    if isinstance(value, datetime):
        return _in_utc(value)
    if isinstance(value, timedelta):
        return _in_utc(now) + value
    from . import _dates  # brings `re`, and dateutil where it is needed

    if isinstance(value, str):
        given = _dates.read_or_why(value)
        if isinstance(given, datetime):
            return _in_utc(given)
        raise ValueError(f"{wanted}; {given}")
    if is_relative(value):
        try:
            return _dates.after(value, now)
        except ValueError:  # a year that is none
            raise OverflowError from None
    raise TypeError(f"{wanted}, not {type(value).__name__}{_dates.number_hint(value)}")


def _in_utc(value: datetime) -> datetime:
    try:
        return value.astimezone(UTC) if value.utcoffset() is not None else local(value)
    except ValueError:  # how some platforms say that the calendar ends
        raise OverflowError from None


def local(value: datetime) -> datetime:
    """The moment of a naive datetime, in UTC.

    Not by ``astimezone``, which puts a time that the clocks skip an hour before them: 02:30 would become 01:30.
    """
    seconds = value.replace(microsecond=0).timestamp()
    return _EPOCH + timedelta(seconds=seconds, microseconds=value.microsecond)
