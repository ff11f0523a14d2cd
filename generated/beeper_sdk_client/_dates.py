# @generated


from __future__ import annotations

import re
from copy import copy
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING

from ._times import local

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

NOT_A_DATE = "this string is not a date"
_MAX_LENGTH = 64
_NUMBER = re.compile(r"[+-]?\d+([.,]\d*)?")
_ISO = re.compile(r"(\d{4}-\d\d-\d\d|\d{4}-W\d\d-\d|\d{4}-\d{3}|(\d{8}|\d{4}W\d{3}|\d{7})(?=[Tt ]))([Tt ][^ ]+)?")
_YEAR_FIRST = re.compile(r"(?<!\d)\d{4}([-./])\d{1,2}\1\d{1,2}(?!\d)")
_CLOCK = re.compile(r"\d:\d\d|\d ?[ap]\.?m\b|\d ?h\b", re.IGNORECASE)
_WORDS = re.compile(r"[a-z]+", re.IGNORECASE)
_POSIX_ZONE = re.compile(r"\b(utc|gmt|z)\s*[+-]", re.IGNORECASE)
_WAYS = ((False, False), (False, True), (True, False), (True, True))
_PARTS = ("year", "month", "day")
_FILLERS = (datetime(2000, 1, 1), datetime(2004, 3, 15, 1))  # noqa: DTZ001  # they differ in every part that a string can lack


def read(text: str) -> datetime:
    text = text.strip()
    if not text.isascii() or len(text) > _MAX_LENGTH:
        raise ValueError(NOT_A_DATE)
    if _NUMBER.fullmatch(text):
        raise ValueError(f"a number alone is not a date: this one could mean {' or '.join(_readings(text))}")
    return _iso(text) if _ISO.fullmatch(text) else _written(text)


def read_or_why(text: str) -> datetime | str:
    try:
        return read(text)
    except ValueError as error:
        return str(error)


def _iso(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    from dateutil.parser import isoparse

    try:
        return isoparse(text)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        pass
    raise ValueError(NOT_A_DATE)


def _written(text: str) -> datetime:
    if _POSIX_ZONE.search(text):
        raise ValueError("offsets such as GMT+1 are ambiguous; write the offset as +01:00")
    ways = _WAYS[:1] if _YEAR_FIRST.search(text) else _WAYS
    found = [date for way in ways if (date := _guess(text, _FILLERS[0], way)) is not None]
    if not found:
        raise ValueError(NOT_A_DATE)
    other = _guess(text, _FILLERS[1], ways[0]) or found[0]
    if missing := [part for part in _PARTS if getattr(found[0], part) != getattr(other, part)]:
        raise ValueError(f"this string has no {' and no '.join(missing)}")
    days = sorted({date.date() for date in found})
    if len(days) > 1:
        raise ValueError(f"this string could mean {' or '.join(day.isoformat() for day in days)}; use that format")
    _refuse_loose(text, found[0], has_time=found[0].hour == other.hour)
    return found[0]


def _guess(text: str, filler: datetime, way: tuple[bool, bool]) -> datetime | None:
    from dateutil.parser import parse

    try:
        return parse(text, default=filler, dayfirst=way[0], yearfirst=way[1], tzinfos=_zone)
    except _UnknownZoneError:
        raise ValueError("a time zone must be UTC or an offset such as +01:00") from None
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return None


class _UnknownZoneError(Exception):
    """The name of a time zone is ambiguous (CST) or unknown."""


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    if name is not None and name.upper() not in {"UTC", "GMT", "Z"}:
        raise _UnknownZoneError
    if name is None and offset is None:
        return None
    return timezone(timedelta(seconds=offset or 0))


def _refuse_loose(text: str, found: datetime, *, has_time: bool) -> None:
    from dateutil.parser import parserinfo

    if f"{found.year:04}" not in text:
        raise ValueError("the year must have four digits")
    if has_time and not _CLOCK.search(text):
        raise ValueError("the time must be written as 18:00 or 6 pm")
    info = parserinfo()
    named = {info.weekday(word) for word in _WORDS.findall(text)} - {None}
    if named and named != {found.weekday()}:
        raise ValueError(f"the weekday does not match the date {found.date().isoformat()}")


def _readings(text: str) -> tuple[str, str]:
    seconds, milliseconds = _unix(float(text.replace(",", ".")))
    if text.isdigit():
        size = len(text)
        if size <= 2:
            return f"day {int(text)} of a month", f"{int(text)} o'clock"
        if size == 4:
            return f"the year {text}", f"{text[:2]}:{text[2:]}"
        if size == 8:
            try:
                return datetime.strptime(text, "%Y%m%d").date().isoformat(), seconds  # noqa: DTZ007  # only a day
            except ValueError:
                pass
    return seconds, milliseconds


def _unix(number: float) -> tuple[str, str]:
    return _since_1970(number, "seconds"), _since_1970(number / 1000, "milliseconds")


def _since_1970(seconds: float, unit: str) -> str:
    try:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    except (OverflowError, ValueError):
        return f"{unit} since 1970"
    return f"{moment.isoformat(timespec='seconds')[:-6]}Z ({unit} since 1970)"


def number_hint(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    try:
        return f"; it could mean {' or '.join(_unix(value))}"
    except OverflowError:  # an int no float can hold
        return ""


def after(delta: relativedelta, now: datetime) -> datetime:
    hours = timedelta(hours=delta.hours, minutes=delta.minutes, seconds=delta.seconds, microseconds=delta.microseconds)
    days, weekday = copy(delta), type(delta)(weekday=delta.weekday)
    days.hours = days.minutes = days.seconds = days.microseconds = 0
    days.weekday = None
    return _on_the_calendar(weekday, _on_the_calendar(days, now) + hours).astimezone(UTC)


def _on_the_calendar(step: relativedelta, moment: datetime) -> datetime:
    shown = moment.astimezone().replace(tzinfo=None)
    then = shown + step
    return moment if then == shown else local(then)  # the same time again may be the second of two
