"""What each argument of ``FakeBeeper.fail`` does, seen by plain HTTP, by our sync client and by our async client."""

from __future__ import annotations

import socket
import time
from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, errors
from beeper_sdk.testing import FakeBeeper
from tests.testing.known_chats import BOB
from tests.testing.wire import Wire, enc

MESSAGES = f"/v1/chats/{enc(BOB)}/messages"


def _texts(fake: FakeBeeper) -> list[object]:
    return [row.get("text") for row in fake.world.messages(BOB)[-3:]]


@pytest.mark.parametrize("status", [400, 404, 409, 429, 500, 503, 599])
def test_a_status_has_the_error_body_of_its_api_version(wire: Wire, status: int) -> None:
    with wire.fake.fail(status=status, times=4) as rule:
        v1 = wire.http.post(MESSAGES, json={"text": "never"})
        v0 = wire.http.get("/v0/get-accounts")
        oauth = wire.http.post("/oauth/token")
        matrix = wire.http.get("/_matrix/client/v3/profile/@x:y")
    assert {answer.status_code for answer in (v1, v0, oauth, matrix)} == {status}
    assert (v1.json().keys(), v0.json().keys()) == ({"message", "code"}, {"error", "code"})
    assert (oauth.json().keys(), matrix.json().keys()) == ({"error", "error_description"}, {"errcode", "error"})
    assert rule.hits == 4
    assert _texts(wire.fake).count("never") == 0
    assert [(request.status, request.happened) for request in wire.fake.requests] == [(status, False)] * 4


def test_before_v1_the_error_body_is_that_of_v0() -> None:
    with FakeBeeper(version="4.1.240") as fake, fake.fail("oauth.userinfo", status=409):
        answer = httpx.get(f"{fake.url}/oauth/userinfo", trust_env=False)
        assert (answer.status_code, answer.json()) == (409, {"error": "Conflict", "code": "conflict"})


@pytest.mark.parametrize(
    ("body", "content", "content_type"),
    [
        ({"a": [1]}, b'{"a":[1]}', "application/json; charset=utf-8"),
        ([], b"[]", "application/json; charset=utf-8"),
        ("näh", "näh".encode(), "text/plain; charset=utf-8"),
        (b"\x00\xff", b"\x00\xff", "application/octet-stream"),
    ],
)
def test_a_body_is_sent_as_its_type_says(wire: Wire, body: Any, content: bytes, content_type: str) -> None:
    wire.fake.fail(body=body, times=1)
    wire.fake.fail(status=502, body=body, headers={"Content-Type": "x/y", "Retry-After": "7"}, times=1)
    plain, chosen = wire.http.get("/v1/accounts"), wire.http.get("/v1/accounts")
    assert (plain.status_code, plain.content, plain.headers["content-type"]) == (200, content, content_type)
    assert (chosen.status_code, chosen.content, chosen.headers["content-type"]) == (502, content, "x/y")
    assert chosen.headers["retry-after"] == "7"


def test_without_an_outcome_the_status_is_500(wire: Wire) -> None:
    wire.fake.fail("accounts.list", times=1)
    assert wire.rejected("GET", "/v1/accounts", 500)["code"] == "internal_server_error"


def test_a_status_that_is_no_error_has_no_body_of_its_own(wire: Wire) -> None:
    wire.fake.fail(status=302, headers={"Location": "http://localhost/x"}, times=1)
    wire.fake.fail(status=204, times=1)
    moved, nothing = wire.http.get("/v1/accounts"), wire.http.get("/v1/accounts")
    assert (moved.status_code, moved.headers["location"], moved.content) == (302, "http://localhost/x", b"")
    assert (nothing.status_code, nothing.content) == (204, b"")


def test_the_sdk_retries_as_the_response_says(fake_beeper: FakeBeeper, beeper: Beeper) -> None:
    rule = fake_beeper.fail("accounts.list", status=503, headers={"Retry-After": "0"}, times=2)
    assert len(beeper.accounts.list()) == 5
    assert ([request.status for request in fake_beeper.requests], rule.hits) == ([503, 503, 200], 2)


def test_after_lets_requests_pass_and_times_ends_it(wire: Wire) -> None:
    rule = wire.fake.fail("accounts.list", status=503, after=2, times=1)
    wire.get("/v1/labels")
    assert [wire.http.get("/v1/accounts").status_code for _ in range(4)] == [200, 200, 503, 200]
    assert rule.hits == 1


def test_a_rule_can_be_kept_to_one_chat_by_either_of_its_ids(wire: Wire) -> None:
    local = wire.get("/v1/chats/100")["localChatID"]
    other = "/v1/chats/101/messages"
    for chat in (BOB, local):
        with wire.fake.fail("messages.send", status=500, chat=chat) as rule:
            wire.post(other, {"text": "other"})
            wire.rejected("POST", MESSAGES, 500, json={"text": "never"})
            wire.rejected("POST", "/v1/chats/100/messages", 500, json={"text": "never"})
        assert rule.hits == 2
        with wire.fake.fail(status=500, chat=chat):
            assert wire.post("/v0/send-message", {"chatID": "101", "text": "other"})["success"] is True
            wire.rejected("POST", "/v0/send-message", 500, json={"chatID": BOB, "text": "never"})
            wire.rejected("GET", "/v0/get-chat", 500, params={"chatID": "100"})
            wire.rejected("POST", "/v1/focus", 500, json={"chatID": BOB})
            wire.get("/v1/accounts")
    assert "never" not in _texts(wire.fake)


