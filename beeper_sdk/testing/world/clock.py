"""The time of a world: that of the machine, one that stands, or that of a function, and what `advance` adds to it.

It is never earlier than anything that happened in the world, and each event is at least a millisecond later than the
one before.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TypeAlias

from ..._core.util.validation import wrong_type
from ..wire.json_values import from_ms, to_ms

Now: TypeAlias = Callable[[], datetime]

SEED_ENDS_MS = to_ms(datetime(2026, 9, 1, 12, tzinfo=UTC))
"""The moment at which stored worlds end; ``dates`` moves it to the start of a server."""
_YEARS = range(1971, 9000)
"""The years that a clock may show: the dates of a world begin months before its start, and can be set ahead."""


def real_time() -> datetime:
    """The machine's time, aware."""
    return datetime.now(UTC)


def check_moment(name: str, moment: object) -> datetime:
    """The datetime that was passed as an argument.

    Raises:
        TypeError: It is not a datetime.
        ValueError: It has no time zone, or is too far from today.
    """
    if not isinstance(moment, datetime):
        raise wrong_type(name, "a datetime", moment)
    if moment.utcoffset() is None:
        raise ValueError(f"{name} must have a time zone, e.g. tzinfo=UTC")
    if moment.year not in _YEARS:
        raise ValueError(f"{name} must be from {_YEARS[0]} to {_YEARS[-1]}, not in the year {moment.year}")
    return moment


def check_now(now: Now | datetime | None) -> None:
    """Raise the error of an invalid argument `now`."""
    if isinstance(now, datetime):
        check_moment("now", now)
    elif now is not None and not callable(now):
        raise wrong_type("now", "a datetime, a function that returns one, or None", now)


class Clock:
    """Returns Unix milliseconds."""

    def __init__(self, now: Now | datetime | None = None) -> None:
        self._now: Now = real_time if now is None else (lambda: now) if isinstance(now, datetime) else now
        self._ahead = 0
        self.started_ms: int = self._read()
        """When the world began."""
        self._last = self.started_ms - 1

    def _read(self) -> int:
        return to_ms(check_moment("the result of now", self._now())) + self._ahead

    def tick(self) -> int:
        """The moment of something that happens now; two events never share one."""
        self._last = max(self._last + 1, self._read())
        return self._last

    def milliseconds(self) -> int:
        """The time of the world. Reading it does not move it."""
        return max(self._last, self._read())

    def seconds(self) -> int:
        """The time of the world in Unix seconds, as the OAuth routes write time."""
        return self.milliseconds() // 1000

    def date(self) -> str:
        """The time as in the ``Date`` header of responses: that of the machine, even if it was set back."""
        return format_datetime(from_ms(self._read()), usegmt=True)

    def go_on(self) -> None:
        """Everything so far has happened: what comes next is later than this moment."""
        self._last = self.milliseconds()

    def move_to(self, moment_ms: int) -> None:
        """Go on from this moment, unless it is earlier than now."""
        self._ahead += max(0, moment_ms - self._read())
        self._last = max(self._last, moment_ms - 1)  # also if the clock that it follows is set back later
