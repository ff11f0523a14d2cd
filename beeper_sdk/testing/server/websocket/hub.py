"""The clients of the WebSocket of one server, and the events that they are sent."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, MutableMapping
from itertools import cycle
from typing import Any, TypeAlias, cast

from ...state import Site
from ...wire.requests import Call
from ...wire.spec import MERGED_CHATS
from ...world.journal import Change
from .session import Line, Session
from .setup_events import SetupEvents

Message: TypeAlias = MutableMapping[str, Any]
SENDS = ("messages.send", "v0.send_message")
RESTART = 1012
EXTENSION = "beeper.connection"
"""The key of a connection among the extensions of its ASGI scope."""


class Hub:
    """All clients that are connected to the data of one start or reset."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.sessions: list[Session] = []
        self.changed: threading.Condition = threading.Condition()
        """Notified when a client connects, subscribes or leaves."""
        self._closed = False
        self._echo_first = cycle((False, True))
        self._setup: SetupEvents | None = None

    async def serve(
        self,
        call: Call,
        line: Line,
        receive: Callable[[], Awaitable[Message]],
        accept: Callable[[], Awaitable[None]],
    ) -> None:
        """Accept a client and handle its commands until it leaves."""
        await accept()
        session = Session(self._site, call, line)
        if self._closed:  # reset while the connection was opened
            line.close(RESTART)
            return
        self.sessions.append(session)
        session.greet()
        self._update()
        try:
            while (message := await receive())["type"] == "websocket.receive":
                session.command(cast("str | None", message.get("text")))
                self._update()
        finally:
            if session in self.sessions:
                self.sessions.remove(session)
            self._update()

    def _update(self) -> None:
        """Listen to the world only while a client is subscribed: otherwise nothing is recorded."""
        listeners = self._site.world.journal.listeners
        wanted = any(session.wants_chats for session in self.sessions)
        if wanted and self._pass_on not in listeners:
            listeners.append(self._pass_on)
        elif not wanted and self._pass_on in listeners:
            listeners.remove(self._pass_on)
        if not any(session.subscription.app_state for session in self.sessions):
            self._setup = None
        elif self._setup is None:
            self._setup = SetupEvents(self._site.setup)
        with self.changed:
            self.changed.notify_all()

    def _pass_on(self, change: Change) -> None:
        age = self._site.age
        room = self._site.world.rooms.get(change.chat_id)
        if age is not None and age not in MERGED_CHATS and room is not None and "merge" in room.wire:
            return
        for session in list(self.sessions):
            session.changed(change)

    def publish_before_response(self, call: Call) -> None:
        """Send the events of a request before its response. Those of every other send of a message follow it."""
        applies = self._site.quirks.applies
        if call.name in SENDS and applies("ws_echo_last", call):
            return
        if call.name not in SENDS or applies("ws_echo_first", call) or next(self._echo_first):
            self.publish()

    def publish(self) -> None:
        """Send the events of what changed since the last time."""
        self._site.world.journal.flush()
        for kind, event in () if self._setup is None else self._setup.next():
            for session in list(self.sessions):
                if session.subscription.app_state:
                    session.send(kind, event)

    def close(self, code: int, reason: str = "") -> None:
        """Close all connections."""
        for session in list(self.sessions):
            session.line.close(code, reason)

    def drop(self) -> None:
        """Close all connections without a close frame."""
        for session in list(self.sessions):
            session.line.drop()

    def end(self) -> None:
        """Close all connections, and those that are being opened."""
        self._closed = True
        self.close(RESTART)
