"""Bodies of responses that are left before their end, and what transports of the user's own may do."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from threading import Event, Thread

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, api, errors
from beeper_sdk._core.util.override import override
from tests.scripted_server import TOKEN, answer

FILE = api.assets.serve(url="mxc://a/b")


class Endless(httpx.SyncByteStream):
    """A body that goes on after it is closed, as a transport of the user's may have it."""

    def __init__(self) -> None:
        self.pieces = 0
        self.closed = False

    @override
    def __iter__(self) -> Iterator[bytes]:
        while self.pieces < 100:
            self.pieces += 1
            yield b"x" * 100

    @override
    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize("status", [200, 409])
def test_no_more_is_read_of_a_response_that_is_too_long(status: int) -> None:
    body = Endless()
    transport = httpx.MockTransport(lambda _: httpx.Response(status, stream=body))
    with Beeper(TOKEN, transport=transport, max_response_bytes=150) as beeper, pytest.raises(errors.AnsweredError):
        beeper.accounts.list()
    assert (body.pieces, body.closed) == (2, True)


def test_no_more_is_read_of_a_stream_that_is_left() -> None:
    body = Endless()
    with Beeper(TOKEN, transport=httpx.MockTransport(lambda _: httpx.Response(200, stream=body))) as beeper:
        with beeper.stream(FILE) as file:
            next(iter(file.iter_bytes()))
        assert (body.pieces, body.closed) == (1, True)


def test_another_thread_can_close_a_stream_that_is_being_read() -> None:
    waiting, closed = Event(), Event()

    class Slow(httpx.SyncByteStream):
        @override
        def __iter__(self) -> Iterator[bytes]:
            waiting.set()
            assert closed.wait(5)
            yield b"x"

        @override
        def close(self) -> None:
            closed.set()

    with Beeper(TOKEN, transport=httpx.MockTransport(lambda _: httpx.Response(200, stream=Slow()))) as beeper:
        with beeper.stream(FILE) as file:
            reader = Thread(target=lambda: list(file.iter_bytes()))
            reader.start()
            assert waiting.wait(5)
            file.close()
            reader.join(5)
        assert not reader.is_alive()


def test_the_logs_of_httpx_are_muted_no_longer_than_the_call_where_closing_fails(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Odd(httpx.SyncByteStream):
        @override
        def __iter__(self) -> Iterator[bytes]:
            raise httpx.ReadError("cut off")

        @override
        def close(self) -> None:
            raise RuntimeError("cannot be closed")

    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=Odd()))
    with Beeper(TOKEN, transport=transport) as beeper, pytest.raises(RuntimeError):
        beeper.accounts.list()
    logging.getLogger("httpx").warning("of another client")
    assert "of another client" in caplog.messages


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_an_async_transport_of_the_users_may_read_a_form_at_once(loop: str) -> None:
    class Reads(httpx.AsyncBaseTransport):
        @override
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            assert b"canary-text-2b9" in request.read()
            return answer({"uploadID": "u"})

    async def main() -> None:
        async with AsyncBeeper(TOKEN, transport=Reads()) as beeper:
            await beeper.assets.upload(file=("a.txt", b"canary-text-2b9"))

    anyio.run(main, backend=loop)
