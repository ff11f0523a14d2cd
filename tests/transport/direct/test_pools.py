"""The connections of a process, and of an event loop: forks, threads that begin together, and loops that end."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
import sys
import threading
import warnings
from collections.abc import Iterator
from typing import Any

import anyio
import anyio.lowlevel
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy
from beeper_sdk._core.util.override import override
from beeper_sdk._transport.direct import pools, pools_async
from beeper_sdk._transport.direct.connection import Connection
from beeper_sdk._transport.direct.pool import Pool
from beeper_sdk._transport.direct.sockets import Socket
from beeper_sdk._transport.parsing import make_parser
from tests.client.lifecycle.children import Child
from tests.transport.direct.peers import FILE, OK, ONCE, Peer, answering, serving, wait_until


class Pair:
    """A pool, and the other ends of the connections that are in it."""

    def __init__(self) -> None:
        self.pool = Pool()
        self.ends: list[socket.socket] = []

    def connection(self) -> Connection:
        """A connection in use, whose response is complete."""
        ours, end = socket.socketpair()
        self.ends.append(end)
        sock = Socket(fileno=ours.detach())
        sock.setblocking(False)
        connection = Connection(sock, make_parser())
        self.pool.add(connection)
        connection.start("GET")
        connection.parser.feed(OK)
        return connection

    def is_open(self, number: int) -> bool:
        end = self.ends[number]
        end.setblocking(False)
        try:
            return end.recv(1) != b""
        except BlockingIOError:
            return True


@pytest.fixture
def pair() -> Iterator[Pair]:
    made = Pair()
    yield made
    made.pool.close()
    for end in made.ends:
        end.close()


def test_the_connection_used_last_is_used_next(pair: Pair) -> None:
    first, second = pair.connection(), pair.connection()
    pair.pool.release(first)
    pair.pool.release(second)
    assert [pair.pool.take(None), pair.pool.take(None), pair.pool.take(None)] == [second, first, None]


def test_one_whose_response_is_not_complete_is_closed(pair: Pair) -> None:
    connection = pair.connection()
    connection.parser.start("GET")
    pair.pool.release(connection)
    assert (pair.pool.take(None), len(pair.pool), pair.is_open(0)) == (None, 0, False)


def test_one_with_data_that_nothing_asked_for_is_closed(pair: Pair) -> None:
    connection = pair.connection()
    pair.pool.release(connection)
    pair.ends[0].send(b"HTTP/1.1 200 OK")
    assert (pair.pool.take(None), len(pair.pool)) == (None, 0)


def test_closing_ends_those_in_use_without_closing_their_sockets(pair: Pair) -> None:
    """The number of a closed descriptor could be given to another socket while a thread waits for it."""
    used, idle = pair.connection(), pair.connection()
    pair.pool.release(idle)
    pair.pool.close()
    assert (used.sock.fileno() >= 0, used.is_readable(), used.is_shut_down) == (True, True, True)
    assert (idle.sock.fileno(), pair.is_open(0), pair.is_open(1)) == (-1, False, False)
    pair.pool.release(used)
    assert (used.sock.fileno(), len(pair.pool)) == (-1, 0)
    late = pair.connection()
    assert late.sock.fileno() == -1


def test_one_that_nothing_refers_to_is_closed(pair: Pair) -> None:
    pair.connection()
    assert (len(pair.pool), pair.is_open(0)) == (0, False)


def test_threads_never_share_a_connection(pair: Pair) -> None:
    for connection in [pair.connection() for _ in range(4)]:
        pair.pool.release(connection)
    used: set[Connection] = set()
    shared: list[Connection] = []

    def work() -> None:
        for _ in range(500):
            connection = pair.pool.take(None)
            if connection is None:
                continue
            if connection in used:
                shared.append(connection)
            used.add(connection)
            connection.start("GET")
            connection.parser.feed(OK)
            used.discard(connection)
            pair.pool.release(connection)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    threads = [threading.Thread(target=work) for _ in range(6)]
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(10)
    finally:
        sys.setswitchinterval(interval)
    idle = [pair.pool.take(None) for _ in range(5)]
    assert (shared, len(set(idle)), idle[-1], len(pair.pool)) == ([], 5, None, 4)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_a_child_that_closes_a_pool_ends_no_call_of_its_parent(pair: Pair) -> None:
    used, idle = pair.connection(), pair.connection()
    pair.pool.release(idle)

    def close() -> list[int]:
        pair.pool.close()
        return [connection.sock.fileno() for connection in (used, idle)]

    assert Child(close).result() == [-1, -1]
    assert (used.is_readable(), pair.is_open(0), pair.is_open(1)) == (False, True, True)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_a_child_that_closes_its_async_client_ends_no_call_of_its_parent(loop: str) -> None:
    def script(peer: Peer) -> None:
        while True:
            peer.request()
            assert peer.server.may_end.wait(10)
            peer.send(OK)

    async def close() -> None:
        await beeper.close()

    results: list[Any] = []

    async def read() -> None:
        results.append(await beeper.accounts.list())

    with serving(script) as server:
        beeper = AsyncBeeper("t", base_url=server.url, retry=ONCE)
        reader = threading.Thread(target=lambda: anyio.run(read, backend=loop))
        reader.start()
        wait_until(lambda: bool(server.requests))
        assert Child(lambda: anyio.run(close, backend=loop)).result() is None
        server.may_end.set()
        reader.join(10)
        assert (results, server.connections) == ([[]], 1)


def test_threads_of_a_child_that_begin_at_the_same_time_use_one_pool(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of them finds the pool of the parent: one of them removes it."""
    process = [1]
    monkeypatch.setattr(pools, "getpid", lambda: process[0])
    known = pools.Pools()
    known.current()
    process[0] = 2
    ours = known.current()[0]

    class Late(dict[int, Any]):
        """As a second thread sees it, just before the first removes the pool of the parent."""

        @override
        def get(self, _: int, default: Any = None, /) -> Any:
            return default

        @override
        def __iter__(self) -> Iterator[int]:
            return iter([1, 2])

    known._pools = Late(known._pools)
    assert known.current()[0] is ours


