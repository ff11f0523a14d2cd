"""A response that is read in pieces, such as a file that does not fit into memory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import async_new_file
from ..._core.http.outcome import TransportFailure
from ..._core.util.override import override
from ...errors import ClientClosed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from os import PathLike

    from ..._core.calls.call import AnyCall
    from .adapter import AsyncBody


class AsyncStream:
    """A response whose body has not been read yet. It is closed at the end of the ``with`` block."""

    def __init__(self, call: AnyCall, body: AsyncBody, closed: Callable[[], bool]) -> None:
        self._call = call
        self._body = body
        self._closed = closed
        self.status: int = body.status_code
        """200 for the whole file, 206 for a part, 304 if it has not changed (no data)."""
        self.headers: Mapping[str, str] = body.headers
        """The response headers. Lookup ignores case."""
        self.content_type: str = body.headers.get("content-type", "application/octet-stream")
        """Media type, such as ``image/png``; ``application/octet-stream`` if unknown."""

    def iter_bytes(self) -> AsyncIterator[bytes]:
        """The body in pieces of any size, never empty. It can be read once.

        Raises:
            APIConnectionError: the connection was lost, or the read timed out. It is not retried.
            ClientClosed: the client was closed meanwhile.
        """
        return _AsyncByteIterator(self._call, self._body, self._closed)

    async def save(self, path: str | PathLike[str]) -> Path:
        """Write the body to a file and return its path. An unfinished file is removed.

        Raises:
            APIConnectionError: like `iter_bytes`.
            OSError: like `open`.
        """
        async with async_new_file(path) as file:
            async for piece in self.iter_bytes():
                await file.write(piece)
        return Path(path)

    async def close(self) -> None:
        """Release the connection, whether the body was read to its end or not."""
        await self._body.close()

    @override
    def __repr__(self) -> str:
        from ..._core.http.redaction import media_type

        return f"<AsyncStream {self.status}, {media_type(self.content_type) or 'unknown type'}>"


class _AsyncByteIterator:
    """Iterates over the pieces of a body."""

    def __init__(self, call: AnyCall, body: AsyncBody, closed: Callable[[], bool]) -> None:
        self._call = call
        self._body = body
        self._closed = closed

    def __aiter__(self) -> _AsyncByteIterator:
        return self

    async def __anext__(self) -> bytes:
        piece = await self._body.next()
        if isinstance(piece, TransportFailure):
            raise ClientClosed(self._call.request.operation.name) if self._closed() else self._call.error(piece)
        if not piece:
            raise StopAsyncIteration
        return piece
