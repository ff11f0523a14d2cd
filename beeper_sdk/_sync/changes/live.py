# @generated


from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import sleep
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
    from ..engine.sender import RequestSender
    from ..events.connection import Connection
    from ..events.opener import Opener

REPORTED = (models.MessageUpserted, models.MessageDeleted, models.ChatUpserted, models.ChatDeleted)


class LiveEvents:
    def __init__(self, engine: RequestSender, run: Run) -> None:
        self._engine = engine
        self._run = run
        self._opener: Opener | None = None
        self._connection: Connection | None = None
        self._backoff = Backoff(STANDARD)
        self._retry_at: float | None = None
        self.is_started: bool = False

    def start(self) -> None:
        self.is_started = True
        try:
            from ..events.opener import Opener

            self._opener = Opener(self._engine, STANDARD)
        except ModuleNotFoundError:  # without the extra
            return
        self._connect()

    def _connect(self) -> None:
        assert self._opener is not None  # noqa: S101 - set by `start`, and the caller has checked that
        self._retry_at = monotonic()  # if this is cancelled, the next wait connects
        try:
            self._connection = self._opener.open(ALL, retry=False)
        except (APIError, ConnectionLost) as error:
            if isinstance(error, ConnectionLost) or not is_final(error):
                self._retry_at = monotonic() + self._backoff.next_delay()
            else:
                self._retry_at = None
                log(INFO, "changes: polling, because events are not available (%s)", type(error).__name__)
            return
        self._retry_at = None
        self._run.schedule.has_events = True
        self._run.interrupted()  # nothing was reported until now

    def wait(self, seconds: float) -> None:
        if self._connection is None and self._retry_at is not None and monotonic() >= self._retry_at:
            self._connect()
        connection = self._connection
        if connection is not None and self._run.is_deaf:
            self._run.is_deaf = False
            self._lose(connection)
            connection = None
        if connection is None:
            left = seconds if self._retry_at is None else min(seconds, self._retry_at - monotonic())
            sleep(max(left, 0.0))
            return
        try:
            event = connection.receive(seconds)
            while event is not None:
                self._receive(event)
                event = connection.receive(0)
        except ConnectionLost:
            self._lose(connection)

    def _lose(self, connection: Connection) -> None:
        self._connection = None
        self._run.schedule.has_events = False
        self._run.interrupted()
        self._backoff.ended(monotonic() - connection.opened_at)
        self._retry_at = monotonic() + self._backoff.next_delay()
        connection.close()

    def _receive(self, event: Event) -> None:
        if isinstance(event, Interrupted):
            self._run.interrupted()
        elif isinstance(event, REPORTED):
            self._run.receive(event.type, event.chat_id, event.ids)

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
        if self._opener is not None:
            self._opener.close()
