"""The arguments, backoff and results of ``beeper.messages.wait``. No I/O."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from ..util.validation import wrong_type
from .check_rules import REPORTED, failure
from .results import Sent

if TYPE_CHECKING:
    from ..generated import models
    from .results import Pending
    from .send_matching import MatchResult

_FIRST, _GROWTH, _MAX_DELAY = 0.1, 1.7, 5.0
_MIN_SECONDS = 0.05
"""Minimum timeout of the first request in seconds, even if less time remains."""
NEVER = "the app cannot look up messages by pending ID, and the sent text is not known; pass text="


class OutOfTime(Exception):
    """No time remains for a further request."""


class Backoff:
    """The remaining time, and the delays between requests, which grow exponentially from `first` to `most` seconds."""

    def __init__(self, timeout: float, first: float = _FIRST, most: float = _MAX_DELAY) -> None:
        self._due = monotonic() + timeout
        self._next, self._most = first, most
        self._is_first = True

    def limit(self, seconds: float | None) -> float:
        """The timeout of the next request: that of the client, or the remaining time if it is shorter. The first
        request is always made. Raises OutOfTime."""
        seconds_left = self._due - monotonic()
        if self._is_first:
            seconds_left = max(_MIN_SECONDS, seconds_left)
        elif seconds_left <= 0:
            raise OutOfTime
        self._is_first = False
        return seconds_left if seconds is None else min(seconds_left, seconds)

    def next(self, retry_after: float = 0.0) -> float | None:
        """Seconds to wait before the next request, at least the server's Retry-After; None if no time remains."""
        delay, self._next = max(self._next, retry_after), min(self._next * _GROWTH, self._most)
        return delay if monotonic() + delay < self._due else None


def check_pending(sent: Pending) -> tuple[str, str]:
    """Chat and pending ID of a send. Raises TypeError or ValueError."""
    given: Any = sent
    ids = (getattr(given, "chat_id", None), getattr(given, "pending_message_id", None))
    if not isinstance(ids[0], str) or not isinstance(ids[1], str):
        raise wrong_type("sent", "the result of messages.send, with chat_id and pending_message_id", sent)
    if not ids[0] or not ids[1]:
        raise ValueError("sent must have a pending_message_id; it is empty if the send failed")
    return ids[0], ids[1]


class Outcome:
    """What is known about the message of one send."""

    def __init__(self, pending_id: str) -> None:
        self._pending_id = pending_id
        self._message: models.Message | None = None
        self._is_match = False
        """Whether it is certain that this is the message."""
        self._reason = "the message was not found before the timeout"

    def on_message(self, message: models.Message) -> Sent | None:
        """Use the current state of the message. Returns the outcome of the send if it is known."""
        self._message, self._is_match = message, True
        report = message.send_status
        if (failed := failure(message)) is not None:
            return Sent("failed", REPORTED, message, *failed)
        if report is not None and report.status != "SUCCESS":
            self._reason = "the message is in the chat, but Beeper had not finished sending it before the timeout"
        elif message.id == self._pending_id:
            self._reason = "the message had no final ID before the timeout"
        else:
            return Sent("sent", "the message is in the chat under its final ID", message)
        return None

    def on_match(self, result: MatchResult) -> Sent | None:
        """Use what was found in the chat. Returns the outcome of the send if it is known."""
        if result.kind == "found" and result.message is not None:
            return self.on_message(result.message)
        self._message, self._is_match = result.message, False
        self._reason = f"{result.reason} (until the timeout)"
        return None

    def not_possible(self) -> Sent:
        """The result if the message cannot be found at all."""
        return Sent("unknown", NEVER)

    def on_timeout(self) -> Sent:
        """The result at the timeout."""
        message = self._message
        report = None if message is None or not self._is_match else message.send_status
        if report is not None and report.status == "SUCCESS":
            return Sent("sent", "Beeper reports that the message was sent; it has no final ID yet", message)
        return Sent("unknown", self._reason, message)
