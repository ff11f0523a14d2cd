"""A response that is read in pieces, such as a file that does not fit into memory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import async_replacing_file
from ..._core.http.outcome import TransportFailure
from ..._core.util.override import override
from ...errors import ClientClosed, StreamConsumed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from os import PathLike

    from ..._core.calls.call import AnyCall
    from ..._transport._async.protocol import AsyncBody


class AsyncStream:
    """A response whose body has not been read yet. It is closed at the end of the ``with`` block."""

    def __init__(self, call: AnyCall, body: AsyncBody, closed: Callable[[], bool]) -> None:
        self._operation = call.request.operation.name
        self._body = body
        self._pieces = _AsyncByteIterator(call, body, closed)
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
            StreamConsumed: the body was already read, in part or completely, or the stream is closed.
        """
        if self._pieces.consumed:
            raise StreamConsumed(self._operation)
        return self._pieces

    async def save(self, path: str | PathLike[str]) -> Path:
        """Write the body to a file and return its path. The file changes only when the whole body was received.

        Until then the body is in a temporary file in the same folder, which replaces the file and keeps its mode. A
        symbolic link is followed; a device or pipe is written directly. After an error, the file has its old content,
        and the temporary file is removed (only a process that is killed leaves it: ``.beeper-sdk-*.tmp``). A file that
        has not changed (status 304) is not written.

        Args:
            path: The file to write. Its folder must exist.

        Raises:
            APIConnectionError: like `iter_bytes`.
            StreamConsumed: like `iter_bytes`.
            OSError: like `open`.
        """
        target, pieces = Path(path), self.iter_bytes()
        if self.status != 304:
            async with async_replacing_file(target) as file:
                async for piece in pieces:
                    await file.write(piece)
        return target

    async def close(self) -> None:
        """Release the connection, whether the body was read to its end or not."""
        self._pieces.mark_consumed()
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
        self.consumed = False

    def mark_consumed(self) -> None:
        """Let no other iteration start: the body is being read, or was closed."""
        self.consumed = True

    def __aiter__(self) -> _AsyncByteIterator:
        return self

    async def __anext__(self) -> bytes:
        self.mark_consumed()
        piece = await self._body.next()
        if isinstance(piece, TransportFailure):
            raise ClientClosed(self._call.request.operation.name) if self._closed() else self._call.error(piece)
        if not piece:
            raise StopAsyncIteration
        return piece
