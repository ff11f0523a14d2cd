# @generated


from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from ..._core.concurrency.background import Background, uncancelled
from ..._core.concurrency.mailbox import Mailbox
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
    from .connection import Connection
    from .opener import Opener


class _Command(NamedTuple):
    subscription: Subscription
    reply: Mailbox[None]


class Reader:
    def __init__(self, opener: Opener, connection: Connection, subscription: Subscription, timing: Timing) -> None:
        self.events: Mailbox[Event] = Mailbox(WaitingEvents(timing.max_waiting))
        self._opener = opener
        self._connection = connection
        self._subscription = subscription
        self._timing = timing
        self._backoff = Backoff(timing)
        self._background = Background()
        self._commands: deque[_Command] = deque()
        self._ended = False

    def start(self) -> None:
        self._background.start(self._run, "beeper-events")

    def subscribe(self, subscription: Subscription) -> None:
        self._opener.check(subscription)
        reply: Mailbox[None] = Mailbox(deque())
        self._commands.append(_Command(subscription, reply))
        if self._ended:
            reply.close()
        reply.get()

    def stop(self) -> None:
        self._background.stop()
        self.events.close()

    def end(self) -> None:
        self.stop()
        try:
            self._background.join(2 * self._timing.tick)
        finally:
            uncancelled(self._opener.close)  # ends an attempt to connect
            self._background.join(self._timing.join)
            self._connection.close()  # if the task was cancelled before it started

    def _run(self) -> None:
        try:
            while not self._background.stopping:
                self._step()
        except Exception as error:  # noqa: BLE001 - raised where the program takes the next event
            self.events.close(error)
        finally:
            self._ended = True
            self.events.close()
            for command in list(self._commands):
                command.reply.close()
            self._connection.close()

    def _step(self) -> None:
        if self._opener.client_closed:
            raise ClientClosed("events")
        try:
            if self._commands:
                self._apply(self._commands[0])
            event = self._connection.receive(self._timing.tick)
        except ConnectionLost as lost:
            reason = lost.reason
        else:
            if event is not None:
                self.events.put(event)
            return
        self._reconnect(reason)

    def _apply(self, command: _Command) -> None:
        try:
            self._connection.subscribe(command.subscription)
        except SubscriptionRejected as error:
            command.reply.close(error)
        else:
            self._subscription = command.subscription
            command.reply.put(None)
        self._commands.remove(command)

    def _reconnect(self, reason: LostReason) -> None:
        for event in self._connection.drain():
            self.events.put(event)
        self._backoff.ended(monotonic() - self._connection.opened_at)
        self._connection.close()
        log(INFO, "events: the connection was lost (%s); reconnecting", reason)
        while not self._pause(self._backoff.next_delay()):
            connection = self._try()
            if connection is not None:
                self._connection = connection
                log(INFO, "events: connected again")
                self.events.put(Interrupted(reason))
                return

    def _pause(self, seconds: float) -> bool:
        until = monotonic() + seconds
        while (left := until - monotonic()) > 0 and not self._opener.client_closed:
            if self._background.wait(min(left, self._timing.tick)):
                return True
        return self._background.stopping

    def _try(self) -> Connection | None:
        try:
            return self._opener.open(self._subscription, retry=False)
        except APIError as error:
            if is_final(error):
                raise
            return None