def test_a_client_that_was_closed_warns_of_nothing() -> None:
    def use(url: str) -> Any:
        with Beeper("t", base_url=url, retry=ONCE) as beeper:
            stream = beeper.stream(FILE)
            stream.__enter__()
        return stream

    with serving(answering(OK[:-1])) as server, warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        stream = use(server.url)
        gc.collect()
        stream.__exit__(None, None, None)
        gc.collect()
    assert warned == []


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_an_async_client_that_is_dropped_is_closed_without_a_warning(loop: str) -> None:
    async def main() -> None:
        beeper = AsyncBeeper("t", base_url=server.url)
        await beeper.accounts.list()
        del beeper
        gc.collect()
        await anyio.lowlevel.checkpoint()

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(OK)
        peer.until_closed()

    with serving(script) as server, warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        anyio.run(main, backend=loop)
        gc.collect()
    assert [str(warning.message) for warning in warned] == []


def test_more_loops_than_pools_are_kept_end_no_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools_async, "MAX_LOOPS", 3)

    def script(peer: Peer) -> None:
        while True:
            head = peer.request().head
            if b"/slow" in head:
                peer.server.may_end.wait(10)
            peer.send(OK)

    results: list[Any] = []
    with serving(script) as server:
        beeper = AsyncBeeper("t", base_url=server.url, retry=RetryPolicy(attempts=1))

        def read() -> None:
            results.append(asyncio.run(beeper.request("GET", "/slow")))

        reader = threading.Thread(target=read)
        reader.start()
        wait_until(lambda: bool(server.requests))
        loops = [asyncio.new_event_loop() for _ in range(6)]
        assert [loop.run_until_complete(beeper.accounts.list()) for loop in loops] == [[]] * 6
        http: Any = beeper._engine.http
        assert len(http._pools._pools) == 4  # three, and the one of the call
        server.may_end.set()
        reader.join(10)
        assert (len(results), server.connections) == (1, 7)
        asyncio.run(beeper.close())
        for loop in loops:
            loop.close()
