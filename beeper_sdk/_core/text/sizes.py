"""Sizes of files and lengths of recordings, as people read them. The values come from servers and may be any JSON."""

from __future__ import annotations

from math import isfinite

_UNITS = ("kB", "MB", "GB", "TB")


def file_size(value: object) -> str | None:
    """`844 bytes`, `34 kB`, `1.2 MB`; 1 kB is 1000 bytes. None if the value is no size."""
    size = _number(value)
    if size is None:
        return None
    if size < 1000:
        return f"{size:.0f} byte{'' if round(size) == 1 else 's'}"
    for unit in _UNITS:
        size /= 1000
        if size < 999.5 or unit == _UNITS[-1]:
            shown = f"{size:.1f}".removesuffix(".0") if size < 9.95 else f"{size:.0f}"
            return f"{shown} {unit}"
    return None


def duration(value: object) -> str | None:
    """`0:12`, `1:02:03`. None if the value is no number of seconds."""
    seconds = _number(value)
    if seconds is None:
        return None
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _number(value: object) -> float | None:
    """A number between 0 and 10^15; nothing larger is a size."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if 0 <= value <= 1e15 and isfinite(value) else None
