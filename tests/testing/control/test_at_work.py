"""Control while other things happen: verbs that move the server, that wait, that come at once, and the end."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from beeper_sdk._core.util.override import override
from beeper_sdk.testing import FakeBeeper
from tests.testing.control.examples import page
from tests.testing.control.remote import Remote


@pytest.mark.parametrize("quirk", ["ipv6_only", "ipv4_only"])
def test_the_server_moves_to_other_addresses_and_back(quirk: str) -> None:
    with FakeBeeper(world="empty", control=True) as fake, Remote(fake) as remote:
        port = fake.url.rpartition(":")[2]
        remote.call("POST", "/quirks", {"name": quirk, "optional": True})
        assert fake.control_url == f"http://{'[::1]' if quirk == 'ipv6_only' else '127.0.0.1'}:{port}/_fake"
        assert remote.call("GET", "/server")["control_url"] == fake.control_url
        remote.call("POST", "/reset")
        assert remote.call("GET", "/server")["url"] == f"http://127.0.0.1:{port}"


def test_verbs_come_at_once_and_the_api_goes_on() -> None:
    with FakeBeeper(world="small", control=True) as fake, Remote(fake) as remote:

        def reset(number: int) -> int:
            return remote.send("POST", "/reset", json={"world": "small", "seed": number}).status_code

        def receive(number: int) -> int:
            body = {"chat_id": "Bob Birchwood", "text": f"text {number}"}
            return remote.send("POST", "/world/receive", json=body).status_code

        def read(number: int) -> int:
            headers = {"authorization": f"Bearer {fake.token}"}
            return remote.http.get(f"{fake.url}/v1/chats?ignored={number}", headers=headers).status_code

        acts = [reset, receive, read] * 20
        with ThreadPoolExecutor(6) as pool:
            running = [pool.submit(act, number) for number, act in enumerate(acts)]
        assert [one.result() for one in running] == [200] * 60


@contextmanager
def program(act: Callable[[], object]) -> Generator[str]:
    """The redirect URI of a program, which does something before it responds."""

    class Program(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            act()
            self.send_response(200)
            self.end_headers()

        @override
        def log_message(self, format: str, *args: object) -> None: ...  # noqa: A002 - the name it has in the base

    with HTTPServer(("127.0.0.1", 0), Program) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/cb"
        finally:
            server.shutdown()
            thread.join()


def test_a_login_goes_on_while_its_program_controls_the_server(remote: Remote) -> None:
    with program(lambda: remote.call("POST", "/world/add_label", {"name": "Seen"})) as redirect:
        target = remote.call("POST", "/consent", {**page(remote.fake, redirect), "follow": True})
    assert target.startswith(f"{redirect}?code=")
    assert remote.fake.world.read(lambda world: world.labels[-1]["name"]) == "Seen"


def test_the_server_stops_while_a_verb_waits() -> None:
    arrived, released = threading.Event(), threading.Event()

    def act() -> None:
        arrived.set()
        released.wait(30)

    fake = FakeBeeper(world="empty", control=True).start()
    with Remote(fake) as remote, program(act) as redirect, ThreadPoolExecutor(1) as pool:
        body = {**page(fake, redirect), "follow": True}
        waiting = pool.submit(remote.http.post, f"{fake.control_url}/consent", json=body)
        assert arrived.wait(30)
        fake.stop()
        waiting.exception(30)  # it ended, in whatever way
        released.set()


def test_a_request_that_breaks_off_does_nothing(remote: Remote) -> None:
    """A whole one without a body would be a reset."""
    control, sent = remote.fake._control, list[Any]()
    assert control is not None
    messages: list[Any] = [{"type": "http.request", "body": b"", "more_body": True}, {"type": "http.disconnect"}]
    scope: Any = {
        "type": "http",
        "method": "POST",
        "raw_path": b"/_fake/reset",
        "query_string": b"",
        "headers": [(b"authorization", f"Bearer {remote.fake.control_token}".encode())],
        "server": ("127.0.0.1", 1),
    }

    async def receive() -> Any:
        return messages.pop(0)

    async def send(message: Any) -> None:
        sent.append(message)

    async def handle() -> None:
        await control(scope, receive, send)

    remote.fake.world.add_label("Kept")
    asyncio.run(handle())
    assert (sent[0]["status"], messages) == (400, [])
    assert remote.fake.world.read(lambda world: world.labels[-1]["name"]) == "Kept"
