"""The whole flow over real HTTP: the fake server plays the server, its `consent` the person, the SDK the rest."""

from __future__ import annotations

import socket
import threading
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import anyio
import httpx
import pytest

from beeper_sdk import auth, errors
from beeper_sdk._core.util.override import override
from beeper_sdk.auth._pkce_flow import LoginAttempt
from beeper_sdk.testing import FakeBeeper
from tests.auth.helpers import Kind, Visitor, call, person, using


def names(fake: FakeBeeper) -> list[str]:
    return [request.operation or "" for request in fake.requests]


def query_parameters(url: str) -> dict[str, str]:
    """The parameters of a URL's query."""
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


def login(kind: Kind, fake: FakeBeeper, visitor: Visitor, **options: Any) -> auth.Token:
    """A login that ends, and a browser that does."""
    try:
        token: auth.Token = call(kind, "login", fake.url, open_browser=False, on_url=visitor, **options)
    finally:
        visitor.done()
    return token


def test_a_person_who_allows_it_gives_a_token_that_works(kind: Kind, fake_beeper: FakeBeeper) -> None:
    visitor = person(fake_beeper)
    token = login(kind, fake_beeper, visitor)
    assert (token.server, token.scopes) == (fake_beeper.url, ("read", "write"))
    assert using(kind, lambda beeper: beeper.accounts.list(), token.access_token, base_url=fake_beeper.url)
    [url] = visitor.urls
    query = query_parameters(url)
    assert url.startswith(f"{fake_beeper.url}/oauth/authorize?")
    assert (query["response_type"], query["code_challenge_method"]) == ("code", "S256")
    assert query["redirect_uri"].startswith("http://127.0.0.1:")
    assert len(query["state"]) >= 43
    # one of each, and the token goes along only where it is looked at
    flow = [request for request in fake_beeper.requests if (request.operation or "").startswith("oauth.")]
    sent = [(request.operation, request.has_token) for request in flow if request.method != "GET" or request.has_token]
    assert sent == [
        ("oauth.register", False),
        ("oauth.authorize_callback", False),
        ("oauth.token", False),
        ("oauth.userinfo", True),
    ]


def _threads() -> set[threading.Thread]:
    """All threads but those that trio keeps for ten seconds, to use them again."""
    return {thread for thread in threading.enumerate() if not thread.name.startswith("Trio thread")}


def test_nothing_is_left_behind(kind: Kind, fake_beeper: FakeBeeper) -> None:
    before = _threads()
    visitor = person(fake_beeper)
    login(kind, fake_beeper, visitor)
    assert _threads() == before
    port = urlsplit(query_parameters(visitor.urls[0])["redirect_uri"]).port
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port or 0), timeout=1)


def test_a_person_who_refuses_ends_it(kind: Kind, fake_beeper: FakeBeeper, token_file: Path) -> None:
    with pytest.raises(errors.LoginRefused, match="denied in the browser"):
        login(kind, fake_beeper, person(fake_beeper, allow=False), store=auth.FileToken())
    assert "oauth.token" not in names(fake_beeper)
    assert not token_file.exists()


def test_scopes_are_what_was_asked_for_and_granted(kind: Kind, fake_beeper: FakeBeeper) -> None:
    visitor = person(fake_beeper)
    assert login(kind, fake_beeper, visitor, scopes=["read"]).scopes == ("read",)
    assert query_parameters(visitor.urls[0])["scope"] == "read"
    assert login(kind, fake_beeper, person(fake_beeper, scopes=["read"])).scopes == ("read",)


def test_a_token_that_is_kept_is_found_by_every_client_of_that_server(kind: Kind, fake_beeper: FakeBeeper) -> None:
    token = login(kind, fake_beeper, person(fake_beeper), store=auth.FileToken())
    assert auth.FileToken(base_url=fake_beeper.url).load() == token
    assert using(kind, lambda beeper: beeper.accounts.list(), base_url=fake_beeper.url)
    assert using(kind, lambda beeper: beeper.accounts.list(), auth.FileToken(), base_url=fake_beeper.url)
    with FakeBeeper() as other_server, pytest.raises(errors.MissingToken):
        using(kind, lambda beeper: beeper.accounts.list(), base_url=other_server.url)


