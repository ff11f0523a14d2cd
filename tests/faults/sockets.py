"""Sockets on loopback: bound, reset, and ports that refuse or drop connections."""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.faults.proxy import FaultProxy

HOST = "127.0.0.1"


def reset(writer: asyncio.StreamWriter) -> None:
    """Close a connection with RST: data under way is lost in both directions."""
    sock: socket.socket = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def bound() -> socket.socket:
    """A socket with a port that nobody listens on yet: connections to it are refused."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    sock.bind((HOST, 0))
    return sock


def address(sock: socket.socket) -> str:
    """The base URL of a bound socket."""
    return f"http://{HOST}:{sock.getsockname()[1]}"


class FaultyPort:
    """Another port of the proxy, which refuses or drops connections at first, and then serves them as usual.

    It refuses connections until it is opened, or drops the first ones as soon as they are accepted.
    """

    def __init__(self, proxy: FaultProxy, drops: int | None) -> None:
        """`drops` is the number of connections to drop; None to refuse connections until `open` is called."""
        self._proxy = proxy
        self._sock = bound()
        self._drops = drops or 0
        self.url = address(self._sock)
        self.is_open = False
        self.accepted = 0
        if drops is not None:
            self.open()

    def open(self) -> None:
        """Accept connections. It may be called again."""
        if not self.is_open:
            self.is_open = True
            self._proxy.listen(self._sock, self._serve)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.accepted += 1
        if self.accepted > self._drops:
            await self._proxy.serve(reader, writer)
        elif self.accepted % 2:
            reset(writer)

    def close(self) -> None:
        """Refuse connections from now on."""
        self._proxy.stop_listening(self._sock)
