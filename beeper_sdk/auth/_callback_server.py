"""An HTTP server on 127.0.0.1 that receives the browser's redirect of one login. It uses no thread.

Blocking and async code call `poll` in their own ways. Other requests, invalid requests, and connections without a
request (browsers open connections that they may never use) do not block the login, and are closed.
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
    "Referrer-Policy: no-referrer",  # the URL contains the authorization code
    "Cache-Control: no-store",
    "X-Content-Type-Options: nosniff",
    "Connection: close",
)


def _whole(status: str, title: str, text: str) -> bytes:
    body = _PAGE.format(title=title, text=text).encode()
    head = "\r\n".join((f"HTTP/1.1 {status}", *_HEADERS, f"Content-Length: {len(body)}"))
    return head.encode() + b"\r\n\r\n" + body


_DONE = _whole("200 OK", "Login approved", "You can close this page and return to the program.")
_REFUSED = _whole("200 OK", "Login denied", "The program did not get access. You can close this page.")
_STRAY = _whole("404 Not Found", "Not found", "This page does not belong to a login in progress.")


def answer_page(result: CallbackResult | None) -> bytes:
    """The HTTP response to a browser with this result; None for any other request."""
    if result is None:
        return _STRAY
    return _DONE if result.error is None else _REFUSED


PATH = "/callback"
_MAX_BYTES = 16 * 1024
"""Maximum size of a request in bytes."""
_PATIENCE = 10.0
"""Seconds after which a connection without a complete request is closed."""
_AT_ONCE, _IN_ALL = 32, 500
"""Maximum number of connections at once and in total. Browsers open only a few."""
_GET = re.compile(rb"GET (/[\x21-\x7e]*) HTTP/1\.[01]\r?\n")
_END = re.compile(rb"\r?\n\r?\n")


class RedirectListener:
    """A listening socket on 127.0.0.1. Use it in a with block.

    Raises:
        RedirectPortTaken: the port is in use or not allowed.
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
        """Handle connections for at most `seconds`. Returns the result of `read` for the first URL that it accepts.

        Raises:
            LoginFailed: there were too many other connections.
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
            raise LoginFailed("received too many unrelated connections on the redirect port; log in again")
        with suppress(OSError):  # the connection was closed already, or the process has no free socket
            connection, _ = self._socket.accept()
            connection.setblocking(False)
            if len(self._connections) >= _AT_ONCE:  # close the oldest one: browsers open idle connections in advance
                self._disconnect(next(iter(self._connections)))
            self._connections[connection] = _Connection()
            self._selector.register(connection, selectors.EVENT_READ)

    def _read_request(
        self, connection: socket.socket, read: Callable[[str], CallbackResult | None]
    ) -> CallbackResult | None:
        """Read from a connection, and respond when the request is complete."""
        state = self._connections.get(connection)
        if state is None:
            return None  # closed a moment ago in favour of a newer connection
        try:
            piece = connection.recv(_MAX_BYTES)
        except (BlockingIOError, InterruptedError):
            return None
        except OSError:
            piece = b""
        state.received += piece
        if piece and len(state.received) < _MAX_BYTES and not _END.search(state.received):
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
    """The received bytes of a connection, and the time at which it is closed."""

    __slots__ = ("deadline", "received")

    def __init__(self) -> None:
        self.received = b""
        self.deadline = monotonic() + _PATIENCE


def _reason(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return "the port is in use"
    return "permission denied" if isinstance(error, PermissionError) else error.strerror or "no socket"
