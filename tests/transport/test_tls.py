"""Connections with TLS are reused, closed and abandoned by the same rules as those without."""

from __future__ import annotations

import gc
import json
import socket
import threading
from collections.abc import Iterator
from typing import Any

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, errors
from tests.scripted_server import Kind, chat
from tests.transport.tls_server import CERTIFICATE, TLSServer, read_head, secured

KINDS: tuple[Kind, ...] = ("sync", "asyncio", "trio")
OPTIONS: Any = {"timeout": 20, "retry": RetryPolicy(attempts=1)}
PAGE = b'{"items":[],"hasMore":false,"oldestCursor":null,"newestCursor":null}'


@pytest.fixture(autouse=True)
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("certifi.where", lambda: str(CERTIFICATE))


def response(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%b" % (len(body), body)


def chat_response(name: str, size: int = 0) -> bytes:
    """The response with a chat, of a size if it is given."""
    whole = response(json.dumps(chat(name)).encode())
    if not size:
        return whole
    padding = "x" * (size - len(whole) - len(f"{size}") + len(f"{len(whole)}"))
    return response(json.dumps({**chat(name), "title": f"t{padding}"}).encode())


class Surplus:
    """Serves chats. After the first response it sends one that nothing asked for, in the same packet."""

    def __init__(self, size: int = 0) -> None:
        self.requests: list[tuple[int, str]] = []
        self._size = size

    def __call__(self, connection: socket.socket, number: int) -> None:
        while head := read_head(connection):
            name = head.split(b" ")[1].split(b"?")[0].rpartition(b"/")[2].decode()
            self.requests.append((number, name))
            first = len(self.requests) == 1
            if hasattr(socket, "TCP_CORK"):  # one packet, although each write makes a TLS record
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 1)
            connection.sendall(chat_response(name, self._size if first else 0))
            if first:
                connection.sendall(chat_response("surplus"))
            if hasattr(socket, "TCP_CORK"):
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 0)


def read_chats(kind: Kind, url: str) -> list[str]:
    if kind == "sync":
        with Beeper("t", base_url=url, **OPTIONS) as beeper:
            return [beeper.chats.retrieve(name).id for name in "abc"]

    async def main() -> list[str]:
        async with AsyncBeeper("t", base_url=url, **OPTIONS) as beeper:
            found: list[str] = []
            for name in "abc":
                found.append((await beeper.chats.retrieve(name)).id)
                await anyio.sleep(0.05)  # until the surplus has arrived: its packets may be apart on a busy machine
            return found

    return anyio.run(main, backend=kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_surplus_response_that_is_still_encrypted_is_noticed(kind: Kind) -> None:
    """Its bytes are not on the socket any more: anyio has them in memory."""
    handler = Surplus()
    with TLSServer(handler) as server:
        assert read_chats(kind, server.url) == ["a", "b", "c"]
    assert handler.requests == [(1, "a"), (2, "b"), (2, "c")]


def test_a_surplus_response_after_64_kib_is_noticed() -> None:
    """If less is read than asyncio received, anyio keeps the rest."""
    assert len(chat_response("a", 2**16)) == 2**16
    handler = Surplus(2**16)
    with TLSServer(handler, plain=True) as server:
        assert read_chats("asyncio", server.url) == ["a", "b", "c"]
    assert handler.requests == [(1, "a"), (2, "b"), (2, "c")]


class Handshake:
    """Waits in the middle of a TLS handshake, and goes on when it may. Records what is then received."""

    def __init__(self) -> None:
        self.started = threading.Event()
        self.may_go_on = threading.Event()
        self.ended = threading.Event()
        self.received: bytes | None = None

    def __call__(self, connection: socket.socket, _: int) -> None:
        assert connection.recv(1, socket.MSG_PEEK)
        self.started.set()
        assert self.may_go_on.wait(20)
        with secured(connection) as channel:
            self.received = channel.recv(100)
        self.ended.set()


@pytest.fixture
def handshake() -> Iterator[tuple[Handshake, str]]:
    handler = Handshake()
    with TLSServer(handler, plain=True) as server:
        yield handler, f"https://{server.address}"
        handler.may_go_on.set()


def closed_in(beeper: Beeper, started: threading.Event) -> None:
    """Close a client while another thread makes a call, which ends at once."""
    ended: list[BaseException] = []

    def call() -> None:
        try:
            beeper.chats.search().first()
        except errors.BeeperError as error:
            ended.append(error)

    thread = threading.Thread(target=call)
    thread.start()
    assert started.wait(20)
    beeper.close()
    thread.join(10)
    assert [type(error) for error in ended] == [errors.ClientClosed]


def test_closing_a_client_ends_a_handshake(handshake: tuple[Handshake, str]) -> None:
    handler, url = handshake
    closed_in(Beeper("t", base_url=url, **OPTIONS), handler.started)


def test_closing_a_client_wakes_a_thread_that_waits_for_a_response() -> None:
    started = threading.Event()

    def silent(connection: socket.socket, _: int) -> None:
        read_head(connection)
        threading.Event().wait(0.05)  # until the client reads: closing a socket then does not wake it
        started.set()
        assert not connection.recv(1)

    with TLSServer(silent) as server:
        closed_in(Beeper("t", base_url=server.url, **OPTIONS), started)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_nothing_is_sent_if_the_client_is_closed_during_the_handshake(
    handshake: tuple[Handshake, str], backend: str
) -> None:
    handler, url = handshake

    async def main() -> None:
        beeper = AsyncBeeper("t", base_url=url, **OPTIONS)

        async def call() -> None:
            with pytest.raises(errors.ClientClosed):
                await beeper.chats.search().first()

        async with anyio.create_task_group() as group:
            group.start_soon(call)
            await anyio.to_thread.run_sync(handler.started.wait, 20)
            await beeper.close()
            handler.may_go_on.set()

    anyio.run(main, backend=backend)
    assert handler.ended.wait(20)
    assert handler.received == b""


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_handshake_that_is_cancelled_closes_its_connection(backend: str) -> None:
    seen, closed = threading.Event(), threading.Event()

    def silent(connection: socket.socket, _: int) -> None:
        assert connection.recv(65536)
        seen.set()
        try:
            assert not connection.recv(65536)
        finally:
            closed.set()

    async def main(url: str) -> None:
        async with AsyncBeeper("t", base_url=url, **OPTIONS) as beeper:
            async with anyio.create_task_group() as group:
                group.start_soon(beeper.accounts.list)
                assert await anyio.to_thread.run_sync(seen.wait, 20)
                group.cancel_scope.cancel()
            assert await anyio.to_thread.run_sync(closed.wait, 20)

    gc.disable()  # it would close the connection, too
    try:
        with TLSServer(silent, plain=True) as server:
            anyio.run(main, f"https://{server.address}", backend=backend)
    finally:
        gc.enable()


def test_a_client_that_is_dropped_warns_of_its_connections_with_tls() -> None:
    def pages(connection: socket.socket, _: int) -> None:
        while read_head(connection):
            connection.sendall(response(PAGE))

    with TLSServer(pages) as server:
        clients = [Beeper("t", base_url=server.url, **OPTIONS)]
        clients[0].chats.search().first()
        with pytest.warns(ResourceWarning, match="unclosed Beeper client with 1 open connections"):
            clients.clear()
