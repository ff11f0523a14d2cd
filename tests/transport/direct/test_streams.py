"""A body that is not read to its end never looks like a whole one, and no call gets a part of another's response."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper, errors
from beeper_sdk._transport._sync import direct_body
from beeper_sdk._transport.direct import sockets
from tests.transport.direct.peers import FILE, OK, ONCE, Peer, serving

UNTIL_CLOSED = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
LONG = UNTIL_CLOSED[:-2] + b"Content-Length: 100\r\n\r\n"
CHUNKED = UNTIL_CLOSED[:-2] + b"Transfer-Encoding: chunked\r\n\r\n"
BODIES = [UNTIL_CLOSED + b"half", LONG + b"half", CHUNKED + b"4\r\nhalf\r\n"]


def half(response: bytes) -> Callable[[Peer], None]:
    def script(peer: Peer) -> None:
        peer.request()
        peer.send(response)
        peer.until_closed()

    return script


class Watched:
    """Says when a thread waits for more of a body."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.waits = threading.Event()
        receive = sockets.receive_more

        def watched(*args: Any) -> bytes:
            self.waits.set()
            return receive(*args)

        monkeypatch.setattr(direct_body, "receive_more", watched)


@pytest.mark.parametrize("response", BODIES)
@pytest.mark.parametrize("closer", ["client", "stream"])
def test_a_body_that_another_thread_closes_does_not_end_as_if_it_were_whole(
    response: bytes, closer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = Watched(monkeypatch)
    with (
        serving(half(response)) as server,
        Beeper("t", base_url=server.url, retry=ONCE) as beeper,
        beeper.stream(FILE) as file,
    ):
        pieces = iter(file.iter_bytes())
        assert next(pieces) == b"half"

        def close() -> None:
            assert watched.waits.wait(10)
            (beeper if closer == "client" else file).close()

        thread = threading.Thread(target=close)
        thread.start()
        with pytest.raises(errors.ClientClosed if closer == "client" else errors.APIConnectionError):
            next(pieces)
        thread.join()


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
@pytest.mark.parametrize("response", BODIES)
@pytest.mark.parametrize("closer", ["client", "stream"])
def test_nor_does_one_that_another_task_closes(loop: str, response: bytes, closer: str) -> None:
    async def main() -> None:
        async with AsyncBeeper("t", base_url=server.url, retry=ONCE) as beeper, beeper.stream(FILE) as file:
            pieces = aiter(file.iter_bytes())
            assert await anext(pieces) == b"half"

            async def close() -> None:
                await anyio.wait_all_tasks_blocked()
                await (beeper if closer == "client" else file).close()

            async with anyio.create_task_group() as group:
                group.start_soon(close)
                with pytest.raises(errors.ClientClosed if closer == "client" else errors.APIConnectionError):
                    await anext(pieces)

    with serving(half(response)) as server:
        anyio.run(main, backend=loop)


@pytest.mark.parametrize("response", BODIES)
def test_a_closed_stream_does_not_end_as_if_it_were_whole(response: bytes) -> None:
    """Another thread closed it between two pieces: what is saved must not look complete."""

    async def main() -> None:
        async with AsyncBeeper("t", base_url=server.url, retry=ONCE) as beeper, beeper.stream(FILE) as file:
            pieces = aiter(file.iter_bytes())
            assert await anext(pieces) == b"half"
            await file.close()
            with pytest.raises(errors.APIConnectionError):
                await anext(pieces)

    with serving(half(response)) as server:
        with Beeper("t", base_url=server.url, retry=ONCE) as beeper, beeper.stream(FILE) as stream:
            pieces = iter(stream.iter_bytes())
            assert next(pieces) == b"half"
            stream.close()
            with pytest.raises(errors.APIConnectionError):
                next(pieces)
        anyio.run(main)


def test_threads_that_read_one_body_get_each_byte_once_and_leave_the_next_response_alone() -> None:
    """Two threads that both waited for the same connection would take bytes of the response to the next call."""
    size, readers = 20_000, 4

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(UNTIL_CLOSED[:-2] + b"Content-Length: %d\r\n\r\n" % size)
        for _ in range(size // 10):
            peer.send(b"0123456789")
        while True:
            peer.request()
            peer.send(OK)

    received: list[bytes] = []
    strange: list[BaseException] = []

    def read(pieces: Any) -> None:
        while True:
            try:
                received.append(next(pieces))
            except StopIteration:
                return
            except errors.APIConnectionError as error:
                if "another thread or task" not in str(error):
                    strange.append(error)
                    return
            except BaseException as error:  # noqa: BLE001 - none is expected
                strange.append(error)
                return

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with serving(script) as server, Beeper("t", base_url=server.url, retry=ONCE) as beeper:
            with beeper.stream(FILE) as file:
                threads = [threading.Thread(target=read, args=[iter(file.iter_bytes())]) for _ in range(readers)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join(10)
            assert [beeper.accounts.list() for _ in range(3)] == [[]] * 3
    finally:
        sys.setswitchinterval(interval)
    assert strange == []
    assert sum(map(len, received)) == size


def test_a_thread_that_reads_while_another_does_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(monkeypatch)
    ended: list[Any] = []

    def read() -> None:
        with pytest.raises(errors.APIConnectionError) as caught:
            next(pieces)
        ended.append(caught.value)

    with (
        serving(half(BODIES[1])) as server,
        Beeper("t", base_url=server.url, retry=ONCE) as beeper,
        beeper.stream(FILE) as file,
    ):
        pieces = iter(file.iter_bytes())
        next(pieces)
        thread = threading.Thread(target=read)
        thread.start()
        assert watched.waits.wait(10)
        with pytest.raises(errors.APIConnectionError, match="another thread or task is reading"):
            next(pieces)
        assert not ended
        file.close()
        thread.join(10)
        assert len(ended) == 1
