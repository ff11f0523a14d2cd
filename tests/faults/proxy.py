"""A proxy on loopback between a client and the fake server, which applies a planned fault to each request.

The header ``X-Operation`` says which operation a request belongs to. The plan of an operation has one fault for each of
its first requests; the others pass. All requests are recorded. The proxy knows nothing of the SDK. `catalog` has all
faults.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections import Counter, deque
from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from tests.conversations import Conversations
from tests.faults import wire
from tests.faults.fault import Fault, KnownResponse, Output
from tests.faults.shapes import PLAIN, Shape
from tests.faults.sockets import HOST, address, bound, reset
from tests.faults.wire import Message, Reply

T = TypeVar("T")
MARK = "x-operation"
REQUEST_LIMIT = 100
"""Requests of one operation that are forwarded. Those after them are rejected, so that an endless operation ends."""
REJECTED = Output((Reply(400).whole(),))
PATIENCE = 60.0
CLOSED = (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError)


@dataclass
class RequestRecord:
    """One request, as the proxy saw it."""

    method: str
    path: str
    fault: str
    read: int = 0
    """Bytes received from the client."""
    forwarded: int = 0
    """Bytes forwarded to the server."""
    arrived: bool = False
    """Whether all of it was forwarded."""
    status: int | None = None
    """Of the server's response."""
    known: KnownResponse | None = None
    """What the client was certain to read."""
    over: bool = False
    """Whether the proxy has its response, or the connection ended before."""
    written: bool = False
    """Whether all of the response was written."""


class FaultProxy:
    """``with FaultProxy(fake.url) as proxy``: at the end, all its sockets are closed."""

    def __init__(self, target: str) -> None:
        self._target = int(target.rpartition(":")[2])
        self._plans: dict[str, deque[Fault]] = {}
        self._routes: dict[str, tuple[int, Shape]] = {}
        self.records: dict[str, list[RequestRecord]] = {}
        self.fault_counts: Counter[str] = Counter()
        """How often each fault happened."""
        self.accepted = 0
        """Connections, also those to a `FaultyPort`."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="FaultProxy", daemon=True)
        self._conversations = Conversations()
        self._servers: dict[socket.socket, asyncio.Server] = {}
        self.url = ""

    def __enter__(self) -> Self:
        self._thread.start()
        self.url = self.listen(bound(), self.serve)
        return self

    def __exit__(self, *_: object) -> None:
        self.run(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        self._loop.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run something on the event loop of the proxy, and return its result."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    def listen(self, sock: socket.socket, serve: Callable[..., Coroutine[Any, Any, None]]) -> str:
        """Accept connections to a bound socket, and return its URL."""

        async def start_server() -> None:
            server = await asyncio.start_server(self._tracked(serve), sock=sock, limit=wire.HEAD_LIMIT)
            self._servers[sock] = server

        self.run(start_server())
        return address(sock)

    def stop_listening(self, sock: socket.socket) -> None:
        """Accept no more connections to this socket, and close it."""

        async def end() -> None:
            server = self._servers.pop(sock, None)
            if server is not None:
                server.close()
            sock.close()

        self.run(end())

    def _tracked(self, serve: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
        def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self._conversations.keep(self._loop.create_task(self._serve_until_closed(serve, reader, writer)), writer)

        return accept

    async def _serve_until_closed(
        self,
        serve: Callable[..., Coroutine[Any, Any, None]],
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        self.accepted += 1
        with suppress(*CLOSED):
            await serve(reader, writer)

    async def _end(self) -> None:
        await self._conversations.end(*self._servers.values())

    def plan(self, mark: str, faults: Iterable[Fault], shape: Shape = PLAIN, target: str = "") -> None:
        """Set the faults of the requests of an operation, the shape of its lists, and the URL of another server."""
        self._plans[mark] = deque(faults)
        self._routes[mark] = int(target.rpartition(":")[2]) if target else self._target, shape
        self.records[mark] = []

    def is_idle(self, mark: str) -> bool:
        """Whether no request of an operation is under way. What the client has written is read before."""

        async def turns() -> None:
            for _ in range(10):
                await asyncio.sleep(0)

        self.run(turns())
        return all(record.over for record in self.records[mark])

    def forget(self, mark: str) -> None:
        """Drop the plan and the records of an operation."""
        self._plans.pop(mark, None)
        self._routes.pop(mark, None)
        self.records.pop(mark, None)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve the requests of one connection."""
        while await self._serve_request(reader, writer):
            pass

    async def _serve_request(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Serve one request, and return whether another one may follow on this connection."""
        head = await wire.read_head(reader)
        start, headers = wire.parsed(head)
        mark = dict(headers).get(MARK, "")
        plan = self._plans.get(mark)
        fault = plan.popleft() if plan else None
        name = fault.name if fault is not None else "pass"
        method, path, _ = start.split(" ")
        record = RequestRecord(method, path, name, read=len(head))
        self.records.setdefault(mark, []).append(record)
        self.fault_counts[name] += 1
        try:
            body = b"" if fault is not None and fault.early else await wire.read_body(reader, headers)
            record.read += len(body)
            output = await self._answer(Message(start, headers, head, body), fault, record, mark)
            record.known = output.known
        finally:
            record.over = True
        keep = await write_output(output, reader, writer)
        record.written = True
        return keep

    async def _answer(self, request: Message, fault: Fault | None, record: RequestRecord, mark: str) -> Output:
        target, shape = self._routes.get(mark, (self._target, PLAIN))
        if mark and len(self.records[mark]) > REQUEST_LIMIT:
            return REJECTED
        if fault is None:
            return Output((shape.of(await self._forward(request, record, target)).whole(),), "keep")
        if fault.delay:
            await asyncio.sleep(fault.delay)
        if fault.arrives:
            return fault.respond(shape.of(await self._forward(request, record, target)))
        if fault.forward:
            await self._forward_part(request.raw[: min(fault.forward, len(request.raw) - 1)], record)
        return fault.respond(Reply())

    async def _forward(self, request: Message, record: RequestRecord, target: int) -> Reply:
        """Forward a request, and return the server's response."""
        reader, writer = await asyncio.open_connection(HOST, target, limit=wire.HEAD_LIMIT)
        try:
            writer.write(request.raw)
            record.forwarded, record.arrived = len(request.raw), True
            reply = Reply.of(await wire.read(reader))
            record.status = reply.status
            return reply
        finally:
            writer.close()

    async def _forward_part(self, part: bytes, record: RequestRecord) -> None:
        _, writer = await asyncio.open_connection(HOST, self._target)
        writer.write(part)
        record.forwarded = len(part)
        await writer.drain()
        writer.close()
        await writer.wait_closed()


async def write_output(output: Output, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
    """Write a response, and return whether another request may follow."""
    for part in output.parts:
        writer.write(part)
        await writer.drain()
        if output.interval:
            await asyncio.sleep(output.interval)
    if output.end == "reset":
        reset(writer)
    elif output.end == "hang":
        while await reader.read(1 << 16):
            pass
    return output.end == "keep"
