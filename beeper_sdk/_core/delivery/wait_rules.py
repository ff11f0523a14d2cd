"""How a send ends, from what is seen of its message: the pure part of ``beeper.messages.wait``."""

from __future__ import annotations

import re
from time import monotonic
from typing import TYPE_CHECKING, Any

from ..util.validation import is_number
from .check_rules import FAILED
from .results import Sent

if TYPE_CHECKING:
    from ..generated import models
    from .results import Pending
    from .send_matching import MatchResult

_FIRST, _GROWTH, _LONGEST = 0.1, 1.7, 5.0
_MIN_SECONDS = 0.05
"""Seconds that a look may take however little time is left."""
_CODE = re.compile(r"[A-Za-z0-9_.:-]{1,80}")
NEVER = "the app does not show messages by pending ID, and what was sent is not known: give text="


class Backoff:
    """The time that is left, and the pauses in it: short at first, then longer and longer."""

    def __init__(self, timeout: float) -> None:
        self._due = monotonic() + timeout
        self._next = _FIRST

    def limit(self, seconds: float | None) -> float:
        """Seconds the next request may take, given what the client allows."""
        seconds_left = max(_MIN_SECONDS, self._due - monotonic())
        return seconds_left if seconds is None else min(seconds_left, seconds)

    def next(self, retry_after: float = 0.0) -> float | None:
        """Seconds to wait before looking again, at least those the server asks for; None when there is no time."""
        delay, self._next = max(self._next, retry_after), min(self._next * _GROWTH, _LONGEST)
        return delay if monotonic() + delay < self._due else None


def check_timeout(timeout: object) -> float:
    """Seconds greater than 0."""
    if not is_number(timeout):
        raise TypeError(f"timeout takes seconds, not {type(timeout).__name__}")
    if not 0 < timeout < float("inf"):
        raise ValueError("timeout takes seconds greater than 0, and a finite number of them")
    return float(timeout)


def check_pending(sent: Pending) -> tuple[str, str]:
    """Chat and pending ID of a send. Raises TypeError or ValueError."""
    given: Any = sent
    ids = (getattr(given, "chat_id", None), getattr(given, "pending_message_id", None))
    if not isinstance(ids[0], str) or not isinstance(ids[1], str):
        raise TypeError(f"sent takes what a send gave, with chat_id and pending_message_id, not {type(sent).__name__}")
    if not ids[0] or not ids[1]:
        raise ValueError("sent holds no pending_message_id: that send did not work")
    return ids[0], ids[1]


class Outcome:
    """What is known of the message of one send."""

    def __init__(self, pending_id: str) -> None:
        self._pending_id = pending_id
        self._message: models.Message | None = None
        self._reason = "the message was not found in time"

    def on_message(self, message: models.Message) -> Sent | None:
        """The message as it is now. How the send ended, if it has."""
        self._message = message
        report = message.send_status
        if report is not None and report.status in FAILED:
            code, may_retry = report.reason or "", report.status == "FAIL_RETRIABLE"
            shown = code if _CODE.fullmatch(code) else None
            return Sent("failed", "Beeper says that sending it failed", message, shown, may_retry)
        if report is not None and report.status != "SUCCESS":
            self._reason = "the message is in the chat, and Beeper was still sending it"
        elif message.id == self._pending_id:
            self._reason = "the message had no final ID in time"
        else:
            return Sent("sent", "the message is in the chat under its final ID", message)
        return None

    def on_match(self, result: MatchResult) -> Sent | None:
        """What the chat shows of the send. How it ended, if it has."""
        if result.kind == "found" and result.message is not None:
            return self.on_message(result.message)
        self._message, self._reason = result.message, f"{result.reason}, after the time given"
        return None

    def not_possible(self) -> Sent:
        """There is nothing to wait for."""
        return Sent("unknown", NEVER)

    def on_timeout(self) -> Sent:
        """How it ended when there is no time left."""
        message = self._message
        if message is not None and message.send_status is not None and message.send_status.status == "SUCCESS":
            return Sent("sent", "Beeper says that it was sent; it has no final ID yet", message)
        return Sent("unknown", self._reason, message)
