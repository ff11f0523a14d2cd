"""doctor, whoami and login at an app that is frozen and at a program that is not Beeper: they end soon and say so."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import RetryPolicy, auth, errors
from beeper_sdk.__main__ import main
from beeper_sdk._cli.doctor import checks, environment
from beeper_sdk._core.util.override import override
from beeper_sdk.auth import _checks
from beeper_sdk.testing import FakeBeeper
from tests.cli.doctor.helpers import Ended, serving
from tests.client.loopback.helpers import Call, Story, play
from tests.scripted_server import Kind

SECRET = "the page of canary-5d1"
SHORT = 0.3
"""Seconds that the tests wait for a response that never comes."""


@pytest.fixture(autouse=True)
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person with a token."""
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", "canary-token-5d1")
    monkeypatch.setenv("BEEPER_TOKEN_FILE", str(tmp_path / "tokens.json"))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that a person waits for ends sooner."""
    monkeypatch.setattr(checks, "TIMEOUT", SHORT)
    for half in ("_sync", "_async"):
        monkeypatch.setattr(f"beeper_sdk.{half}.auth.session.TIMEOUT", SHORT)
        monkeypatch.setattr(f"beeper_sdk.{half}.auth.session.IN_TIME", RetryPolicy(deadline=SHORT))
    monkeypatch.setattr(_checks, "TIMEOUT", SHORT)
    monkeypatch.setattr(_checks, "IN_TIME", RetryPolicy(deadline=SHORT))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Ended:
    status = main(arguments)
    captured = capsys.readouterr()
    return Ended(status, captured.out, captured.err)


def received(fake: FakeBeeper, number: int) -> int:
    """The number of requests that were received. The server may read the last one after the client gave up on it."""
    end = monotonic() + 10
    while len(fake.requests) < number and monotonic() < end:
        sleep(0.01)
    return len(fake.requests)


def page(status: int, media_type: str, body: str) -> bytes:
    head = (
        f"HTTP/1.1 {status} X\r\ncontent-type: {media_type}\r\ncontent-length: {len(body)}\r\nconnection: close\r\n\r\n"
    )
    return f"{head}{body}".encode()


HTML = f"<html><title>{SECRET}</title></html>"
FOREIGN = {
    "a page": page(200, "text/html", HTML),
    "no page": page(404, "text/html", HTML),
    "other JSON": page(200, "application/json", json.dumps({"name": SECRET})),
    "no route": page(404, "application/json", json.dumps({"error": SECRET})),
    "no method": page(405, "text/plain", SECRET),
    "no HTTP": f"SSH-2.0-{SECRET}\r\n".encode(),
    "nothing": b"",
}


@contextmanager
def replying(reply: bytes) -> Generator[tuple[str, list[bytes]]]:
    """A program that sends this to everyone and closes the connection; and what it received."""
    received: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    with connection, suppress(OSError):
                        received.append(connection.recv(65536))
                        connection.sendall(reply)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}", received
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("name", FOREIGN)
def test_a_program_that_is_not_beeper(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with replying(FOREIGN[name]) as (url, received):
        report = run(capsys, "doctor", "--base-url", url, "--json")
        assert not any(b"canary-token" in request for request in received), "doctor sent the token to another program"
        who = run(capsys, "whoami", "--base-url", url)
        login = run(capsys, "login", "--no-browser", "--base-url", url)
    assert report.status == 1
    assert [check["name"] for check in report.json["checks"]] == ["server"]
    state, text = report.check("server")
    assert state == "problem"
    assert text.startswith(f"{url} is not a Beeper: ")
    assert "another program uses this address" in report.json["checks"][0]["hints"][0]
    for ended in (who, login):
        assert ended.status in (1, 3)
        assert "a Beeper" in ended.stderr
        assert "python -m beeper_sdk doctor" in ended.stderr
    assert "canary" not in report.stdout + who.stderr + login.stderr


def test_a_failing_proxy_is_not_called_another_program(capsys: pytest.CaptureFixture[str]) -> None:
    with replying(page(502, "text/html", HTML)) as (url, _):
        ended = run(capsys, "doctor", "--base-url", url, "--json")
    assert ended.check("server")[1].startswith(f"{url} responds with an error (status 502, an HTML page)")
    with FakeBeeper() as fake:
        fake.quirk("server_error")
        ended = run(capsys, "doctor", "--base-url", fake.url, "--json")
    assert ended.check("server")[0] == "problem"
    assert "not a Beeper" not in ended.stdout


def test_nothing_takes_longer_than_a_person_waits() -> None:
    assert checks.TIMEOUT + environment.CONNECT_TIMEOUT + environment.RESPONSE_TIMEOUT <= 4
    for seconds in (checks.TIMEOUT, _checks.TIMEOUT, _checks.IN_TIME.deadline):
        assert seconds is not None
        assert seconds <= 3


@pytest.mark.usefixtures("impatient")
def test_a_frozen_app(fake_beeper: FakeBeeper, capsys: pytest.CaptureFixture[str]) -> None:
    fake_beeper.quirk("frozen")
    at = ("--base-url", fake_beeper.url)
    report = run(capsys, "doctor", *at, "--json")
    assert report.status == 1
    assert report.json["checks"] == [
        {
            "name": "server",
            "state": "problem",
            "text": f"{fake_beeper.url} accepts connections but does not respond",
            "hints": ["Beeper may be frozen, or still starting: quit it and start it again"],
        }
    ]
    assert received(fake_beeper, 1) == 1
    for command in (("whoami",), ("login", "--no-browser")):
        ended = run(capsys, *command, *at)
        assert ended.status == 3
        assert "did not respond in time. If all calls time out, Beeper is frozen: restart it" in ended.stderr
    auth.FileToken(base_url=fake_beeper.url).save(auth.Token("stored", fake_beeper.url))
    assert run(capsys, "logout", *at).status == 3
    assert received(fake_beeper, 4) == 4


def test_an_app_that_freezes_during_a_command(
    fake_beeper: FakeBeeper, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake_beeper.token)
    assert run(capsys, "whoami", "--base-url", fake_beeper.url).status == 0
    monkeypatch.setattr(checks, "TIMEOUT", 2 * SHORT)
    monkeypatch.setattr("beeper_sdk._sync.auth.session.TIMEOUT", 2 * SHORT)
    monkeypatch.setattr("beeper_sdk._sync.auth.session.IN_TIME", RetryPolicy(attempts=1))
    at = ("--base-url", fake_beeper.url)
    for operation, done in (("oauth.userinfo", 2), ("chats.list", 4)):
        fake_beeper.requests.clear()
        with fake_beeper.quirk("frozen", operation=operation):
            report = run(capsys, "doctor", *at, "--json")
        assert report.status == 1
        assert report.check("server") == (
            "problem",
            f"{fake_beeper.url} no longer responds; the remaining checks were skipped",
        )
        for name in ("spec", "responses"):
            assert report.check(name) == ("skipped", "skipped: the server no longer responds")
        assert received(fake_beeper, done) == done
    for operation in ("oauth.introspect", "accounts.list"):
        with fake_beeper.quirk("frozen", operation=operation):
            assert run(capsys, "whoami", *at).status == 3


@pytest.mark.usefixtures("impatient")
def test_the_functions_end_soon_too(fake_beeper: FakeBeeper) -> None:
    fake_beeper.quirk("frozen")
    calls: list[Callable[[], Any]] = [
        lambda: auth.whoami(fake_beeper.url),
        lambda: auth.login(fake_beeper.url, open_browser=False),
        lambda: anyio.run(auth.async_whoami, fake_beeper.url),
        lambda: anyio.run(auth.async_login, fake_beeper.url),
    ]
    for call in calls:
        with pytest.raises(errors.APITimeoutError):
            call()
    assert received(fake_beeper, len(calls)) == len(calls)


def test_a_timeout_of_any_client_says_what_to_look_at(kind: Kind, fake_beeper: FakeBeeper) -> None:
    def story() -> Story:
        with pytest.raises(errors.APITimeoutError, match=r"restart it\. To check, run `python -m beeper_sdk doctor`"):
            yield Call("accounts.list")

    fake_beeper.quirk("frozen")
    play(kind, fake_beeper, story(), timeout=SHORT, retry=RetryPolicy(attempts=1))


def test_accounts_that_are_connected_but_no_chats(
    fake_beeper: FakeBeeper, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Beeper Server after a restart."""

    class NotLoaded(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            token = {"authorization": value} if (value := self.headers.get("authorization")) else {}
            response = httpx.get(f"{fake_beeper.url}{self.path}", headers=token, trust_env=False)
            content = response.content
            if self.path.startswith("/v1/chats"):
                content = json.dumps(
                    {"items": [], "hasMore": False, "oldestCursor": None, "newestCursor": None}
                ).encode()
            self.send_response(response.status_code)
            self.send_header("content-type", response.headers["content-type"])
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        @override
        def log_message(self, *said: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
            """Says nothing."""

    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake_beeper.token)
    with serving(NotLoaded) as url:
        report = run(capsys, "doctor", "--base-url", url, "--json")
    assert report.check("accounts")[0] == "ok"
    state, text = report.check("chats")
    assert state == "problem"
    assert text.startswith("there are none, although the number of connected accounts is ")
    assert "TOOL_EXECUTION_ERROR" in report.stdout


def test_a_first_page_without_chats_is_not_an_empty_list(
    fake_beeper: FakeBeeper, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake_beeper.token)
    fake_beeper.quirk("empty_first_page")
    assert run(capsys, "doctor", "--base-url", fake_beeper.url, "--json").check("chats")[0] == "ok"


def test_a_variable_that_overrides_a_login_is_named(
    fake_beeper: FakeBeeper, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    at = ("--base-url", fake_beeper.url)
    source = "BEEPER_ACCESS_TOKEN, which overrides the saved login: unset it to use that"
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake_beeper.token)
    assert "token source: BEEPER_ACCESS_TOKEN\n" in run(capsys, "whoami", *at).stdout
    auth.FileToken().save(auth.Token("stored", fake_beeper.url))
    assert f"token source: {source}\n" in run(capsys, "whoami", *at).stdout
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", "canary-wrong")
    ended = run(capsys, "whoami", *at)
    assert (ended.status, ended.stdout) == (4, "")
    assert "; the token of BEEPER_ACCESS_TOKEN is " in ended.stderr
    assert ". The variable overrides the saved login: unset it to use that\n" in ended.stderr
    report = run(capsys, "doctor", *at, "--json")
    token = next(check for check in report.json["checks"] if check["name"] == "token")
    assert token["hints"][0] == f"it is that of {source}"
    assert "canary" not in ended.stderr + report.stdout
    Path(auth.FileToken().path).write_text("broken")
    assert "overrides" not in run(capsys, "whoami", *at).stderr
