# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.files.media_types import SNIFFED, UNKNOWN, extension, media_type, sniff
from ..._core.files.names import safe_name
from ..._core.util.override import override
from ...errors import StreamConsumed
from .opening import open_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..._core.files.sources import FileSource
    from ..engine.sender import RequestSender
    from .opening import OpenFile


class AttachmentStream:
    """The file of an attachment, which is read in pieces. It is closed at the end of the ``with`` block."""

    def __init__(self, file: OpenFile, source: FileSource, head: bytes, *, ended: bool) -> None:
        self._file = file
        self._pieces = _Pieces(file, head, ended=ended)
        self.media_type: str = source.media_type or sniff(head) or media_type(file.media_type) or UNKNOWN
        """Media type such as ``image/png``: as the attachment states it, or by the first bytes of the file;
        ``application/octet-stream`` if unknown."""
        self.name: str = safe_name(source.name, extension(self.media_type))
        """A name for the file that is valid on all operating systems, from the name that the attachment states."""

    @property
    def size(self) -> int | None:
        """Size in bytes, as stated by the server or the message; None if it is not known."""
        return self._file.size

    def iter_bytes(self) -> Iterator[bytes]:
        """The file in pieces of any size, never empty. It can be read once.

        If the connection is lost, the rest is requested, until responses in a row bring nothing
        (`RetryPolicy.attempts`). The end of the iteration means that the file is complete.

        Raises:
            AssetIncomplete: the server has no more, and the message states a larger size; or the file changed.
            AssetUnavailable: the file was deleted meanwhile.
            APIConnectionError: the connection was lost too often.
            ClientClosed: the client was closed meanwhile.
            StreamConsumed: the file was already read, in part or completely, or is closed.
        """
        if self._pieces.consumed:
            raise StreamConsumed("attachments.open")
        self._pieces.consumed = True
        return self._pieces

    def close(self) -> None:
        """Release the connection, whether the file was read to its end or not."""
        self._pieces.end()
        self._file.close()

    @property
    def received(self) -> int:
        """How many bytes were returned so far."""
        return self._pieces.received

    @override
    def __repr__(self) -> str:
        size = "unknown size" if self.size is None else f"{self.size} bytes"
        return f"<AttachmentStream {self.media_type}, {size}>"


class _Pieces:
    def __init__(self, file: OpenFile, head: bytes, *, ended: bool) -> None:
        self._file = file
        self._head = head
        self._ended = ended
        self.consumed = False
        self.received = 0

    def end(self) -> None:
        """Let the iteration end, and no other start."""
        self.consumed = self._ended = True
        self._head = b""

    def __iter__(self) -> _Pieces:
        return self

    def __next__(self) -> bytes:
        piece, self._head = self._head, b""
        if not piece and not self._ended:
            piece = self._file.next()
        if not piece:
            self._ended = True
            raise StopIteration
        self.received += len(piece)
        return piece


def open_stream(engine: RequestSender, source: FileSource) -> AttachmentStream:
    """Open the file, and receive enough of its start to know its type. Raises APIError."""
    file = open_file(engine, source)
    try:
        return _read_head(file, source)
    except BaseException:
        file.close()
        raise


def _read_head(file: OpenFile, source: FileSource) -> AttachmentStream:
    pieces: list[bytes] = []
    ended = False
    while not ended and sum(map(len, pieces)) < SNIFFED:
        piece = file.next()
        ended = not piece
        pieces.append(piece)
    head = b"".join(pieces)
    return AttachmentStream(file, source, head, ended=ended)