def test_somebody_else_who_knocks_first_changes_nothing(kind: Kind, fake_beeper: FakeBeeper) -> None:
    answers: list[int] = []

    def visit(url: str) -> None:
        there = query_parameters(url)["redirect_uri"]
        with socket.create_connection(("127.0.0.1", urlsplit(there).port or 0)):  # and says nothing
            wrong = ("/", "/favicon.ico", "/callback", "/callback?code=stolen&state=guessed")
            visits = (httpx.get(there.replace("/callback", path), trust_env=False) for path in wrong)
            answers.extend(visit.status_code for visit in visits)
            fake_beeper.consent(url, follow=True)

    assert login(kind, fake_beeper, Visitor(visit)).scopes == ("read", "write")
    assert answers == [404, 404, 404, 404]


def test_the_page_shows_nothing_and_keeps_nothing(fake_beeper: FakeBeeper) -> None:
    answers: list[httpx.Response] = []

    def visit(url: str) -> None:
        answers.append(httpx.get(fake_beeper.consent(url), trust_env=False))

    login("sync", fake_beeper, Visitor(visit))
    [page] = answers
    assert "You can close this page" in page.text
    code = parse_qs(page.url.query.decode())["code"][0]
    assert code not in page.text
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_a_person_who_never_comes_is_waited_for_no_longer_than_said(kind: Kind, fake_beeper: FakeBeeper) -> None:
    seen: list[str] = []
    with pytest.raises(errors.LoginFailed, match=r"not completed in the browser within 0\.1 s"):
        call(kind, "login", fake_beeper.url, open_browser=False, on_url=seen.append, timeout=0.1)
    assert len(seen) == 1


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_task_that_waits_can_be_cancelled(backend: Kind, fake_beeper: FakeBeeper) -> None:
    seen: list[str] = []

    async def give_up() -> bool:
        with anyio.CancelScope() as scope:

            def shown(url: str) -> None:
                seen.append(url)
                scope.cancel()

            await auth.async_login(fake_beeper.url, open_browser=False, on_url=shown)
        return scope.cancelled_caught

    assert anyio.run(give_up, backend=backend)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(
            ("127.0.0.1", urlsplit(query_parameters(seen[0])["redirect_uri"]).port or 0), timeout=1
        )


def test_a_taken_port_is_named_before_anything_is_sent(kind: Kind, fake_beeper: FakeBeeper) -> None:
    with socket.create_server(("127.0.0.1", 0)) as occupant:
        port = occupant.getsockname()[1]
        with pytest.raises(errors.RedirectPortTaken, match=f"port {port} .*the port is in use") as caught:
            call(kind, "login", fake_beeper.url, port=port, open_browser=False)
    assert caught.value.port == port
    assert not fake_beeper.requests


def test_a_port_that_was_given_is_the_one(fake_beeper: FakeBeeper) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    visitor = person(fake_beeper)
    login("sync", fake_beeper, visitor, port=port)
    assert query_parameters(visitor.urls[0])["redirect_uri"] == f"http://127.0.0.1:{port}/callback"
    login("sync", fake_beeper, person(fake_beeper), port=port)  # and at once again


def test_a_token_that_cannot_be_kept_is_not_asked_for(kind: Kind, fake_beeper: FakeBeeper, token_file: Path) -> None:
    token_file.parent.mkdir()
    token_file.write_text("{}")
    token_file.chmod(0o644)
    with pytest.raises(errors.TokenFileError, match="accessible by other users"):
        call(kind, "login", fake_beeper.url, store=auth.FileToken(), open_browser=False)
    assert not fake_beeper.requests


class Breaking(auth.FileToken):
    """Looks sound, and fails when it counts."""

    @override
    def save(self, token: auth.Token) -> None:
        raise errors.TokenFileError("tokens.json", "cannot be written (no space left on device)")


def test_a_token_that_could_not_be_kept_after_all_is_revoked(kind: Kind, fake_beeper: FakeBeeper) -> None:
    with pytest.raises(errors.TokenFileError, match="no space left"):
        login(kind, fake_beeper, person(fake_beeper), store=Breaking())
    assert names(fake_beeper)[-1] == "oauth.revoke"


@pytest.mark.parametrize("allowed", [True, False])
def test_a_browser_elsewhere_needs_only_its_address_bar(kind: Kind, fake_beeper: FakeBeeper, allowed: bool) -> None:
    attempt = call(kind, "begin", fake_beeper.url, redirect_uri="http://127.0.0.1:1/callback", scopes=["read"])
    ended = fake_beeper.consent(attempt.url, allow=allowed)
    if allowed:
        assert call(kind, "finish", attempt, f" {ended}\n").scopes == ("read",)
    else:
        with pytest.raises(errors.LoginRefused):
            call(kind, "finish", attempt, ended)


