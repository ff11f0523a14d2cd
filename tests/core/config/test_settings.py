"""A client's settings: arguments, environment, and mistakes named before anything is sent."""

from __future__ import annotations

import io
import logging
import pickle
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RateLimit, RetryPolicy, errors
from beeper_sdk._core.util import log, stderr_log
from beeper_sdk._core.util.override import override
from beeper_sdk.auth import FileToken
from beeper_sdk.guards import WritePolicy
from tests.scripted_server import TOKEN, Kind, Script, answer, call, chat

Setenv = pytest.MonkeyPatch


def read(beeper: Any) -> Any:
    return beeper.chats.retrieve("!a:beeper.com")


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"base_url": "127.0.0.1:23373"}, "base_url must be a URL such as http://localhost:23373.*http:// or https://"),
        ({"base_url": "localhost"}, "start with http://"),
        ({"base_url": "ftp://localhost"}, "start with http://"),
        ({"base_url": "http://"}, "has no valid host"),
        ({"base_url": "https://a..example"}, "has no valid host"),
        ({"base_url": f"https://{'a' * 64}.example"}, "has no valid host"),
        ({"base_url": "'http://localhost'"}, "without quotation marks"),
        ({"base_url": "http://local host"}, "ASCII"),
        ({"base_url": "http://localhost/#a"}, "fragment"),
        ({"base_url": "HTTP://beeper.example", "access_token": "t"}, "unencrypted http"),
        ({"base_url": ""}, "start with http://"),
        ({"base_url": "http://localhost:99999"}, "port or IP address is invalid"),
        ({"base_url": "http://localhost:0"}, "no valid port"),
        ({"base_url": "http://[::1"}, "port or IP address is invalid"),
        ({"base_url": "http://a:b@localhost"}, "user name"),
        ({"base_url": "http://localhost/?a=b"}, "query"),
        ({"base_url": "http://localhost/ä"}, "ASCII"),
        ({"base_url": 5}, "base_url must be a str, not int"),
        ({"access_token": "two words"}, "access_token must contain printable ASCII"),
        ({"access_token": "'one'"}, "access_token must contain .* without spaces or quotation marks"),
        ({"access_token": "ключ"}, "access_token must contain printable ASCII"),
        ({"access_token": 5}, "access_token must be a str, or a function that returns one, not int"),
        ({"timeout": 0}, "timeout must be greater than 0 and at most 1000000 seconds"),
        ({"timeout": "30"}, "timeout must be a number of seconds or None"),
        ({"timeout": True}, "timeout must be a number of seconds or None"),
        ({"retry": 3}, "retry must be a RetryPolicy, not int"),
        ({"headers": {"Authorization": "Bearer x"}}, "use access_token"),
        ({"headers": {"x-beeper-ACCESS-token": "x"}}, "must not contain x-beeper-ACCESS-token; use access_token"),
        ({"headers": {"Host": "evil.example"}}, "must not contain Host: it is set for each request"),
        ({"headers": {"Content-Length": "0"}}, "must not contain Content-Length"),
        ({"headers": {"transfer-encoding": "chunked"}}, "must not contain transfer-encoding"),
        ({"headers": {"X A": "x"}}, "headers must have names"),
        ({"headers": {"X-A": "secret\r\nHost: evil"}}, r"headers\['X-A'\] must be one line"),
        ({"headers": {"X-A": 5}}, r"headers\['X-A'\] must be a str, not int"),
        ({"timeout": float("inf")}, "at most 1000000 seconds, or None for no limit"),
        ({"timeout": 1e10}, "timeout must be greater than 0 and at most 1000000 seconds, or None for no limit"),
        ({"timeout": 10**400}, "timeout must be greater than 0 and at most 1000000 seconds"),
        ({"api": "v9"}, "api must be"),
        ({"access_token": "Bearer abc"}, "access_token must be the token alone, without 'Bearer'"),
        ({"guard": object()}, "guard must be an object"),
        ({"guard": WritePolicy}, r"guard must be an object with a check\(request\) method, such as WritePolicy"),
        ({"rate_limit": RateLimit}, "rate_limit must be a RateLimit or None, not type"),
        ({"access_token": FileToken}, "access_token must be a str, or a function that returns one"),
        ({"allow_remote": "no", "base_url": "http://beeper.example"}, "allow_remote must be True or False, not str"),
        ({"allow_remote": None}, "allow_remote must be True or False, not NoneType"),
        ({"read_only": "yes"}, "read_only must be True or False, not str"),
        ({"strict": 1}, "strict must be True or False, not int"),
    ],
)
def test_a_setting_that_does_not_fit_is_named(options: dict[str, Any], text: str) -> None:
    for kind in (Beeper, AsyncBeeper):
        with pytest.raises((ValueError, TypeError), match=text) as caught:
            kind(**options)
        assert "secret" not in str(caught.value)


