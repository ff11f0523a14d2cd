"""`RetryPolicy`: how often a call is tried, as numbers. What they mean for a call is decided in `calls.retry`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from ..util.validation import is_at_least

if TYPE_CHECKING:
    from ...hooks import Attempt, Result

Decide: TypeAlias = "Callable[[Attempt, Result, float | None], float | None]"


@frozen
class RetryPolicy:
    """How often a call is tried, and how long the pauses are.

    The pause before attempt n+1 is random between 0 and ``min(cap, base * 2**(n-1))`` seconds ("full jitter"),
    or what the server asks for by Retry-After.
    """

    attempts: int = 3
    """Tries in all, at least 1 (no repeating)."""
    base: float = 0.5
    """Seconds."""
    cap: float = 8.0
    """Seconds."""
    deadline: float | None = 60.0
    """Seconds for all attempts and pauses together; None for no limit. No attempt begins after it, each
    attempt's time-out is cut to what is left, and a Retry-After beyond it is not waited for."""
    decide: Decide | None = None
    """For special cases: ``decide(attempt, result, pause)`` is asked after each failed attempt that may be followed
    by another, and gives the seconds to wait or None to give up. ``pause`` is what the policy would do. It cannot
    repeat what must not be, a conflict (409), or more often and longer than ``attempts`` and ``deadline`` say."""

    def __attrs_post_init__(self) -> None:
        if not is_at_least(self.attempts, 1) or self.attempts != int(self.attempts):
            raise ValueError("attempts takes a whole number of at least 1")
        for name, value in (("base", self.base), ("cap", self.cap), ("deadline", self.deadline or 0)):
            if not is_at_least(value, 0):
                raise ValueError(f"{name} takes seconds of at least 0")
        if self.decide is not None and not callable(self.decide):
            raise TypeError("decide takes a function")


STANDARD = RetryPolicy()
