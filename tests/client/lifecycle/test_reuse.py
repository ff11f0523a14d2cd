"""When a connection is used again: not if the server may close it at that moment, nor with surplus bytes on it."""

from __future__ import annotations

import time
from typing import Any

import anyio
import httpcore
import pytest

from beeper_sdk import AsyncBeeper, Beeper
from beeper_sdk._core.util.override import override
from beeper_sdk._transport import budget
from beeper_sdk._transport._async.httpx_guard import AsyncGuard
from beeper_sdk._transport._sync.httpx_guard import Guard
from tests.client.lifecycle.counting_server import PlainServer
from tests.client.lifecycle.loops import LOOPS, Loop, run

LATER = 1.1
"""Seconds after which a send does not use an idle connection."""


def read_and_send(server: PlainServer, pause: float) -> None:
    with Beeper("t", base_url=server.url) as beeper:
        beeper.chats.retrieve("a")
        time.sleep(pause)
        beeper.chats.retrieve("b")
        time.sleep(pause)
        beeper.messages.send("a", text="x")


def read_and_send_async(server: PlainServer, pause: float, loop: Loop) -> None:
    async def main() -> None:
        async with AsyncBeeper("t", base_url=server.url) as beeper:
            await beeper.chats.retrieve("a")
            await anyio.sleep(pause)
            await beeper.chats.retrieve("b")
            await anyio.sleep(pause)
            await beeper.messages.send("a", text="x")

    run(loop, main)


def connections(server: PlainServer) -> list[int]:
    numbers = [request.connection for request in server.requests]
    return [number - numbers[0] for number in numbers]


def test_a_send_does_not_use_a_connection_that_was_idle_for_a_second(plain: PlainServer) -> None:
    read_and_send(plain, LATER)
    assert connections(plain) == [0, 0, 1]


@pytest.mark.parametrize("loop", LOOPS)
def test_an_async_send_does_not_either(plain: PlainServer, loop: Loop) -> None:
    read_and_send_async(plain, LATER, loop)
    assert connections(plain) == [0, 0, 1]


def test_a_send_uses_a_connection_that_was_just_used(plain: PlainServer) -> None:
    read_and_send(plain, 0)
    assert connections(plain) == [0, 0, 0]


@pytest.mark.parametrize(("header", "expected"), [("timeout=1", [0, 1, 2]), ("timeout=5, max=100", [0, 0, 0])])
def test_the_keep_alive_of_the_server_counts(plain: PlainServer, header: str, expected: list[int]) -> None:
    plain.keep_alive = header
    read_and_send(plain, 0)
    assert connections(plain) == expected


@pytest.mark.parametrize("loop", LOOPS)
def test_it_counts_for_async_clients_too(plain: PlainServer, loop: Loop) -> None:
    plain.keep_alive = "timeout=1"
    read_and_send_async(plain, 0, loop)
    assert connections(plain) == [0, 1, 2]


def test_each_response_may_shorten_the_time(plain: PlainServer) -> None:
    with Beeper("t", base_url=plain.url) as beeper:
        beeper.chats.retrieve("a")
        plain.keep_alive = "timeout=1"
        beeper.chats.retrieve("b")
        beeper.chats.retrieve("c")
    assert connections(plain) == [0, 0, 1]


@pytest.mark.parametrize("loop", LOOPS)
def test_so_it_may_for_async_clients(plain: PlainServer, loop: Loop) -> None:
    async def main() -> None:
        async with AsyncBeeper("t", base_url=plain.url) as beeper:
            await beeper.chats.retrieve("a")
            plain.keep_alive = "timeout=1"
            await beeper.chats.retrieve("b")
            await beeper.chats.retrieve("c")

    run(loop, main)
    assert connections(plain) == [0, 0, 1]


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("timeout=5", 4.0),
        ("max=9, Timeout=3", 2.0),
        ("timeout=999999999999", 4.0),
        ("timeout=x", 4.0),
        ("timeout=0", -1.0),
    ],
)
def test_no_connection_is_used_after_4_seconds(header: str, seconds: float) -> None:
    """Node closes it after 5."""
    assert budget.idle_limit(header) == seconds