def test_an_unknown_keyword_is_an_error() -> None:
    options: dict[str, Any] = {"acess_token": "x"}
    with pytest.raises(TypeError, match="acess_token"):
        Beeper(**options)


def test_a_token_does_not_go_to_another_machine_in_the_clear() -> None:
    for url in ("http://192.168.1.5:23373", "http://beeper.example", "http://0.0.0.0", "http://127.0.0.1.evil.example"):
        with pytest.raises(ValueError, match="allow_remote=True"):
            Beeper(TOKEN, base_url=url)
        Beeper(TOKEN, base_url=url, allow_remote=True).close()
        Beeper(base_url=url).close()
    for url in ("https://beeper.example", "http://localhost:1", "http://127.8.9.1", "http://[::1]:23373/"):
        Beeper(TOKEN, base_url=url).close()


@pytest.mark.parametrize("url", ["HTTP://beeper.example", "Http://10.0.0.1", "http://localhost.beeper.example"])
def test_no_spelling_of_a_base_url_lets_a_token_go_in_the_clear(url: str) -> None:
    with pytest.raises(ValueError, match="allow_remote=True"):
        Beeper(TOKEN, base_url=url)


def test_names_under_localhost_are_this_machine_unless_a_transport_of_the_users_resolves_them() -> None:
    url = "http://beeper.localhost:1"
    Beeper(TOKEN, base_url=url).close()
    for options in (
        {"transport": httpx.MockTransport(lambda _: httpx.Response(200))},
        {"http_client": httpx.Client()},
    ):
        with pytest.raises(ValueError, match="transport or http_client of your own"):
            Beeper(TOKEN, base_url=url, **options)
        Beeper(TOKEN, base_url=url, allow_remote=True, **options).close()
        Beeper(TOKEN, base_url="http://localhost:1", **options).close()


@pytest.mark.parametrize("name", ["Authorization", "X-Beeper-Access-Token"])
def test_an_httpx_client_with_a_token_of_its_own_is_refused(name: str) -> None:
    with httpx.Client(headers={name: "canary"}) as client, pytest.raises(ValueError, match=name.lower()) as caught:
        Beeper(TOKEN, http_client=client)
    assert "canary" not in str(caught.value)


def test_the_environment_is_read_and_arguments_win(kind: Kind, monkeypatch: Setenv) -> None:
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", " from-env\n")
    monkeypatch.setenv("BEEPER_BASE_URL", "http://127.0.0.1:1111/")
    monkeypatch.setenv("BEEPER_CUSTOM_HEADERS", "X-One: 1\n\nX-Two: a: b\nUser-Agent: mine")
    server = Script(answer(chat()))
    call(kind, server, read, access_token=None)
    call(kind, server, read, base_url="http://127.0.0.1:2222/under", headers={"x-one": "arg"})
    first, second = server.requests
    assert str(first.url) == "http://127.0.0.1:1111/v1/chats/%21a%3Abeeper.com"
    assert first.headers["authorization"] == "Bearer from-env"
    assert (first.headers["x-one"], first.headers["x-two"], first.headers["user-agent"]) == ("1", "a: b", "mine")
    assert str(second.url).startswith("http://127.0.0.1:2222/under/v1/")
    assert second.headers["authorization"] == f"Bearer {TOKEN}"
    assert second.headers.get_list("x-one") == ["arg"]


def test_the_old_name_of_the_base_url_still_works_with_a_warning(monkeypatch: Setenv) -> None:
    monkeypatch.setenv("BEEPER_DESKTOP_BASE_URL", "http://127.0.0.1:1111")
    with pytest.warns(DeprecationWarning, match="BEEPER_BASE_URL") as caught:
        beeper = Beeper()
    assert caught[0].filename == __file__
    assert "1111" in repr(beeper)
    beeper.close()


