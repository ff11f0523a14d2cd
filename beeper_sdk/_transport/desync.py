"""A guard against response desync.

A connection may be reused only if nothing is left to read on it. A faulty server or proxy may send more than one
response, such as the same one twice, or a body after a 204. httpcore keeps the bytes after the end of a response and
parses them as the start of the next response on that connection, so that each later call receives the response of the
call before it. httpx has no public API for these bytes, so `guard_desync` reads private attributes, and does nothing if
they are missing. (Bytes that arrive later are detected by httpcore: an idle connection must not be readable.)
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any

import httpx

from .._core.util.override import override

if TYPE_CHECKING:
    import h11

_INNER_ATTRIBUTES = ("_body", "_stream", "_httpcore_stream", "_connection")
"""Attributes in which streams (of httpx, httpcore and this package) hold the stream that they wrap."""
_MAX_DEPTH = 8


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
