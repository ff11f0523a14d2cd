"""Logging in, `whoami`, `logout` and the doctor with responses of another shape: a result or an error of the SDK."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random

import anyio
import httpx
import pytest
from typing_extensions import override

from beeper_sdk import auth, errors
from beeper_sdk.__main__ import main
from beeper_sdk.testing import FakeBeeper
from tests.faults.answers.exchanges import Key, Recorded, Replay
from tests.faults.answers.using import use
from tests.faults.answers.values import Change, chosen
from tests.sweeps import examples

REDIRECT = "http://127.0.0.1:1/callback"
Act = Callable[[str, FakeBeeper], object]


class _Server(ThreadingHTTPServer):
    replay: Replay
    behind: str


class _Handler(BaseHTTPRequestHandler):
    """Passes requests on to a replay, whose requests go to the fake server."""

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        own = self.server
        assert isinstance(own, _Server)
        headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
        answer = own.replay(httpx.Request(self.command, own.behind + self.path, headers=headers, content=body))
        assert isinstance(answer.stream, httpx.SyncByteStream)
        content = b"".join(answer.stream)  # as it is, also if its content-encoding is wrong
        lines = [f"HTTP/1.1 {answer.status_code} x".encode()]
        lines += [name + b": " + value for name, value in answer.headers.raw if name.lower() not in _FRAMING]
        self.wfile.write(b"\r\n".join([*lines, b"connection: close", b"", content]))
        self.close_connection = True

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    @override
    def log_message(self, *args: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Print nothing."""


_FRAMING = {b"content-length", b"transfer-encoding", b"connection"}


@contextmanager
def serving(behind: str) -> Iterator[tuple[str, _Server]]:
    server = _Server(("127.0.0.1", 0), _Handler)
    server.behind = behind
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def whoami(url: str, fake: FakeBeeper) -> object:
    return auth.whoami(url, access_token=fake.token)


def async_whoami(url: str, fake: FakeBeeper) -> object:
    return anyio.run(partial(auth.async_whoami, url, access_token=fake.token))


def agreed(attempt: auth.LoginAttempt, url: str, fake: FakeBeeper) -> str:
    """The URL to which a browser is redirected. The page itself rejects an ID that was changed on its way."""
    try:
        return fake.consent(attempt.url.replace(url, fake.url))
    except RuntimeError:
        raise errors.LoginFailed("the page is an error") from None


def login(url: str, fake: FakeBeeper) -> object:
    attempt = auth.begin(url, redirect_uri=REDIRECT)
    use(attempt)
    return auth.finish(attempt, agreed(attempt, url, fake))


def async_login(url: str, fake: FakeBeeper) -> object:
    async def run() -> object:
        attempt = await auth.async_begin(url, redirect_uri=REDIRECT)
        return await auth.async_finish(attempt, agreed(attempt, url, fake))

    return anyio.run(run)


def doctor(url: str, _: FakeBeeper) -> object:
    return main(("doctor", "--json", "--base-url", url))


ACTS: tuple[Act, ...] = (whoami, async_whoami, login, async_login, doctor)


@pytest.fixture(scope="module")
def fake() -> Iterator[FakeBeeper]:
    with FakeBeeper() as running:
        yield running


FALLS: list[tuple[Act, str, Change]] = [
    (login, "oauth-authorization-server", Change("field", ("authorization_endpoint",), "{}")),
    (async_login, "oauth-authorization-server", Change("field", ("authorization_endpoint",), "NaN")),
    (login, "/oauth/register", Change("field", ("client_id",), '"\\ud800"')),
    (async_login, "/oauth/register", Change("field", ("client_id",), '"\\ud800"')),
    (doctor, "/v1/info", Change("field", ("app", "bundle_id"), "7")),
]


@pytest.mark.parametrize(("act", "path", "change"), FALLS, ids=lambda value: getattr(value, "__name__", str(value)))
def test_so_does_what_once_raised_another_error(
    act: Act, path: str, change: Change, fake: FakeBeeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake.token)
    monkeypatch.setenv("BEEPER_TOKEN_FILE", str(tmp_path / "tokens.json"))
    with Recorded() as recorded, serving(fake.url) as (url, server):
        server.replay = Replay(recorded)
        act(url, fake)
        key = next(key for key in recorded.responses if key.url.endswith(path))
        server.replay = Replay(recorded, key, change)
        with suppress(errors.LoginFailed):
            act(url, fake)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_every_response_ends_in_a_result_or_an_error_of_the_sdk(
    act: Act, fake: FakeBeeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake.token)
    monkeypatch.setenv("BEEPER_TOKEN_FILE", str(tmp_path / "tokens.json"))
    chance = Random(act.__name__)
    with Recorded() as recorded, serving(fake.url) as (url, server):
        server.replay = Replay(recorded)
        use(act(url, fake))
        keys: list[Key] = list(recorded.responses)
        for key in chance.sample(keys, min(2, len(keys))) if examples(1) == 1 else keys:
            for change in chosen(recorded.responses[key], chance, examples(1)):
                server.replay = Replay(recorded, key, change)
                try:
                    use(act(url, fake))
                except errors.BeeperError as error:
                    use(error)
                except Exception as error:
                    error.add_note(f"{key.method} {key.url}: {change}")
                    raise
    assert "Traceback" not in capsys.readouterr().err
