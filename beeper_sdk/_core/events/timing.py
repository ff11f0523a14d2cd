"""The durations and limits of a stream of events."""

from __future__ import annotations

from typing import NamedTuple

MAX_WAITING = 10_000
"""Maximum number of events that wait for the program. When there are more, the oldest are dropped."""
PING_AFTER = 30.0
"""Seconds without a byte from the server after which a ping is sent."""
SILENCE = 75.0
"""Seconds without a byte from the server after which the connection counts as lost: it did not respond to the ping."""


class Timing(NamedTuple):
    """Durations in seconds, and limits. Tests use shorter ones."""

    ping_after: float = PING_AFTER
    silence: float = SILENCE
    reply: float = 30.0
    """Maximum time until the server has greeted, or has confirmed a subscription."""
    write: float = 10.0
    """Maximum time to send a frame."""
    tick: float = 0.25
    """How long one read waits. A changed subscription is sent, and closing the client noticed, between two reads."""
    stable: float = 60.0
    """A connection that lasted so long resets the delays before reconnecting."""
    first_delay: float = 1.0
    max_delay: float = 60.0
    join: float = 1.0
    """Blocking client only: maximum time that the end of the block waits for the thread."""
    max_waiting: int = MAX_WAITING


STANDARD = Timing()
