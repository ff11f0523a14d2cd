"""The clock of a running fake server, for tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from .._core.util.override import override
from .._core.util.validation import check_kind, is_number, wrong_type
from .rules import due
from .wire.json_values import from_ms, to_ms
from .world.clock import check_moment

if TYPE_CHECKING:
    from .view.loop import Loop
    from .world.world import World


class FakeClock:
    """Reads the clock of a fake server and moves it forward. It can be used from any thread.

    A clock that is moved goes on as before: one of the machine runs, one that was set by ``now=`` stands. `advance` and
    `set` return when all that happens until the new time has happened, in order of time: reminders and snoozes end,
    disappearing messages disappear, and delayed sends arrive. After that, tokens, codes, uploads and sign-ins whose
    lifetime has passed are refused, and so are edits and deletions that are too late.
    """

    def __init__(self, _loop: Loop) -> None:
        self._loop = _loop

    @property
    def now(self) -> datetime:
        """The time of the server, in UTC. It is never earlier than anything that happened in it."""
        return from_ms(self._loop.run(self._loop.world().clock.milliseconds))

    def advance(
        self,
        by: timedelta | None = None,
        /,
        *,
        days: float = 0,
        hours: float = 0,
        minutes: float = 0,
        seconds: float = 0,
        milliseconds: float = 0,
    ) -> None:
        """Move the clock forward, by a timedelta or by the sum of its parts.

        Args:
            by: How far, 0 or more; or the sum of the following.
            days: Days.
            hours: Hours.
            minutes: Minutes.
            seconds: Seconds.
            milliseconds: Milliseconds.

        Raises:
            TypeError: An argument has the wrong type, or a timedelta is passed with other arguments.
            ValueError: The sum is negative, or the new time is after the year 8999.
        """
        parts = {
            "days": days, "hours": hours, "minutes": minutes, "seconds": seconds, "milliseconds": milliseconds
        }  # fmt: skip
        step = _step(by, parts)
        self._go(lambda now: now + step)

    def set(self, moment: datetime) -> None:
        """Move the clock forward to an aware datetime.

        Args:
            moment: The new time, with a time zone.

        Raises:
            TypeError: `moment` is not a datetime.
            ValueError: It has no time zone, is earlier than `now`, or is after the year 8999.
        """
        at_ms = to_ms(check_moment("moment", moment))
        self._go(lambda _: at_ms)

    def _go(self, target: Callable[[int], int]) -> None:
        self._loop.run(lambda: _go(self._loop.world(), target))

    @override
    def __repr__(self) -> str:
        return f"<FakeClock {self.now.isoformat()}>"


def _go(world: World, target: Callable[[int], int]) -> None:
    now = world.clock.milliseconds()
    at_ms = target(now)
    if at_ms < now:
        raise ValueError(f"moment must not be earlier than now, which is {from_ms(now).isoformat()}")
    if at_ms > _LAST_MS:
        raise ValueError("the clock cannot be moved beyond the year 8999")
    due.advance(world, at_ms)


_LAST_MS = to_ms(datetime.fromisoformat("8999-12-31T00:00:00Z"))


def _step(by: timedelta | None, parts: dict[str, float]) -> int:
    if by is not None:
        check_kind("by", by, timedelta, "a timedelta")
    for name, part in parts.items():
        if not is_number(part):
            raise wrong_type(name, "a number", part)
    if by is not None and any(parts.values()):
        raise TypeError("pass either a timedelta or its parts, such as hours=5")
    try:
        step = timedelta(**parts) if by is None else by
    except (OverflowError, ValueError):
        raise ValueError("the time to advance by must be a finite number of days that a timedelta can hold") from None
    if step < timedelta(0):
        raise ValueError(f"a clock cannot be moved back; the time to advance by must not be negative, not {step}")
    return step // timedelta(milliseconds=1)
