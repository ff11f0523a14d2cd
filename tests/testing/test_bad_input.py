"""Invalid requests: each is rejected in the real envelope, which names what is wrong."""

from __future__ import annotations

import pytest

from tests.testing.known_chats import BOB
from tests.testing.wire import Json, Wire, enc


@pytest.mark.parametrize(
    ("path", "params"),
    [
        ("/v1/chats", {"limit": 0}),
        ("/v1/chats", {"limit": 201}),
        ("/v1/chats", {"limit": "many"}),
        ("/v1/chats", {"direction": "sideways"}),
        ("/v1/chats/search", {"limit": 201}),
        ("/v1/chats/search", {"inbox": "nowhere"}),
        ("/v1/chats/search", {"type": "channel"}),
        ("/v1/chats/search", {"lastActivityAfter": "yesterday"}),
        ("/v1/messages/search", {"limit": 0}),
        ("/v1/messages/search", {"limit": 21}),
        ("/v1/messages/search", {"mediaTypes": "smell"}),
        ("/v1/chats/100", {"maxParticipantCount": -2}),
        ("/v1/chats/100", {"maxParticipantCount": 501}),
        ("/v1/accounts/signal/contacts/list", {"limit": 201}),
        ("/v1/search", {"query": ""}),
        ("/v1/search", {}),
    ],
)
def test_a_parameter_out_of_range_is_named(shared: Wire, path: str, params: Json) -> None:
    body = shared.rejected("GET", path, 422, params=params)
    issue = body["details"]["issues"][0]
    assert body["code"] == "validation_error"
    assert issue["path"][:2] == ["query", next(iter(params), "query")]
    assert issue["code"]
    assert issue["message"]


def test_limits_at_their_edges_are_taken(shared: Wire) -> None:
    assert len(shared.get("/v1/chats", limit=1)["items"]) == 1
    assert len(shared.get("/v1/chats", limit=200)["items"]) == 41
    assert len(shared.get("/v1/chats")["items"]) == 25
    assert len(shared.get("/v1/messages/search", limit=1)["items"]) == 1
    assert len(shared.get("/v0/search-messages", limit=500)["items"]) == 20


def test_a_blank_chat_search_is_a_400(shared: Wire) -> None:
    body = shared.rejected("GET", "/v1/chats/search", 400, params={"query": ""})
    assert "at least 1 character" in body["message"]


def test_a_missing_field_is_named_by_its_path(shared: Wire) -> None:
    body = shared.rejected("POST", f"/v1/chats/{enc(BOB)}/reminders", 422, json={"reminder": {}})
    assert body["details"]["issues"][0]["path"] == ["body", "reminder", "remindAt"]
    body = shared.rejected("POST", "/v0/archive-chat", 422, json={})
    assert body["details"] == {"body.chatID": "Field required"}


def test_a_body_that_is_not_json_is_a_400(shared: Wire) -> None:
    headers = {"content-type": "application/json"}
    body = shared.rejected("POST", "/v1/focus", 400, content=b"{broken", headers=headers)
    assert body["code"] == "bad_request"


def test_oauth_refuses_in_its_own_envelope(shared: Wire) -> None:
    assert shared.rejected("POST", "/oauth/register", 400, json={})["error"] == "invalid_client_metadata"
    form = {"grant_type": "authorization_code", "code": "made up", "code_verifier": "x"}
    assert shared.rejected("POST", "/oauth/token", 400, data=form)["error"] == "invalid_grant"
    assert shared.rejected("POST", "/oauth/token", 400, data={"code": "x"})["error"] == "invalid_request"


@pytest.mark.parametrize(
    "path",
    [
        "/v1/chats/nobody",
        "/v1/chats/nobody/messages",
        "/v1/chats/100/messages/1",
        "/v1/accounts/nobody",
        "/v1/accounts/nobody/contacts/list",
        "/v1/bridges/nobody",
        "/v1/bridges/signal/logins/nobody",
        "/v1/bridges/signal/login-sessions/9",
        "/v1/app/setup/verifications/nobody",
    ],
)
def test_what_is_not_there_is_a_404(shared: Wire, path: str) -> None:
    assert shared.rejected("GET", path, 404)["code"] == "not_found"


def test_an_id_that_looks_like_a_path_stays_an_id(shared: Wire) -> None:
    for part in ("..%2F..%2Faccounts", "search%2F", "100%2Fmessages"):
        assert shared.http.get(f"/v1/chats/{part}").json() == {"message": "Chat not found", "code": "not_found"}
    assert shared.fake.requests[-1].template == "/v1/chats/{chatID}"


def test_ranges_of_a_file(shared: Wire) -> None:
    file = _a_file(shared)
    whole = shared.send("GET", "/v1/assets/serve", params={"url": file})
    size = len(whole.content)
    for wanted, low, high in (
        ("0-3", 0, 3),
        ("2-", 2, size - 1),
        ("-4", size - 4, size - 1),
        (f"0-{size * 2}", 0, size - 1),
    ):
        answer = shared.http.get("/v1/assets/serve", params={"url": file}, headers={"range": f"bytes={wanted}"})
        assert answer.status_code == 206
        assert answer.content == whole.content[low : high + 1]
        assert answer.headers["content-range"] == f"bytes {low}-{high}/{size}"
    past = shared.http.get("/v1/assets/serve", params={"url": file}, headers={"range": f"bytes={size}-"})
    assert (past.status_code, past.headers["content-range"], past.content) == (416, f"bytes */{size}", b"")
    in_lines = shared.http.get("/v1/assets/serve", params={"url": file}, headers={"range": "lines=1-2"})
    assert (in_lines.status_code, in_lines.content) == (200, whole.content)
    known = {"if-none-match": whole.headers["etag"]}
    same = shared.http.get("/v1/assets/serve", params={"url": file}, headers=known)
    assert (same.status_code, same.content) == (304, b"")


def _a_file(wire: Wire) -> str:
    messages = wire.fake.world.messages(BOB)
    url: str = next(message["attachments"][0]["id"] for message in messages if "attachments" in message)
    return url
