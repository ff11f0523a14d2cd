"""The WebSocket connections of a running fake server, for tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .._core.util.override import override
from .._core.util.validation import check_count, check_flags, check_kind, check_seconds, check_text

if TYPE_CHECKING:
    from .server.app import Application
    from .server.websocket.session import Session
    from .view.loop import RunOnLoop

PINGS = (10.5, 30.0)
"""When a real app was seen to send pings: seconds after opening, and between two of them."""
_RESERVED_CODES = frozenset({1004, 1005, 1006, *range(1015, 3000)})
"""They are never sent (RFC 6455)."""


def check_pings(pings: tuple[object, ...]) -> None:
    """Check the ``websocket_pings`` argument. Raises ValueError, TypeError."""
    check_kind("websocket_pings", pings, tuple, "a tuple of two numbers of seconds")
    if len(pings) != 2:
        raise ValueError("websocket_pings must be a tuple of two numbers of seconds")
    for seconds in pings:
        check_seconds("websocket_pings", seconds)


@dataclass(frozen=True, slots=True)
class WebSocket:
    """A connection to ``/v1/ws`` at one moment."""

    chat_ids: tuple[str, ...]
    """The chats that the client subscribed to, as it wrote them; ``("*",)`` for all."""
    app_state: bool
    """Whether the client subscribed to the setup state."""
    events: int
    """How many events it was sent."""

    @override
    def __repr__(self) -> str:
        return f"<WebSocket, {self.events} events>"


class WebSockets:
    """The open connections to ``/v1/ws``, oldest first.

    Every change of the data has an event: by requests, by `WorldView`, and by functions of ``before``. Apps before
    4.2.557 respond to the handshake with 404. Where nothing is known of real apps, this server does the following:

    - The token is checked at the handshake only: a connection stays open when its token expires or is revoked.
    - Events of a request are sent before its response. Those of a sent message are sent after the response for the
      first send, before it for the second, and so on; ``ws_echo_first`` and ``ws_echo_last`` change that.
    - A new message is ``message.upserted``, then ``chat.upserted`` because of the last activity of its chat. Marking as
      read is ``chat.upserted`` alone. Several changes of one message by one request are one event.
    - A deleted message is ``message.deleted``, although it stays in lists as a message with ``isDeleted``.
    - A merged chat has no messages: their events name its member chats. A ``chat.upserted`` of a member is followed by
      one of the merged chat.
    - iMessage chats have no events, as was seen of real apps, unless the quirk ``ws_imessage`` is on.
    - Events of the setup state and of verifications are sent for changes after the subscription to ``app.state``. A
      verification that has ended is ``verification.updated``, then ``verification.removed``.
    - ``chatIDs`` with an unknown ID is NOT_SUBSCRIBED, a binary frame is INVALID_COMMAND, and neither changes the
      subscriptions. A frame of more than 64 KiB closes the connection with 1009.
    - ``seq`` starts at 1. Pings need no response. A client for which more than 1 MiB is waiting is disconnected
      without a close frame; no event is stored for a client that is not connected.
    - Connections are closed with 1001 when the server stops or its addresses change, with 1012 by `FakeBeeper.reset`.
    """

    def __init__(self, application: Application, run: RunOnLoop) -> None:
        self._application, self._run = application, run

    def _sessions(self) -> list[Session]:
        return list(self._application.hub.sessions)

    def __len__(self) -> int:
        return len(self._sessions())

    def __iter__(self) -> Iterator[WebSocket]:
        return iter(
            [
                WebSocket(session.subscription.chat_ids, session.subscription.app_state, session.events)
                for session in self._sessions()
            ]
        )

    @override
    def __repr__(self) -> str:
        return f"<WebSockets, {len(self)} open>"

    def wait(self, count: int = 1, *, subscribed: bool = True, timeout: float = 10.0) -> None:
        """Wait until a number of clients is connected.

        Args:
            count: The number of clients.
            subscribed: Count only clients that have subscribed to chats or to the setup state.
            timeout: Seconds to wait at most.

        Raises:
            TimeoutError: Fewer clients were connected in that time.
            ValueError, TypeError: An argument is invalid.
        """
        check_count("count", count)
        check_flags(subscribed=subscribed)
        check_seconds("timeout", timeout)
        hub = self._application.hub

        def reached() -> bool:
            found = [session for session in list(hub.sessions) if not subscribed or session.is_subscribed]
            return len(found) >= count

        with hub.changed:
            if not hub.changed.wait_for(reached, timeout):
                raise TimeoutError(f"fewer than {count} WebSocket clients were connected within {timeout:g} seconds")

    def close(self, code: int = 1001, reason: str = "") -> None:
        """Close all connections with a close frame.

        Args:
            code: The status code of the frame; 1001, going away, by default.
            reason: The reason in the frame, of at most 123 bytes in UTF-8.

        Raises:
            ValueError, TypeError: An argument is invalid.
        """
        check_count("code", code, 1000, 4999)
        if code in _RESERVED_CODES:
            raise ValueError("code must be a status code that can be sent, such as 1001 or 4000")
        if len(check_text("reason", reason).encode()) > 123:
            raise ValueError("reason must have at most 123 bytes in UTF-8")
        self._run(lambda: self._application.hub.close(code, reason))

    def drop(self) -> None:
        """Close all connections without a close frame, as a network that fails does."""
        self._run(self._application.hub.drop)
