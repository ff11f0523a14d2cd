"""Where requests go, by the base URL; and how waiting works where there is no poll()."""

from __future__ import annotations

import select
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from beeper_sdk._core.calls.request_encoding import HttpRequest
from beeper_sdk._transport.direct import readiness as waiting
from beeper_sdk._transport.direct.server import InvalidRequest, Server, is_direct
from tests.transport.direct.peers import (
    KINDS,
    OK,
    Kind,
    accepting,
    accounts,
    answering,
    call,
    download,
    once,
    send,
    serving,
)


def has_ipv6() -> bool:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


needs_ipv6 = pytest.mark.skipif(not has_ipv6(), reason="there is no ::1")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "app.localhost", "localhost."])
@pytest.mark.parametrize("prefix", ["", "/a/b"])
def test_names_of_this_machine(kind: Kind, name: str, prefix: str) -> None:
    with serving(answering(OK)) as server:
        url = f"http://{name}:{server.port}{prefix}"
        assert call(kind, url, accounts, accounts) == [[], []]
        head = server.requests[0].head.decode()
        assert head.startswith(f"GET {prefix}/v1/accounts HTTP/1.1\r\nHost: {name.lower()}:{server.port}\r\n")
        assert server.connections == 1


@needs_ipv6
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["localhost", "app.localhost", "[::1]"])
def test_a_server_that_listens_on_the_address_of_ipv6_only(kind: Kind, name: str) -> None:
    with serving(answering(OK), "::1") as server:
        assert call(kind, f"http://{name}:{server.port}", accounts, accounts) == [[], []]
        assert f"\r\nHost: {name}:{server.port}\r\n" in server.requests[0].head.decode()
        assert server.connections == 1


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://localhost", "localhost"),
        ("http://localhost:80/x", "localhost"),
        ("http://[::1]:80", "[::1]"),
        ("http://127.0.0.1:23373", "127.0.0.1:23373"),
    ],
)
def test_the_host_header(url: str, host: str) -> None:
    request = HttpRequest("GET", f"{url}/v1/chats?limit=1", [], None, None)
    path = url[url.index("/", 7) :] if "/" in url[7:] else ""
    assert (
        Server(url).encode_head(request, ()) == f"GET {path}/v1/chats?limit=1 HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()
    )


@pytest.mark.parametrize(
    ("value", "valid"),
    [("a", True), ("a\tb", True), ("", True), *[(f"a{c}b", False) for c in "\r\n\0\x7f\x1f\x85é\u2028"]],
)
def test_no_header_can_start_another(value: str, valid: bool) -> None:
    server = Server("http://localhost")
    for headers in ([("X-A", value), ("X-B", "b")], [(value, "b")], [("X-A", "a"), ("X-B", value)]):
        request = HttpRequest("GET", "http://localhost/", headers, None, None)
        if valid:
            assert server.encode_head(request, ()).count(b"\r\n") == len(headers) + 3
        else:
            with pytest.raises(InvalidRequest):
                server.encode_head(request, ())


@pytest.mark.parametrize(
    ("url", "direct"),
    [
        ("http://localhost:1", True),
        ("http://127.1.2.3", True),
        ("http://[::1]", True),
        ("https://localhost", False),
        ("http://127.0.0.1.example.com", False),
        ("http://192.168.0.1", False),
        ("http://localhost.example.com", False),
    ],
)
def test_only_plain_http_to_this_machine_is_direct(url: str, direct: bool) -> None:
    assert is_direct(url) is direct


def test_all_works_without_poll(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows."""
    monkeypatch.delattr(select, "poll")
    with serving(accepting) as server:
        results = call("sync", server.url, send, send)
        assert [result.pending_message_id for result in results] == ["m1", "m2"]
        assert server.connections == 1
    (error,) = call("sync", server.url, send)
    assert "connection refused" in str(error)
    with serving(once(b"HTTP/1.1 200 OK\r\n\r\n" + bytes(10**6))) as server:
        assert call("sync", server.url, download) == [bytes(10**6)]
    with serving(lambda peer: peer.until_closed()) as server:
        (error,) = call("sync", server.url, accounts, timeout=0.05)
        assert "in time" in str(error)


@pytest.mark.parametrize("kind", ["poll", "select"])
def test_waiting_for_a_socket(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if kind == "select":
        monkeypatch.delattr(select, "poll")
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        to_read, to_write = waiting.readiness(ours), waiting.readiness(ours, to_write=True)
        assert (to_read.wait(0), to_read.wait(0.001), to_write.wait(0), to_write.wait(None)) == (
            False,
            False,
            True,
            True,
        )
        theirs.send(b"x")
        assert (to_read.wait(0), to_read.wait(None)) == (True, True)
        ours.recv(1)
        theirs.shutdown(socket.SHUT_WR)
        assert to_read.wait(0)
        try:
            while True:
                ours.send(bytes(2**16))
        except BlockingIOError:
            assert not to_write.wait(0.001)


@pytest.fixture
def many_descriptors() -> Iterator[None]:
    """More than select() could wait for."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < 2048:
        pytest.skip("so many descriptors are not allowed")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 2048), hard))
    ours = [socket.socket() for _ in range(1100)]
    yield
    for sock in ours:
        sock.close()
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.usefixtures("many_descriptors")
def test_more_than_1024_descriptors_are_no_limit() -> None:
    results: list[Any] = []
    with serving(answering(OK)) as server:
        for kind in KINDS:
            results += call(kind, server.url, accounts, accounts)
    assert results == [[]] * 6