@pytest.mark.parametrize("outcome", [{"status": 503}, {"body": "x"}, {"disconnect": True}])
def test_performed_does_what_the_response_denies(wire: Wire, outcome: dict[str, Any]) -> None:
    rule = wire.fake.fail("messages.send", performed=True, times=1, **outcome)
    wire.rejected("POST", MESSAGES, 422, json={"text": 7})
    wire.rejected("POST", "/v1/chats/nobody/messages", 404, json={"text": "x"})
    assert rule.hits == 0
    try:
        answer = wire.http.post(MESSAGES, json={"text": "done"}).status_code
    except httpx.RemoteProtocolError:
        answer = None
    assert answer == (503 if "status" in outcome else 200 if "body" in outcome else None)
    assert (rule.hits, _texts(wire.fake)[-1]) == (1, "done")
    assert (wire.fake.requests.last.happened, wire.fake.requests.last.status) == (True, answer)
    wire.post(MESSAGES, {"text": "again"})


def test_a_connection_that_is_closed_gives_no_response(wire: Wire) -> None:
    wire.get("/v1/accounts")
    with wire.fake.fail("messages.send", disconnect=True), pytest.raises(httpx.RemoteProtocolError, match="without"):
        wire.http.post(MESSAGES, json={"text": "never"})
    assert (wire.fake.requests.last.status, wire.fake.requests.last.happened) == (None, False)
    assert wire.fake.requests.last.json == {"text": "never"}
    assert "never" not in _texts(wire.fake)
    wire.get("/v1/accounts")


@pytest.mark.parametrize("outcome", [{"hang": True}, {"delay": 30}])
def test_a_connection_that_waits_ends_with_the_server(outcome: dict[str, Any]) -> None:
    with FakeBeeper() as fake, socket.socket() as client:
        rule = fake.fail(**outcome)
        url = httpx.URL(fake.url)
        client.settimeout(5)
        client.connect((url.host, url.port))
        client.sendall(b"GET /v1/info HTTP/1.1\r\nhost: x\r\n\r\n")
        while not rule.hits:
            time.sleep(0.001)
        before = time.monotonic()
        fake.stop()
        assert (client.recv(1), time.monotonic() - before < 0.9) == (b"", True)
    assert fake.requests.last.status is None


def test_a_body_is_cut_after_so_many_bytes(wire: Wire) -> None:
    whole = wire.http.get("/v1/accounts").content
    for count in (0, 7, len(whole) - 1):
        with wire.fake.fail("accounts.list", cut_after=count, times=1):
            parts: list[bytes] = []
            with pytest.raises(httpx.RemoteProtocolError), wire.http.stream("GET", "/v1/accounts") as answer:
                parts.extend(answer.iter_raw())
            assert (answer.status_code, b"".join(parts)) == (200, whole[:count])
    with wire.fake.fail("accounts.list", cut_after=len(whole), optional=True) as rule:
        assert wire.http.get("/v1/accounts").content == whole
    assert rule.hits == 0


def test_a_chosen_body_is_cut_as_well(wire: Wire) -> None:
    wire.fake.fail(status=503, body="0123456789", cut_after=4, times=1)
    with pytest.raises(httpx.RemoteProtocolError), wire.http.stream("GET", "/v1/accounts") as answer:
        assert answer.read() == b""
    assert answer.status_code == 503


def test_a_delay_alone_only_slows_down(wire: Wire) -> None:
    with wire.fake.fail("messages.send", delay=0.05) as rule:
        before = time.monotonic()
        wire.post(MESSAGES, {"text": "late"})
        assert time.monotonic() - before >= 0.05
    assert (rule.hits, _texts(wire.fake)[-1]) == (1, "late")


def test_who_gives_up_during_a_delay_received_no_response_of_what_was_done(wire: Wire) -> None:
    wire.fake.fail("messages.send", delay=30)
    with pytest.raises(httpx.ReadTimeout):
        wire.http.post(MESSAGES, json={"text": "done"}, timeout=0.05)
    last = wire.fake.requests.last
    assert (last.happened, last.status, last.json) == (True, None, {"text": "done"})
    assert _texts(wire.fake)[-1] == "done"


def test_a_chosen_response_and_a_closed_connection_can_be_late(wire: Wire) -> None:
    before = time.monotonic()
    wire.fake.fail(status=503, delay=0.03, times=1)
    assert wire.http.get("/v1/accounts").status_code == 503
    wire.fake.fail(disconnect=True, delay=0.03, times=1)
    with pytest.raises(httpx.RemoteProtocolError):
        wire.http.get("/v1/accounts")
    assert time.monotonic() - before >= 0.06


