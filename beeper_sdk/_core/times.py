"""Times and durations as users see them: datetimes and timedeltas, whatever unit the API uses.

No I/O. See `When` for the accepted kinds of dates. Results are always aware datetimes in UTC.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from time import time
from typing import TYPE_CHECKING

from .generated import base, times
from .http.request_parts import json_body
from .util.validation import check_kind, is_number

if TYPE_CHECKING:
    from .generated import AnyRequest, models

When = times.When
moment = times.when
past_moment = times.past
SECOND = timedelta(seconds=1)
_MAX_MILLISECONDS = 10**18


def future_moment(argument: str, value: When, now: datetime | None = None) -> datetime:
    """The time that a `When` refers to, which must be in the future. In milliseconds, as it is sent.

    Raises:
        TypeError: the value is not a `When`.
        ValueError: the value is not a date, is ambiguous, or is in the past.
    """
    now = now or datetime.now(UTC)
    moment_given = moment(argument, value, now)
    if moment_given <= now:
        raise ValueError(f"{argument} must be in the future")
    return moment_given.replace(microsecond=moment_given.microsecond // 1000 * 1000)


def past_period(since: When | None, until: When | None) -> tuple[datetime | None, datetime | None]:
    """The beginning and the end of a period, each as `past_moment`.

    Raises:
        TypeError, ValueError: one of them is invalid, or `since` is not before `until`.
    """
    now = datetime.now(UTC)
    start = None if since is None else past_moment("since", since, now)
    end = None if until is None else past_moment("until", until, now)
    if start is not None and end is not None and start >= end:
        raise ValueError("since must be before until")
    return start, end


def check_reminder(request: AnyRequest) -> None:
    """Check that a reminder is in the future. Raises ValueError."""
    reminder = base.as_object(json_body(request)["reminder"])
    at, milliseconds = reminder.get("remindAt"), reminder.get("remindAtMs")
    if isinstance(at, str):
        future_moment("reminder.remind_at", at)
    elif is_number(milliseconds) and milliseconds <= time() * 1000:
        raise ValueError("reminder.remind_at_ms must be in the future, in Unix milliseconds")


def expiry(chat: models.Chat) -> timedelta | None:
    """The time after which messages of a chat disappear; None for never."""
    seconds = chat.message_expiry_seconds  # in seconds here, but in milliseconds in the capabilities
    return _duration(seconds) if seconds else None


def expiry_choices(chat: models.Chat) -> list[timedelta] | None:
    """The durations that a chat allows for disappearing messages, shortest first; None if it lists none."""
    timer = None if chat.capabilities is None else chat.capabilities.disappearing_timer
    if timer is None or timer.timers is None:
        return None
    timers = sorted(each for each in timer.timers if is_number(each) and each > 0)
    return [_duration(min(milliseconds, _MAX_MILLISECONDS) / 1000) for milliseconds in timers]


def _duration(seconds: float) -> timedelta:
    """A number of seconds of a server, which may be larger than a timedelta can be."""
    limit = -timedelta.min.total_seconds()
    return timedelta(seconds=max(-limit, min(seconds, limit)))


def expiry_seconds(argument: str, after: timedelta | None, choices: list[timedelta] | None) -> int | None:
    """The expiry of messages as it is sent: whole seconds; None for never.

    Raises:
        TypeError: the value is neither a timedelta nor None.
        ValueError: the value is not a whole number of seconds above 0, or not one of the choices. The message lists
            them.
    """
    if after is None:
        return None
    check_kind(argument, after, timedelta, "a timedelta or None")
    if after < SECOND or after % SECOND:
        raise ValueError(f"{argument} must be a whole number of seconds and at least one second, or None for never")
    if choices is not None and after not in choices:
        seconds = ", ".join(str(choice // SECOND) for choice in choices)
        allowed = f"must be one of {seconds} seconds" if choices else "must be None"
        raise ValueError(f"{argument} {allowed}; this chat allows no other expiry")
    return after // SECOND
