"""Parses dates in headers such as ``Date`` and ``Retry-After``."""

from __future__ import annotations

from datetime import UTC, datetime


def http_date(text: str | None) -> datetime | None:
    """The date of a header, in whole seconds; None if it is missing or invalid. Without a time zone it is in UTC."""
    if text is None:
        return None
    from email.utils import parsedate_to_datetime  # imported here because most calls read no date

    try:
        date = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return date if date.tzinfo is not None else date.replace(tzinfo=UTC)
