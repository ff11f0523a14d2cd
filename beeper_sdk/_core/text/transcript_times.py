"""Dates, clock times and pauses in a transcript, in English whatever the locale. No I/O."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

UNKNOWN_CLOCK = "--:--"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_UNITS = (
    # Each is used from two of it on, except for hours: "100 minutes" is harder to read than "1 hour".
    ("year", timedelta(days=365.25), timedelta(days=730.5)),
    ("month", timedelta(days=30.4375), timedelta(days=60.875)),
    ("day", timedelta(days=1), timedelta(days=2)),
    ("hour", timedelta(hours=1), timedelta(hours=1)),
    ("minute", timedelta(minutes=1), timedelta(minutes=1)),
    ("second", timedelta(seconds=1), timedelta(0)),
)


def in_zone(moment: datetime | None, zone: tzinfo | None) -> datetime | None:
    """The moment on the clocks of a time zone, by default the local one; None if it has no date there."""
    if moment is None:
        return None
    try:
        return moment.astimezone(zone)
    except (OverflowError, ValueError, OSError):  # the last day of the calendar
        return None


def clock(moment: datetime | None) -> str:
    """`09:05`."""
    return UNKNOWN_CLOCK if moment is None else f"{moment.hour:02}:{moment.minute:02}"


def day(moment: date) -> str:
    """`Monday, 5 January 2026`."""
    return f"{_DAYS[moment.weekday()]}, {moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def pause(length: timedelta) -> str:
    """`3 hours later`, rounded down to whole units."""
    name, unit, _ = next(row for row in _UNITS if length >= row[2])
    count = length // unit
    return f"{count} {name}{'' if count == 1 else 's'} later"
