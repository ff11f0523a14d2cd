"""`RetryPolicy`: the settings for retries. `calls.retry` applies them to a call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from ..util.validation import check_count, is_at_least, is_number, wrong_type

if TYPE_CHECKING:
    from ...hooks import Attempt, Result

Decide: TypeAlias = "Callable[[Attempt, Result, float | None], float | None]"


@frozen
class RetryPolicy:
    """How often a call is retried, and how long to wait before a retry.

    Read-only and idempotent calls are retried. Other calls are retried only if no byte of the request was sent. The
    delay before attempt n+1 is the server's Retry-After, or else random between 0 and ``min(cap, base * 2**(n-1))``
    seconds (exponential backoff with full jitter).
    """

    attempts: int = 3
    """Maximum number of attempts, including the first; at least 1. 1 disables retries."""
    base: float = 0.5
    """Base of the exponential backoff in seconds, at least 0."""
    cap: float = 8.0
    """Maximum backoff in seconds, at least 0."""
    deadline: float | None = 60.0
    """Maximum seconds for all attempts and delays together; None for no limit. No attempt starts after the deadline,
    the timeout of an attempt is shortened to the remaining time, and a Retry-After beyond it ends the call."""
    decide: Decide | None = None
    """Overrides the delay: ``decide(attempt, result, delay)`` is called after each failed attempt that may be retried,
    and returns the seconds to wait, or None to give up. ``delay`` is what the policy would do. It cannot retry calls
    that must not be repeated or conflicts (409), nor exceed ``attempts`` and ``deadline``."""

    def __attrs_post_init__(self) -> None:
        check_count("attempts", self.attempts)
        deadline = 1 if self.deadline is None else self.deadline
        for name, value in (("base", self.base), ("cap", self.cap), ("deadline", deadline)):
            if not is_number(value):
                raise wrong_type(name, "a number of seconds", value)
            if not is_at_least(value, 0):
                raise ValueError(f"{name} must be a finite number of seconds of at least 0")
        if not deadline:
            raise ValueError("deadline must be greater than 0 seconds, or None for no limit")
        if self.decide is not None and not callable(self.decide):
            raise wrong_type("decide", "a function or None", self.decide)


STANDARD = RetryPolicy()
