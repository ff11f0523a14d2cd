"""What is wrong in a request is said, with the argument, and nothing has changed then."""

from __future__ import annotations

import json
from typing import Any

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.testing.control.examples import BOB, Json
from tests.testing.control.remote import Remote

WRONG: list[tuple[str, Any, str | None, str]] = [
    ("/world/receive", {"chat_id": BOB}, "text", "text must be given; it must be a string"),
    ("/world/receive", {"chat_id": BOB, "txt": "hi"}, "txt", "receive has no argument 'txt'; did you mean 'text'?"),
    ("/world/receive", {"chat_id": 5, "text": "hi"}, "chat_id", "chat_id must be a string"),
    ("/world/receive", {"chat_id": BOB, "text": "", "a": 1}, "a", "there are chat_id, text, sender_id"),
    ("/world/receive", {"chat_id": None, "text": "hi"}, "chat_id", "chat_id must be a string"),
    ("/world/backfill", {"chat": BOB, "count": 0}, "count", "count must be an integer of at least 1"),
    ("/world/add_messages", {"chat_id": BOB, "count": True}, "count", "count must be an integer"),
    ("/world/add_messages", {"chat_id": BOB, "count": 1.5}, "count", "count must be an integer"),
    ("/world/add_chat", {"people": "Bob"}, "people", "people must be a list of which each item is a string"),
    ("/world/add_chat", {"people": ["Bob", 1]}, "people", "people must be a list of which each item is a string"),
    ("/people/Bob/send", {"chat": BOB}, None, "a message needs a text or a file"),
    ("/people/Bob/send", {"chat": BOB, "text": ""}, "text", "text must not be empty"),
    ("/people/Bob/send", {"chat": BOB, "text": "hi", "at": "noon"}, "at", "at must be a date and time in ISO 8601"),
    ("/people/Bob/send", {"chat": BOB, "text": "hi", "at": {"weeks": 1}}, "at", 'an object such as {"hours": 5}'),
    ("/people/Bob/send", {"chat": BOB, "text": "hi", "at": {}}, "at", "at must be"),
    ("/people/Bob/send", {"chat": BOB, "text": "hi", "at": {"days": 1e300}}, "at", "at must be"),
    (
        "/people/Bob/send",
        {"chat": BOB, "text": "hi", "at": "2026-01-01T00:00:00"},
        "at",
        "at must have a time zone, such as Z",
    ),
    ("/people/Bob/send", {"chat": BOB, "text": "hi", "at": -60}, "at", "at must not be in the future"),
    ("/people/Bob/send", {"chat": BOB, "file": "/etc/passwd"}, "file", "one of image, gif, sticker, voice, audio"),
    ("/people/Bob/send", {"chat": BOB, "file": "pyproject.toml"}, "file", 'a file as {"name": …, "base64": …}'),
    ("/people/Bob/send", {"chat": BOB, "file": {"name": "a", "base64": "!"}}, "file", "file must be a file"),
    ("/people/Bob/send", {"chat": BOB, "file": {"name": "a"}}, "file", "file must be a file"),
    ("/people/Bob/send", {"chat": BOB, "file": ["a", "b"]}, "file", "file must be a file"),
    ("/reset", {"world": "folder/world.json"}, "world", "world must be one of demo, small, empty"),
    ("/reset", {"control": False}, "control", "reset has no argument 'control'"),
    ("/reset", {"version": "old"}, "version", "version must be an app version such as 4.2.808"),
    ("/reset", {"websocket_pings": [1]}, "websocket_pings", "websocket_pings must be a list of 2"),
    ("/reset", {"state": "a", "world": "small"}, "world", "world and seed must be omitted with a state"),
    ("/clock/advance", {"hours": -1}, None, "a clock cannot be moved back"),
    ("/clock/advance", {"by": 5, "hours": 1}, None, "pass either a duration or its parts"),
    ("/clock/advance", {"hours": "1"}, "hours", "hours must be a number"),
    ("/clock/set", {"moment": "2100-01-01T00:00:00"}, "moment", "moment must have a time zone, such as Z"),
    ("/clock/set", {"moment": "2000-01-01T00:00:00Z"}, "moment", "moment must not be earlier than now"),
    ("/fail", {"status": 99}, "status", "status must be"),
    ("/fail", {"status": 500, "hang": True}, None, "hang"),
    ("/fail", {"headers": {"A": 1}}, "headers", "headers must be an object or null"),
    ("/chaos", {}, "seed", "seed must be given; it must be an integer"),
    ("/tokens", {"scopes": ["root"]}, "scopes", "scopes must be read or write, not root"),
    ("/consent", {"url": "file:///etc/passwd"}, "url", "url must be that of a consent page"),
    ("/consent", {"url": "http://[::1/oauth/authorize"}, "url", "url must be a URL"),
    ("/consent", {"url": "http://x/oauth/authorize?state=a b"}, "url", "url must be percent-encoded"),
    ("/load", {}, None, "the body is not a saved world"),
    ("/websockets/close", {"code": 1005}, "code", "code must be a status code that can be sent"),
]
UNKNOWN: list[tuple[str, str, Json]] = [
    ("POST", "/world/receive", {"chat_id": "Nobody", "text": "hi"}),
    ("POST", "/world/add_chats", {"account_id": "nothing", "count": 1}),
    ("POST", "/world/add_account", {"network": "pigeons"}),
    ("POST", "/world/report", {"chat_id": BOB, "message_id": "0", "status": None}),
    ("POST", "/world/leave", {"chat_id": BOB, "user_id": "@nobody"}),
    ("POST", "/people/Nobody/send", {"chat": BOB, "text": "hi"}),
    ("POST", "/me/edit", {"message": "0", "text": "hi"}),
    ("POST", "/quirks", {"name": "slow_delivry"}),
    ("POST", "/chaos", {"seed": 1, "kinds": ["earthquake"]}),
    ("POST", "/reset", {"state": "kept"}),
    ("DELETE", "/states/kept", {}),
    ("DELETE", "/quirks/slow_delivery", {}),
    ("DELETE", "/rules/0", {}),
    ("POST", "/explode", {}),
]


