"""The WebSocket protocol without I/O, by the package websockets. The handshake is an HTTP request of the SDK."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

try:
    from websockets.client import ClientProtocol
    from websockets.frames import Frame, Opcode
    from websockets.protocol import State
    from websockets.uri import parse_uri
except ModuleNotFoundError as _error:
    raise ModuleNotFoundError(
        "beeper.events() requires the package websockets; install beeper-sdk[events]", name=_error.name
    ) from None

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..generated import contract

MAX_FRAME = 16 * 2**20
"""Bytes of a message, in one frame or several. An event contains whole messages, which can be large."""
SWITCHING_PROTOCOLS = 101
_HANDSHAKE = ("Upgrade", "Connection", "Sec-WebSocket-Accept", "Sec-WebSocket-Extensions", "Sec-WebSocket-Protocol")
_SILENT = logging.getLogger(f"{__name__}.silent")
_SILENT.disabled = True  # the package would log the contents of frames


class Framing:
    """Encodes and decodes the frames of one connection."""

    def __init__(self) -> None:
        # The URI is used for a Host header only, which is that of the HTTP request.
        self._protocol = ClientProtocol(parse_uri("ws://localhost/"), max_size=MAX_FRAME, logger=_SILENT)
        self._parts: list[bytes] = []
        self._is_text = False

    @property
    def headers(self) -> contract.Pairs:
        """The headers of the request that opens the connection. Compression is not offered."""
        headers = self._protocol.connect().headers
        return tuple((name, headers[name]) for name in headers if name.lower() != "host")

    def accept(self, headers: Mapping[str, str]) -> bool:
        """Start with the response that switches protocols. Returns False if it is not a valid one."""
        lines = [f"HTTP/1.1 {SWITCHING_PROTOCOLS} Switching Protocols"]
        lines += (f"{name}: {headers[name]}" for name in _HANDSHAKE if name in headers)
        self._protocol.receive_data("\r\n".join([*lines, "", ""]).encode("latin-1", "replace"))
        self._protocol.events_received()
        return self._protocol.state is State.OPEN

    def feed(self, data: bytes) -> Iterator[bytes | None]:
        """Decode received bytes; none at their end. Returns the complete messages: text in UTF-8, None if binary."""
        if data:
            self._protocol.receive_data(data)
        else:
            self._protocol.receive_eof()
        for event in self._protocol.events_received():
            if isinstance(event, Frame) and (found := self._add(event)):
                yield found[0]

    def _add(self, frame: Frame) -> list[bytes | None]:
        if frame.opcode in (Opcode.TEXT, Opcode.BINARY):
            self._parts, self._is_text = [], frame.opcode is Opcode.TEXT
        elif frame.opcode is not Opcode.CONT:
            return []
        self._parts.append(bytes(frame.data))
        if not frame.fin:
            return []
        message, self._parts = b"".join(self._parts), []
        return [message if self._is_text else None]

    @property
    def is_open(self) -> bool:
        """Whether frames can be sent and received."""
        return self._protocol.state is State.OPEN

    def text(self, text: str) -> None:
        """Add a text frame to the outgoing bytes."""
        self._protocol.send_text(text.encode())

    def ping(self) -> None:
        """Add a ping to the outgoing bytes."""
        self._protocol.send_ping(b"")

    def close(self) -> None:
        """Add a close frame to the outgoing bytes."""
        if self.is_open:
            self._protocol.send_close(1000)

    def outgoing(self) -> bytes:
        """The bytes to send now, which include responses to pings."""
        return b"".join(self._protocol.data_to_send())
