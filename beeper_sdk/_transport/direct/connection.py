"""A connection of the direct transport, and when it can be used for another request."""

from __future__ import annotations

import socket
from math import inf
from time import monotonic
from typing import TYPE_CHECKING

from ..budget import MAX_IDLE, idle_limit
from .readiness import readiness

if TYPE_CHECKING:
    from ..parsing import ResponseParser
    from .readiness import Readiness


class Connection:
    """A socket, and the parser of the responses that are read from it."""

    __slots__ = (
        "__weakref__",
        "_keep_alive",
        "_max_idle",
        "_used_at",
        "is_shut_down",
        "parser",
        "readable",
        "sent",
        "sock",
    )

    def __init__(self, sock: socket.socket, parser: ResponseParser) -> None:
        self.sock: socket.socket = sock
        """It does not block."""
        self.readable: Readiness = readiness(sock)
        self.parser: ResponseParser = parser
        self.sent: int = 0
        """Bytes of the current request that were passed to the operating system."""
        self.is_shut_down: bool = False
        """Whether this side has ended it: that no more data comes does not end a response."""
        self._used_at = 0.0
        self._max_idle = MAX_IDLE
        self._keep_alive: str | None = None

    def start(self, method: str) -> None:
        """Start a request."""
        self.sent = 0
        self.parser.start(method)

    def end(self) -> None:
        """Note the time, and for how long the server keeps the connection, at the end of a response."""
        self._used_at = monotonic()
        head = self.parser.head
        keep_alive = None if head is None else head.headers.get("keep-alive")
        if keep_alive is not None and keep_alive != self._keep_alive:
            self._keep_alive, self._max_idle = keep_alive, idle_limit(keep_alive)

    def is_expired(self, max_idle: float | None) -> bool:
        """Whether the connection was idle for longer than the server keeps it, or than a request allows."""
        return monotonic() - self._used_at > min(self._max_idle, inf if max_idle is None else max_idle)

    def is_readable(self) -> bool:
        """Whether something was received, or the server has closed the connection. What is received before a request
        is sent belongs to no request; it would be read as its response."""
        return self.readable.wait(0)

    def shut_down(self) -> None:
        """Wake the thread or task that waits for this connection; it then closes it. Closing the socket here would not
        wake it, and the number of its descriptor could be given to another socket, which it would read from."""
        self.is_shut_down = True
        try:
            self.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # it is not connected any more