RESPONSE = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nno"
REQUEST = b"GET / HTTP/1.1\r\n\r\n"


class Connected(httpcore.NetworkStream):
    """A connection on which a response may arrive after the pool looked at it, and before the next request."""

    def __init__(self, *responses: bytes) -> None:
        self.written: list[bytes] = []
        self.surplus = False
        self._responses = list(responses)

    @override
    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._responses.pop(0)

    @override
    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.written.append(buffer)

    @override
    def get_extra_info(self, info: str) -> object:
        return {"is_readable": self.surplus, "server_addr": ("127.0.0.1", 80)}.get(info)

    @override
    def close(self) -> None:
        return


class AsyncConnected(httpcore.AsyncNetworkStream):
    """The same for async clients."""

    def __init__(self, inner: Connected) -> None:
        self._inner = inner

    @override
    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - of httpcore
        return self._inner.read(max_bytes)

    @override
    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - of httpcore
        self._inner.write(buffer)

    @override
    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


LIBRARY: Any = httpcore
SURPLUS: list[tuple[tuple[bytes, ...], bool]] = [
    ((RESPONSE,), True),
    ((RESPONSE + RESPONSE,), False),
    ((RESPONSE[:-1], RESPONSE[-1:] + b"\r\n"), False),
    ((b"HTTP/1.1 204 No Content\r\n\r\n{}",), False),
    ((b"HTTP/1.1 200 OK\r\n\r\n", b"no", b""), False),
]
"""What is received for a request, and whether more arrives after it was read."""


@pytest.mark.parametrize(("received", "arrives"), SURPLUS)
def test_nothing_is_sent_on_a_connection_with_a_response_that_nothing_asked_for(
    received: tuple[bytes, ...], arrives: bool
) -> None:
    stream = Connected(*received)
    guard = Guard(stream, LIBRARY, None)
    stream.write(REQUEST)
    assert [stream.read(100) for _ in received] == list(received)
    stream.surplus = arrives
    assert stream.get_extra_info("is_readable")  # httpcore then closes the connection
    with pytest.raises(httpcore.ConnectionNotAvailable):
        stream.write(b"POST / HTTP/1.1\r\n\r\n")
    assert (stream.written, guard.stream) == ([REQUEST], stream)


@pytest.mark.parametrize(("received", "arrives"), SURPLUS)
def test_nor_is_it_by_an_async_client(received: tuple[bytes, ...], arrives: bool) -> None:
    inner = Connected(*received)

    async def main() -> None:
        stream = AsyncConnected(inner)
        AsyncGuard(stream, LIBRARY, None)
        await stream.write(REQUEST)
        assert [await stream.read(100) for _ in received] == list(received)
        inner.surplus = arrives
        assert stream.get_extra_info("is_readable")
        with pytest.raises(httpcore.ConnectionNotAvailable):
            await stream.write(b"POST / HTTP/1.1\r\n\r\n")

    anyio.run(main)
    assert inner.written == [REQUEST]


def test_a_thread_that_comes_late_does_not_close_the_connection_of_another() -> None:
    """httpcore closes idle connections on which something has arrived. Before it checks for that, another thread
    may have sent a request, whose response has arrived."""
    stream = Connected(RESPONSE, RESPONSE)
    guard = Guard(stream, LIBRARY, None)
    for _ in range(2):
        stream.write(REQUEST)
        stream.surplus = True
        assert not stream.get_extra_info("is_readable")
        stream.surplus = False
        stream.read(100)
    time.sleep(0.002)
    assert not guard.reuse.claim(max_idle=0.001)
    assert not stream.get_extra_info("is_readable")
