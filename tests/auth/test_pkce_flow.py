"""The pure half: secrets, the page's address, and what counts as the answer."""

from __future__ import annotations

import pickle
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import errors
from beeper_sdk._core.util.urls import server_origin
from beeper_sdk.auth._pkce_flow import LoginAttempt, LoginRequest, callback_result, challenge, code_of, page_of, prepare

BASE = "http://127.0.0.1:23373"
REDIRECT = "http://127.0.0.1:9/callback"


def attempt() -> LoginAttempt:
    return prepare(LoginRequest(BASE, ("read",), "Täst", False), f"{BASE}/oauth/authorize", "client_1", REDIRECT)


def test_the_challenge_is_that_of_the_standard() -> None:
    # RFC 7636, appendix B
    assert challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_no_two_attempts_share_a_secret_and_none_is_shown() -> None:
    first, second = attempt(), attempt()
    assert 43 <= len(first.verifier) <= 128
    assert first.verifier not in (second.verifier, first.state, second.state)
    assert first.verifier not in first.url
    assert first.verifier not in repr(first)
    assert first.state not in repr(first)
    assert pickle.loads(pickle.dumps(first)) == first


def test_the_answer_is_the_code_with_the_state() -> None:
    login_attempt = attempt()
    result = callback_result(
        login_attempt, f"{REDIRECT}?{urlencode({'code': 'c 1', 'state': login_attempt.state})}#top"
    )
    assert code_of(result) == "c 1"


@pytest.mark.parametrize(
    ("error", "kind", "text"),
    [
        ("access_denied", errors.LoginRefused, "denied"),
        ("server_error", errors.LoginFailed, "server_error"),
        ("<script>canary", errors.LoginFailed, "unknown error"),
    ],
)
def test_an_error_with_the_state_ends_it(error: str, kind: type[Exception], text: str) -> None:
    login_attempt = attempt()
    result = callback_result(login_attempt, f"{REDIRECT}?{urlencode({'error': error, 'state': login_attempt.state})}")
    with pytest.raises(kind, match=text) as caught:
        code_of(result)
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    "answer",
    [
        {"code": "c"},
        {"code": "c", "state": ""},
        {"code": "c", "state": "guessed"},
        {"error": "access_denied"},
        {"error": "access_denied", "state": "guessed"},
        {"state": "own"},
        {"state": "own", "code": ""},
        {"state": "own", "code": "c", "error": "access_denied"},
        {"state": "own", "code": "c" * 5000},
        {"state": "own", "code": ["c", "d"]},
        {"state": ["own", "guessed"], "code": "c"},
        {"state": "own", "code": "c", "iss": "http://127.0.0.1:24000"},
        {"state": "own", "code": "c", "iss": "http://[:"},
        {"state": "own", "code": "c", **{f"more{number}": "x" for number in range(30)}},
    ],
)
def test_anything_else_is_no_answer(answer: dict[str, str | list[str]]) -> None:
    login_attempt = attempt()
    own = {name: login_attempt.state if value == "own" else value for name, value in answer.items()}
    if isinstance(own.get("state"), list):
        own["state"] = [login_attempt.state, "guessed"]
    assert callback_result(login_attempt, f"{REDIRECT}?{urlencode(own, doseq=True)}") is None


@pytest.mark.parametrize(
    "at",
    [
        "http://127.0.0.1:9/callback/",
        "http://127.0.0.1:9/",
        "http://127.0.0.1:8/callback",
        "https://127.0.0.1:9/callback",
    ],
)
def test_another_place_is_no_answer(at: str) -> None:
    login_attempt = attempt()
    assert callback_result(login_attempt, f"{at}?{urlencode({'code': 'c', 'state': login_attempt.state})}") is None


@given(st.text(max_size=200), st.text(max_size=50))
def test_no_text_without_the_state_is_an_answer(query: str, path: str) -> None:
    login_attempt = attempt()
    assert callback_result(login_attempt, f"{REDIRECT}?{query}") is None
    assert callback_result(login_attempt, path + query) is None


@pytest.mark.parametrize(
    ("endpoint", "page"),
    [
        (None, f"{BASE}/oauth/authorize"),
        (f"{BASE}/oauth/v2/authorize", f"{BASE}/oauth/v2/authorize"),
        ("http://localhost:23373/oauth/authorize", f"{BASE}/oauth/authorize"),
        ("http://[::1]:23373/elsewhere", f"{BASE}/elsewhere"),
        ("http://127.0.0.1:24000/phishing", f"{BASE}/oauth/authorize"),
        ("https://127.0.0.1:23373/phishing", f"{BASE}/oauth/authorize"),
        ("https://beeper.example/phishing", f"{BASE}/oauth/authorize"),
        ("http://127.0.0.1:23373@evil.example/phishing", f"{BASE}/oauth/authorize"),
        ("javascript:alert(1)", f"{BASE}/oauth/authorize"),
        ("http://[/", f"{BASE}/oauth/authorize"),
        ("http://127.0.0.1:99999/", f"{BASE}/oauth/authorize"),
        (f"{BASE}/oauth/authorize?client_id=evil", f"{BASE}/oauth/authorize"),
        (BASE, f"{BASE}/oauth/authorize"),
    ],
)
def test_a_page_elsewhere_is_not_opened(endpoint: str | None, page: str) -> None:
    assert page_of(endpoint, BASE) == page


def test_a_server_below_a_path_has_its_page_there() -> None:
    base = "https://beeper.example/home"
    assert page_of(None, base) == "https://beeper.example/home/oauth/authorize"
    assert page_of("https://beeper.example/home/oauth/authorize", base) == "https://beeper.example/home/oauth/authorize"


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("http://localhost:23373", True), ("http://LOCALHOST:23373/x", True), ("http://[::1]:23373", True),
        ("http://127.0.0.1:23374", False), ("https://127.0.0.1:23373", False), ("http://127.0.0.2:23373", False),
        ("http://a.localhost:23373", False), ("http://127.0.0.1", False), ("http://127.0.0.1.example:23373", False),
    ],
)  # fmt: skip
def test_names_of_this_machine_are_one_server_origin(url: str, same: bool) -> None:
    assert (server_origin(url) == server_origin(BASE)) is same


def test_usual_ports_need_not_be_said() -> None:
    assert (
        server_origin("https://beeper.example")
        == server_origin("https://Beeper.example:443/x")
        == "https://beeper.example:443"
    )