def _drawn(seed: int, count: int = 40) -> str:
    with FakeBeeper(seed=seed) as fake, httpx.Client(base_url=fake.url, trust_env=False, verify=False) as http:
        fake.fail("info.retrieve", status=503, probability=0.3)
        fake.fail("info.retrieve", status=500, probability=0.5)
        return "".join(str(http.get("/v1/info").status_code)[2] for _ in range(count))


def test_the_same_seed_gives_the_same_failures() -> None:
    first, again, other = _drawn(1), _drawn(1), _drawn(2)
    assert first == again != other
    assert set(first) == {"0", "3"}


def test_a_reset_begins_the_failures_anew(wire: Wire) -> None:
    rounds: list[list[int]] = []
    for _ in range(2):
        wire.fake.fail("labels.list", status=503, probability=0.5)
        rounds.append([wire.http.get("/v1/labels").status_code for _ in range(20)])
        wire.fake.reset()
    assert rounds[0] == rounds[1]
    assert wire.send("GET", "/v1/labels").status_code == 200


MISTAKES: dict[str, tuple[type[Exception], dict[str, Any], str]] = {
    "a misspelt operation": (ValueError, {"operation": "messages.sned"}, r"did you mean 'messages\.send'"),
    "a resource": (ValueError, {"operation": "message"}, "operation must be the name of an operation"),
    "a status that is none": (ValueError, {"status": 99}, "status must be an int from 200 to 599"),
    "a status as text": (TypeError, {"status": "503"}, "status must be an int from 200 to 599, not str"),
    "headers alone": (ValueError, {"headers": {"a": "b"}}, "headers requires status or body"),
    "a number in headers": (TypeError, {"status": 503, "headers": {"Retry-After": 1}}, "each value of headers must be"),
    "a list of headers": (TypeError, {"status": 503, "headers": [("a", "b")]}, "headers must be a dict of strings"),
    "a line break": (ValueError, {"status": 503, "headers": {"a": "b\r\nc: d"}}, "printable ASCII"),
    "a length": (ValueError, {"status": 503, "headers": {"Content-Length": "3"}}, "must not contain Content-Length"),
    "a body of 204": (ValueError, {"status": 204, "body": "x"}, "body must be omitted with status 204"),
    "a number as body": (TypeError, {"body": 3}, "body must be a dict, list, str or bytes, not int"),
    "NaN": (TypeError, {"body": [float("nan")]}, "body must contain JSON values only"),
    "no JSON": (TypeError, {"body": {"a": object()}}, "body must contain JSON values only"),
    "hang and status": (ValueError, {"hang": True, "status": 503}, "exclude each other"),
    "hang and disconnect": (ValueError, {"hang": True, "disconnect": True}, "exclude each other"),
    "disconnect and cut": (ValueError, {"disconnect": True, "cut_after": 3}, "exclude each other"),
    "performed and slow": (ValueError, {"performed": True, "delay": 1}, "performed requires status"),
    "performed and cut": (ValueError, {"performed": True, "cut_after": 1}, "performed requires status"),
    "a flag as text": (TypeError, {"hang": "no"}, "hang must be True or False, not str"),
    "a cut before the start": (ValueError, {"cut_after": -1}, "cut_after must be an int of at least 0"),
    "a delay backwards": (ValueError, {"delay": -1}, "delay must be from 0 to"),
    "no times": (ValueError, {"times": 0}, "times must be an int of at least 1"),
    "after nothing": (ValueError, {"after": -1}, "after must be an int of at least 0"),
    "a chat as a number": (TypeError, {"chat": 100}, "chat must be a str, not int"),
    "no probability": (ValueError, {"probability": 0}, "probability must be greater than 0 and at most 1"),
    "a probability as text": (TypeError, {"probability": "1"}, "probability must be a number, not str"),
    "optional as text": (TypeError, {"optional": "no"}, "optional must be True or False, not str"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_wrong_argument_or_combination_is_an_error(mistake: str) -> None:
    error, arguments, said = MISTAKES[mistake]
    fake = FakeBeeper()
    with pytest.raises(error, match=said):
        fake.fail(**arguments)
    fake.assert_rules_used()


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_the_async_client_sees_the_same(fake_beeper: FakeBeeper, backend: str) -> None:
    fake_beeper.fail("accounts.list", disconnect=True, times=1)
    fake_beeper.fail("messages.send", status=503, performed=True, times=1)
    fake_beeper.fail("messages.send", status=409, body={"message": "no", "code": "x"}, times=1)

    async def act() -> None:
        async with AsyncBeeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
            assert await beeper.accounts.list()
            with pytest.raises(errors.DeliveryUncertain):
                await beeper.messages.send(BOB, text="in doubt")
            with pytest.raises(errors.ConflictError):
                await beeper.messages.send(BOB, text="never")

    anyio.run(act, backend=backend)
    assert [request.status for request in fake_beeper.requests.of("accounts.list")] == [None, 200]
    fake_beeper.requests.assert_called("messages.send", times=2)
