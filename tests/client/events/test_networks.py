"""How a server is reached: TLS, proxies, paths, and the transports and clients of users, as other calls do."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import httpx
import pytest

from beeper_sdk import Hooks, RetryPolicy, WritePolicy, errors, events
from beeper_sdk._transport import permission
from beeper_sdk.testing import FakeBeeper
from tests.client.events.scripted import Peer, message_event, scripted
from tests.client.events.streams import Client, client
from tests.scripted_server import Kind
from tests.transport.tls_server import CERTIFICATE, TLSServer, read_head

TOKEN = "canary-token-7c1"
OPTIONS: dict[str, Any] = {"retry": RetryPolicy(attempts=1), "timeout": 10}
BOB = "!bob:small.local"


@pytest.fixture
def fake() -> Iterator[FakeBeeper]:
    with FakeBeeper(world="small") as server:
        yield server


class TwoConnections:
    """A script: two events, with the second connection after the first was lost."""

    def __init__(self) -> None:
        self.paths: list[str] = []

    def __call__(self, peer: Peer, number: int) -> None:
        assert peer.request is not None
        self.paths.append(peer.request.path)
        peer.subscribe()
        peer.send(message_event(1, f"connection {number}"))
        if number > 1:
            peer.wait_for_end()


def read(kind: Kind, url: str, **options: Any) -> list[Any]:
    """The texts and interruptions of a stream that is interrupted once."""
    with Client(kind, TOKEN, url, {**OPTIONS, **options}) as beeper, beeper.events() as stream:
        return [getattr(event, "reason", None) or event.entries[0].text for event in stream.take(3)]


ALL = ["connection 1", "connection", "connection 2"]


def test_tls_and_a_path(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("certifi.where", lambda: str(CERTIFICATE))
    script = TwoConnections()
    with scripted(script, tls=True) as server:
        assert read(kind, f"{server.url}/behind/a/path") == ALL
    assert script.paths == ["/behind/a/path/v1/ws"] * 2


def test_a_certificate_that_is_not_trusted(kind: Kind) -> None:
    with scripted(TwoConnections(), tls=True) as server, pytest.raises(errors.APIConnectionError, match="TLS"):
        read(kind, server.url)


class Tunnel:
    """A proxy that connects everything to one server."""

    def __init__(self, address: str) -> None:
        host, _, port = address.partition(":")
        self._target = (host, int(port))
        self.heads: list[bytes] = []

    def __call__(self, client_side: socket.socket, _: int) -> None:
        self.heads.append(read_head(client_side))
        client_side.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        with socket.create_connection(self._target) as server_side:
            copier = threading.Thread(target=_copy, args=(server_side, client_side))
            copier.start()
            _copy(client_side, server_side)
            copier.join()


def _copy(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)


def test_a_proxy_of_the_environment(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with scripted(TwoConnections(), tls=True) as server:
        tunnel = Tunnel(server.address)
        with TLSServer(tunnel, plain=True) as proxy:
            monkeypatch.setenv("HTTPS_PROXY", proxy.url)
            assert read(kind, "https://beeper.example") == ALL
    assert [head.partition(b"\r\n")[0] for head in tunnel.heads] == [b"CONNECT beeper.example:443 HTTP/1.1"] * 2
    assert TOKEN.encode() not in b"".join(tunnel.heads)


@pytest.mark.parametrize("library", ["httpx", "httpx2"])
def test_a_client_of_the_user(kind: Kind, library: str) -> None:
    module: Any = pytest.importorskip(library)
    with scripted(TwoConnections()) as server:
        http_client = (module.Client if kind == "sync" else module.AsyncClient)()
        options = {**OPTIONS, "http_client": http_client}
        with Client(kind, TOKEN, server.url, options) as beeper:
            with beeper.events() as stream:
                seen = [getattr(event, "reason", None) or event.entries[0].text for event in stream.take(3)]
            assert not http_client.is_closed
            beeper.call(http_client.close if kind == "sync" else http_client.aclose)
    assert seen == ALL


def test_a_transport_without_connections(kind: Kind) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(101))
    with (
        Client(kind, TOKEN, "http://127.0.0.1:1", {**OPTIONS, "transport": transport}) as beeper,
        pytest.raises(errors.APIConnectionError, match="no access to its connections"),
    ):
        beeper.events().__enter__()


@pytest.mark.parametrize("quirk", ["ipv4_only", "ipv6_only"])
@pytest.mark.parametrize("host", ["localhost", "beeper.localhost"])
def test_this_machine_by_name(fake: FakeBeeper, host: str, quirk: str) -> None:
    url = f"http://{host}:{fake.url.rpartition(':')[2]}"
    with fake.quirk(quirk), client("sync", fake, base_url=url) as beeper, beeper.events() as stream:
        fake.world.receive(BOB, "Hi")
        assert isinstance(stream.next(), events.MessageUpserted)


def test_other_calls_go_on_beside_the_stream(kind: Kind, fake: FakeBeeper) -> None:
    for options in ({}, {"transport": "httpx"}):
        with client(kind, fake, **options) as beeper:
            with beeper.events(BOB) as stream:
                assert beeper.call(lambda: beeper.raw.chats.retrieve(BOB)).id == BOB
                beeper.call(lambda: beeper.raw.messages.send(BOB, text="Hi"))
                assert isinstance(stream.next(), events.MessageUpserted)
            assert beeper.call(lambda: beeper.raw.chats.retrieve(BOB)).id == BOB


def test_hooks_guards_and_read_only_clients_see_a_read(kind: Kind, fake: FakeBeeper) -> None:
    seen: list[tuple[str, str, int | None]] = []
    hooks = Hooks(on_response=lambda attempt, result: seen.append((attempt.operation, attempt.method, result.status)))
    guard = WritePolicy(dry_run=True)
    with client(kind, fake, read_only=True, guard=guard, hooks=hooks) as beeper, beeper.events() as stream:
        fake.world.receive(BOB, "Hi")
        assert isinstance(stream.next(), events.MessageUpserted)
    assert seen[0] == ("events", "GET", 101)


def test_tests_do_not_connect_to_a_forbidden_port(
    kind: Kind, fake: FakeBeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbid(port: int) -> None:
        raise RuntimeError(f"port {port} is forbidden")

    monkeypatch.setattr(permission, "checks", [forbid])
    with client(kind, fake) as beeper, pytest.raises(RuntimeError, match="is forbidden"):
        beeper.events().__enter__()
    assert len(fake.requests) == 0
