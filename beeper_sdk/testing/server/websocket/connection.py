"""One WebSocket connection: uvicorn's, which sends frames at once, and pings when Beeper does.

Imports websockets, which takes 60 ms: only the first handshake imports this module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.protocol import State

from ...._core.util.override import override
from .hub import EXTENSION

if TYPE_CHECKING:
    import uvicorn
    from uvicorn.server import ServerState

MAX_WAITING = 1 << 20
"""Bytes that may wait for a client that does not read."""
GOING_AWAY = 1001


class Connection(WebSocketsSansIOProtocol):
    """A connection."""

    def __init__(
        self, config: uvicorn.Config, server_state: ServerState, app_state: dict[str, Any], pings: tuple[float, float]
    ) -> None:
        super().__init__(config, server_state, app_state)
        self._pings = pings

    @override
    async def run_asgi(self) -> None:
        """Handle the connection; the application gets it with its scope."""
        cast("dict[str, Any]", self.scope)["extensions"][EXTENSION] = self
        await super().run_asgi()

    @override
    def start_keepalive(self) -> None:
        """Send the first ping later."""
        self.ping_timer = self.loop.call_later(self._pings[0], self.send_keepalive_ping)

    @override
    def send_keepalive_ping(self) -> None:
        """Send a ping that needs no pong, and the next one later."""
        # Not as uvicorn's, with contents from `random`: Hypothesis reports whatever draws from it during its tests.
        self.ping_timer = None
        if self._is_open:
            self.conn.send_ping(b"")
            self._write()
            self.ping_timer = self.loop.call_later(self._pings[1], self.send_keepalive_ping)

    @property
    def _is_open(self) -> bool:
        return self.handshake_complete and not self.transport.is_closing() and self.conn.state is State.OPEN

    def post(self, text: str) -> None:
        """Send a text frame now, unless the connection is closed. A client that does not read is disconnected."""
        if not self._is_open:
            return
        if self.transport.get_write_buffer_size() > MAX_WAITING:
            self.drop()
            return
        self.conn.send_text(text.encode())
        self._write()

    def close(self, code: int, reason: str = "") -> None:
        """Send a close frame, and close the connection without waiting for the response."""
        self.stop_keepalive()
        if self._is_open:
            self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": reason})
            self.conn.send_close(code, reason)
            self._write()
            self.close_sent = True
        if self.transport.get_write_buffer_size():  # a client that does not read would keep the connection open
            self.drop()
        self.transport.close()

    def drop(self) -> None:
        """Close the connection without a close frame."""
        self.transport.abort()

    @override
    def shutdown(self) -> None:
        """The server stops, or moves to another address."""
        if self.handshake_complete:
            self.close(GOING_AWAY)
        else:
            super().shutdown()

    def _write(self) -> None:
        self.transport.write(b"".join(self.conn.data_to_send()))
