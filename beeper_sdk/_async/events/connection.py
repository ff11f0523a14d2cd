"""One connection to ``/v1/ws``, which is read by its user: there is no task or thread."""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

from ..._core.concurrency.background import async_uncancelled
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
    from ..._transport._async.upgraded import AsyncUpgraded
    from ..._transport._async.via_httpx import AsyncHttpxBody
    from ...errors._context import CallInfo


class AsyncConnection:
    """An open connection. To be used by one task at a time."""

    def __init__(
        self,
        stream: AsyncUpgraded,
        body: AsyncHttpxBody,
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

    async def greet(self) -> None:
        """Wait for the first frame of the server."""
        await self._read_until(lambda: self._conversation.is_ready)

    async def subscribe(self, subscription: Subscription) -> None:
        """Replace the subscription, and wait for its confirmation. Events that arrive meanwhile are kept.

        Raises SubscriptionRejected, ConnectionLost."""
        self._framing.text(subscription.command(self._conversation.new_request()))
        await self._flush()
        await self._read_until(lambda: self._conversation.reply is not None)
        reply = self._conversation.reply
        if reply is not None and reply.rejected:
            raise SubscriptionRejected(self._info, reply.code, reply.message)

    async def receive(self, seconds: float) -> Event | None:
        """The next event; None if there is none in time. A cancelled call loses no event.

        Sends pings, responds to those of the server, and raises ConnectionLost when it is silent."""
        deadline = monotonic() + seconds
        while not self._events:
            left = deadline - monotonic()
            await self._read(max(left, 0.0))
            if left <= 0:
                break
        return self._events.popleft() if self._events else None

    def drain(self) -> list[Event]:
        """The events that were received, but not returned yet."""
        events = list(self._events)
        self._events.clear()
        return events

    async def close(self) -> None:
        """Close the connection, with a close frame if it is usable. The server's is not waited for."""
        await async_uncancelled(self._close)

    async def _close(self) -> None:
        try:
            if self._usable:
                self._framing.close()
                self._usable = False
                await self._stream.write(self._framing.outgoing(), self._timing.join)
        finally:
            await self._body.close()

    async def _read_until(self, condition: Callable[[], bool]) -> None:
        deadline = monotonic() + self._timing.reply
        while not condition():
            left = deadline - monotonic()
            if left <= 0:
                raise ConnectionLost("silence")
            await self._read(left)

    async def _read(self, seconds: float) -> None:
        """Read once. Raises ConnectionLost when everything that was received before has been passed on."""
        if not self._usable:
            raise ConnectionLost("connection")
        received = await self._stream.read(min(seconds, self._timing.ping_after))
        if isinstance(received, TransportFailure):
            if received.kind == "timeout":
                await self._check_silence()
                return
            received = b""
        self._received_at = steady_clock()
        for message in self._framing.feed(received):
            self._conversation.receive(message)
        self._usable = self._framing.is_open and bool(received)
        await self._flush()
        if not self._usable and not self._events:
            raise ConnectionLost("connection")

    async def _check_silence(self) -> None:
        """Send a ping if nothing was received for a while. Raises ConnectionLost if nothing is received after it.

        Called when there is nothing to read: the user of the connection may not have read it for longer."""
        now = steady_clock()
        if self._pinged_at <= self._received_at:
            if now - self._received_at >= self._timing.ping_after:
                self._pinged_at = now
                self._framing.ping()
                await self._flush()
        elif now - self._pinged_at >= self._timing.silence - self._timing.ping_after:
            self._usable = False
            raise ConnectionLost("silence")

    async def _flush(self) -> None:
        """Send what is to be sent. If that fails or is cancelled, a part of a frame may have been sent."""
        data = self._framing.outgoing()
        if not data:
            return
        was_usable, self._usable = self._usable, False
        failure = await self._stream.write(data, self._timing.write)
        self._usable = was_usable and failure is None
