"""A large file is never in memory as a whole, although its connection is lost."""

from __future__ import annotations

import tracemalloc
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx

from beeper_sdk import models
from beeper_sdk._core.util.override import override
from tests.scripted_server import Kind, call
from tests.sweeps import examples

MIB = 2**20
SIZE = examples(8) * MIB  # 400 MiB in the long form
PIECE = bytes(MIB // 8)


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Bytes that end too early: after a quarter of the file, or less if that is not left."""

    def __init__(self, start: int) -> None:
        self._pieces = min(SIZE // 4, SIZE - start) // len(PIECE)

    @override
    def __iter__(self) -> Iterator[bytes]:
        for _ in range(self._pieces):
            yield PIECE

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            await anyio.lowlevel.checkpoint()
            yield piece


def serve(request: httpx.Request) -> httpx.Response:
    start = int(request.headers["range"].removeprefix("bytes=").removesuffix("-"))
    return httpx.Response(
        206, headers={"content-range": f"bytes {start}-{SIZE - 1}/{SIZE}"}, stream=Body(start), request=request
    )


def test_a_large_file_needs_no_memory(kind: Kind, tmp_path: Path) -> None:
    attachment = models.Attachment.from_dict({"type": "img", "id": "mxc://beeper.local/x", "fileSize": SIZE})

    def save(beeper: Any) -> Any:
        return beeper.attachments.save(attachment, tmp_path, name="a.png")

    call(kind, serve, lambda beeper: beeper.attachments.read("data:,x"))  # imports what is needed
    tracemalloc.start()
    try:
        path = call(kind, serve, save)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert path.stat().st_size == SIZE
    assert peak < 4 * MIB
