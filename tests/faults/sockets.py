"""Ways in: sockets on loopback that refuse, or let in, or end connections as soon as they are made."""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.faults.proxy import FaultProxy

HOST = "127.0.0.1"


def reset(writer: asyncio.StreamWriter) -> None:
    """End a connection by RST: what is under way is lost on both sides."""
    sock: socket.socket = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def bound() -> socket.socket:
    """A socket with a port of its own where nobody listens yet: connections to it are refused."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    sock.bind((HOST, 0))
    return sock


def address(sock: socket.socket) -> str:
    """The base URL of a bound socket."""
    return f"http://{HOST}:{sock.getsockname()[1]}"


class FaultyPort:
    """Another way in, with a port of its own: nobody is there, or connections end as soon as they are made.

    After `unwelcome` connections that ended so (or when it is opened) it leads to the server like any other.
    """

    def __init__(self, proxy: FaultProxy, drops: int | None) -> None:
        """Without a number, connections are refused until it is opened."""
        self._proxy = proxy
        self._sock = bound()
        self._drops = drops or 0
        self.url = address(self._sock)
        self.is_open = False
        self.accepted = 0
        if drops is not None:
            self.open()

    def open(self) -> None:
        """Let connections in. Doing it again changes nothing."""
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
        """Nobody knocks any more."""
        self._proxy.stop_listening(self._sock)
