"""A server that sends a response byte by byte, or a part of it for ever."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, repeat
from typing import NamedTuple, Self

BODY = b'{"items":[],"hasMore":false,"oldestCursor":null,"newestCursor":null}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
PARTS = 5_000_000
"""Parts of an endless response: more than any client should read, so that every test ends."""


class Trickle(NamedTuple):
    """What is sent at once, and the parts that follow, each after a pause of some seconds."""

    at_once: bytes
    parts: Iterable[bytes]
    pause: float


def endless(pause: float) -> dict[str, Trickle]:
    """The places of a response that a server can extend for ever."""

    def after(at_once: bytes, part: bytes) -> Trickle:
        return Trickle(at_once, repeat(part, PARTS), pause)

    chunk = b"%x\r\n%b\r\n" % (len(BODY), BODY)
    return {
        "nothing": after(b"", b"\r\n"),
        "interim responses": after(b"", b"HTTP/1.1 102 Processing\r\n\r\n"),
        "an interim response": after(b"HTTP/1.1 102 Processing\r\nX-Pad: ", b"a"),
        "the reason": after(b"HTTP/1.1 200 O", b"K"),
        "a header": after(HEAD + b"X-Pad: ", b"a"),
        "headers": after(HEAD, b"X-Pad: a\r\n"),
        "a chunk extension": after(CHUNKED + b"1;x=", b"a"),
        "chunks": after(CHUNKED, b"1\r\n \r\n"),
        "the body": after(HEAD + b"Content-Length: 1000000\r\n\r\n", b" "),
        "a trailer": after(CHUNKED + chunk + b"0\r\nX-Pad: ", b"a"),
        "trailers": after(CHUNKED + chunk + b"0\r\n", b"X-Pad: a\r\n"),
    }


def at_each_byte(pause: float) -> dict[str, Trickle]:
    """A finite response of all parts that stops at one of its bytes, and goes on with one byte after each pause."""
    chunk = b"%x;x=y\r\n%b\r\n" % (len(BODY), BODY)
    whole = b"HTTP/1.1 102 Processing\r\n\r\n" + CHUNKED + chunk + b"0\r\nX-Pad: a\r\n\r\n"
    return {f"byte {k}": Trickle(whole[:k], single_bytes(whole[k:]), pause) for k in range(len(whole))}


def single_bytes(text: bytes) -> Iterator[bytes]:
    return (text[k : k + 1] for k in range(len(text)))


class TrickleServer:
    """Answers each request by its path: ``/name/v1/chats`` gets the trickle of that name."""

    def __init__(self, trickles: dict[str, Trickle]) -> None:
        self._trickles = {name.replace(" ", "-"): trickle for name, trickle in trickles.items()}
        self._loop = asyncio.new_event_loop()
        self._listening = threading.Event()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=[self._serve()], name="trickle")
        self._tasks: set[asyncio.Task[None]] = set()
        self.address = ""

    def url(self, name: str) -> str:
        """The base URL of a trickle."""
        return f"{self.address}/{name.replace(' ', '-')}"

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._listening.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join()
        self._loop.close()

    async def _serve(self) -> None:
        self._end = asyncio.Event()
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        self._listening.set()
        await self._end.wait()
        server.close()
        await server.wait_closed()
        while self._tasks:
            for task in list(self._tasks):
                task.cancel()
            await asyncio.wait(self._tasks)

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(self._respond(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _respond(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            trickle = self._trickles[head.split(b"/", 2)[1].decode()]
            for part in chain([trickle.at_once], trickle.parts):
                writer.write(part)
                await writer.drain()
                await asyncio.sleep(trickle.pause)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client has closed the connection
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()
