"""Texts, a number and an ID that have an outcome of their own, for clients that cannot call ``fail``."""

from __future__ import annotations

import time

import pytest

from beeper_sdk import Beeper, errors
from beeper_sdk.testing import FakeBeeper
from tests.testing.known_chats import BOB
from tests.testing.wire import Json, Wire, enc

MESSAGES = f"/v1/chats/{enc(BOB)}/messages"
NOBODY, NOWHERE = "+15550199999", "!missing:beeper.local"


def _newest(wire: Wire) -> Json:
    newest: Json = wire.get(MESSAGES)["items"][0]
    return newest


@pytest.mark.parametrize("status", [400, 404, 429, 500, 503, 599])
def test_a_send_fails_with_the_status_that_its_text_names(wire: Wire, status: int) -> None:
    text = f"FAIL: {status} please"
    assert wire.http.post(MESSAGES, json={"text": text}).status_code == status
    old = wire.http.post("/v0/send-message", json={"chatID": BOB, "text": text})
    assert (old.status_code, "error" in old.json()) == (200 if status == 400 else status, True)
    assert _newest(wire).get("text") != text


@pytest.mark.parametrize("outcome", ["permanent", "retriable"])
def test_a_message_ends_with_the_status_that_its_text_names(wire: Wire, outcome: str) -> None:
    wire.post(MESSAGES, {"text": f"FAIL: {outcome}"})
    assert _newest(wire)["sendStatus"]["status"] == f"FAIL_{outcome.upper()}"
    wire.post("/v0/send-message", {"chatID": BOB, "text": f"FAIL: {outcome} again"})
    assert _newest(wire)["sendStatus"] != {}


def test_a_message_is_pending_until_its_chat_is_read_for_the_second_time(wire: Wire) -> None:
    wire.post(MESSAGES, {"text": "PENDING: hi"})
    first, second = _newest(wire), _newest(wire)
    assert second.get("sendStatus") != first["sendStatus"]
    assert first["sendStatus"]["status"] == "PENDING"


def test_a_send_takes_the_time_that_its_text_names(wire: Wire) -> None:
    before = time.monotonic()
    wire.post(MESSAGES, {"text": "SLOW: 0.05 hi"})
    assert time.monotonic() - before >= 0.05
    assert _newest(wire)["text"] == "SLOW: 0.05 hi"


@pytest.mark.parametrize(
    "text",
    ["FAIL", "FAIL: my build", "FAIL: 5031", "FAIL: 200", "FAIL: permanently", "fail: 503", " FAIL: 503", "FAIL:503",
     "SLOW: down", "SLOW: 100", "PENDING:hi", "SLOW: -1"],
)  # fmt: skip
def test_any_other_text_is_an_ordinary_message(wire: Wire, text: str) -> None:
    before = time.monotonic()
    wire.post(MESSAGES, {"text": text})
    assert time.monotonic() - before < 0.9
    newest = _newest(wire)
    assert newest["text"] == text
    assert newest.get("sendStatus", {"status": "SUCCESS"})["status"] == "SUCCESS"


def test_a_number_and_a_chat_are_never_found(shared: Wire) -> None:
    for account in shared.get("/v1/accounts"):
        account_id = account["accountID"]
        assert shared.get(f"/v1/accounts/{enc(account_id)}/contacts", query=NOBODY)["items"] == []
        shared.rejected("POST", "/v1/chats/start", 404, json={"accountID": account_id, "user": {"phoneNumber": NOBODY}})
    assert shared.get("/v1/chats/search", query=NOBODY)["items"] == []
    shared.rejected("GET", f"/v1/chats/{enc(NOWHERE)}", 404)
    shared.rejected("POST", f"/v1/chats/{enc(NOWHERE)}/messages", 404, json={"text": "x"})


def test_our_client_reports_what_the_text_asks_for(fake_beeper: FakeBeeper, beeper: Beeper) -> None:
    with pytest.raises(errors.ConflictError):
        beeper.messages.send(BOB, text="FAIL: 409")
    fake_beeper.requests.assert_called("messages.send", times=1, json={"text": "FAIL: 409"})
