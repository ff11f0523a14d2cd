"""Uploads to a server that responds early, closes, or stops reading; and with files that fail."""

from __future__ import annotations

import io
from typing import Any

import anyio
import anyio.lowlevel
import pytest

from beeper_sdk import AsyncBeeper, errors
from beeper_sdk._core.util.override import override
from tests.transport.direct.peers import HEAD, KINDS, OK, Kind, Peer, accounts, call, serving

SIZE = 2**23
"""More than the buffers of a connection hold."""
UPLOADED = HEAD + b'Content-Length: 18\r\n\r\n{"uploadID":"up1"}'
TOO_LARGE = b"HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n"


def upload(beeper: Any) -> Any:
    return beeper.assets.upload(file=bytes(SIZE))


class Unsized(io.RawIOBase):
    """A pipe: it does not tell its size."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces

    @override
    def readable(self) -> bool:
        return True

    @override
    def read(self, size: int = -1, /) -> bytes:
        return self._pieces.pop(0) if self._pieces else b""


@pytest.mark.parametrize("kind", KINDS)
def test_the_response_of_a_server_that_does_not_read_the_upload_is_returned(kind: Kind) -> None:
    def script(peer: Peer) -> None:
        if peer.head().startswith(b"GET"):
            peer.send(OK)
        else:
            peer.send(TOO_LARGE)

    with serving(script) as server:
        error, after = call(kind, server.url, upload, accounts)
        assert (error.status, after) == (413, [])
        assert server.connections == 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_connection_with_an_unfinished_upload_is_not_used_again(kind: Kind) -> None:
    """The server has responded, and keeps the connection, but reads no more: it would take the next request for the
    rest of the file."""

    def script(peer: Peer) -> None:
        if peer.head().startswith(b"GET"):
            peer.send(OK)
        else:
            peer.send(TOO_LARGE)
            assert peer.server.may_end.wait(10)

    with serving(script) as server:
        error, after = call(kind, server.url, upload, accounts, timeout=0.5)
        server.may_end.set()
        assert (error.status, after) == (413, [])
        assert server.connections == 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_response_that_comes_before_the_rest_is_read_leaves_the_connection_usable(kind: Kind) -> None:
    def script(peer: Peer) -> None:
        peer.head()
        peer.send(UPLOADED)
        peer.until(b"--\r\n")
        peer.request()
        peer.send(OK)

    with serving(script) as server:
        uploaded, after = call(kind, server.url, upload, accounts)
        assert (uploaded.upload_id, after, server.connections) == ("up1", [], 1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_body_of_unknown_size_is_sent_in_chunks(kind: Kind) -> None:
    bodies: list[bytes] = []

    def script(peer: Peer) -> None:
        for _ in range(2):
            assert b"transfer-encoding: chunked" in peer.head().lower()
            bodies.append(decoded(peer.until(b"\r\n0\r\n\r\n")))
            peer.send(UPLOADED)

    def act(beeper: Any) -> Any:
        return beeper.assets.upload(file=("a.bin", Unsized([b"first", b"x" * 70_000, b"last"])))

    with serving(script) as server:
        results = call(kind, server.url, act, act)
        assert [result.upload_id for result in results] == ["up1", "up1"]
        assert server.connections == 1
    assert all(b"first" + b"x" * 70_000 + b"last" in body for body in bodies)


def decoded(chunks: bytes) -> bytes:
    body = b""
    while True:
        size, _, chunks = chunks.partition(b"\r\n")
        if not int(size, 16):
            return body
        body += chunks[: int(size, 16)]
        chunks = chunks[int(size, 16) + 2 :]


@pytest.mark.parametrize("kind", KINDS)
def test_a_chunked_body_whose_file_fails_has_no_last_chunk(kind: Kind) -> None:
    received: list[bytes] = []

    def script(peer: Peer) -> None:
        try:
            received.append(peer.head() + peer.until(b"\r\n0\r\n\r\n"))
        except ConnectionError:
            received.append(b"not all")

    class Fails(Unsized):
        @override
        def read(self, size: int = -1, /) -> bytes:
            if not self._pieces:
                raise OSError(5, "canary")
            return super().read(size)

    with serving(script) as server:
        (error,) = call(kind, server.url, lambda b: b.assets.upload(file=("a", Fails([b"x"]))))
    assert isinstance(error, errors.DeliveryUncertain)
    assert set(received) <= {b"not all"}  # none if it ended before the server accepted it


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_an_upload_to_a_fast_server_lets_other_tasks_run(loop: str) -> None:
    turns = [0]

    async def main() -> None:
        async def count() -> None:
            while True:
                turns[0] += 1
                await anyio.lowlevel.checkpoint()

        async with AsyncBeeper("t", base_url=server.url) as beeper, anyio.create_task_group() as group:
            group.start_soon(count)
            await beeper.assets.upload(file=bytes(2**20))
            group.cancel_scope.cancel()

    def script(peer: Peer) -> None:
        peer.head()
        peer.until(b"--\r\n")
        peer.send(UPLOADED)

    with serving(script) as server:
        anyio.run(main, backend=loop)
    assert turns[0] >= 2**20 // 2**16
