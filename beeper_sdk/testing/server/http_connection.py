"""The HTTP connections of the server: those of uvicorn with httptools, except for what is described here."""

from __future__ import annotations

import asyncio
from array import array
from typing import Any, cast

from httptools import HttpParserUpgrade, HttpRequestParser
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from ..._core.util.override import override
from .asgi import MAX_HEAD


class HttpConnection(HttpToolsProtocol):
    """A connection of a client."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.parser: HttpRequestParser = RequestParser(self)

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's own
        """Begin with a connection."""
        super().connection_made(cast("asyncio.Transport", JoinedWrites(transport, self.loop)))

    @override
    def on_url(self, url: bytes) -> None:
        """Add to the URL. What exceeds the limit is dropped: the request is refused, and httptools accepts no more."""
        super().on_url(url[: MAX_HEAD + 1 - len(self.url)])

    @override
    def on_headers_complete(self) -> None:
        """Begin with a request. Raises ValueError for one without a Host, which is then answered with 400."""
        if not any(name == b"host" for name, _ in self.headers) and self.parser.get_http_version() == "1.1":
            raise ValueError("a request of HTTP/1.1 must have a Host")
        if not self.ignores_upgrade:
            super().on_headers_complete()

    @override
    def on_message_complete(self) -> None:
        """End the body of a request."""
        if not self.ignores_upgrade:
            super().on_message_complete()

    @property
    def ignores_upgrade(self) -> bool:
        """Whether the current request offers protocols of which the server has none."""
        if not self.parser.should_upgrade():
            return False
        offered = [value.lower() for name, value in self.headers if name == b"upgrade"]
        return bool(offered) and offered[-1] != b"websocket"

    def head_without_upgrade(self) -> bytes:
        """The line and the headers of the current request, without the protocols that it offers."""
        version = self.parser.get_http_version().encode()
        lines = [b"%s %s HTTP/%s" % (self.parser.get_method(), self.url, version)]
        lines += [b"%s: %s" % header for header in self.headers if header[0] != b"upgrade"]
        return b"\r\n".join(lines) + b"\r\n\r\n"


class RequestParser(HttpRequestParser):
    """A parser that goes on with HTTP after a request that offers a protocol which the server does not have.

    To httptools, what follows the headers is that protocol already: the body and all later requests would be lost.
    Java's HttpClient offers HTTP/2 (``h2c``) with its first request.
    """

    def __init__(self, connection: HttpConnection) -> None:
        self._connection = connection
        self._begin()

    def _begin(self) -> None:
        super().__init__(self._connection)
        # As uvicorn does it: what follows a request with ``Connection: close`` is ignored, and no error.
        self.set_dangerous_leniencies(lenient_data_after_close=True)

    @override
    def feed_data(self, data: bytes | bytearray | memoryview | array[int]) -> None:
        """Parse what was received. Raises HttpParserError, and HttpParserUpgrade for a WebSocket."""
        while True:
            try:
                super().feed_data(data)
            except HttpParserUpgrade as upgrade:
                if not self._connection.ignores_upgrade:
                    raise
                data = self._connection.head_without_upgrade() + bytes(data)[upgrade.args[0] :]
                self._begin()
            else:
                return


class JoinedWrites:
    """A transport that holds the head of a response until the next write, or until the event loop runs again.

    Each write is a system call: two of them were a fifth of the time of a request.
    """

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport, self._loop = transport, loop
        self._held = b""

    def write(self, data: bytes) -> None:
        """Send bytes, unless they are a head."""
        if not self._held and data.startswith(b"HTTP/1.1 ") and data.endswith(b"\r\n\r\n"):
            self._held = data
            self._loop.call_soon(self._flush)
        else:
            held, self._held = self._held, b""
            self._transport.write(held + data if held else data)

    def close(self) -> None:
        """Close the connection once all is sent."""
        self._flush()
        self._transport.close()

    def abort(self) -> None:
        """Close the connection at once."""
        self._flush()
        self._transport.abort()

    def _flush(self) -> None:
        if self._held:
            self.write(b"")

    def __getattr__(self, name: str) -> Any:
        """All else is that of the transport."""
        return getattr(self._transport, name)
