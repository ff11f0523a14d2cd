"""The world's time: the real one, but never earlier than anything that already happened in it.

The seed ends at a fixed moment, so a world is the same whenever it is made; what happens afterwards is
stamped by the machine's clock, as a running Beeper does, or by any clock a test hands in.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TypeAlias

from ..wire.json_values import to_ms

Now: TypeAlias = Callable[[], datetime]

SEED_ENDS = datetime(2026, 9, 1, 12, tzinfo=UTC)
SEED_ENDS_MS = to_ms(SEED_ENDS)


def real_time() -> datetime:
    """The machine's time, aware."""
    return datetime.now(UTC)


class Clock:
    """Hands out Unix milliseconds, each later than the one before."""

    def __init__(self, now: Now = real_time, last_ms: int = SEED_ENDS_MS) -> None:
        self._now = now
        self._last = last_ms

    def tick(self) -> int:
        """The moment of something that happens now; two events never share one."""
        self._last = max(self._last + 1, to_ms(self._now()))
        return self._last

    def date(self) -> str:
        """The time as in the ``Date`` header of responses: that of the machine, even if it was set back."""
        return format_datetime(self._now().astimezone(UTC), usegmt=True)

    def milliseconds(self) -> int:
        """Unix milliseconds; does not move the clock."""
        return max(self._last, to_ms(self._now()))

    def seconds(self) -> int:
        """Unix seconds, as the OAuth routes write time; does not move the clock."""
        return self.milliseconds() // 1000
