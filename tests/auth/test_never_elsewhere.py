"""A token goes to the server that issued it, and to no other (row 29): not on a redirect, not in the clear."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple, Self, TypeAlias

import httpx
import pytest

from beeper_sdk import auth, errors
from beeper_sdk._core.util.override import override
from beeper_sdk._core.util.urls import server_origin
from beeper_sdk.testing import FakeBeeper
from tests.auth.helpers import Kind, call, person, using

CANARY = "canary-token-7c1"
REMOTE = "http://beeper.example:23373"


class ReceivedRequest(NamedTuple):
    """A request that another server than Beeper received."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


Response: TypeAlias = tuple[int, dict[str, str], bytes]


class OtherServer:
    """Another server on this machine: it stores its requests, and responds with what `answers` returns."""

    def __init__(self, answers: Callable[[ReceivedRequest], Response]) -> None:
        requests = self.requests = list[ReceivedRequest]()

        class Handler(BaseHTTPRequestHandler):
            def _answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                requests.append(ReceivedRequest(self.command, self.path, dict(self.headers), body))
                status, headers, content = answers(requests[-1])
                self.send_response(status)
                for name, text in {**headers, "content-length": str(len(content))}.items():
                    self.send_header(name, text)
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = _answer  # noqa: N815  # names of the base class

            @override
            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as in the base class
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = Thread(target=self._server.serve_forever, args=(0.01,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def other_server() -> Iterator[OtherServer]:
    """A server that should never receive a request."""
    with OtherServer(lambda _: (404, {}, b"")) as server:
        yield server


@pytest.fixture
def redirecting(other_server: OtherServer) -> Iterator[OtherServer]:
    """Redirects everybody to the other server."""
    with OtherServer(lambda request: (307, {"location": f"{other_server.url}{request.path}"}, b"")) as server:
        yield server


@contextmanager
def passing_on(fake: FakeBeeper, other_server: OtherServer, *, without: tuple[str, ...]) -> Generator[OtherServer]:
    """A proxy before Beeper whose documents name the other server everywhere (an issuer mix-up)."""

    def pass_on(request: ReceivedRequest) -> Response:
        if request.path.startswith(without):
            return 404, {}, b""
        own = {
            name: text for name, text in request.headers.items() if name.lower() in ("authorization", "content-type")
        }
        got = httpx.request(request.method, fake.url + request.path, content=request.body, headers=own, trust_env=False)
        content = got.content.replace(fake.url.encode(), other_server.url.encode())
        return got.status_code, {"content-type": got.headers.get("content-type", "")}, content

    with OtherServer(pass_on) as proxy:
        yield proxy


def test_a_redirect_is_not_followed_with_any_kind_of_token(
    kind: Kind, other_server: OtherServer, redirecting: OtherServer
) -> None:
    auth.FileToken().save(auth.Token(CANARY, server_origin(redirecting.url)))
    for given in ((CANARY,), (), (auth.FileToken(),), (lambda: CANARY,)):
        with pytest.raises(errors.APIStatusError, match="redirects are not followed"):
            using(kind, lambda beeper: beeper.accounts.list(), *given, base_url=redirecting.url)
    assert [request.headers["Authorization"] for request in redirecting.requests] == [f"Bearer {CANARY}"] * 4
    for operation in ("whoami", "logout"):
        with pytest.raises(errors.APIStatusError, match="redirects are not followed"):
            call(kind, operation, redirecting.url)
    assert len(redirecting.requests) == 6
    assert other_server.requests == []


def test_a_log_in_is_not_redirected(kind: Kind, other_server: OtherServer, redirecting: OtherServer) -> None:
    with pytest.raises(errors.LoginFailed, match="status 307"):
        call(kind, "login", redirecting.url, open_browser=False)
    assert redirecting.requests
    assert other_server.requests == []


@pytest.mark.parametrize("without", ["nothing", "/.well-known", "/.well-known /v1/info"])
def test_documents_that_point_elsewhere_lead_nowhere(
    kind: Kind, other_server: OtherServer, fake_beeper: FakeBeeper, without: str
) -> None:
    with passing_on(fake_beeper, other_server, without=tuple(without.split())) as proxy:
        visitor = person(fake_beeper)
        token = call(kind, "login", proxy.url, open_browser=False, on_url=visitor)
        visitor.done()
    assert visitor.urls[0].startswith(f"{proxy.url}/oauth/authorize?")
    assert token.server == proxy.url
    assert other_server.requests == []


@pytest.mark.parametrize("act", ["login", "whoami", "logout"])
def test_plain_http_to_another_machine_is_refused_unless_allowed(kind: Kind, act: str, token_file: Path) -> None:
    auth.FileToken().save(auth.Token(CANARY, REMOTE))
    before = token_file.read_bytes()
    with pytest.raises(ValueError, match="unencrypted http to another machine"):
        call(kind, act, REMOTE)
    assert token_file.read_bytes() == before


@pytest.mark.parametrize("source", [None, auth.FileToken, lambda: lambda: CANARY])
def test_no_source_gives_a_token_to_a_machine_in_the_clear(kind: Kind, source: Callable[[], Any] | None) -> None:
    auth.FileToken().save(auth.Token(CANARY, REMOTE))
    given = None if source is None else source()
    with pytest.raises(ValueError, match="unencrypted http to another machine"):
        using(kind, lambda beeper: beeper.accounts.list(), given, base_url=REMOTE)
    clients: list[Any] = []
    using(kind, clients.append, given, base_url=REMOTE, allow_remote=True)
    assert len(clients) == 1


def test_a_store_for_one_server_is_refused_by_a_client_of_another(kind: Kind, fake_beeper: FakeBeeper) -> None:
    auth.FileToken().save(auth.Token(CANARY, REMOTE))
    with pytest.raises(ValueError, match="tokens for another server"):
        using(kind, repr, auth.FileToken(base_url=REMOTE), base_url=fake_beeper.url)
    with pytest.raises(errors.MissingToken):
        using(kind, lambda beeper: beeper.accounts.list(), auth.FileToken(), base_url=fake_beeper.url)
    assert not fake_beeper.requests


def test_no_error_log_or_repr_of_a_log_in_holds_its_secrets(
    kind: Kind, fake_beeper: FakeBeeper, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    visitor = person(fake_beeper)
    token = call(kind, "login", fake_beeper.url, open_browser=False, on_url=visitor, store=auth.FileToken())
    visitor.done()
    attempt = call(kind, "begin", fake_beeper.url, redirect_uri="http://127.0.0.1:1/x")
    ended = fake_beeper.consent(attempt.url)
    call(kind, "finish", attempt, ended)
    with pytest.raises(errors.LoginFailed) as caught:
        call(kind, "finish", attempt, ended)
    records = [record for record in caplog.records if not record.name.startswith("uvicorn")]  # the fake server's own
    logged = [record.getMessage() for record in records]
    shown = f"{logged} {caught.value!r} {caught.value.__cause__!r} {token!r} {attempt!r}"
    code = ended.partition("code=")[2].partition("&")[0]
    assert len(logged) >= 9
    for secret in (token.access_token, attempt.verifier, attempt.state, code):
        assert secret not in shown
