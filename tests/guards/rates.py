"""Turns of a `RateLimit`, without a client."""

from __future__ import annotations

from beeper_sdk import RateLimit
from beeper_sdk._core.config.rate_limit import turns_of


def reserve(limit: RateLimit) -> float:
    """Take the next turn. Returns the seconds until it."""
    turns = turns_of(limit)
    return turns.seconds_until(turns.take_turn())
