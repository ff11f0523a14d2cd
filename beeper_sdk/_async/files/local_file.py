"""A file on this machine, or in memory, that is read in pieces as one that the app sends."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from ..._core.concurrency.primitives import async_call_blocking
from ...errors import AssetIncomplete

if TYPE_CHECKING:
    from ...errors._context import CallInfo

PIECE = 2**18


class AsyncLocalFile:
    """An open file of known size."""

    def __init__(self, file: IO[bytes], size: int, info: CallInfo, media_type: str | None = None) -> None:
        self._file = file
        self._received = 0
        self.size: int | None = size
        self.info: CallInfo = info
        self.media_type: str | None = media_type

    async def next(self) -> bytes:
        """The next piece; empty at the end. Raises AssetIncomplete, OSError."""
        piece = await async_call_blocking(self._file.read, PIECE)
        self._received += len(piece)
        if not piece and self._received < (self.size or 0):
            raise AssetIncomplete(self.info, self._received, self.size, "the file on the disk is shorter")
        return piece

    async def close(self) -> None:
        """Close it."""
        await async_call_blocking(self._file.close)
