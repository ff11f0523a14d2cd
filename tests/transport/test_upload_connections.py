"""Uploads that end before their end: by a timeout, by cancellation, or because of their file."""

from __future__ import annotations

import io
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import pytest

from beeper_sdk import AsyncBeeper, Beeper, errors
from beeper_sdk._core.generated import api
from beeper_sdk._core.util.override import override

SIZE = 2**24
"""More than the buffers of a connection hold."""
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"
UPLOADED = OK.replace(b"2\r\n\r\n[]", b"18\r\n\r\n" + b'{"uploadID":"up1"}')


class Stalling:
    """Reads no more than the head of an upload until it may, then all of it; and responds to other requests."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self.stalled, self.may_read = threading.Event(), threading.Event()
        self.connections: list[bytearray] = []
        self._threads = [threading.Thread(target=self._accept, name="accepts")]
        self._threads[0].start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            self._threads.append(threading.Thread(target=self._serve, args=[connection], name="serves"))
            self._threads[-1].start()

    def _serve(self, connection: socket.socket) -> None:
        received = bytearray()
        self.connections.append(received)
        with connection, suppress(ConnectionError):
            while data := connection.recv(2**16):
                received += data
                if (received.startswith(b"GET") and received.endswith(b"\r\n\r\n")) or received.endswith(b"--\r\n"):
                    connection.sendall(OK if received.startswith(b"GET") else UPLOADED)
                elif not self.may_read.is_set():
                    self.stalled.set()
                    self.may_read.wait(10)

    def close(self) -> None:
        self.may_read.set()
        with suppress(OSError):  # closed before
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for thread in self._threads:
            thread.join(10)


@pytest.fixture
def server() -> Iterator[Stalling]:
    server = Stalling()
    yield server
    server.close()


def check(server: Stalling) -> None:
    """The upload has a connection of its own, which was closed, so that the server has not received all of it."""
    server.close()
    assert [bytes(received[:4]) for received in server.connections] == [b"POST", b"GET "]
    assert len(server.connections[0]) < SIZE
    assert server.connections[1].count(b"HTTP/1.1") == 1


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_a_cancelled_upload_leaves_no_half_connection(server: Stalling, loop: str) -> None:
    async def main() -> None:
        async with AsyncBeeper("t", base_url=server.url) as beeper:
            async with anyio.create_task_group() as group:
                group.start_soon(lambda: beeper.assets.upload(file=bytes(SIZE)))
                assert await anyio.to_thread.run_sync(server.stalled.wait, 10)
                group.cancel_scope.cancel()
            server.may_read.set()
            assert await beeper.accounts.list() == []

    anyio.run(main, backend=loop)
    check(server)


def test_an_upload_that_times_out_leaves_no_half_connection(server: Stalling) -> None:
    with Beeper("t", base_url=server.url, timeout=0.05) as beeper:
        with pytest.raises(errors.DeliveryUncertain) as caught:
            beeper.assets.upload(file=io.BytesIO(bytes(SIZE)))
        assert isinstance(caught.value.__cause__, errors.APITimeoutError)
        server.may_read.set()
        assert beeper.with_options(timeout=10).accounts.list() == []
    check(server)


class Slow(io.BytesIO):
    @override
    def read(self, size: int | None = -1, /) -> bytes:
        time.sleep(0.4)
        return super().read(size)


def test_the_timeout_does_not_count_the_time_in_which_a_file_is_read(server: Stalling) -> None:
    server.may_read.set()

    async def in_async() -> None:
        async with AsyncBeeper("t", base_url=server.url, timeout=0.3) as beeper:
            await beeper.assets.upload(file=("a", Slow(b"x")))

    anyio.run(in_async)
    with Beeper("t", base_url=server.url, timeout=0.3) as beeper:
        beeper.assets.upload(file=("a", Slow(b"x")))


class Fails(io.BytesIO):
    @override
    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell():
            raise OSError(5, "canary")
        return super().read(size)


def test_an_upload_whose_file_fails_leaves_no_half_connection(server: Stalling) -> None:
    server.may_read.set()

    async def in_async() -> None:
        async with AsyncBeeper("t", base_url=server.url) as beeper:
            with pytest.raises(errors.DeliveryUncertain, match="EIO"):
                await beeper.assets.upload(file=Fails(bytes(SIZE)))
            assert await beeper.accounts.list() == []

    anyio.run(in_async)
    with Beeper("t", base_url=server.url) as beeper:
        with pytest.raises(errors.DeliveryUncertain, match="EIO"):
            beeper.assets.upload(file=Fails(bytes(SIZE)))
        assert beeper.accounts.list() == []
    server.close()
    assert [bytes(received[:4]) for received in server.connections] == [b"POST", b"GET "] * 2
    assert all(len(received) < SIZE for received in server.connections)


def test_a_path_that_a_thread_still_reads_is_closed_by_the_thread(tmp_path: Path) -> None:
    """Otherwise, the thread could read from another file that has got the same descriptor."""
    path = tmp_path / "a"
    path.write_bytes(b"x")
    body: Any = api.assets.upload(file=path).body
    body.rewind()
    file = body.files["file"][1]
    opened, file._file = file._file, Blocked()
    inner: Any = file._file
    reader = threading.Thread(target=file.read)
    reader.start()
    assert inner.is_reading.wait(10)
    body.release()
    states = [inner.closed]
    inner.allowed.set()
    reader.join(10)
    assert [*states, inner.closed] == [False, True]
    opened.close()
    body.rewind()  # it can be sent again
    assert (file.read(), file.read()) == (b"x", b"")


class Blocked(io.BytesIO):
    def __init__(self) -> None:
        super().__init__(b"x")
        self.is_reading, self.allowed = threading.Event(), threading.Event()

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        self.is_reading.set()
        assert self.allowed.wait(10)
        return super().read(size)
