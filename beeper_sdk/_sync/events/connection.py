# @generated


from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

from ..._core.concurrency.background import uncancelled
from ..._core.delivery.moments import steady_clock
from ..._core.events.conversation import Conversation
from ..._core.events.lost import ConnectionLost
from ..._core.http.outcome import TransportFailure
from ...errors import SubscriptionRejected

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..._core.diagnostics.recorder import Recorder
    from ..._core.events.framing import Framing
    from ..._core.events.subscription import Subscription
    from ..._core.events.timing import Timing
    from ..._core.events.values import Event
    from ..._transport._sync.upgraded import Upgraded
    from ..._transport._sync.via_httpx import HttpxBody
    from ...errors._context import CallInfo


class Connection:
    def __init__(
        self,
        stream: Upgraded,
        body: HttpxBody,
        framing: Framing,
        info: CallInfo,
        recorder: Recorder,
        timing: Timing,
    ) -> None:
        self._stream = stream
        self._body = body
        self._framing = framing
        self._info = info
        self._timing = timing
        self._conversation = Conversation(recorder)
        self._events: deque[Event] = self._conversation.events
        self._usable = True
        self.opened_at: float = monotonic()
        self._received_at = self._pinged_at = steady_clock()

    def greet(self) -> None:
        self._read_until(lambda: self._conversation.is_ready)

    def subscribe(self, subscription: Subscription) -> None:
        self._framing.text(subscription.command(self._conversation.new_request()))
        self._flush()
        self._read_until(lambda: self._conversation.reply is not None)
        reply = self._conversation.reply
        if reply is not None and reply.rejected:
            raise SubscriptionRejected(self._info, reply.code, reply.message)

    def receive(self, seconds: float) -> Event | None:
        deadline = monotonic() + seconds
        while not self._events:
            left = deadline - monotonic()
            self._read(max(left, 0.0))
            if left <= 0:
                break
        return self._events.popleft() if self._events else None

    def drain(self) -> list[Event]:
        events = list(self._events)
        self._events.clear()
        return events

    def close(self) -> None:
        uncancelled(self._close)

    def _close(self) -> None:
        try:
            if self._usable:
                self._framing.close()
                self._usable = False
                self._stream.write(self._framing.outgoing(), self._timing.join)
        finally:
            self._body.close()

    def _read_until(self, condition: Callable[[], bool]) -> None:
        deadline = monotonic() + self._timing.reply
        while not condition():
            left = deadline - monotonic()
            if left <= 0:
                raise ConnectionLost("silence")
            self._read(left)

    def _read(self, seconds: float) -> None:
        if not self._usable:
            raise ConnectionLost("connection")
        received = self._stream.read(min(seconds, self._timing.ping_after))
        if isinstance(received, TransportFailure):
            if received.kind == "timeout":
                self._check_silence()
                return
            received = b""
        self._received_at = steady_clock()
        for message in self._framing.feed(received):
            self._conversation.receive(message)
        self._usable = self._framing.is_open and bool(received)
        self._flush()
        if not self._usable and not self._events:
            raise ConnectionLost("connection")

    def _check_silence(self) -> None:
        now = steady_clock()
        if self._pinged_at <= self._received_at:
            if now - self._received_at >= self._timing.ping_after:
                self._pinged_at = now
                self._framing.ping()
                self._flush()
        elif now - self._pinged_at >= self._timing.silence - self._timing.ping_after:
            self._usable = False
            raise ConnectionLost("silence")

    def _flush(self) -> None:
        data = self._framing.outgoing()
        if not data:
            return
        was_usable, self._usable = self._usable, False
        failure = self._stream.write(data, self._timing.write)
        self._usable = was_usable and failure is None
