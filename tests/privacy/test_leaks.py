"""With every logger at DEBUG nothing of a call is logged but its name: the HTTP library's own lines included."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper, errors
from tests.scripted_server import TOKEN, Kind, Script, answer, call

CANARIES = (TOKEN, "canary")


@pytest.fixture(params=[200, 404, 500])
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    """A real socket, so that all of the library's code runs. Its answers are full of canaries."""
    body = b'{"message": "canary-answer", "code": "c", "items": [], "hasMore": false, "canary": "canary"}'
    head = f"HTTP/1.1 {request.param} canary-phrase\r\nX-Canary: canary-header\r\nSet-Cookie: canary=1\r\n"
    reply = head.encode() + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(5)
                connection.recv(65536)
                connection.sendall(reply)

    thread = threading.Thread(target=serve)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()


def search(beeper: Any) -> Any:
    return beeper.messages.search(query="canary-query").first()


def send(beeper: Any) -> Any:
    return beeper.messages.send("!canary:x", text="canary-text")


@pytest.mark.parametrize("act", [search, send])
def test_no_token_query_text_or_id_is_logged_or_told(
    kind: Kind, server: str, act: Any, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    error_text = ""
    try:
        call(kind, Script(answer()), act, base_url=server, transport=None)
    except errors.BeeperError as error:
        error_text = f"{error} {error!r} {error.__cause__}"
    logged = "\n".join(f"{record.name}: {record.getMessage()}" for record in caplog.records)
    assert "beeper_sdk: messages." in logged
    seen = logged + error_text + "".join(capsys.readouterr())
    assert [canary for canary in CANARIES if canary in seen] == []
    assert [record.name for record in caplog.records if record.name.startswith("http")] == []


def test_the_users_own_lines_of_the_http_library_stay(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    script = Script(answer([]))
    with (
        Beeper(TOKEN, transport=httpx.MockTransport(script)) as beeper,
        httpx.Client(transport=httpx.MockTransport(script)) as own,
    ):
        own.get("http://own.example/one")
        beeper.accounts.list()
        own.get("http://own.example/two")
    lines = [record.getMessage() for record in caplog.records if record.name == "httpx"]
    assert [line.split()[3] for line in lines] == ["http://own.example/one", "http://own.example/two"]


def test_a_library_client_of_ones_own_is_quiet_only_for_our_calls(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with httpx.Client(transport=httpx.MockTransport(Script(answer([])))) as own, Beeper(TOKEN, http_client=own) as b:
        b.accounts.list()
        own.get("http://own.example/")
    assert [record.getMessage().split()[3] for record in caplog.records if record.name == "httpx"] == [
        "http://own.example/"
    ]


def test_our_line_says_operation_template_status_time_and_attempt(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "beeper_sdk")
    call("sync", Script(answer({}, 503), answer([])), lambda beeper: beeper.accounts.list())
    first, retry_line, second = [record.getMessage() for record in caplog.records]
    assert first.startswith("accounts.list GET /v1/accounts 503 in ")
    assert retry_line == "accounts.list: retrying in 0.00 s"
    assert second.endswith("attempt 2, 0 bytes sent, 2 received)")