def test_an_address_of_another_log_in_is_not_taken(kind: Kind, fake_beeper: FakeBeeper) -> None:
    attempt, other_attempt = (call(kind, "begin", fake_beeper.url, redirect_uri="http://127.0.0.1:1/x") for _ in "12")
    with pytest.raises(errors.LoginFailed, match="does not belong to this login"):
        call(kind, "finish", attempt, fake_beeper.consent(other_attempt.url))
    assert "oauth.token" not in names(fake_beeper)


def test_a_code_that_was_used_gives_no_second_token(kind: Kind, fake_beeper: FakeBeeper) -> None:
    attempt = call(kind, "begin", fake_beeper.url, redirect_uri="http://127.0.0.1:1/x")
    ended = fake_beeper.consent(attempt.url)
    call(kind, "finish", attempt, ended)
    with pytest.raises(
        errors.LoginFailed, match=r"returned no token for the authorization code \(status 400, inv"
    ) as caught:
        call(kind, "finish", attempt, ended)
    assert isinstance(caught.value.__cause__, errors.BadRequestError)


def test_a_beeper_that_is_closed_is_told_apart(kind: Kind) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(errors.APIConnectionError, match="Check that Beeper is running"):
        call(kind, "login", url, open_browser=False)


@pytest.mark.parametrize("version", ["4.1.294", "4.2.557", "4.3.73"])
def test_every_app_lets_one_log_in(version: str) -> None:
    with FakeBeeper(version=version) as fake:
        assert login("sync", fake, person(fake)).scopes == ("read", "write")


@pytest.mark.parametrize(
    ("options", "error", "text"),
    [
        ({"scopes": "read"}, TypeError, "scopes must be a list of str"),
        ({"scopes": [1]}, TypeError, "scopes must be a list of str"),
        ({"scopes": []}, ValueError, "at least one"),
        ({"scopes": ["read write"]}, ValueError, "no spaces"),
        ({"client_name": " "}, ValueError, "client_name must not be blank"),
        ({"client_name": 5}, TypeError, "client_name must be a str"),
        ({"port": 70000}, ValueError, "port must be"),
        ({"port": "8400"}, TypeError, "port must be"),
        ({"port": True}, TypeError, "port must be"),
        ({"open_browser": "no"}, TypeError, "open_browser must be True or False, not str"),
        ({"allow_remote": "no"}, TypeError, "allow_remote must be True or False, not str"),
        ({"timeout": 0}, ValueError, "timeout must be"),
        ({"timeout": None}, TypeError, "timeout must be a number of seconds, not NoneType"),
        ({"timeout": 1e10}, ValueError, "timeout must be greater than 0 and at most 1000000 seconds"),
        ({"timeout": float("inf")}, ValueError, "timeout must be"),
        ({"base_url": "nowhere"}, ValueError, "base_url must be"),
        ({"store": 3}, TypeError, "store must be a TokenStore or None, not int"),
        ({"base_url": "http://192.0.2.1:23373"}, ValueError, "unencrypted http to another machine"),
    ],
)
def test_arguments_that_do_not_fit_are_named(options: dict[str, Any], error: type[Exception], text: str) -> None:
    with pytest.raises(error, match=text):
        call("sync", "login", **{"open_browser": False, **options})


@pytest.mark.parametrize(
    ("field", "wrong", "text"),
    [
        ("attempt", 3, "attempt must be the result of begin, not int"),
        ("redirect_url", None, "redirect_url must be a str, not NoneType"),
        ("store", 3, "store must be a TokenStore or None, not int"),
    ],
)
def test_arguments_of_finish_that_do_not_fit_are_named(kind: Kind, field: str, wrong: object, text: str) -> None:
    attempt = LoginAttempt("http://page", "http://here", "http://127.0.0.1:9", "client", ("read",), "state", "verifier")
    arguments = {"attempt": attempt, "redirect_url": "http://here?code=c&state=state", field: wrong}
    with pytest.raises(TypeError, match=text):
        call(kind, "finish", **arguments)


def test_a_path_of_a_token_file_that_is_none_is_named() -> None:
    with pytest.raises(TypeError, match="path must be a path or None, not int"):
        auth.FileToken(3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("uri", ["", "callback", "http://[", "http://127.0.0.1/x?y=1", "http://127.0.0.1/x#y"])
def test_a_redirect_that_cannot_be_is_named(uri: str) -> None:
    with pytest.raises(ValueError, match="redirect_uri must be"):
        auth.begin(redirect_uri=uri)
