"""Saves a stream to a new file of a folder, and reads one into memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import async_call_blocking, async_resolve_result
from ..._core.files.failures import too_large
from ..._core.files.new_file import NewFile

if TYPE_CHECKING:
    from pathlib import Path

    from ..._core.files.progress import Progress
    from .stream import AsyncAttachmentStream


async def save_stream(
    stream: AsyncAttachmentStream, folder: Path, name: str, progress: Progress | None, *, overwrite: bool
) -> Path:
    """Write a stream to a file. If that fails or is cancelled, the folder has no new file. Raises APIError, OSError."""
    file = NewFile(folder)
    try:
        await async_call_blocking(file.open)
        async for piece in stream.iter_bytes():
            await async_call_blocking(file.write, piece)
            if progress is not None:
                await async_resolve_result(progress(stream.received, stream.size), "progress")
        return await async_call_blocking(file.commit, name, overwrite=overwrite)
    except BaseException:
        await async_call_blocking(file.discard)
        raise


async def read_stream(stream: AsyncAttachmentStream, max_bytes: int | None) -> bytes:
    """The content of a stream. Raises APIError; ResponseTooLarge if it is larger than `max_bytes`."""
    content = bytearray()
    if max_bytes is not None and (stream.size or 0) > max_bytes:
        raise too_large(stream.media_type, 0, max_bytes)
    async for piece in stream.iter_bytes():
        content += piece
        if max_bytes is not None and len(content) > max_bytes:
            raise too_large(stream.media_type, len(content), max_bytes)
    return bytes(content)
