"""Reads a connection in the background, and opens another when it is lost."""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from ..._core.concurrency.background import AsyncBackground, async_uncancelled
from ..._core.concurrency.mailbox import AsyncMailbox
from ..._core.events.backoff import Backoff
from ..._core.events.lost import ConnectionLost, is_final
from ..._core.events.values import Event, Interrupted
from ..._core.events.waiting import WaitingEvents
from ..._core.util.log import INFO, log
from ...errors import APIError, ClientClosed, SubscriptionRejected

if TYPE_CHECKING:
    from ..._core.events.lost import LostReason
    from ..._core.events.subscription import Subscription
    from ..._core.events.timing import Timing
    from .connection import AsyncConnection
    from .opener import AsyncOpener


class _Command(NamedTuple):
    """A change of the subscription, and where its result goes."""

    subscription: Subscription
    reply: AsyncMailbox[None]


class AsyncReader:
    """Reads events in a task, and keeps them until the program takes them."""

    def __init__(
        self, opener: AsyncOpener, connection: AsyncConnection, subscription: Subscription, timing: Timing
    ) -> None:
        self.events: AsyncMailbox[Event] = AsyncMailbox(WaitingEvents(timing.max_waiting))
        self._opener = opener
        self._connection = connection
        self._subscription = subscription
        self._timing = timing
        self._backoff = Backoff(timing)
        self._background = AsyncBackground()
        self._commands: deque[_Command] = deque()
        self._ended = False

    async def start(self) -> None:
        """Start to read."""
        await self._background.start(self._run, "beeper-events")

    async def subscribe(self, subscription: Subscription) -> None:
        """Replace the subscription, and wait for its confirmation."""
        self._opener.check(subscription)
        reply: AsyncMailbox[None] = AsyncMailbox(deque())
        self._commands.append(_Command(subscription, reply))
        if self._ended:
            reply.close()
        await reply.get()

    def stop(self) -> None:
        """End the stream, after the events that were received."""
        self._background.stop()
        self.events.close()

    async def end(self) -> None:
        """Stop, and wait for the end of the task."""
        self.stop()
        try:
            await self._background.join(2 * self._timing.tick)
        finally:
            await async_uncancelled(self._opener.close)  # ends an attempt to connect
            await self._background.join(self._timing.join)
            await self._connection.close()  # if the task was cancelled before it started

    async def _run(self) -> None:
        try:
            while not self._background.stopping:
                await self._step()
        except Exception as error:  # noqa: BLE001 - raised where the program takes the next event
            self.events.close(error)
        finally:
            self._ended = True
            self.events.close()
            for command in list(self._commands):
                command.reply.close()
            await self._connection.close()

    async def _step(self) -> None:
        """Read for a short time, or open another connection."""
        if self._opener.client_closed:
            raise ClientClosed("events")
        try:
            if self._commands:
                await self._apply(self._commands[0])
            event = await self._connection.receive(self._timing.tick)
        except ConnectionLost as lost:
            reason = lost.reason
        else:
            if event is not None:
                self.events.put(event)
            return
        await self._reconnect(reason)

    async def _apply(self, command: _Command) -> None:
        """Change the subscription. If the connection is lost, the next one gets the command."""
        try:
            await self._connection.subscribe(command.subscription)
        except SubscriptionRejected as error:
            command.reply.close(error)
        else:
            self._subscription = command.subscription
            command.reply.put(None)
        self._commands.remove(command)

    async def _reconnect(self, reason: LostReason) -> None:
        for event in self._connection.drain():
            self.events.put(event)
        self._backoff.ended(monotonic() - self._connection.opened_at)
        await self._connection.close()
        log(INFO, "events: the connection was lost (%s); reconnecting", reason)
        while not await self._pause(self._backoff.next_delay()):
            connection = await self._try()
            if connection is not None:
                self._connection = connection
                log(INFO, "events: connected again")
                self.events.put(Interrupted(reason))
                return

    async def _pause(self, seconds: float) -> bool:
        """Wait. Returns whether the stream is to end meanwhile."""
        until = monotonic() + seconds
        while (left := until - monotonic()) > 0 and not self._opener.client_closed:
            if await self._background.wait(min(left, self._timing.tick)):
                return True
        return self._background.stopping

    async def _try(self) -> AsyncConnection | None:
        """Connect; None if that failed and is to be tried again."""
        try:
            return await self._opener.open(self._subscription, retry=False)
        except APIError as error:
            if is_final(error):
                raise
            return None