@pytest.mark.parametrize(
    ("name", "value"),
    [("BEEPER_BASE_URL", "localhost"), ("BEEPER_BASE_URL", '"http://localhost"'), ("BEEPER_BASE_URL", "http://loc\nal"),
     ("BEEPER_BASE_URL", "http://192.0.2.1"), ("BEEPER_BASE_URL", "http://localhost:23373/v1"),
     ("BEEPER_CUSTOM_HEADERS", "nonsense"), ("BEEPER_CUSTOM_HEADERS", '"X-A: canary"'),
     ("BEEPER_CUSTOM_HEADERS", "X A: canary"), ("BEEPER_CUSTOM_HEADERS", "X-A: c\u00e4nary"),
     ("BEEPER_CUSTOM_HEADERS", "Authorization: Bearer canary"), ("BEEPER_CUSTOM_HEADERS", ": canary"),
     ("BEEPER_ACCESS_TOKEN", "two canary"), ("BEEPER_ACCESS_TOKEN", '"canary"'), ("BEEPER_ACCESS_TOKEN", "c\u00e4nary"),
     ("BEEPER_ACCESS_TOKEN", "canary\ntwo")],
)  # fmt: skip
def test_a_bad_variable_is_named(monkeypatch: Setenv, name: str, value: str) -> None:
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", "token")
    monkeypatch.setenv(name, value)
    for kind in (Beeper, AsyncBeeper):
        with pytest.raises(ValueError, match=name) as caught:
            kind()
        assert "canary" not in str(caught.value)


