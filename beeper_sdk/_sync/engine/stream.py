# @generated


from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import new_file
from ..._core.http.outcome import TransportFailure
from ..._core.util.override import override
from ...errors import ClientClosed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from os import PathLike

    from ..._core.calls.call import AnyCall
    from .adapter import Body


class Stream:
    """A response whose body has not been read yet. It is closed at the end of the ``with`` block."""

    def __init__(self, call: AnyCall, body: Body, closed: Callable[[], bool]) -> None:
        self._call = call
        self._body = body
        self._closed = closed
        self.status: int = body.status_code
        self.headers: Mapping[str, str] = body.headers
        self.content_type: str = body.headers.get("content-type", "application/octet-stream")

    def iter_bytes(self) -> Iterator[bytes]:
        """The body in pieces of any size, never empty. It can be read once.

        Raises:
            APIConnectionError: the connection was lost, or the read timed out. It is not retried.
            ClientClosed: the client was closed meanwhile.
        """
        return _ByteIterator(self._call, self._body, self._closed)

    def save(self, path: str | PathLike[str]) -> Path:
        """Write the body to a file and return its path. An unfinished file is removed.

        Raises:
            APIConnectionError: like `iter_bytes`.
            OSError: like `open`.
        """
        with new_file(path) as file:
            for piece in self.iter_bytes():
                file.write(piece)
        return Path(path)

    def close(self) -> None:
        """Release the connection, whether the body was read to its end or not."""
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

    def __iter__(self) -> _ByteIterator:
        return self

    def __next__(self) -> bytes:
        piece = self._body.next()
        if isinstance(piece, TransportFailure):
            raise ClientClosed(self._call.request.operation.name) if self._closed() else self._call.error(piece)
        if not piece:
            raise StopIteration
        return piece
