"""Control is off by default; when it is on, it needs its token, and no page of a browser can use it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beeper_sdk.testing import FakeBeeper
from tests.sweeps import examples
from tests.testing.control.remote import Remote
from tests.testing.websocket.helpers import denied

EVERYWHERE = ["/", "/server", "/openapi.json", "/chats/x", "/requests", "/nothing", ""]


@pytest.fixture(scope="module")
def plain() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False, verify=False) as client:
        yield client


def test_without_it_there_is_nothing(fake_beeper: FakeBeeper, plain: httpx.Client) -> None:
    for path in ("/_fake", "/_fake/", "/_fake/server", "/_fake/openapi.json"):
        answer = plain.get(fake_beeper.url + path, headers={"authorization": f"Bearer {fake_beeper.token}"})
        assert (answer.status_code, answer.json()["message"]) == (404, f"Route GET:{path} not found")
    assert [request.path for request in fake_beeper.requests][:2] == ["/_fake", "/_fake/"]
    for name in ("control_token", "control_url"):
        with pytest.raises(RuntimeError, match=r"is not controlled over HTTP; pass control=True"):
            getattr(fake_beeper, name)


@pytest.mark.parametrize("path", EVERYWHERE)
def test_without_the_token_everything_is_refused(remote: Remote, plain: httpx.Client, path: str) -> None:
    fake = remote.fake
    for headers in (
        {},
        {"authorization": f"Bearer {fake.token}"},
        {"authorization": f"Bearer {fake.control_token}x"},
        {"authorization": f"Bearer {fake.control_token[:-1]}"},
        {"authorization": f"Basic {fake.control_token}"},
        {"authorization": "Bearer"},
        {"cookie": f"beeper_fake_{fake.url.rpartition(':')[2]}={fake.control_token}"},
    ):
        for method in ("GET", "POST", "DELETE", "OPTIONS"):
            answer = plain.request(method, fake.control_url + path, headers=headers)
            assert answer.status_code == 401
            assert answer.json() == {"message": "the control token is missing or wrong", "code": "unauthorized"}
            assert answer.headers["www-authenticate"] == "Bearer"


def test_two_tokens_are_no_token(remote: Remote, plain: httpx.Client) -> None:
    header = ("authorization", f"Bearer {remote.fake.control_token}")
    assert plain.get(f"{remote.fake.control_url}/server", headers=[header]).is_success
    assert plain.get(f"{remote.fake.control_url}/server", headers=[header, header]).status_code == 401


def test_the_control_token_is_no_token_of_the_api(remote: Remote) -> None:
    assert remote.http.get(f"{remote.fake.url}/v1/accounts").status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:3000"},
        {"origin": "http://127.0.0.1"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "something-new"},
    ],
)
def test_a_page_of_another_origin_is_refused(remote: Remote, headers: dict[str, str]) -> None:
    for method, path in (("POST", "/reset"), ("GET", "/"), ("GET", "/server"), ("OPTIONS", "/reset")):
        answer = remote.send(method, path, headers=headers)
        assert answer.status_code == 403
        assert [name for name in answer.headers if name.startswith("access-control-")] == []


def test_a_preflight_permits_nothing(remote: Remote, plain: httpx.Client) -> None:
    headers = {"origin": "http://localhost:3000", "access-control-request-method": "POST"}
    answer = plain.options(f"{remote.fake.control_url}/reset", headers=headers)
    assert answer.status_code == 403
    assert [name for name in answer.headers if name.startswith("access-control-")] == []


def test_the_own_origin_and_programs_are_let_in(remote: Remote) -> None:
    for headers in (
        {"origin": remote.fake.url},
        {"sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "none", "sec-fetch-mode": "navigate"},
        {"sec-fetch-site": "same-site", "sec-fetch-mode": "navigate"},
        {"sec-fetch-mode": "cors"},  # what node sends
    ):
        assert remote.send("GET", "/server", headers=headers).status_code == 200


def test_programs_that_accept_html_too_receive_json(remote: Remote) -> None:
    java = {"accept": "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"}
    assert remote.send("GET", "/requests", headers=java).json() == []
    remote.refused(401, "GET", "/requests", headers={**java, "authorization": "Bearer wrong"})


def test_a_websocket_is_refused(remote: Remote) -> None:
    assert denied(remote.fake, remote.fake.control_token, "/_fake/ws").status_code == 403
    assert len(remote.fake.requests) == 0


def test_requests_are_not_recorded_and_nothing_happens_to_them(remote: Remote) -> None:
    fake = remote.fake
    fake.quirk("rate_limited", optional=True)
    fake.fail(disconnect=True, optional=True)
    fake.chaos(1, rate=1)
    fake.before("chats.list", lambda world: world.labels.clear(), times=None)
    remote.call("GET", "/server")
    assert len(fake.requests) == 0
    assert [one["hits"] for one in remote.call("GET", "/rules")] == [0, 0, 0]


def test_the_control_token_is_not_recorded_when_a_request_to_the_api_has_it(remote: Remote) -> None:
    fake, token = remote.fake, remote.fake.control_token
    headers = {"authorization": f"Bearer {fake.token}", "referer": f"{fake.control_url}/?token={token}"}
    remote.http.post(f"{fake.url}//_fake/{token}?of={token}&token={token}", headers=headers, json={"text": token})
    assert token not in str(remote.call("GET", "/requests"))
    assert token not in str(list(fake.requests)) + repr(fake.requests.last.body)
    assert fake.requests.last.path == "//_fake/***"
    with httpx.Client(base_url=fake.url, headers={"accept": "text/html"}, trust_env=False, verify=False) as browser:
        browser.get("/_fake/", params={"token": token})
        shown = browser.get("/_fake/requests").text
    assert "//_fake/***" in shown
    assert token not in shown


def test_one_token_must_not_be_both() -> None:
    with pytest.raises(ValueError, match=r"^control must be another token than token: "):
        FakeBeeper(token="the-same-one", control="the-same-one")


@pytest.mark.parametrize("options", [{"version": "4.2.557"}, {"signed_in": False}, {"version": "4.1.92"}])
def test_neither_the_app_version_nor_the_setup_matters(remote: Remote, options: dict[str, Any]) -> None:
    remote.call("POST", "/reset", options)
    answer = remote.send("GET", "/server")
    assert answer.json()["url"] == remote.fake.url
    assert "x-beeper-desktop-version" not in answer.headers


def test_the_token_stays(plain: httpx.Client) -> None:
    fake = FakeBeeper(world="empty", control=True)
    token = fake.control_token
    assert re.fullmatch(r"beeper_fake_control_[\w-]{32}", token)
    with pytest.raises(RuntimeError, match="is not running"):
        assert fake.control_url
    for _ in range(2):
        with fake:
            fake.reset()
            url = f"{fake.control_url}/server"
            assert plain.get(url, headers={"authorization": f"Bearer {token}"}).json()["token"] == fake.token
    assert FakeBeeper(control=True).control_token != token


def test_a_token_of_ones_own() -> None:
    with FakeBeeper(world="empty", control="my-control-token") as fake, Remote(fake) as remote:
        assert fake.control_token == "my-control-token"
        assert remote.call("GET", "/server")["control_url"] == fake.control_url == f"{fake.url}/_fake"


@pytest.mark.parametrize("control", ["", "short", "with spaces in it", "ümlaut-token", "tab\there-token", "new-line\n"])
def test_a_token_must_be_long_and_plain(control: str) -> None:
    with pytest.raises(ValueError, match=r"^control must be .* at least 8 printable ASCII characters") as caught:
        FakeBeeper(control=control)
    assert control == "" or control not in str(caught.value)


@pytest.mark.parametrize("control", [1, None, b"my-control-token"])
def test_control_must_be_a_bool_or_a_str(control: Any) -> None:
    with pytest.raises(TypeError, match=r"^control must be True, False, or the control token as a str, not "):
        FakeBeeper(control=control)


def test_a_reset_cannot_change_it(remote: Remote) -> None:
    options: Any = {"control": False}
    with pytest.raises(TypeError, match="reset has no argument 'control'"):
        remote.fake.reset(**options)


def test_tokens_are_in_no_repr(remote: Remote) -> None:
    own = FakeBeeper(control="my-control-token")
    for fake in (remote.fake, own):
        assert fake.control_token not in repr(fake) + repr(fake._control) + repr(fake._options)


@given(st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=255), max_size=60))
@settings(max_examples=examples(50), deadline=None)
def test_no_other_text_is_the_token(text: str) -> None:
    from beeper_sdk.testing.control.access import Access, Head

    access = Access("my-control-token")
    headers = (("authorization", f"Bearer {text}"), ("cookie", f"beeper_fake_1={text}"))
    head = Head("GET", "/_fake/", f"token={text}", headers, 1)
    assert [access.has_token(head), access.has_cookie(head), access.is_offered(head)] == [False] * 3
