"""The parts of what is shown: texts in one line that a terminal can show, IDs, times and numbers.

Every function accepts whatever is in a field of an incomplete model.
"""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime

from ..text.controls import one_line
from ..util.validation import string, whole

LINE = 100
"""Approximate maximum length of a line."""
TEXT = 60
"""Maximum length of the text of a message."""
_MAX_NUMBER = 10**12


def clean(value: object) -> str:
    """A string in one line, without control characters; empty for anything else."""
    text = string(value)
    # Nothing that is shown has more characters, and a text can have millions.
    return one_line(text[:5000]) if text else ""


def cut(text: str, limit: int) -> str:
    """At most so many characters of a text; the last one is an ellipsis if some were left out."""
    if len(text) <= limit:
        return text
    head = text[: max(limit - 1, 0)]
    # A joiner or a backslash belongs to what was left out, and an accent would be shown without others of its letter.
    while head and (head[-1] in "\\\u200d " or unicodedata.combining(head[-1])):
        head = head[:-1]
    return f"{head}…"


def quoted(value: object, limit: int, mark: str = '"') -> str:
    """A string in quotation marks, cut to so many characters between them."""
    text = clean(value).replace("\\", "\\\\").replace(mark, f"\\{mark}")
    return f"{mark}{cut(text, limit)}{mark}"


def id_text(name: str, value: object, limit: int) -> str | None:
    """`id='1344997'`; an ID that is too long lacks a part in the middle. None for a field without an ID."""
    text = clean(value).replace("\\", "\\\\").replace("'", "\\'")
    if not text:
        return None
    if len(text) > limit:
        end = limit // 3
        text = f"{cut(text, limit - end)}{text[-end:]}"
    return f"{name}='{text}'"


def count(value: object, noun: str, plural: str) -> str | None:
    """`1 member`, `5 members`; None for a field without a number."""
    number = whole(value)
    if number is None or not 0 <= number < _MAX_NUMBER:
        return None
    return f"{number} {noun if number == 1 else plural}"


def minute(value: object) -> str | None:
    """`2026-11-30 14:05 UTC`; without the zone for a time that has none. None for anything else."""
    if not isinstance(value, datetime):
        return None
    try:
        known = value.astimezone(UTC) if value.tzinfo is not None else value
    except (OverflowError, ValueError):  # the first or last day that datetime can express, in another zone
        return None
    return known.strftime("%Y-%m-%d %H:%M") + (" UTC" if known.tzinfo is not None else "")


def joined(*parts: str | None, mark: str = ", ") -> str:
    """What is there of these parts."""
    return mark.join(part for part in parts if part)


def lines(head: str, tail: str) -> str:
    """`<head, tail>` in one line if it fits, otherwise in two."""
    if not tail:
        return f"<{head}>"
    whole_line = f"<{head}, {tail}>"
    return whole_line if len(whole_line) <= LINE else f"<{head}\n {tail}>"
