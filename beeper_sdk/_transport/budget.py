"""Limits: the time that the steps of a request may take, the number of calls, and the time of idle connections."""

from __future__ import annotations

import re
from math import inf
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._core.http.outcome import ReadLimits

MAX_CONNECT_TIMEOUT = 10.0
"""Maximum seconds to connect: a server that has not accepted a connection by then is considered unreachable."""
MAX_CALLS = 100
"""Maximum number of concurrent calls of a client. Further calls wait for a slot."""
MAX_IDLE = 4.0
"""Seconds after which an idle connection is not used again. Node's HTTP server closes it after 5 seconds: a request
sent at that moment may be lost, or carried out without a response."""
_KEEP_ALIVE = re.compile(r"timeout=(\d{1,9})", re.IGNORECASE | re.ASCII)


class Budget:
    """The time by which a step of a request must end: connecting, sending a part, the head of the response with all
    interim responses, or a piece of its body. A timeout of each single wait alone would not end a step if the server
    sends one byte before each timeout."""

    __slots__ = ("deadline", "expires", "queued", "seconds")

    def __init__(self, limits: ReadLimits) -> None:
        self.seconds: float = inf if limits.timeout is None else limits.timeout
        """The timeout of a step."""
        self.deadline: float = inf if limits.deadline is None else limits.deadline
        """Time on the monotonic clock at which all steps end."""
        self.queued: float = 0.0
        """Seconds that the request waited for a slot. They do not count."""
        self.start_step()

    def postpone(self, seconds: float) -> None:
        """Move the deadline: the request waited for a slot, and not for the server."""
        self.queued += seconds
        self.deadline += seconds
        self.start_step()

    def start_step(self) -> None:
        """Start a step: it has the whole timeout."""
        self.expires: float = monotonic() + self.seconds


class TimeLimit(float):
    """A timeout in seconds that httpx passes on to the network layer, with what it does not know of."""

    budget: Budget
    max_idle: float


def idle_limit(keep_alive: str) -> float:
    """Seconds for which a connection may be idle after a response with this ``Keep-Alive`` header: one less than it
    says, because the server's time starts earlier than ours."""
    found = _KEEP_ALIVE.search(keep_alive)
    return MAX_IDLE if found is None else min(MAX_IDLE, int(found[1]) - 1.0)
