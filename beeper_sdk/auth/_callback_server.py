"""Waits on this machine for the browser to come back: a listener on 127.0.0.1 for one log-in, without a thread.

It is asked again and again (`poll`), so that both worlds can wait in their own way. Whatever else knocks, says nothing
or talks nonsense (browsers open connections that they may never use) holds nobody up and is sent away.
"""

from __future__ import annotations

import errno
import re
import selectors
import socket
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

from ..errors import LoginFailed, RedirectPortTaken

if TYPE_CHECKING:
    from typing import Self

    from ._pkce_flow import CallbackResult


_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<style>body {{ font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1rem }}</style>
</head><body><h1>{title}</h1><p>{text}</p></body></html>
"""
_HEADERS = (
    "Content-Type: text/html; charset=utf-8",
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Referrer-Policy: no-referrer",  # the address holds the code
    "Cache-Control: no-store",
    "X-Content-Type-Options: nosniff",
    "Connection: close",
)


def _whole(status: str, title: str, text: str) -> bytes:
    body = _PAGE.format(title=title, text=text).encode()
    head = "\r\n".join((f"HTTP/1.1 {status}", *_HEADERS, f"Content-Length: {len(body)}"))
    return head.encode() + b"\r\n\r\n" + body


_DONE = _whole("200 OK", "Beeper's answer is here", "You can close this page and go back to the program.")
_REFUSED = _whole("200 OK", "Not logged in", "The program was not let in. You can close this page.")
_STRAY = _whole("404 Not Found", "Nothing here", "This page belongs to no log-in that is going on.")


def answer_page(result: CallbackResult | None) -> bytes:
    """The HTTP answer to a browser that came back with this; None for anybody else."""
    if result is None:
        return _STRAY
    return _DONE if result.error is None else _REFUSED


PATH = "/callback"
_LARGEST = 16 * 1024
"""Bytes of a request that are looked at."""
_PATIENCE = 10.0
"""Seconds a visitor has for its request."""
_AT_ONCE, _IN_ALL = 32, 500
"""Visitors; browsers come with a handful."""
_GET = re.compile(rb"GET (/[\x21-\x7e]*) HTTP/1\.[01]\r?\n")
_END = re.compile(rb"\r?\n\r?\n")


class RedirectListener:
    """A socket on 127.0.0.1 from its making to its closing; use it in a with block.

    Raises:
        RedirectPortTaken: the port is another program's, or not to be had.
    """

    def __init__(self, port: int = 0) -> None:
        try:
            self._socket = socket.create_server(("127.0.0.1", port), backlog=_AT_ONCE)
        except OSError as error:
            raise RedirectPortTaken(port, _reason(error)) from None
        self._socket.setblocking(False)
        self.port: int = self._socket.getsockname()[1]
        self.redirect_uri = f"http://127.0.0.1:{self.port}{PATH}"
        self._connections: dict[socket.socket, _Connection] = {}
        self._count = 0
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._socket, selectors.EVENT_READ)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for connection in list(self._connections):
            self._disconnect(connection)
        self._selector.close()
        self._socket.close()

    def poll(self, read: Callable[[str], CallbackResult | None], seconds: float) -> CallbackResult | None:
        """See who has come, for that long at most; what `read` makes of the first address it takes.

        Raises:
            LoginFailed: far too many have come that do not belong here.
        """
        for key, _ in self._selector.select(max(0.0, seconds)):
            if key.fileobj is self._socket:
                self._accept()
            elif (
                isinstance(key.fileobj, socket.socket) and (result := self._read_request(key.fileobj, read)) is not None
            ):
                return result
        now = monotonic()
        for connection, state in list(self._connections.items()):
            if state.deadline < now:
                self._disconnect(connection)
        return None

    def _accept(self) -> None:
        self._count += 1
        if self._count > _IN_ALL:
            raise LoginFailed("too many requests came to the port where the browser was waited for")
        with suppress(OSError):  # gone again already, or no socket is to be had right now
            connection, _ = self._socket.accept()
            connection.setblocking(False)
            if len(self._connections) >= _AT_ONCE:
                self._disconnect(next(iter(self._connections)))
            self._connections[connection] = _Connection()
            self._selector.register(connection, selectors.EVENT_READ)

    def _read_request(
        self, connection: socket.socket, read: Callable[[str], CallbackResult | None]
    ) -> CallbackResult | None:
        """What somebody said, once it is complete."""
        state = self._connections.get(connection)
        if state is None:
            return None  # sent away for a newer one a moment ago
        try:
            piece = connection.recv(_LARGEST)
        except (BlockingIOError, InterruptedError):
            return None
        except OSError:
            piece = b""
        state.received += piece
        if piece and len(state.received) < _LARGEST and not _END.search(state.received):
            return None
        result = None
        if _END.search(state.received):
            request_line = _GET.match(state.received)
            result = None if request_line is None else read(f"http://127.0.0.1:{self.port}{request_line[1].decode()}")
        with suppress(OSError):
            connection.sendall(answer_page(result))
        self._disconnect(connection)
        return result

    def _disconnect(self, connection: socket.socket) -> None:
        del self._connections[connection]
        self._selector.unregister(connection)
        with suppress(OSError):
            connection.shutdown(socket.SHUT_WR)
        connection.close()


class _Connection:
    """What somebody said so far, and how long they may go on."""

    __slots__ = ("deadline", "received")

    def __init__(self) -> None:
        self.received = b""
        self.deadline = monotonic() + _PATIENCE


def _reason(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return "another program uses it"
    return "not allowed" if isinstance(error, PermissionError) else error.strerror or "no socket"
