"""Who may connect to ``/v1/ws``: a response in place of the connection is the error that an HTTP request would get."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from websockets.exceptions import InvalidMessage, InvalidStatus

from beeper_sdk.testing import FakeBeeper
from tests.testing.websocket.helpers import Client, denied
from tests.testing.wire import Json


def test_a_token_that_may_read_opens_a_connection_that_says_it_is_ready(fake_beeper: FakeBeeper) -> None:
    with Client(fake_beeper, fake_beeper.issue_token("read")) as client:
        assert client.recv() == {"type": "ready", "version": 1, "chatIDs": [], "app": {"state": False}}
        assert client.socket.response is not None
        assert client.socket.response.headers["X-Beeper-Desktop-Version"] == "4.3.73"
        assert client.events() == []
    assert [(request.operation, request.status) for request in fake_beeper.requests] == [("ws.events", 101)]


def test_a_missing_unknown_or_expired_token_is_401_at_the_handshake() -> None:
    moment = datetime(2026, 12, 1, tzinfo=UTC)
    with FakeBeeper(now=lambda: moment) as fake:
        expired = fake.issue_token("read", lifetime=1)
        moment += timedelta(seconds=1)
        for token in ("", "nonsense", expired):
            response = denied(fake, token)
            assert response.status_code == 401
            assert json.loads(response.body or b"") == {
                "message": "Unauthorized: Invalid or missing token", "code": "unauthorized"
            }  # fmt: skip
            assert response.headers["X-Beeper-Desktop-Version"] == "4.3.73"
            assert response.headers["Date"] == "Tue, 01 Dec 2026 00:00:01 GMT"
        with fake.quirk("token_expired_text"):
            assert json.loads(denied(fake, expired).body or b"")["message"] == "Token expired"
        assert [request.status for request in fake.requests.of("ws.events")] == [401] * 4


def test_a_token_without_the_read_scope_is_403(fake_beeper: FakeBeeper) -> None:
    response = denied(fake_beeper, fake_beeper.issue_token("write"))
    assert response.status_code == 403
    assert json.loads(response.body or b"")["message"] == "Forbidden: the token lacks the scope read"


@pytest.mark.parametrize("version", ["4.1.92", "4.2.556"])
def test_older_apps_do_not_have_it(version: str) -> None:
    with FakeBeeper(version=version) as fake:
        response = denied(fake)
    assert response.status_code == 404
    assert "Route GET:/v1/ws not found" in (response.body or b"").decode()


@pytest.mark.parametrize(("version", "app"), [("4.2.557", {}), ("4.3.0", {"app": {"state": False}})])
def test_the_setup_state_is_named_since_4_3_0(version: str, app: Json) -> None:
    with FakeBeeper(version=version) as fake, Client(fake) as client:
        assert client.recv() == {"type": "ready", "version": 1, "chatIDs": []} | app
        if not app:
            assert client.ask({"type": "subscriptions.set"})["message"] == "chatIDs is required"
            assert client.ask({"type": "subscriptions.set", "chatIDs": [], "app": {"state": True}})["code"] == (
                "INVALID_PAYLOAD"
            )
            assert client.subscribe("*") == {
                "type": "subscriptions.updated", "requestID": "request-1", "chatIDs": ["*"]
            }  # fmt: skip


def test_other_paths_have_no_websocket_and_a_plain_request_is_no_handshake(fake_beeper: FakeBeeper) -> None:
    assert denied(fake_beeper, path="/v1/chats").status_code == 404
    headers = {"authorization": f"Bearer {fake_beeper.token}"}
    assert httpx.get(f"{fake_beeper.url}/v1/ws", headers=headers, trust_env=False).status_code == 404
    headers |= {"connection": "upgrade", "upgrade": "websocket"}
    assert httpx.get(f"{fake_beeper.url}/v1/ws", headers=headers, trust_env=False).status_code == 400


@pytest.mark.parametrize(
    ("quirk", "status"),
    [("server_error", 500), ("rate_limited", 429), ("html_error", 502), ("v0_only", 404), ("token_expires", 401)],
)
def test_quirks_of_responses_apply_to_the_handshake(quirk: str, status: int, fake_beeper: FakeBeeper) -> None:
    with Client(fake_beeper) as client:
        client.recv()
    with fake_beeper.quirk(quirk):
        assert denied(fake_beeper).status_code == status


def test_a_frozen_app_does_not_answer_the_handshake_and_stops_at_once() -> None:
    fake = FakeBeeper().start()
    fake.quirk("frozen", operation="ws.events")
    with pytest.raises(TimeoutError), Client(fake, timeout=0.1):
        pass
    fake.stop()


@pytest.mark.parametrize("delay", [0, 0.01])
def test_a_rule_can_close_the_connection_before_the_handshake(delay: float, fake_beeper: FakeBeeper) -> None:
    with fake_beeper.fail("ws.events", disconnect=True, delay=delay) as rule, pytest.raises((OSError, InvalidMessage)):
        Client(fake_beeper).__enter__()
    assert rule.hits == 1
    assert fake_beeper.requests.last.status is None
    with Client(fake_beeper) as client:
        client.recv()


@pytest.mark.parametrize("name", [None, "ws_url"])
def test_info_has_the_address(name: str | None, fake_beeper: FakeBeeper) -> None:
    if name is not None:
        fake_beeper.quirk(name)
    url = httpx.get(f"{fake_beeper.url}/v1/info", trust_env=False).json()["endpoints"]["ws_events"]
    assert url == f"{fake_beeper.url}/v1/ws".replace("http", "ws" if name else "http", 1)


def test_a_subscription_outlives_its_token(fake_beeper: FakeBeeper) -> None:
    token = fake_beeper.issue_token("read")
    with Client(fake_beeper, token) as client:
        client.recv()
        form = {"token": token}
        assert httpx.post(f"{fake_beeper.url}/oauth/revoke", data=form, trust_env=False).status_code == 200
        assert denied(fake_beeper, token).status_code == 401
        client.subscribe("*")


@pytest.mark.parametrize("rule", [{"status": 503, "delay": 0.01}, {"performed": True}, {"disconnect": True}])
def test_a_rule_for_the_handshake_keeps_it_from_opening(fake_beeper: FakeBeeper, rule: Json) -> None:
    used = fake_beeper.fail("ws.events", **rule)
    with pytest.raises((InvalidStatus, InvalidMessage)) as failed, Client(fake_beeper):
        pass
    assert (used.hits, len(fake_beeper.websockets)) == (1, 0)
    assert failed.type is (InvalidMessage if rule.get("disconnect") else InvalidStatus)
    assert fake_beeper.requests.last.status == (None if rule.get("disconnect") else rule.get("status", 500))


def test_a_rule_that_delays_the_handshake_and_one_that_finds_no_body(fake_beeper: FakeBeeper) -> None:
    late = fake_beeper.fail("ws.events", delay=0.05, times=1)
    before = time.monotonic()
    with Client(fake_beeper) as client:
        assert client.recv()["type"] == "ready"
    assert time.monotonic() - before >= 0.05
    cut = fake_beeper.fail("ws.events", cut_after=0, optional=True)
    with Client(fake_beeper) as client:
        assert client.recv()["type"] == "ready"
    assert (late.hits, cut.hits) == (1, 0)
