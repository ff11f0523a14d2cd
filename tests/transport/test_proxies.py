"""Proxies for servers on other machines: they are bounded in time too, and their errors are those of this package."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Literal, Self, TypeAlias

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, errors
from tests.client.lifecycle.counting_server import PlainServer
from tests.transport.tls_server import CERTIFICATE, TLSServer, read_head

Kind: TypeAlias = Literal["sync", "asyncio", "trio"]
TIMEOUT = 0.5
PARTS = 400
"""Parts of an endless answer: 20 seconds, far above the budget of a call."""


class TrickleProxy:
    """A proxy that answers every connection with some bytes, and then with one byte every 50 ms."""

    def __init__(self, at_once: bytes, part: bytes) -> None:
        self._answer = (at_once, part)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self._trickle(connection)

    def _trickle(self, connection: socket.socket) -> None:
        at_once, part = self._answer
        try:
            connection.recv(65536)
            connection.sendall(at_once)
            for _ in range(PARTS):
                if self._over.wait(0.05):
                    return
                connection.sendall(part)
        except OSError:
            return


class Socks:
    """A SOCKS 5 proxy that connects everything to one server."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads = [threading.Thread(target=self._serve)]
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self.connections = 0

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._connect(client)

    def _connect(self, client: socket.socket) -> None:
        assert client.recv(100)[:1] == b"\x05"
        client.sendall(b"\x05\x00")
        assert client.recv(100)[:3] == b"\x05\x01\x00"
        client.sendall(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50")
        server = socket.create_connection(("127.0.0.1", self._port))
        for source, target in ((client, server), (server, client)):
            thread = threading.Thread(target=_copy, args=(source, target))
            self._threads.append(thread)
            thread.start()


def _copy(source: socket.socket, target: socket.socket) -> None:
    with source, suppress(OSError):  # the other direction may have ended first
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)


def call(kind: Kind, url: str) -> list[str | None]:
    """The titles of two chats, read one after the other, from a client of this kind."""
    options: Any = {"base_url": url, "timeout": TIMEOUT, "retry": RetryPolicy(attempts=1), "allow_remote": True}
    if kind == "sync":
        with Beeper("t", **options) as beeper:
            return [beeper.chats.retrieve(name).title for name in ("a", "b")]

    async def run() -> list[str | None]:
        async with AsyncBeeper("t", **options) as beeper:
            return [(await beeper.chats.retrieve(name)).title for name in ("a", "b")]

    return anyio.run(run, backend=kind)


@pytest.fixture(params=["sync", "asyncio", "trio"])
def kind(request: pytest.FixtureRequest) -> Kind:
    chosen: Kind = request.param
    return chosen


@pytest.fixture
def plain() -> Iterator[PlainServer]:
    with PlainServer() as server:
        yield server


@pytest.mark.parametrize(
    ("variable", "scheme", "answer"),
    [
        ("http_proxy", "http", (b"HTTP/1.1 200 OK\r\nX-Pad: ", b"a")),
        ("https_proxy", "https", (b"HTTP/1.1 200 OK\r\nX-Pad: ", b"a")),
        ("https_proxy", "https", (b"HTTP/1.1 200 OK\r\n\r\n", b"\x16")),
        ("all_proxy", "http", (b"", b"\x05")),
    ],
    ids=["forwarding", "tunnel", "tls", "socks"],
)
def test_a_proxy_that_trickles_costs_no_more_than_the_timeout(
    kind: Kind, variable: str, scheme: str, answer: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    with TrickleProxy(*answer) as proxy:
        monkeypatch.setenv(variable, f"{'socks5' if variable == 'all_proxy' else 'http'}://{proxy.address}")
        started = time.monotonic()
        with pytest.raises(errors.APIConnectionError):
            call(kind, f"{scheme}://beeper.example")
    assert time.monotonic() - started < PARTS * 0.05 / 2


def test_a_socks_proxy_that_speaks_another_protocol(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    with TrickleProxy(b"\x05\x05\x05", b"\x05") as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks5://{proxy.address}")
        with pytest.raises(errors.APIConnectionError, match="the proxy that ALL_PROXY sets"):
            call(kind, "http://beeper.example")


def test_calls_through_a_socks_proxy_share_a_connection(
    kind: Kind, plain: PlainServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Socks(int(plain.url.rpartition(":")[2])) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks5://{proxy.address}")
        assert call(kind, "http://beeper.example") == ["title of a", "title of b"]
        assert (proxy.connections, len(plain.requests)) == (1, 2)


def test_a_proxied_connection_is_reused_only_while_the_server_keeps_it(
    kind: Kind, plain: PlainServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain.keep_alive = "timeout=1"
    with Socks(int(plain.url.rpartition(":")[2])) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks5://{proxy.address}")
        call(kind, "http://beeper.example")
        assert (proxy.connections, len(plain.requests)) == (2, 2)


class Tunnel:
    """Accepts CONNECT, and continues the TLS handshake with the server by some bytes; then one every 50 ms, or none."""

    def __init__(self, at_once: bytes, parts: int) -> None:
        self._answer = (at_once, parts)

    def __call__(self, connection: socket.socket, _: int) -> None:
        at_once, parts = self._answer
        read_head(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        assert connection.recv(65536)
        connection.sendall(at_once)
        for _ in range(parts):
            time.sleep(0.05)
            connection.sendall(b"\0")


def test_tls_within_tls_that_trickles_costs_no_more_than_the_timeout(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    record = b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc"  # the start of a ServerHello of 16 KiB
    with TLSServer(Tunnel(record, PARTS)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        started = time.monotonic()
        with pytest.raises(errors.APIConnectionError):
            call(kind, "https://beeper.example")
        assert time.monotonic() - started < PARTS * 0.05 / 2


def test_a_tunnel_that_fails_is_not_kept(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """httpcore keeps it in its pool for ever, so another pool is used for the next call."""
    made: list[str] = []
    for name in ("HTTPTransport", "AsyncHTTPTransport"):
        original = getattr(httpx, name)

        def make(name: str = name, original: Any = original, **options: Any) -> object:
            made.append(name)
            return original(**options)

        monkeypatch.setattr(httpx, name, make)
    with TLSServer(Tunnel(b"no handshake", 0), plain=True) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        assert fail_twice(kind, "https://beeper.example") == 2
    assert made == ["HTTPTransport" if kind == "sync" else "AsyncHTTPTransport"] * 2


def fail_twice(kind: Kind, url: str) -> int:
    """Make two calls with a client, and count those that end with an error."""
    options: Any = {"base_url": url, "timeout": TIMEOUT, "retry": RetryPolicy(attempts=1)}
    ended: list[errors.APIConnectionError] = []

    async def main() -> None:
        async with AsyncBeeper("t", **options) as beeper:
            for _ in range(2):
                with pytest.raises(errors.APIConnectionError) as caught:
                    await beeper.accounts.list()
                ended.append(caught.value)

    if kind != "sync":
        anyio.run(main, backend=kind)
        return len(ended)
    with Beeper("t", **options) as beeper:
        for _ in range(2):
            with pytest.raises(errors.APIConnectionError) as caught:
                beeper.accounts.list()
            ended.append(caught.value)
    return len(ended)
