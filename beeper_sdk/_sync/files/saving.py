# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import call_blocking, resolve_result
from ..._core.files.failures import too_large
from ..._core.files.new_file import NewFile

if TYPE_CHECKING:
    from pathlib import Path

    from ..._core.files.progress import Progress
    from .stream import AttachmentStream


def save_stream(
    stream: AttachmentStream, folder: Path, name: str, progress: Progress | None, *, overwrite: bool
) -> Path:
    file = NewFile(folder)
    try:
        call_blocking(file.open)
        for piece in stream.iter_bytes():
            call_blocking(file.write, piece)
            if progress is not None:
                resolve_result(progress(stream.received, stream.size), "progress")
        return call_blocking(file.commit, name, overwrite=overwrite)
    except BaseException:
        call_blocking(file.discard)
        raise


def read_stream(stream: AttachmentStream, max_bytes: int | None) -> bytes:
    content = bytearray()
    if max_bytes is not None and (stream.size or 0) > max_bytes:
        raise too_large(stream.media_type, 0, max_bytes)
    for piece in stream.iter_bytes():
        content += piece
        if max_bytes is not None and len(content) > max_bytes:
            raise too_large(stream.media_type, len(content), max_bytes)
    return bytes(content)
