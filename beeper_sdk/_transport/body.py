"""The body of a response, without its I/O: decompressed and checked against its limits; and a guard against desync.

A connection that is used again must have nothing left to read. A faulty server or proxy may send more than one
response: one twice, or a body after a 204. httpcore keeps what arrived behind the end of a response and reads it as
the start of the next one on that connection, so that every later call there gets the response of the one before it.
The public API of httpx does not show such bytes, so `guard_desync` reads private attributes, and does nothing where
they are missing. (httpcore notices itself what arrives later: an idle connection must not be readable.)
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from time import monotonic
from typing import TYPE_CHECKING, Any

import httpx

from .._core.http.outcome import HttpResponse, ReadLimits, TransportFailure
from .._core.util.override import override
from . import httpx_mapping
from .decoders import Decompressor, Unreadable, decompressor

if TYPE_CHECKING:
    import h11

_INNER_ATTRIBUTES = ("_body", "_stream", "_httpcore_stream", "_connection")
"""Attributes in which streams (of httpx, httpcore and this package) hold the stream that they wrap."""
_MAX_DEPTH = 8


def content_encoding(response: httpx.Response) -> str | None:
    """How the body is compressed. Hooks of the user's client may have read it, and decompressed it, already."""
    return None if response.is_stream_consumed else response.headers.get("content-encoding")


class BodyCollector:
    """Collects a whole body, and stops where a limit is reached."""

    def __init__(self, response: httpx.Response, limits: ReadLimits) -> None:
        encoding = content_encoding(response)
        self._response = response
        self._limit = limits.max_bytes if encoding is None else limits.max_decoded_bytes
        self._deadline = limits.deadline if limits.body_timeout is None else monotonic() + limits.body_timeout
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
        """Add a piece as it was received. False when no more is needed."""
        if self._failure is not None:
            return False
        if self._decoder is None:
            self._add(raw)
        else:
            try:
                all(map(self._add, self._decoder.pieces(raw)))  # stops at the first piece above the limit
            except Unreadable as problem:
                self._failure = TransportFailure("unreadable", str(problem))
        if self._failure is None and self._deadline is not None and monotonic() > self._deadline:
            self._failure = TransportFailure("timeout", "the whole call's deadline")
        return self._failure is None

    def _add(self, piece: bytes) -> bool:
        """Add a decompressed piece. False where the body exceeds its limit."""
        self._size += len(piece)
        if self._limit is not None and self._size > self._limit:
            self._parts.clear()
            self._failure = TransportFailure("too-large", f"more than {self._limit} bytes")
            return False
        self._parts.append(piece)
        return True

    def end(self) -> HttpResponse | TransportFailure:
        """The response. One with an error status is returned without its body where that cannot be read."""
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
        """The outcome after an error while reading. Where a limit closed the body, that is the outcome."""
        if self._failure is not None:
            return self.end()
        head = HttpResponse(self._response.status_code, self._response.headers, b"")
        if head.status_code >= 400:
            return head
        return httpx_mapping.failure(error)._replace(head=head, received=self._response.num_bytes_downloaded)


class BodyPieces:
    """A body in pieces, decompressed where the server compressed it although it was not asked to."""

    def __init__(self, response: httpx.Response) -> None:
        self._encoding = content_encoding(response)
        self._decoder: Decompressor | None = None
        self._waiting: Iterator[bytes] = iter(())

    def feed(self, raw: bytes) -> None:
        """Add a piece as it was received. Raises Unreadable."""
        if self._encoding is not None:
            self._decoder, self._encoding = decompressor(self._encoding), None
        self._waiting = iter((raw,)) if self._decoder is None else self._decoder.pieces(raw)

    def next(self) -> bytes:
        """The next piece; ``b""`` when more must be received first. Raises Unreadable."""
        return next((piece for piece in self._waiting if piece), b"")

    def end(self) -> bytes:
        """The body has ended. Raises Unreadable where the compressed data has not."""
        if self._decoder is not None:
            self._decoder.end()
        return b""


def guard_desync(response: httpx.Response) -> httpx.Response:
    """The same response; its connection is not used again where more than the response was received on it."""
    connection = _h11_connection(response.stream)
    if connection is not None:
        response.stream = _GuardedStream(response.stream, connection)
    return response


def _h11_connection(body: object) -> h11.Connection | None:
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
    """A body whose connection is dropped when more than the body was received."""

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
