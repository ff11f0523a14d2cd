# @generated


from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import replacing_file
from ..._core.http.outcome import TransportFailure
from ..._core.util.override import override
from ...errors import ClientClosed, StreamConsumed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from os import PathLike

    from ..._core.calls.call import AnyCall
    from ..._transport._sync.protocol import Body


class Stream:
    """A response whose body has not been read yet. It is closed at the end of the ``with`` block."""

    def __init__(self, call: AnyCall, body: Body, closed: Callable[[], bool]) -> None:
        self._operation = call.request.operation.name
        self._body = body
        self._pieces = _ByteIterator(call, body, closed)
        self.status: int = body.status_code
        """200 for the whole file, 206 for a part, 304 if it has not changed (no data)."""
        self.headers: Mapping[str, str] = body.headers
        """The response headers. Lookup ignores case."""
        self.content_type: str = body.headers.get("content-type", "application/octet-stream")
        """Media type, such as ``image/png``; ``application/octet-stream`` if unknown."""

    def iter_bytes(self) -> Iterator[bytes]:
        """The body in pieces of any size, never empty. It can be read once.

        Raises:
            APIConnectionError: the connection was lost, or the read timed out. It is not retried.
            ClientClosed: the client was closed meanwhile.
            StreamConsumed: the body was already read, in part or completely, or the stream is closed.
        """
        if self._pieces.consumed:
            raise StreamConsumed(self._operation)
        return self._pieces

    def save(self, path: str | PathLike[str]) -> Path:
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
            with replacing_file(target) as file:
                for piece in pieces:
                    file.write(piece)
        return target

    def close(self) -> None:
        """Release the connection, whether the body was read to its end or not."""
        self._pieces.mark_consumed()
        self._body.close()

    @override
    def __repr__(self) -> str:
        from ..._core.http.redaction import media_type

        return f"<Stream {self.status}, {media_type(self.content_type) or 'unknown type'}>"


class _ByteIterator:
    def __init__(self, call: AnyCall, body: Body, closed: Callable[[], bool]) -> None:
        self._call = call
        self._body = body
        self._closed = closed
        self.consumed = False

    def mark_consumed(self) -> None:
        """Let no other iteration start: the body is being read, or was closed."""
        self.consumed = True

    def __iter__(self) -> _ByteIterator:
        return self

    def __next__(self) -> bytes:
        self.mark_consumed()
        piece = self._body.next()
        if isinstance(piece, TransportFailure):
            raise ClientClosed(self._call.request.operation.name) if self._closed() else self._call.error(piece)
        if not piece:
            raise StopIteration
        return piece
