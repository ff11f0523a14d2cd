"""What the doctor's tests put before it: a door to the fake server that serves another description of it."""

from __future__ import annotations

import copy
import json
import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

import httpx
import pytest

from beeper_sdk.__main__ import main
from beeper_sdk._core.util.override import override
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.wire import spec_document

Json = dict[str, Any]
SECRET = "Meet Alice at +15550100, !room:beeper.com"
"""No name of anything: it must not be printed, wherever it stands."""


def document() -> Json:
    """The description a server of today gives of itself; to be changed."""
    return copy.deepcopy(spec_document.document())


class Ended(NamedTuple):
    """How the command ended."""

    status: int
    stdout: str
    stderr: str

    @property
    def json(self) -> Json:
        parsed: Json = json.loads(self.stdout)
        return parsed

    def check(self, name: str) -> tuple[str, str]:
        """State and text of a check."""
        matching = next(entry for entry in self.json["checks"] if entry["name"] == name)
        return matching["state"], matching["text"]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Ended:
    """Run the command."""
    status = main(("doctor", *arguments))
    captured = capsys.readouterr()
    return Ended(status, captured.out, captured.err)


@contextmanager
def described(fake: FakeBeeper, content: bytes | Json) -> Generator[str]:
    """A URL at which the fake server answers, but for its description, which is this."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/v1/spec":
                answer = httpx.Response(200, content=body, headers={"content-type": "application/json"})
            else:
                forwarded = {"authorization": self.headers.get("authorization", "")}
                answer = httpx.get(
                    f"{fake.url}{self.path}", headers={k: v for k, v in forwarded.items() if v}, trust_env=False
                )
            self.send_response(answer.status_code)
            for name in ("content-type", "x-beeper-desktop-version"):
                if name in answer.headers:
                    self.send_header(name, answer.headers[name])
            self.send_header("content-length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        @override
        def log_message(self, *said: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
            """Says nothing."""

    with serving(Door) as url:
        yield url


@contextmanager
def serving(door: type[BaseHTTPRequestHandler], port: int = 0) -> Generator[str]:
    """A server of any kind."""
    server = ThreadingHTTPServer(("127.0.0.1", port), door)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
