"""A client with a token needs no cookies: those of a server are not kept, however many it sends."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from http.cookiejar import Cookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper
from beeper_sdk._core.util.override import override
from tests.scripted_server import Kind

REMOTE = "http://beeper.example"
CALLS = 3


class _Handler(BaseHTTPRequestHandler):
    """Sends two more cookies with each response."""

    protocol_version = "HTTP/1.1"
    received: list[str | None]

    def do_GET(self) -> None:
        self.received.append(self.headers.get("Cookie"))
        self.send_response(200)
        for name in ("a", "b"):
            self.send_header("Set-Cookie", f"{name}{len(self.received)}=1; Path=/")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"[]")

    @override
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of http.server
        """Nothing."""


@pytest.fixture
def received(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str | None]]:
    """The cookies that a proxy received, which answers for every server."""
    cookies: list[str | None] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"received": cookies}))
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")
    yield cookies
    server.shutdown()
    thread.join()
    server.server_close()


def kept() -> int:
    """How many cookies are in memory."""
    return sum(type(one) is Cookie for one in gc.get_objects())


def test_cookies_of_a_remote_server_are_neither_kept_nor_sent(kind: Kind, received: list[str | None]) -> None:
    before = kept()

    async def run() -> int:
        async with AsyncBeeper("t", base_url=REMOTE, allow_remote=True) as beeper:
            for _ in range(CALLS):
                await beeper.accounts.list()
            return kept()

    if kind == "sync":
        with Beeper("t", base_url=REMOTE, allow_remote=True) as beeper:
            for _ in range(CALLS):
                beeper.accounts.list()
            assert kept() == before
    else:
        assert anyio.run(run, backend=kind) == before
    assert received == [None] * CALLS


def test_a_client_of_the_user_keeps_what_it_keeps(received: list[str | None]) -> None:
    with httpx.Client() as own, Beeper("t", base_url=REMOTE, allow_remote=True, http_client=own) as beeper:
        beeper.accounts.list()
        beeper.accounts.list()
        assert len(own.cookies) == 4
    assert received == [None, "a1=1; b1=1"]
