"""Tokens, scopes and envelopes: who gets in, and how a refusal looks in each family of routes."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.wire.spec import Operation, operations
from tests.testing.wire import Wire, document

UNAUTHORIZED = {"message": "Unauthorized: Invalid or missing token", "code": "unauthorized"}


def _path(operation: Operation) -> str:
    return re.sub(r"\{\w+\}", "x", operation.template)


def _bare(wire: Wire, operation: Operation, token: str | None) -> httpx.Response:
    """A request to an operation, with this token or none, and nothing else."""
    request = wire.http.build_request(operation.method, _path(operation))
    del request.headers["authorization"]
    if token is not None:
        request.headers["authorization"] = f"Bearer {token}"
    return wire.http.send(request)


def _guarded() -> list[Operation]:
    return [operation for operation in operations() if operation.scopes is not None]


@pytest.mark.parametrize("operation", _guarded(), ids=lambda operation: operation.id)
def test_a_guarded_operation_wants_a_good_token(shared: Wire, operation: Operation) -> None:
    for token in (None, "beeper_fake_made_up"):
        answer = _bare(shared, operation, token)
        assert answer.status_code == 401
        if operation.template.startswith("/v0/"):
            assert answer.json()["error"] == UNAUTHORIZED["message"]
        elif operation.template.startswith("/_matrix/"):
            assert answer.json()["errcode"] == "M_UNKNOWN_TOKEN"
        else:
            assert answer.json() == UNAUTHORIZED


def test_scopes_follow_the_spec(shared: Wire) -> None:
    tokens = {scope: shared.fake.issue_token(scope) for scope in ("read", "write")}
    for operation in _guarded():
        for scope, token in tokens.items():
            answer = _bare(shared, operation, token)
            lacks = b"the token lacks the scope" in answer.content
            assert lacks is (operation.scopes not in ((), (scope,))), (operation.id, scope)
            assert answer.status_code == 403 or not lacks


def test_a_token_without_the_scope_is_told_which(shared: Wire) -> None:
    with Wire(shared.fake, shared.fake.issue_token("read")) as wire:
        body = wire.rejected("POST", "/v1/chats/100/archive", 403)
    assert body == {"message": "Forbidden: the token lacks the scope write", "code": "forbidden"}
    with pytest.raises(ValueError, match="scopes must be read or write, not admin"):
        shared.fake.issue_token("admin")


def test_a_token_is_looked_at_before_the_request_is(shared: Wire) -> None:
    url = f"{shared.fake.url}/v1/chats/100/messages"
    answer = httpx.post(url, content=b"{broken", headers={"content-type": "application/json"}, trust_env=False)
    assert answer.status_code == 401


def test_public_routes_need_no_token(shared: Wire) -> None:
    for path in ("/v1/info", "/v1/spec", "/.well-known/oauth-authorization-server"):
        answer = httpx.get(shared.fake.url + path, trust_env=False)
        assert answer.status_code == 200
        shared.check(answer)


def test_a_revoked_token_is_no_token(wire: Wire) -> None:
    token = wire.fake.issue_token("read", "write")
    with Wire(wire.fake, token) as mine:
        assert mine.get("/oauth/userinfo")["scope"] == "read write"
        assert mine.ok("POST", "/oauth/introspect", data={"token": token})["active"] is True
        mine.ok("POST", "/oauth/revoke", data={"token": token})
        assert mine.rejected("GET", "/v1/accounts", 401) == UNAUTHORIZED
    assert wire.ok("POST", "/oauth/introspect", data={"token": token}) == {"active": False}
    wire.ok("POST", "/oauth/revoke", data={"token": "never heard of"})


def test_a_token_ends_when_its_time_is_up() -> None:
    moment = [datetime(2026, 10, 1, tzinfo=UTC)]
    with FakeBeeper(now=lambda: moment[0]) as fake, Wire(fake, fake.issue_token("read", lifetime=60)) as wire:
        wire.get("/v1/accounts")
        moment[0] += timedelta(seconds=61)
        assert wire.rejected("GET", "/v1/accounts", 401) == UNAUTHORIZED


def test_an_unknown_route_and_a_wrong_method_wear_the_envelope(shared: Wire) -> None:
    gone = shared.rejected("GET", "/v1/no/such/route", 404)
    assert gone == {"message": "Route GET:/v1/no/such/route not found", "code": "not_found"}
    answer = shared.send("DELETE", "/v1/chats")
    assert (answer.status_code, answer.json()["code"], answer.headers["allow"]) == (
        405,
        "method_not_allowed",
        "GET, POST",
    )
    assert shared.rejected("GET", "/v0/nothing", 404)["error"]
    assert shared.rejected("GET", "/oauth/nothing", 404)["error_description"]
    assert shared.rejected("GET", "/_matrix/nothing", 404)["errcode"] == "M_NOT_FOUND"


def test_the_spec_it_serves_is_the_one_it_was_made_from(shared: Wire) -> None:
    assert shared.get("/v1/spec") == document()


def test_no_token_shows_in_a_repr_or_a_recorded_request(shared: Wire) -> None:
    shared.get("/v1/accounts")
    shown = repr((shared.fake, list(shared.fake.requests), shared.fake.requests[-1]))
    assert shared.fake.token not in shown
    assert shared.fake.requests[-1].has_token is True
