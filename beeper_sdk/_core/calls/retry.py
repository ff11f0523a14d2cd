"""Whether a call is retried, and after which delay: pure functions of the outcome and a `RetryPolicy`.

An operation with the effect `once` is retried only if no byte of the request reached the server: apps were observed to
respond with 500, 404 or a timeout to messages that they had sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..concurrency.primitives import close_coroutine
from ..http.outcome import HttpResponse, TransportFailure, http_date
from ..util.validation import MAX_SECONDS, is_number

if TYPE_CHECKING:
    from ...hooks import Attempt, Result
    from ..config.retry_policy import Decide, RetryPolicy

RETRIED_STATUSES = frozenset({408, 429})
"""Besides 500 and above. Not 409: newer apps use it for real conflicts, which a retry cannot resolve."""

MAX_RETRY_AFTER = 3600.0
"""Maximum Retry-After in seconds that is waited for, even without a deadline: a faulty server may send any number."""
_PERMANENT = frozenset({"tls", "too-large", "file"})
"""Failures that a retry cannot change: an invalid certificate, a response above the size limit, an unreadable file."""


def _random() -> float:
    from random import random  # 2 ms, and most programs never wait for a retry

    return random()  # noqa: S311  # a delay is no secret


def is_retryable(policy: RetryPolicy, once: bool, outcome: HttpResponse | TransportFailure, attempt: int) -> bool:
    """Whether the call may be retried at all. `retry_delay` decides whether it is."""
    if attempt >= policy.attempts:
        return False
    if isinstance(outcome, TransportFailure):
        return not once or outcome.is_unsent
    return not once and outcome.status_code != 409  # a real conflict, see RETRIED_STATUSES


def retry_delay(
    policy: RetryPolicy,
    once: bool,
    final: frozenset[int],
    outcome: HttpResponse | TransportFailure,
    attempt: int,
    elapsed: float,
    now: float,
    chance: Callable[[], float] = _random,
) -> float | None:
    """Seconds to wait before the next attempt, or None to give up. `final`: statuses that a retry cannot change;
    `attempt`: counted from 1; `elapsed`: seconds since the first attempt; `now`: for a Retry-After that is a date."""
    if not is_retryable(policy, once, outcome, attempt) or not _is_transient(outcome, final):
        return None
    requested = retry_after(outcome.headers, now) if isinstance(outcome, HttpResponse) else None
    # Full jitter: calls that failed at the same moment are not retried at the same moment. The exponent is limited
    # because 2**1024 does not fit into a float.
    if requested is not None and requested > MAX_RETRY_AFTER:
        return None
    wait = chance() * min(policy.cap, policy.base * 2 ** min(attempt - 1, 60)) if requested is None else requested
    return before_deadline(policy, wait, elapsed)


def before_deadline(policy: RetryPolicy, wait: float, elapsed: float) -> float | None:
    """The delay, or None if it would end after the deadline."""
    return wait if policy.deadline is None or elapsed + wait < policy.deadline else None


def apply_override(decide: Decide, attempt: Attempt, result: Result, wait: float | None) -> float | None:
    """The delay that the user's `decide` function returns. Raises ValueError if it is not a delay."""
    chosen = decide(attempt, result, wait)
    if chosen is not None and not (is_number(chosen) and 0 <= chosen <= MAX_SECONDS):
        close_coroutine(chosen)
        what = f"return 0 to {MAX_SECONDS:.0f} seconds, or None to give up"
        raise ValueError(f"the decide function of RetryPolicy must {what}; it must not be async")
    return chosen


def _is_transient(outcome: HttpResponse | TransportFailure, final: frozenset[int]) -> bool:
    if isinstance(outcome, TransportFailure):
        return outcome.kind not in _PERMANENT
    status = outcome.status_code
    return status not in final and (status >= 500 or status in RETRIED_STATUSES)


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """The delay in seconds that the response asks for: ``retry-after-ms``, or ``Retry-After`` in seconds or as a date.
    None if neither can be parsed; from 0 to `MAX_SECONDS`, so that users can sleep for it."""
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return min(milliseconds / 1000, MAX_SECONDS)
    text = headers.get("retry-after")
    seconds = _number(text)
    if seconds is None and (date := http_date(text)) is not None:
        seconds = max(0.0, date.timestamp() - now)
    return None if seconds is None else min(seconds, MAX_SECONDS)


def _number(text: str | None) -> float | None:
    """The number, with negative numbers as 0. None for a text that is not a finite number."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return max(0.0, value) if value < float("inf") else None  # false for "nan" too
