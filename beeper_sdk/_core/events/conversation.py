"""The frames of one connection: replies to commands, and events, with `Interrupted` between them."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from ..generated import models
from ..http import redaction
from ..util.log import INFO, log
from ..util.validation import string
from .frames import Numbered, Sequence, Undecodable, read_frame
from .values import Event, Interrupted

if TYPE_CHECKING:
    from ..diagnostics.recorder import Recorder

OPERATION = "events"
"""The name of findings in `diagnostics`."""


class Reply(NamedTuple):
    """The reply to a command."""

    rejected: bool = False
    code: str | None = None
    """The error code, if it looks like one."""
    message: str | None = None
    """The error message. Private."""


class Conversation:
    """What was received on a connection."""

    def __init__(self, recorder: Recorder) -> None:
        self.events: deque[Event] = deque()
        """Those that were not passed on yet."""
        self.is_ready: bool = False
        """Whether the server has sent its first frame."""
        self.reply: Reply | None = None
        """The reply to the last command; None as long as there is none."""
        self._recorder = recorder
        self._sequence = Sequence()
        self._undecodable = False
        self._requests = 0
        self._awaited: str | None = None

    def new_request(self) -> str:
        """The ID of the next command, whose reply is waited for."""
        self._requests += 1
        self.reply, self._awaited = None, f"request-{self._requests}"
        return self._awaited

    def receive(self, message: bytes | None) -> None:
        """Handle a message of the server."""
        frame = read_frame(message, self._report)
        if isinstance(frame, Numbered):
            if self._sequence.skips(frame.seq):
                self.events.append(Interrupted("gap"))
            self.events.append(frame.event)
        elif isinstance(frame, Undecodable):
            self._report(frame.path, frame.problem)
            if not self._undecodable:  # one line for a connection: the diagnostics count the others
                log(INFO, "events: a frame could not be decoded: %s: %s", frame.path, frame.problem)
            self._undecodable = True
            self._sequence.follow(frame.seq)
            self.events.append(Interrupted("undecodable"))
        elif isinstance(frame, models.WSReady):
            self.is_ready = True
        elif self._awaited is not None and frame.request_id in (self._awaited, None):
            self._awaited = None
            if isinstance(frame, models.WSSubscriptionsUpdated) and self._requests > 1:
                self.events.append(Interrupted("subscription"))
            self.reply = _error(frame) if isinstance(frame, models.WSError) else Reply()

    def _report(self, path: str, problem: str) -> None:
        self._recorder.record_decode_error(OPERATION, path, problem)


def _error(frame: models.WSError) -> Reply:
    return Reply(True, redaction.code(string(frame.code) or ""), string(frame.message))
