"""Decompresses the body of a response and checks its limits (no I/O); and a guard against response desync.

A connection may be reused only if nothing is left to read on it. A faulty server or proxy may send more than one
response, such as the same one twice, or a body after a 204. httpcore keeps the bytes after the end of a response and
parses them as the start of the next response on that connection, so that each later call receives the response of the
call before it. httpx has no public API for these bytes, so `guard_desync` reads private attributes, and does nothing if
they are missing. (Bytes that arrive later are detected by httpcore: an idle connection must not be readable.)
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from time import monotonic
from typing import TYPE_CHECKING, Any

import httpx

from .._core.http.outcome import HttpResponse, ReadLimits, TransportFailure
from .._core.util.override import override
from . import failures
from .budget import Budget
from .decoders import Decompressor, Unreadable, decompressor

if TYPE_CHECKING:
    import h11

_INNER_ATTRIBUTES = ("_body", "_stream", "_httpcore_stream", "_connection")
"""Attributes in which streams (of httpx, httpcore and this package) hold the stream that they wrap."""
_MAX_DEPTH = 8


def content_encoding(response: httpx.Response) -> str | None:
    """The content coding of the body. None if hooks of the user's httpx client have read, and so decompressed, it."""
    return None if response.is_stream_consumed else response.headers.get("content-encoding")


class BodyCollector:
    """Collects a whole body, and stops when a limit is reached."""

    def __init__(self, response: httpx.Response, limits: ReadLimits, budget: Budget | None) -> None:
        encoding = content_encoding(response)
        self._response = response
        self._limit = limits.max_bytes if encoding is None else limits.max_decoded_bytes
        self._budget = Budget(limits) if budget is None else budget
        if limits.body_timeout is not None:
            self._budget.deadline = monotonic() + limits.body_timeout
        self._budget.start_step()
        self._parts: list[bytes] = []
        self._size = 0
        self._decoder: Decompressor | None = None
        self._failure: TransportFailure | None = None
        if encoding is not None:
            try:
                self._decoder = decompressor(encoding)
            except Unreadable as problem:
                self._failure = TransportFailure("unreadable", str(problem))

    def feed(self, raw: bytes) -> bool:
        """Add received bytes. Returns False if no more are needed."""
        if self._failure is not None:
            return False
        if self._decoder is None:
            self._add(raw)
        else:
            try:
                all(map(self._add, self._decoder.pieces(raw)))  # stops at the first piece above the limit
            except Unreadable as problem:
                self._failure = TransportFailure("unreadable", str(problem))
        if self._failure is None and monotonic() > self._budget.deadline:
            self._failure = TransportFailure("timeout", "deadline of the call")
        self._budget.start_step()
        return self._failure is None

    def _add(self, piece: bytes) -> bool:
        """Add decompressed bytes. Returns False if the body exceeds its limit."""
        self._size += len(piece)
        if self._limit is not None and self._size > self._limit:
            self._parts.clear()
            self._failure = TransportFailure("too-large", f"more than {self._limit} bytes")
            return False
        self._parts.append(piece)
        return True

    def end(self) -> HttpResponse | TransportFailure:
        """The response. If the body of an error response cannot be read, the response is returned without it, because
        its status is more useful than a decoding error."""
        if self._failure is None and self._decoder is not None:
            try:
                self._decoder.end()
            except Unreadable as problem:
                self._failure = TransportFailure("unreadable", str(problem))
        status, headers = self._response.status_code, self._response.headers
        if self._failure is None:
            return HttpResponse(status, headers, self._parts[0] if len(self._parts) == 1 else b"".join(self._parts))
        head = HttpResponse(status, headers, b"")
        return head if status >= 400 else self._failure._replace(head=head, received=self._size)

    def interrupted(self, error: Exception) -> HttpResponse | TransportFailure:
        """The outcome after an error while reading. If a limit was reached before, that is the outcome."""
        if self._failure is not None:
            return self.end()
        head = HttpResponse(self._response.status_code, self._response.headers, b"")
        if head.status_code >= 400:
            return head
        return failures.failure(error)._replace(head=head, received=self._response.num_bytes_downloaded)


class BodyPieces:
    """A body in pieces, decompressed if the server compressed it although the request did not accept that."""

    def __init__(self, response: httpx.Response) -> None:
        self._encoding = content_encoding(response)
        self._decoder: Decompressor | None = None
        self._waiting: Iterator[bytes] = iter(())

    def feed(self, raw: bytes) -> None:
        """Add received bytes. Raises Unreadable."""
        if self._encoding is not None:
            self._decoder, self._encoding = decompressor(self._encoding), None
        self._waiting = iter((raw,)) if self._decoder is None else self._decoder.pieces(raw)

    def next(self) -> bytes:
        """The next piece; ``b""`` if more bytes must be received first. Raises Unreadable."""
        return next((piece for piece in self._waiting if piece), b"")

    def end(self) -> bytes:
        """Check the end of the body. Raises Unreadable if the compressed data is incomplete."""
        if self._decoder is not None:
            self._decoder.end()
        return b""


def guard_desync(response: httpx.Response) -> httpx.Response:
    """The same response of a transport of the user. Its connection is not reused if bytes after it were received."""
    connection = h11_connection(response.stream)
    if connection is not None:
        response.stream = _GuardedStream(response.stream, connection)
    return response


def h11_connection(body: object) -> h11.Connection | None:
    """The parser of the connection that a body is read from."""
    for _ in range(_MAX_DEPTH):
        found: h11.Connection | None = getattr(body, "_h11_state", None)
        if found is not None:
            return found
        for name in _INNER_ATTRIBUTES:
            inner = getattr(body, name, None)
            if inner is not None:
                break
        else:
            return None
        body = inner
    return None


class _GuardedStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body whose connection is closed if bytes after the body were received."""

    def __init__(self, body: Any, connection: h11.Connection) -> None:
        self._body = body
        self._connection = connection

    @override
    def __iter__(self) -> Iterator[bytes]:
        return iter(self._body)

    @override
    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._body)

    @override
    def close(self) -> None:
        if self._connection.trailing_data[0]:
            self._connection.send_failed()  # puts h11 into its state ERROR, so that httpcore drops the connection
        self._body.close()

    @override
    async def aclose(self) -> None:
        if self._connection.trailing_data[0]:
            self._connection.send_failed()
        await self._body.aclose()
