"""The events that shorten the time until something new is found. Everything works without them, only slower."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import async_sleep
from ..._core.events.backoff import Backoff
from ..._core.events.lost import ConnectionLost, is_final
from ..._core.events.subscription import ALL
from ..._core.events.timing import STANDARD
from ..._core.events.values import Interrupted
from ..._core.generated import models
from ..._core.util.log import INFO, log
from ...errors import APIError

if TYPE_CHECKING:
    from ..._core.changes.run import Run
    from ..._core.events.values import Event
    from ..engine.sender import AsyncRequestSender
    from ..events.connection import AsyncConnection
    from ..events.opener import AsyncOpener

REPORTED = (models.MessageUpserted, models.MessageDeleted, models.ChatUpserted, models.ChatDeleted)


class AsyncLiveEvents:
    """A connection for events, opened again when it is lost. It is read whenever the iteration has nothing to do."""

    def __init__(self, engine: AsyncRequestSender, run: Run) -> None:
        self._engine = engine
        self._run = run
        self._opener: AsyncOpener | None = None
        self._connection: AsyncConnection | None = None
        self._backoff = Backoff(STANDARD)
        self._retry_at: float | None = None
        self.is_started: bool = False
        """Whether the first attempt to connect was made."""

    async def start(self) -> None:
        """Try to connect for the first time."""
        self.is_started = True
        try:
            from ..events.opener import AsyncOpener

            self._opener = AsyncOpener(self._engine, STANDARD)
        except ModuleNotFoundError:  # without the extra
            return
        await self._connect()

    async def _connect(self) -> None:
        assert self._opener is not None  # noqa: S101 - set by `start`, and the caller has checked that
        self._retry_at = monotonic()  # if this is cancelled, the next wait connects
        try:
            self._connection = await self._opener.open(ALL, retry=False)
        except (APIError, ConnectionLost) as error:
            # What is final, such as an old app, leaves the polling, which reports an invalid token too.
            if isinstance(error, ConnectionLost) or not is_final(error):
                self._retry_at = monotonic() + self._backoff.next_delay()
            else:
                self._retry_at = None
                log(INFO, "changes: polling, because events are not available (%s)", type(error).__name__)
            return
        self._retry_at = None
        self._run.schedule.has_events = True
        self._run.interrupted()  # nothing was reported until now

    async def wait(self, seconds: float) -> None:
        """Wait for an event, at most this long."""
        if self._connection is None and self._retry_at is not None and monotonic() >= self._retry_at:
            await self._connect()
        connection = self._connection
        if connection is not None and self._run.is_deaf:
            self._run.is_deaf = False
            await self._lose(connection)
            connection = None
        if connection is None:
            left = seconds if self._retry_at is None else min(seconds, self._retry_at - monotonic())
            await async_sleep(max(left, 0.0))
            return
        try:
            event = await connection.receive(seconds)
            while event is not None:
                self._receive(event)
                event = await connection.receive(0)
        except ConnectionLost:
            await self._lose(connection)

    async def _lose(self, connection: AsyncConnection) -> None:
        self._connection = None
        self._run.schedule.has_events = False
        self._run.interrupted()
        self._backoff.ended(monotonic() - connection.opened_at)
        self._retry_at = monotonic() + self._backoff.next_delay()
        await connection.close()

    def _receive(self, event: Event) -> None:
        if isinstance(event, Interrupted):
            self._run.interrupted()
        elif isinstance(event, REPORTED):
            self._run.receive(event.type, event.chat_id, event.ids)

    async def close(self) -> None:
        """Close the connection."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()
        if self._opener is not None:
            await self._opener.close()
