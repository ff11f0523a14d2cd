"""When a connection of httpx may be used for another request. No I/O.

A connection may be reused only if nothing is left to read on it. A faulty server or proxy may send more than one
response, such as the same one twice, or a body after a 204. httpcore keeps the bytes after the end of a response and
parses them as the start of the next response on that connection, so that each later call receives the response of the
call before it. It has no public API for these bytes, so what is received is parsed here too.
"""

from __future__ import annotations

from math import inf
from time import monotonic

from ..budget import idle_limit
from ..parsing import ProtocolViolation, ResponseParser, make_parser

_SWITCHING = b"HTTP/1.1 101"


class Reuse:
    """The responses received on a connection."""

    def __init__(self) -> None:
        self._parser: ResponseParser | None = make_parser()
        """None if the connection is not used for HTTP/1.1, or not yet."""
        self._max_idle = inf
        self._used_at = monotonic()
        self._spoiled = False
        self._upgrade: bytes | None = None
        """The start of the response to a request to switch to another protocol; None without such a request."""
        self.was_read = False
        """Whether something was received since something was last sent."""
        self.received = 0
        """Bytes received since something was last sent."""
        self.is_busy: bool = False
        """Whether a request was started, and its response is not complete."""

    @property
    def starts(self) -> bool:
        """Whether what is sent next is the start of a request: httpcore reads only after the whole request."""
        return self._parser is not None and (self.was_read or not self.is_busy)

    def ignore(self) -> None:
        """The connection is used for another protocol, such as HTTP/2, which has rules of its own."""
        self._parser = None
        self.is_busy = False

    def spoil(self) -> None:
        """Use the connection for no other request: it is not known what was received on it."""
        self._spoiled = True

    def is_stale(self, max_idle: float = inf) -> bool:
        """Whether the next request needs another connection: this one was idle for too long, as the server may close it
        at any moment, or for longer than the request allows; or more was received than the response."""
        if self._parser is None:
            return False
        idle = monotonic() - self._used_at
        return self._spoiled or not self._parser.reusable or idle > min(self._max_idle, max_idle)

    def claim(self, max_idle: float) -> bool:
        """Use the connection for a request. Returns False if it needs another."""
        self.is_busy = True  # before the check: another thread that finds the connection stale must not close it
        return not self.is_stale(max_idle)

    def start(self, head: bytes) -> None:
        """The request is being sent. `head` begins with its method."""
        method = head.partition(b" ")[0].decode("ascii", "replace")
        self._upgrade = b"" if b"\r\nupgrade: websocket\r\n" in head.lower() else None
        if method in ("CONNECT", "PRI"):  # a tunnel, whose TLS has a connection of its own; the start of HTTP/2
            self.ignore()
        if self._parser is not None:
            self._parser.start(method)

    def sent(self) -> None:
        """A part of a request was sent."""
        self.was_read, self._used_at, self.received = False, monotonic(), 0

    def feed(self, data: bytes) -> None:
        """Bytes were received; none if the server closed the connection."""
        self.was_read, self._used_at, self.received = True, monotonic(), self.received + len(data)
        if self._upgrade is not None and len(self._upgrade) < len(_SWITCHING):
            self._upgrade += data[: len(_SWITCHING)]
            if self._upgrade.startswith(_SWITCHING):
                self.ignore()
        if self._parser is None or self._spoiled:
            return
        try:
            self._parser.feed(data)
        except ProtocolViolation:
            self._spoiled = True
        if self._parser.complete:
            self.is_busy = False
            if self._parser.head is not None:
                self._max_idle = min(self._max_idle, idle_limit(self._parser.head.headers.get("keep-alive", "")))
