"""A server whose WebSocket connections follow a script, with or without TLS."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from websockets.frames import Frame, Opcode
from websockets.http11 import Request
from websockets.server import ServerProtocol

from tests.transport.tls_server import TLSServer


class Peer:
    """The server's end of a connection."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._protocol = ServerProtocol(max_size=None)
        self._commands: list[Any] = []
        self.pings = 0
        self.request: Request | None = None

    def handshake(self, headers: Mapping[str, str] = MappingProxyType({})) -> bool:
        """Read the request and accept it. False if there is none."""
        while self.request is None:
            data = self._connection.recv(65536)
            if not data:
                return False
            self._protocol.receive_data(data)
            for event in self._protocol.events_received():
                assert isinstance(event, Request)
                self.request = event
        response = self._protocol.accept(self.request)
        for name, value in headers.items():
            if name in response.headers:
                del response.headers[name]
            response.headers[name] = value
        self._protocol.send_response(response)
        self._flush()
        return True

    def _flush(self) -> None:
        self._connection.sendall(b"".join(self._protocol.data_to_send()))

    def send(self, *frames: object) -> None:
        """Send frames at once: str and bytes as they are, all else as JSON."""
        for frame in frames:
            if isinstance(frame, bytes):
                self._protocol.send_binary(frame)
            else:
                text = frame if isinstance(frame, str) else json.dumps(frame)
                self._protocol.send_text(text.encode())
        self._flush()

    def send_parts(self, text: str, size: int) -> None:
        """Send a text in several frames."""
        data = text.encode()
        parts = [data[start : start + size] for start in range(0, len(data), size)]
        self._protocol.send_text(parts[0], fin=False)
        for part in parts[1:-1]:
            self._protocol.send_continuation(part, fin=False)
        self._protocol.send_continuation(parts[-1], fin=True)
        self._flush()

    def greet(self) -> Any:
        """Send the first frame, and return the first command."""
        self.send({"type": "ready", "version": 1, "chatIDs": []})
        return self.command()

    def command(self) -> Any:
        """The next command; None at the end of the connection. Pings are counted, and answered."""
        while not self._commands:
            data = self._connection.recv(65536)
            if not data:
                return None
            self._receive(data)
        return self._commands.pop(0)

    def _receive(self, data: bytes) -> None:
        self._protocol.receive_data(data)
        for event in self._protocol.events_received():
            if isinstance(event, Frame) and event.opcode is Opcode.TEXT:
                self._commands.append(json.loads(bytes(event.data)))
            elif isinstance(event, Frame) and event.opcode is Opcode.PING:
                self.pings += 1
            elif isinstance(event, Frame) and event.opcode is Opcode.CLOSE:
                self._commands.append(None)
        self._flush()

    def subscribe(self) -> None:
        """Greet, and confirm the first command."""
        self.confirm(self.greet())

    def confirm(self, command: Any) -> None:
        self.send({"type": "subscriptions.updated", "requestID": command["requestID"], "chatIDs": command["chatIDs"]})

    def wait_for_end(self) -> None:
        """Wait until the client closes the connection."""
        while self.command() is not None:
            pass


Script: TypeAlias = Callable[[Peer, int], None]
"""What is done with a connection after its handshake, and its number, from 1."""


def scripted(script: Script, *, tls: bool = False, headers: Mapping[str, str] | None = None) -> TLSServer:
    """A server. `headers` replace those of its response to the handshake."""

    def handle(connection: socket.socket, number: int) -> None:
        peer = Peer(connection)
        if peer.handshake(headers or {}):
            script(peer, number)

    return TLSServer(handle, plain=not tls)


def message_event(seq: int, text: str = "Hi", **more: object) -> dict[str, object]:
    """An event of a new message, whose entry is complete."""
    entry = {
        "id": str(seq),
        "chatID": "!a:x",
        "accountID": "whatsapp",
        "senderID": "@bob:x",
        "timestamp": "2026-11-30T08:00:00.000Z",
        "sortKey": str(seq),
        "text": text,
    }
    event = {"type": "message.upserted", "seq": seq, "ts": "2026-11-30T08:00:00.000Z", "chatID": "!a:x"}
    return {**event, "ids": [str(seq)], "entries": [entry], **more}
