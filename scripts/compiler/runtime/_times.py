"""Timestamps: what the server sends, what a caller may give, and the one spelling that is sent.

Reading is lenient (any ISO 8601 text; without a zone it is UTC, as servers mean it). Arguments are a
``datetime`` (a naive one is local time, as Python has it) or ISO 8601 text.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TypeAlias

When: TypeAlias = datetime | str

parse_iso = datetime.fromisoformat


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
        return value.astimezone(UTC).isoformat(timespec="milliseconds")[:-6] + "Z"
    except OverflowError:  # the first or last day of the calendar, in a zone that UTC has left it in
        return value.isoformat(timespec="milliseconds")


def when(argument: str, value: object) -> datetime:
    """An aware datetime from what a caller gave; the error names the argument.

    Raises:
        TypeError: neither a datetime nor text.
        ValueError: text that is not ISO 8601, or a date the calendar cannot hold in UTC.
    """
    wanted = f"{argument} takes a datetime or ISO 8601 text such as 2026-12-24T18:00:00Z"
    if isinstance(value, str):
        try:
            value = _read(value)
        except ValueError:
            raise ValueError(f"{wanted}; this text is not a date") from None
    if not isinstance(value, datetime):
        raise TypeError(f"{wanted}, not {type(value).__name__}")
    try:
        return value.astimezone(UTC)
    except (OverflowError, ValueError, OSError):
        raise ValueError(f"{wanted}; this one is outside the calendar") from None


def _read(text: str) -> datetime:
    if not any(mark in text for mark in "-:TW"):
        raise ValueError("a bare number")  # 20261224 would be read as a date; a number is never meant as one
    try:
        return parse_iso(text)
    except ValueError:
        from dateutil.parser import isoparse

        return isoparse(text)