@pytest.mark.parametrize("name", ["BEEPER_BASE_URL", "BEEPER_CUSTOM_HEADERS", "BEEPER_ACCESS_TOKEN", "BEEPER_LOG"])
@pytest.mark.parametrize("value", ["", "  ", "\n"])
def test_a_blank_variable_counts_as_unset(monkeypatch: Setenv, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with Beeper() as beeper:
        assert repr(beeper) == "<Beeper http://localhost:23373, without a token>"


@pytest.mark.parametrize(
    ("path", "server"),
    [(path, "http://localhost:23373") for path in (
        "/v1", "/v1/", "/V1", "/v1//", "/v1/v1", "/v0", "/v0/mcp", "/v0/sse/", "/v1/mcp", "/v1/ws", "/v1/spec",
        "/v1/info", "/v1/chats/search", "/v0/search-chats", "/v1/assets", "/v1/assets/serve", "/v1/app/setup",
        "/v1/labels", "/v1/focus", "/v1/bridges/x", "/v0/get-accounts", "/v0/send-message", "/oauth", "/oauth/",
        "/oauth/revoke", "/oauth/authorize/callback", "/.well-known/oauth-protected-resource", "/_matrix/client/v3",
        "/openapi.json", "/v1/openapi.json", "/oauth/authorize",
    )] + [("/beeper/v1", "http://localhost:23373/beeper")],
)  # fmt: skip
def test_a_base_url_without_the_paths_of_the_api(path: str, server: str) -> None:
    for kind in (Beeper, AsyncBeeper):
        with pytest.raises(ValueError, match="base_url must be the URL of the server") as caught:
            kind(base_url=f"http://localhost:23373{path}")
        assert str(caught.value).endswith(f": use {server}")


@pytest.mark.parametrize(
    ("url", "requested"),
    [
        ("https://v1", "https://v1"),
        ("https://beeper.example/beeper/", "https://beeper.example/beeper"),
        ("https://beeper.example/v1/alice", "https://beeper.example/v1/alice"),
        ("HTTPS://beeper.example", "https://beeper.example"),
        (" HTTP://LOCALHOST:23373/\n", "http://localhost:23373"),
    ],
)
def test_prefixes_of_a_proxy_and_other_spellings_of_a_base_url(kind: Kind, url: str, requested: str) -> None:
    server = Script(answer(chat()))
    call(kind, server, read, base_url=url)
    assert str(server.requests[0].url) == f"{requested}/v1/chats/%21a%3Abeeper.com"


def test_beeper_log_writes_our_lines_to_stderr(monkeypatch: Setenv, capsys: pytest.CaptureFixture[str]) -> None:
    logger = logging.getLogger("beeper_sdk")
    before, level = list(logger.handlers), logger.level
    monkeypatch.setenv("BEEPER_LOG", "debug")
    try:
        for _ in range(2):
            call("sync", Script(answer(chat())), read)
        lines = capsys.readouterr().err.splitlines()
    finally:
        logger.handlers[:] = before
        logger.setLevel(level)
    assert len(lines) == 2
    assert "chats.retrieve GET /v1/chats/{chatID} 200" in lines[0]


@pytest.fixture
def quiet_logger() -> Iterator[logging.Logger]:
    """The SDK's logger, as it is without BEEPER_LOG."""
    logger = logging.getLogger("beeper_sdk")
    handlers, level = list(logger.handlers), logger.level
    log._report_level.cache_clear()
    yield logger
    logger.handlers[:] = handlers
    logger.setLevel(level)


@pytest.mark.parametrize("value", ["loud", "0", "10", "true", "debug,info", "\u00e4", "canary " * 1000])
def test_an_unknown_level_of_beeper_log_is_ignored_with_one_warning(
    monkeypatch: Setenv, caplog: pytest.LogCaptureFixture, quiet_logger: logging.Logger, value: str
) -> None:
    monkeypatch.setenv("BEEPER_LOG", value)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for kind in ("sync", "asyncio"):
            call(kind, Script(answer(chat())), read)
    assert caplog.messages == ["BEEPER_LOG is ignored: it must be debug, info, warning, error"]
    assert not any(isinstance(handler, stderr_log._Stderr) for handler in quiet_logger.handlers)


class Broken(logging.Handler):
    """A handler of the program that fails."""

    @override
    def emit(self, record: logging.LogRecord) -> None:
        raise OSError("no space left")


@pytest.mark.usefixtures("quiet_logger")
def test_a_handler_that_fails_or_a_closed_stderr_changes_no_call(kind: Kind, monkeypatch: Setenv) -> None:
    closed = io.StringIO()
    closed.close()
    for stream in (closed, None):
        monkeypatch.setattr("sys.stderr", stream)
        for value in ("debug", "loud"):
            monkeypatch.setenv("BEEPER_LOG", value)
            assert call(kind, Script(answer({}, 500), answer(chat())), read).id == "!a:beeper.com"
    logging.getLogger("beeper_sdk").addHandler(Broken())
    assert call(kind, Script(answer({}, 500), answer(chat())), read).id == "!a:beeper.com"


def test_no_token_is_fine_until_an_operation_needs_one(kind: Kind) -> None:
    server = Script(answer({"access_token": "t", "token_type": "Bearer", "expires_in": 1, "scope": "read"}))
    with pytest.raises(errors.MissingToken, match=r"chats\.list.*access_token=.*BEEPER_ACCESS_TOKEN"):
        call(kind, server, lambda beeper: beeper.chats.list().first(), access_token=None)
    assert server.count == 0
    call(kind, server, lambda b: b.oauth.token(grant_type="authorization_code", code="c", code_verifier="v"),
         access_token=None)  # fmt: skip
    assert server.count == 1


@pytest.mark.parametrize("blank", ["", "  "])
def test_a_blank_token_is_named_where_a_token_is_needed(kind: Kind, monkeypatch: Setenv, blank: str) -> None:
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", "t")
    server = Script(answer([]))
    with pytest.raises(errors.MissingToken, match="access_token= is blank: omit it to use BEEPER_ACCESS_TOKEN"):
        call(kind, server, read, access_token=blank)
    assert server.count == 0


def test_a_public_operation_never_takes_the_token_along(kind: Kind) -> None:
    server = Script(answer({"active": False}))
    call(kind, server, lambda beeper: beeper.oauth.introspect(token="t"))
    assert "authorization" not in server.requests[0].headers


def test_a_client_that_only_reads_refuses_the_rest_before_sending(kind: Kind) -> None:
    server = Script(answer(chat()))
    with pytest.raises(errors.WriteRefused, match="read_only=True"):
        call(kind, server, lambda beeper: beeper.messages.send("!a:x", text="hi"), read_only=True)
    with pytest.raises(errors.WriteRefused, match="read_only=True"):
        call(kind, server, lambda beeper: beeper.chats.archive("!a:x", archived=True), read_only=True)
    assert server.count == 0
    assert call(kind, server, read, read_only=True).title == "t"


def test_a_guard_sees_every_call_first(kind: Kind) -> None:
    class Guard:
        def __init__(self) -> None:
            self.seen: list[str] = []

        def check(self, request: Any) -> None:
            self.seen.append(request.operation.name)
            if request.operation.effect == "once":
                raise PermissionError("not today")

    guard, server = Guard(), Script(answer(chat()))
    call(kind, server, read, guard=guard)
    with pytest.raises(PermissionError):
        call(kind, server, lambda beeper: beeper.messages.send("!a:x", text="hi"), guard=guard)
    assert (guard.seen, server.count) == (["chats.retrieve", "messages.send"], 1)


def test_other_options_on_the_same_connections(kind: Kind) -> None:
    server = Script(answer(chat()))

    def act(beeper: Any) -> Any:
        return read(beeper.with_options(timeout=3, retry=RetryPolicy(attempts=1), headers={"X-A": "1"}))

    call(kind, server, act, headers={"x-a": "0", "x-b": "0"})
    (request,) = server.requests
    assert request.extensions["timeout"]["read"] == 3
    assert (request.headers.get_list("x-a"), request.headers["x-b"]) == (["1"], "0")
    assert request.headers["authorization"] == f"Bearer {TOKEN}"


def test_closing_twice_is_fine_and_a_call_after_it_a_clear_error() -> None:
    server = Script(answer(chat()))
    beeper = Beeper(TOKEN, transport=httpx.MockTransport(server))
    sibling = beeper.with_options(timeout=1)
    sibling.close()
    with pytest.raises(errors.ClientClosed, match="client is closed"):
        read(sibling)
    assert read(beeper).title == "t"
    beeper.close()
    beeper.close()
    for closed in (beeper, beeper.with_options(timeout=2)):
        with pytest.raises(errors.ClientClosed, match="client is closed"):
            read(closed)
    assert server.count == 1


def test_closing_the_async_client_works_the_same() -> None:
    async def run() -> None:
        beeper = AsyncBeeper(TOKEN, transport=httpx.MockTransport(Script(answer(chat()))))
        await beeper.close()
        await beeper.close()
        with pytest.raises(errors.ClientClosed):
            await beeper.chats.retrieve("!a:x")

    anyio.run(run)


@pytest.mark.parametrize("make", [Beeper, AsyncBeeper])
def test_a_client_pickles_with_its_settings(make: Callable[..., Any]) -> None:
    beeper = make(TOKEN, base_url="http://127.0.0.1:9", timeout=3, read_only=True, headers={"X-A": "1"})
    again = pickle.loads(pickle.dumps(beeper))
    assert type(again) is type(beeper)
    assert vars(again._engine.settings) == vars(beeper._engine.settings)
    with pytest.raises(TypeError, match="transport"):
        pickle.dumps(make(TOKEN, transport=httpx.MockTransport(Script(answer()))))


@pytest.mark.parametrize("make", [Beeper, AsyncBeeper])
def test_no_repr_shows_the_token(make: Callable[..., Any]) -> None:
    beeper = make(TOKEN, headers={"X-Secret": "canary-header"})
    shown = repr([beeper, beeper._engine.settings, beeper._engine, beeper.chats, beeper.chats.list(),
                  beeper.chats.participants("!canary:x")])  # fmt: skip
    assert "canary" not in shown
    assert "with a token" in repr(beeper)


def test_proxies_of_the_environment_are_not_used_on_this_machine(kind: Kind, monkeypatch: Setenv) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    import socket
    import threading

    listener = socket.create_server(("127.0.0.1", 0))
    seen: list[bytes] = []

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            seen.append(connection.recv(65536))
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]")

    thread = threading.Thread(target=serve)
    thread.start()
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    assert call(kind, Script(answer()), lambda beeper: beeper.accounts.list(), base_url=url, transport=None) == []
    thread.join()
    listener.close()
    assert seen[0].startswith(b"GET /v1/accounts HTTP/1.1\r\n")


def test_a_ready_http_client_is_used_and_left_open(kind: Kind) -> None:
    server = Script(answer(chat()))
    make = httpx.Client if kind == "sync" else httpx.AsyncClient
    client = make(transport=httpx.MockTransport(server), headers={"X-Mine": "1"}, follow_redirects=True)
    call(kind, server, read, transport=None, http_client=client)
    assert not client.is_closed
    (request,) = server.requests
    assert (request.headers["x-mine"], request.headers["authorization"]) == ("1", f"Bearer {TOKEN}")
    assert request.headers["user-agent"].startswith("beeper-sdk-python/")
    assert request.extensions["timeout"]["read"] == 30
    with pytest.raises(ValueError, match="must not both be given"):
        call(kind, server, read, http_client=client)


def test_a_ready_http_client_does_not_follow_redirects_with_the_token(kind: Kind) -> None:
    server = Script(httpx.Response(302, headers={"location": "http://evil.example/"}))
    make = httpx.Client if kind == "sync" else httpx.AsyncClient
    client = make(transport=httpx.MockTransport(server), follow_redirects=True)
    with pytest.raises(errors.APIStatusError):
        call(kind, server, read, transport=None, http_client=client)
    assert server.count == 1
