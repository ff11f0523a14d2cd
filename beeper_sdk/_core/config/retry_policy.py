"""`RetryPolicy`: the settings for retries. `calls.retry` applies them to a call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from ..util.validation import check_count, check_seconds, wrong_type

if TYPE_CHECKING:
    from ...hooks import Attempt, Result

Decide: TypeAlias = "Callable[[Attempt, Result, float | None], float | None]"
"""Chooses the delay of a retry in seconds; None gives up. See `RetryPolicy.decide`."""


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
    """Maximum seconds for all attempts and delays together; None for no limit.

    No attempt starts after the deadline,
    the timeout of an attempt is shortened to the remaining time, and a Retry-After beyond it ends the call. A
    Retry-After of more than an hour always ends the call.

    Waiting for a turn of a `RateLimit`, or for one of the 100 calls that a client sends at once, does not count. The
    access_token function has the same number of seconds for itself: an async function is cancelled then."""
    decide: Decide | None = None
    """Overrides the delay: ``decide(attempt, result, delay)``.

    It is called after each failed attempt that may be retried, and returns the seconds to wait, or None to give up.
    ``delay`` is what the policy would do. It cannot retry calls that must not be repeated or conflicts (409), nor
    exceed ``attempts`` and ``deadline``.
    """

    def __attrs_post_init__(self) -> None:
        check_count("attempts", self.attempts)
        check_seconds("base", self.base, zero=True)
        check_seconds("cap", self.cap, zero=True)
        if self.deadline is not None:
            check_seconds("deadline", self.deadline, or_none=True)
        if self.decide is not None and not callable(self.decide):
            raise wrong_type("decide", "a function or None", self.decide)


STANDARD = RetryPolicy()
