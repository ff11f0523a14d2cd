"""The limits of a client's connections, for blocking and async clients."""

from __future__ import annotations

import httpx

MAX_CALLS = 100
"""Maximum number of concurrent calls of a client. Further calls wait for a slot."""
HTTPX_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0)
"""Idle connections are kept for 5 seconds. The number of connections is limited by slots here, not by httpcore: the
cost of its queue grows with its length, and a call that gives up at the moment it gets a slot can lose the slot."""


def pool_timeout(request: httpx.Request) -> float | None:
    """Maximum seconds that a request waits for a slot."""
    seconds: float | None = request.extensions["timeout"]["pool"]
    return seconds
