"""What web pages meet: CORS headers for pages of this machine alone, and refusals of pages of other origins."""

from __future__ import annotations

import httpx
import pytest

from beeper_sdk.testing import FakeBeeper
from tests.testing.wire import Wire

LOCAL = ("http://localhost:3000", "http://127.0.0.1", "http://[::1]:8080", "https://localhost")
REMOTE = (
    "https://example.com",
    "http://localhost.example.com",
    "null",
    "file://",
    "http://192.168.0.2:3000",
    "http://[",
)


@pytest.mark.parametrize("origin", LOCAL)
def test_a_page_of_this_machine_may_read_responses(shared: Wire, origin: str) -> None:
    answer = shared.send("GET", "/v1/accounts", headers={"origin": origin})
    assert answer.headers["access-control-allow-origin"] == origin
    assert "Origin" in answer.headers["vary"]
    refused = shared.send("GET", "/v1/accounts/nope", headers={"origin": origin})
    assert (refused.status_code, refused.headers["access-control-allow-origin"]) == (404, origin)


@pytest.mark.parametrize("origin", REMOTE)
def test_other_pages_may_not(shared: Wire, origin: str) -> None:
    answer = shared.send("GET", "/v1/accounts", headers={"origin": origin})
    assert answer.status_code == 200
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_a_request_without_an_origin_has_no_cors_headers(shared: Wire) -> None:
    assert not [name for name in shared.send("GET", "/v1/accounts").headers if name.startswith("access-control")]


@pytest.mark.parametrize(("origin", "status"), [(LOCAL[0], 204), (REMOTE[0], 405)])
def test_preflights(shared: Wire, origin: str, status: int) -> None:
    headers = {"origin": origin, "access-control-request-method": "POST", "authorization": ""}
    answer = shared.send("OPTIONS", "/v1/chats", headers=headers)
    assert answer.status_code == status
    if status == 204:
        assert set(answer.headers["access-control-allow-methods"].split(", ")) == {"GET", "POST"}
        assert "authorization" in answer.headers["access-control-allow-headers"]
        assert answer.headers["access-control-allow-origin"] == origin


@pytest.mark.parametrize("path", ["register", "token", "introspect", "revoke"])
def test_tokens_are_for_pages_of_the_server_itself_in_newer_apps(path: str) -> None:
    for version, refused in (("4.3.0", False), ("4.3.57", True), (None, True)):
        with FakeBeeper(version=version) as fake:
            statuses = [
                httpx.post(f"{fake.url}/oauth/{path}", headers=headers, trust_env=False).status_code
                for headers in ({"origin": LOCAL[0]}, {"origin": fake.url}, {})
            ]
            assert [status == 403 for status in statuses] == [refused, False, False]


def test_assets_answer_head_as_they_answer_get(shared: Wire) -> None:
    url, file = next((url, file) for url, file in _media(shared) if url.startswith("mxc://"))
    got = shared.http.get("/v1/assets/serve", params={"url": url})
    head = shared.http.head("/v1/assets/serve", params={"url": url})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == got.headers["content-length"] == str(file)
    assert shared.http.head("/v1/assets/serve", params={"url": "mxc://beeper.local/gone"}).status_code == 404
    assert shared.fake.requests[-1].method == "HEAD"
    assert shared.http.head("/v1/accounts").status_code == 405


def _media(wire: Wire) -> list[tuple[str, int]]:
    media = wire.fake._site
    assert media is not None
    return [(url, file.contents.size) for url, file in media.world.media.all()]


def test_typing_is_no_route(shared: Wire) -> None:
    for body in ({"state": "typing"}, {"isTyping": True}):
        assert shared.send("POST", "/v1/chats/100/typing", json=body).status_code == 404
