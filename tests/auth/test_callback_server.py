"""Whatever knocks at the port where the browser is waited for: it never crashes, and nothing but the answer counts."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from time import monotonic
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from beeper_sdk import errors
from beeper_sdk.auth import _callback_server as _listener
from beeper_sdk.auth._browser import has_browser
from beeper_sdk.auth._callback_server import RedirectListener
from beeper_sdk.auth._pkce_flow import CallbackResult, LoginAttempt, LoginRequest, callback_result, prepare
from tests.sweeps import examples

BASE = "http://127.0.0.1:23373"


@pytest.fixture
def listener() -> Iterator[RedirectListener]:
    with RedirectListener() as waiting:
        yield waiting


def attempt(listener: RedirectListener) -> LoginAttempt:
    return prepare(
        LoginRequest(BASE, ("read",), "Test", False), f"{BASE}/oauth/authorize", "client_1", listener.redirect_uri
    )


def knock(listener: RedirectListener, said: bytes, read: LoginAttempt) -> tuple[CallbackResult | None, bytes]:
    """The callback's result, and the response, for bytes that somebody sends before they wait."""
    with socket.create_connection(("127.0.0.1", listener.port), timeout=5) as visitor:
        visitor.sendall(said)
        visitor.shutdown(socket.SHUT_WR)
        result = None
        for _ in range(10):
            result = result or listener.poll(partial(callback_result, read), 0.05)
            if result or not listener._connections:
                break
        response = b""
        try:
            while piece := visitor.recv(65536):
                response += piece
        except ConnectionError:
            pass  # said more than is looked at
        return result, response


def get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()


def the_answer(read: LoginAttempt, **more: str) -> str:
    return f"/callback?{urlencode({'code': 'c', 'state': read.state, **more})}"


def test_the_answer_is_taken_from_whoever_brings_it(listener: RedirectListener) -> None:
    read = attempt(listener)
    result, response = knock(listener, get(the_answer(read)), read)
    assert result == CallbackResult("c", None)
    assert response.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"You can close this page" in response


def test_it_may_come_in_pieces(listener: RedirectListener) -> None:
    read = attempt(listener)
    said = get(the_answer(read))
    with socket.create_connection(("127.0.0.1", listener.port), timeout=5) as visitor:
        result = None
        for number in range(len(said)):
            assert result is None
            visitor.send(said[number : number + 1])
            result = listener.poll(partial(callback_result, read), 0.01)
        while result is None:
            result = listener.poll(partial(callback_result, read), 0.05)
    assert result == CallbackResult("c", None)


WORDS = st.sampled_from(
    ["/callback", "/callback?", "code=c", "&", "state=", "error=access_denied", "%00", "//", " ", "é"]
)
PATHS = st.lists(WORDS | st.text(max_size=20), max_size=12).map("".join)
METHODS = st.sampled_from(["GET", "POST", "HEAD", "OPTIONS", "CONNECT", "get", "", "G E T"])
VERSIONS = st.sampled_from(["HTTP/1.1", "HTTP/1.0", "HTTP/2", ""])


def head(method: str, path: str, version: str) -> bytes:
    return f"{method} {path} {version}\r\nHost: x\r\n\r\n".encode()


HEADS = st.builds(head, METHODS, PATHS, VERSIONS)


@settings(max_examples=examples(50), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=HEADS | st.binary(max_size=300))
@example(b"")
@example(b"\r\n\r\n")
@example(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03")  # TLS says hello
@example(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
@example(get("/callback?" + "a" * 100_000))
@example(get("/callback?code=c&state=" + "a" * 15_000))
@example(get("/callback?" + "&".join(["x"] * 5000)))
@example(b"GET /callback HTTP/1.1\r\n" + b"X: y\r\n" * 10_000)
def test_nothing_else_is(said: bytes) -> None:
    with RedirectListener() as listener:
        read = attempt(listener)
        result, response = knock(listener, said, read)
        assert result is None
        assert response == b"" or response.startswith(b"HTTP/1.1 404 ")
        assert knock(listener, get(the_answer(read)), read)[0] == CallbackResult("c", None)


@pytest.mark.parametrize(
    "template",
    [
        "POST {} HTTP/1.1\r\n\r\n", "HEAD {} HTTP/1.1\r\n\r\n", "GET {} HTTP/3\r\n\r\n",
        "GET http://127.0.0.1{} HTTP/1.1\r\n\r\n", "GET /x{} HTTP/1.1\r\n\r\n", "GET /..{} HTTP/1.1\r\n\r\n",
        "GET {}&state=2 HTTP/1.1\r\n\r\n", "GET {}", "GET {} HTTP/1.1\r\nHost: x\r\n",
    ],
)  # fmt: skip
def test_nor_is_the_answer_told_in_another_way(listener: RedirectListener, template: str) -> None:
    read = attempt(listener)
    assert knock(listener, template.format(the_answer(read)).encode(), read)[0] is None


def test_the_silent_hold_nobody_up_and_are_sent_away(
    listener: RedirectListener, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = attempt(listener)
    with ExitStack() as stack:
        crowd: list[socket.socket] = []
        for _ in range(40):
            crowd.append(stack.enter_context(socket.create_connection(("127.0.0.1", listener.port), timeout=5)))
            assert listener.poll(partial(callback_result, read), 0) is None
        assert len(listener._connections) <= _listener._AT_ONCE
        assert knock(listener, get(the_answer(read)), read)[0] == CallbackResult("c", None)
        started_at = monotonic()
        monkeypatch.setattr(_listener, "monotonic", lambda: started_at + _listener._PATIENCE + 1)
        listener.poll(partial(callback_result, read), 0)
        assert not listener._connections
        assert crowd[-1].recv(10) == b""


def test_it_does_not_listen_for_ever_to_a_flood(listener: RedirectListener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_listener, "_IN_ALL", 3)
    read = attempt(listener)
    for _ in range(3):
        assert knock(listener, get("/"), read)[0] is None
    with pytest.raises(errors.LoginFailed, match="too many unrelated connections"):
        knock(listener, get("/"), read)


def test_those_who_hang_up_at_once_do_no_harm(listener: RedirectListener) -> None:
    read = attempt(listener)
    for _ in range(3):
        visitor = socket.create_connection(("127.0.0.1", listener.port))
        visitor.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")  # a reset, not an end
        visitor.sendall(get("/"))
        visitor.close()
        for _ in range(3):
            assert listener.poll(partial(callback_result, read), 0.01) is None
    assert knock(listener, get(the_answer(read)), read)[0] == CallbackResult("c", None)


def test_only_this_machine_can_come(listener: RedirectListener) -> None:
    assert listener._socket.getsockname()[0] == "127.0.0.1"
    assert listener.redirect_uri == f"http://127.0.0.1:{listener.port}/callback"


def test_it_is_closed_with_its_block() -> None:
    with RedirectListener() as listener:
        visitor = socket.create_connection(("127.0.0.1", listener.port))
        listener.poll(partial(callback_result, attempt(listener)), 0.05)
    with visitor:
        assert visitor.recv(10) == b""
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", listener.port), timeout=1)


@pytest.mark.parametrize(
    ("environment", "platform", "there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"SSH_CONNECTION": "x", "DISPLAY": "localhost:10.0"}, "linux", True),
        ({"BROWSER": "wslview"}, "linux", True),
        ({}, "darwin", True),
        ({"SSH_CONNECTION": "x"}, "darwin", False),
        ({}, "win32", True),
    ],
)
def test_a_browser_is_opened_where_somebody_would_see_it(
    environment: dict[str, str], platform: str, there: bool
) -> None:
    assert has_browser(environment, platform) is there
