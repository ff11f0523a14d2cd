"""How many connections a client keeps, and for how long; the same for threads and for event loops."""

from __future__ import annotations

import httpx

MAX_CALLS = 100
"""Calls of one client that are under way at once; more wait for a slot."""
HTTPX_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0)
"""Slots are counted here, not in httpcore, whose queue costs time by its length and can lose a slot (a call that gives
up in the very moment in which it gets one). Idle connections are kept for 5 seconds."""


def pool_timeout(request: httpx.Request) -> float | None:
    """Seconds a request may wait for a slot."""
    seconds: float | None = request.extensions["timeout"]["pool"]
    return seconds