def _untouched(fake: FakeBeeper) -> object:
    return fake.world.chats(), fake.world.accounts(), fake._handles(), fake.states


@pytest.mark.parametrize(("path", "body", "argument", "message"), WRONG)
def test_a_wrong_argument_is_named(remote: Remote, path: str, body: Any, argument: str | None, message: str) -> None:
    before = _untouched(remote.fake)
    error = remote.refused(422, "POST", path, json=body)
    assert message in error["message"]
    assert (error["code"], error.get("argument")) == ("validation_error", argument)
    assert _untouched(remote.fake) == before


@pytest.mark.parametrize(("method", "path", "body"), UNKNOWN)
def test_an_unknown_name_is_not_found(remote: Remote, method: str, path: str, body: Json) -> None:
    before = _untouched(remote.fake)
    error = remote.refused(404, method, path, json=body)
    assert error["code"] == "not_found"
    assert error["message"].startswith("there is no")
    assert _untouched(remote.fake) == before


def test_parameters_of_a_query_are_checked_too(remote: Remote) -> None:
    assert remote.refused(422, "GET", "/world/messages")["argument"] == "chat_id"
    assert remote.refused(422, "GET", "/world/messages?chat=1")["argument"] == "chat"
    assert remote.refused(422, "GET", "/world/messages?chat_id=1&chat_id=2")["code"] == "validation_error"
    assert remote.refused(404, "GET", "/world/messages?chat_id=nobody")["code"] == "not_found"
    assert (
        remote.refused(422, "GET", "/world/chats?limit=1")["message"] == "chats has no argument 'limit'; there are none"
    )
    assert remote.refused(422, "DELETE", "/requests?all=1")["argument"] == "all"


def test_an_argument_in_the_wrong_place_is_refused_with_the_right_place(remote: Remote) -> None:
    error = remote.refused(422, "POST", "/reset?world=small")
    assert (error["argument"], error["message"]) == ("world", "world must be in the body of the request, once")
    error = remote.refused(422, "GET", "/world/chat", content=b'{"chat_id": "Bob"}')
    assert error["message"] == "chat_id must be in the query of the request, once"


@pytest.mark.parametrize("body", [b"{", b"\xff", b"[" * 100_000, b"1" * 5000])
def test_a_body_that_is_no_json_is_refused(remote: Remote, body: bytes) -> None:
    assert remote.refused(400, "POST", "/reset", content=body)["code"] == "bad_request"


@pytest.mark.parametrize("body", [b"[]", b"null", b'"a"', b"1"])
def test_a_body_must_be_an_object(remote: Remote, body: bytes) -> None:
    error = remote.refused(422, "POST", "/reset", content=body)
    assert error["message"] == "the body must be a JSON object with the arguments"


def test_a_saved_world_must_be_one(remote: Remote) -> None:
    message = remote.refused(422, "POST", "/load", content=b"{")["message"]
    assert message == "the body is not a saved world: it is not JSON"


def test_other_methods_are_listed(remote: Remote) -> None:
    answer = remote.send("PATCH", "/requests")
    assert (answer.status_code, answer.headers["allow"]) == (405, "DELETE, GET")
    assert answer.json()["code"] == "method_not_allowed"


def test_what_is_not_possible_now_is_a_conflict(remote: Remote) -> None:
    error = remote.refused(409, "POST", "/requests/assert_called", json={"operation": "chats.list"})
    assert error["code"] == "assertion_failed"
    assert error["message"].startswith("expected at least 1 request of chats.list, received none")
    remote.fake.quirk("slow_delivery")
    error = remote.refused(409, "POST", "/assert_rules_used")
    assert "slow_delivery never applied" in error["message"]


def test_a_failure_inside_is_a_500_without_details(remote: Remote, monkeypatch: pytest.MonkeyPatch) -> None:
    from beeper_sdk.testing.control import extras

    monkeypatch.setattr(extras, "QUIRKS", None)
    body = remote.refused(500, "GET", "/quirks")
    assert body == {"message": "Internal server error", "code": "internal_server_error"}


@pytest.mark.parametrize("text", ['"\\ud800"', '"\\u0000"', '"💬"', '"\\u2028<b>"'])
def test_odd_texts_pass_through(remote: Remote, text: str) -> None:
    body = f'{{"chat_id": "!bob:small.local", "text": {text}}}'
    answer = remote.send("POST", "/world/receive", content=body.encode())
    assert json.loads(answer.content)["text"] == json.loads(text) == remote.fake.world.messages(BOB)[-1]["text"]
