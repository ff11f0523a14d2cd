"""Moves the dates of a stored world, so that it ends at the moment at which a server starts.

All dates move by the same whole minutes: a date has the same seconds and milliseconds in every world, and a world whose
start is a given moment has the same bytes wherever it is made. A search reads all dates of a world, about 8,000. They
are moved as text, days and times of day by tables, which takes less than half the time that calculating them takes.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..wire.json_values import Json, is_object, read_stamp, stamp

MINUTE_MS = 60_000
KEYS_PER_MS = 1000
"""A sort key is a moment in milliseconds times this, plus a number: see ``sort_keys``."""
DAY_MINUTES = 1440
MOST_KEPT = 10_000
"""How many moved minutes are kept: more than a world begins with. Messages of a million minutes would take 200 MB."""


class Dates:
    """Moves dates by a number of whole minutes, in milliseconds."""

    def __init__(self, shift_ms: int) -> None:
        self.shift_ms: int = shift_ms // MINUTE_MS * MINUTE_MS
        self._keys = self.shift_ms * KEYS_PER_MS
        self._days, self._minutes = divmod(shift_ms // MINUTE_MS, DAY_MINUTES)
        self._minute_of, self._times = _tables()
        self._moved_days: tuple[dict[str, str], dict[str, str]] = ({}, {})
        """The days as they are moved, and the days after them."""
        self._moved: dict[str, str] = {}
        """Dates without seconds."""

    def moved(self, text: str) -> str:
        """A timestamp of the stored world (in UTC, with minutes), as it is in the world that starts."""
        return (self._moved.get(text[:16]) or self._move_minute(text[:16])) + text[16:]

    def _move_minute(self, text: str) -> str:
        minute = self._minute_of[text[11:]] + self._minutes
        next_day = minute >= DAY_MINUTES
        day = self._moved_days[next_day].get(text[:10]) or self._move_day(text[:10], next_day=next_day)
        if len(self._moved) >= MOST_KEPT:
            self._moved.clear()
        moved = self._moved[text] = day + self._times[minute]
        return moved

    def _move_day(self, text: str, *, next_day: bool) -> str:
        moved_ms = read_stamp(f"{text}T00:00Z") + (self._days + next_day) * DAY_MINUTES * MINUTE_MS
        moved = self._moved_days[next_day][text] = stamp(moved_ms)[:10]
        return moved

    def move_chat(self, wire: Json) -> None:
        """Move all dates of a chat, but not those of its messages."""
        self._move(wire, "lastActivity")
        self._move_key(wire, "lastReadMessageSortKey")
        for key in ("reminder", "snooze"):
            if is_object(found := wire.get(key)):
                self._move(found, "remindAt", "snoozeUntil", "userSnoozedAt")

    def move_rows(self, rows: Iterable[Json]) -> None:
        """Move all dates of messages."""
        moved = self.moved
        for row in rows:
            self._move_key(row, "sortKey")
            row["timestamp"] = moved(row["timestamp"])
            if row.get("editedTimestamp"):
                row["editedTimestamp"] = moved(row["editedTimestamp"])
            if row.get("sendStatus"):
                self._move(row["sendStatus"], "timestamp")
            if "seen" in row:
                self._move(row, "seen")
                if is_object(seen := row["seen"]):
                    self._move(seen, *seen)

    def _move_key(self, found: Json, name: str) -> None:
        """Move a sort key as the date that it is made of."""
        if found.get(name):
            found[name] = str(int(found[name]) + self._keys)

    def _move(self, found: Json, *keys: str) -> None:
        for key in keys:
            if isinstance(text := found.get(key), str):
                found[key] = self.moved(text)


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, int], list[str]]:
    """The minute of a day by its text, and the times of two days by their minutes."""
    texts = [f"{minute // 60:02}:{minute % 60:02}" for minute in range(DAY_MINUTES)]
    return {text: minute for minute, text in enumerate(texts)}, [f"T{text}" for text in texts] * 2


@lru_cache(maxsize=4)
def move_by(shift_ms: int) -> Dates:
    """What moves dates by whole minutes, in milliseconds."""
    return Dates(shift_ms)


def dates(ends_ms: int, starts_ms: int) -> Dates:
    """What moves a world whose newest message is not later than `ends_ms` to a server that starts at `starts_ms`.

    Its end is then less than a minute before the start.
    """
    return move_by((starts_ms - ends_ms) // MINUTE_MS * MINUTE_MS)
