"""Connecting, sending and receiving with sockets that do not block, each within the budget of a request.

`sockets_async` is the async counterpart. Both are written by hand: waiting has no mechanical twin.
"""

from __future__ import annotations

import errno
import os
import socket
from math import inf
from time import monotonic
from typing import TYPE_CHECKING

from .readiness import readiness

if TYPE_CHECKING:
    from ..budget import Budget
    from .connection import Connection
    from .readiness import Readiness

RECEIVED = 2**16
"""Bytes that are received at once."""
_CONNECTING = frozenset({0, errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", 0)})


class Socket(socket.socket):
    """A socket that is closed without a ResourceWarning: an interrupt may come when nothing else has it yet, and the
    client has a warning of its own."""

    __slots__ = ()

    def __del__(self) -> None:
        self.close()


def seconds_left(budget: Budget) -> float | None:
    """Seconds that a wait may take; None for no limit. Raises TimeoutError if no time is left."""
    left = min(budget.expires, budget.deadline) - monotonic()
    if left <= 0:
        raise TimeoutError
    return None if left == inf else left


def connect(address: str, port: int, budget: Budget) -> socket.socket:
    """A new connection. Raises OSError; TimeoutError after the time of a step."""
    sock = new_socket(address)
    try:
        if start_connecting(sock, address, port):
            _wait(readiness(sock, to_write=True), budget)
        check_connected(sock)
    except BaseException:
        sock.close()
        raise
    return sock


def new_socket(address: str) -> socket.socket:
    """A socket that is not connected yet."""
    sock = Socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    sock.setblocking(False)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # it is given whole requests
    return sock


def start_connecting(sock: socket.socket, address: str, port: int) -> bool:
    """Start to connect. Returns whether that must be waited for, until the socket is writable. Raises OSError."""
    number = sock.connect_ex((address, port))
    if number not in _CONNECTING:
        raise OSError(number, os.strerror(number))
    return number != 0


def check_connected(sock: socket.socket) -> None:
    """Raise the OSError for which the socket could not be connected."""
    number = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if number:
        raise OSError(number, os.strerror(number))
    # The system may give the port of the server to this very socket if nothing listens there: it then receives what it
    # sends, and the server cannot be started.
    if sock.getsockname() == sock.getpeername():
        raise OSError(errno.ECONNREFUSED, os.strerror(errno.ECONNREFUSED))


def send_some(connection: Connection, data: bytes | memoryview, budget: Budget) -> int:
    """Send the beginning of the data, and return its length. Raises OSError; TimeoutError after the time of a step."""
    while True:
        try:
            return connection.sock.send(data)
        except BlockingIOError:
            _wait(readiness(connection.sock, to_write=True), budget)


def receive(connection: Connection, budget: Budget) -> bytes:
    """What was received, once there is something; ``b""`` at the end. Raises like `send_some`."""
    while True:
        _wait(connection.readable, budget)
        try:
            return connection.sock.recv(RECEIVED)
        except BlockingIOError:
            continue


def receive_more(connection: Connection, budget: Budget) -> bytes:
    """The same for what is probably there already."""
    seconds_left(budget)
    try:
        return connection.sock.recv(4 * RECEIVED)
    except BlockingIOError:
        return receive(connection, budget)


def _wait(ready: Readiness, budget: Budget) -> None:
    if not ready.wait(seconds_left(budget)):
        raise TimeoutError
