"""The pieces of bodies: how large they are, how much memory they need, and in which thread they are read."""

from __future__ import annotations

import io
import json
import os
import threading
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import httpx
import pytest

from beeper_sdk import AsyncBeeper
from beeper_sdk._core.util.override import override
from tests.client.loopback.test_upload_repeats import CONTENT, MIB, failing, sent
from tests.client.loopback.test_uploads import UPLOADED
from tests.scripted_server import Kind, Script, answer, call


class Counting(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Reads a body in pieces, and keeps their sizes."""

    def __init__(self) -> None:
        self.sizes: list[int] = []
        self.announced = 0

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.SyncByteStream)
        self.announced = int(request.headers["content-length"])
        self.sizes += [len(piece) for piece in request.stream]
        return answer({"uploadID": "u"})

    @override
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        self.announced = int(request.headers["content-length"])
        self.sizes += [len(piece) async for piece in request.stream]
        return answer({"uploadID": "u"})


def test_bodies_are_sent_in_small_pieces_and_are_not_copied(kind: Kind, tmp_path: Path) -> None:
    size = 6 * MIB
    path = tmp_path / "a.bin"
    path.touch()
    os.truncate(path, size)
    in_memory, text = bytes(size), 'é"' + "A" * size
    acts: list[tuple[Callable[[Any], Any], int]] = [
        (lambda b: b.assets.upload(file=in_memory), size),
        (lambda b: b.assets.upload(file=io.BytesIO(in_memory)), size),
        (lambda b: b.assets.upload(file=path), size),
        (lambda b: b.assets.upload_base64(content=text, file_name="a"), len(text)),
    ]
    for act, least in acts:
        server = Counting()
        tracemalloc.start()
        try:
            call(kind, Script(UPLOADED), act, transport=server)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert max(server.sizes) <= 2**16
        assert least < sum(server.sizes) == server.announced < least + 500
        assert peak < 2 * MIB


@pytest.mark.parametrize("extra", ['é\U0001f600\ud83d\ude00"\\\n\x00', ""])
def test_long_json_is_the_same_in_pieces(kind: Kind, extra: str) -> None:
    value = {"a": 1, "ä": [None, {"x": "y"}], "long": extra + "A" * (2**20 - 3) + extra, "short": extra}
    server = Script(answer({}))
    call(kind, server, lambda b: b.request("POST", "/v1/new", json=value))
    request = server.requests[0]
    assert request.content == json.dumps(value, separators=(",", ":")).encode()
    assert request.headers["content-length"] == str(len(request.content))


class Slow(io.BytesIO):
    """A file whose read() blocks until the event loop allows it."""

    def __init__(self) -> None:
        super().__init__(CONTENT)
        self.is_reading, self.allowed, self.done = threading.Event(), threading.Event(), threading.Event()

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        self.is_reading.set()
        assert self.allowed.wait(10)
        self.done.set()
        return super().read(size)


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_a_slow_file_does_not_stop_the_event_loop(loop: str) -> None:
    server, slow = Script(UPLOADED), Slow()

    async def main() -> None:
        beeper = AsyncBeeper("t", transport=httpx.MockTransport(server))
        async with beeper, anyio.create_task_group() as group:
            group.start_soon(lambda: beeper.assets.upload(file=slow))
            assert await anyio.to_thread.run_sync(slow.is_reading.wait, 10)
            slow.allowed.set()

    anyio.run(main, backend=loop)
    assert sent(server) == [CONTENT]


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_a_cancelled_upload_does_not_wait_for_a_read_that_blocks(loop: str) -> None:
    server, slow = Script(UPLOADED), Slow()

    async def main() -> None:
        async with AsyncBeeper("t", transport=httpx.MockTransport(server)) as beeper:
            async with anyio.create_task_group() as group:
                group.start_soon(lambda: beeper.assets.upload(file=slow))
                assert await anyio.to_thread.run_sync(slow.is_reading.wait, 10)
                group.cancel_scope.cancel()
            assert not slow.done.is_set()
            slow.allowed.set()
            assert await anyio.to_thread.run_sync(slow.done.wait, 10)

    anyio.run(main, backend=loop)
    assert server.count == 0


def test_bytes_in_memory_need_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anyio.to_thread, "run_sync", failing(AssertionError()))
    server = Script(UPLOADED)
    call("asyncio", server, lambda b: b.assets.upload(file=CONTENT))
    call("asyncio", server, lambda b: b.assets.upload(file=io.BytesIO(CONTENT)))
    assert sent(server) == [CONTENT] * 2
