"""A small HTTP server that counts connections, and answers, falls silent or stops in the middle, by its `manner`."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Generator
from contextlib import contextmanager
from itertools import count
from typing import Literal, NamedTuple, Self, TypeAlias
from urllib.parse import unquote

from tests.conversations import Conversations

Manner: TypeAlias = Literal["answer", "silent", "half", "busy", "failing", "slow"]
"""``answer``: at once. ``silent``: never. ``half``: half of the body. ``busy``: 503, come again in 100 s.
``failing``: 503. ``slow``: after `DELAY`."""
DELAY = 0.1


class Request(NamedTuple):
    """A request that was received."""

    connection: int
    method: str
    path: str
    body: bytes


class PlainServer:
    """Serves chats of any ID, takes messages, and gives a big file at any other path."""

    def __init__(self) -> None:
        self.manner: Manner = "answer"
        self.keep_alive: str | None = None
        """The Keep-Alive header of responses."""
        self.requests: list[Request] = []
        self.open = 0
        """Connections that are open."""
        self.url = ""
        self._loop = asyncio.new_event_loop()
        self._numbers = count(1)
        self._listening = threading.Event()
        self._thread = threading.Thread(target=self._run, name="PlainServer")

    @property
    def connections(self) -> set[int]:
        """Those that carried a request."""
        return {request.connection for request in self.requests}

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._listening.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join()

    @contextmanager
    def being(self, manner: Manner) -> Generator[None]:
        """Behave in this manner for a while."""
        self.manner, before = manner, self.manner
        try:
            yield
        finally:
            self.manner = before

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        self._end = asyncio.Event()
        self._conversations = Conversations()
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0, backlog=1024)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        self._listening.set()
        await self._end.wait()
        await self._conversations.end(server)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._conversations.keep(self._loop.create_task(self._talk(next(self._numbers), reader, writer)), writer)

    async def _talk(self, number: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        try:
            while True:
                request = await _read(number, reader)
                self.requests.append(request)
                await self._answer(request, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            self.open -= 1

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        manner = self.manner
        if manner == "silent":
            return
        if manner == "slow":
            await asyncio.sleep(DELAY)
        body, kind = _content(request, self.requests)
        status = {"busy": "503 Busy\r\nretry-after: 100", "failing": "503 Failing"}.get(manner, "200 OK")
        head = f"HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {len(body)}\r\n"
        head += "\r\n" if self.keep_alive is None else f"keep-alive: {self.keep_alive}\r\n\r\n"
        writer.write(head.encode() + (body[: len(body) // 2] if manner == "half" else body))
        await writer.drain()


async def _read(number: int, reader: asyncio.StreamReader) -> Request:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
    method, path, _ = head.partition("\r\n")[0].split(" ")
    _, separator, rest = head.partition("content-length: ")
    body = await reader.readexactly(int(rest.partition("\r\n")[0])) if separator else b""
    return Request(number, method.upper(), unquote(path.partition("?")[0]), body)


def _content(request: Request, requests: list[Request]) -> tuple[bytes, str]:
    parts = request.path.split("/")
    if request.method == "POST":
        text = json.loads(request.body)["text"]
        before = sum(other.body == request.body for other in requests) - 1
        pending = f"sent {text}" + (f" #{before}" if before else "")  # no ID is used twice
        return json.dumps({"chatID": parts[3], "pendingMessageID": pending}).encode(), "application/json"
    if request.path.startswith("/v1/chats/") and len(parts) == 4:
        members: dict[str, object] = {"items": [], "hasMore": False, "total": 0}
        chat: dict[str, object] = {
            "id": parts[3],
            "accountID": "a",
            "type": "group",
            "participants": members,
            "unreadCount": 0,
        }
        return json.dumps({**chat, "title": f"title of {parts[3]}"}).encode(), "application/json"
    if request.path.endswith("/messages"):
        return json.dumps(
            {"items": [_message(parts[3], n) for n in range(5)], "hasMore": True}
        ).encode(), "application/json"
    return b"0123456789" * 20_000, "application/octet-stream"


def _message(chat_id: str, number: int) -> dict[str, object]:
    return {
        "id": str(number),
        "chatID": chat_id,
        "accountID": "a",
        "senderID": "@p:x",
        "timestamp": "2026-01-01T00:00:00.000Z",
        "sortKey": str(number),
    }
