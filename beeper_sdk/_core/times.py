"""Moments and durations as the SDK takes and gives them: datetimes and timedeltas, whatever the wire counts in.

Pure. How a date is read, of whatever type, is written at `When`; what is read is always an aware datetime in UTC.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from .generated import times

if TYPE_CHECKING:
    from .generated import models

When = times.When
moment = times.when
SECOND = timedelta(seconds=1)


def future_moment(argument: str, value: When, now: datetime | None = None) -> datetime:
    """The moment a `When` means, where only the future makes sense; to the millisecond, as it is sent.

    Raises:
        TypeError: not a `When`.
        ValueError: no date, several dates, or one that has passed.
    """
    now = now or datetime.now(UTC)
    moment_given = moment(argument, value, now)
    if moment_given <= now:
        raise ValueError(f"{argument} takes a time to come; this one has passed")
    return moment_given.replace(microsecond=moment_given.microsecond // 1000 * 1000)


def expiry(chat: models.Chat) -> timedelta | None:
    """After how long messages of a chat disappear; None for never."""
    seconds = chat.message_expiry_seconds  # the wire has seconds here, and milliseconds in the capabilities
    return timedelta(seconds=seconds) if seconds else None


def expiry_choices(chat: models.Chat) -> list[timedelta] | None:
    """The durations a chat lets its messages disappear after, shortest first; None where none are named."""
    timer = None if chat.capabilities is None else chat.capabilities.disappearing_timer
    if timer is None or timer.timers is None:
        return None
    return [timedelta(milliseconds=milliseconds) for milliseconds in sorted(timer.timers) if milliseconds > 0]


def expiry_seconds(argument: str, after: timedelta | None, choices: list[timedelta] | None) -> int | None:
    """The expiry of messages as it is sent: whole seconds; None for never.

    Raises:
        TypeError: neither a timedelta nor None.
        ValueError: not a whole number of seconds above 0, or none of the choices; the error shows them.
    """
    if after is None:
        return None
    wanted = f"{argument} takes a timedelta of whole seconds, or None for never"
    if not isinstance(after, timedelta):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a type checker
        raise TypeError(f"{wanted}, not {type(after).__name__}")
    if after < SECOND or after % SECOND:
        raise ValueError(f"{wanted}, not {after}")
    if choices is not None and after not in choices:
        raise ValueError(f"{argument} takes what this chat allows: {', '.join(map(str, choices)) or 'nothing'}")
    return after // SECOND
