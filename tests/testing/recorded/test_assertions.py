"""Assertions about recorded requests: what they accept, and what a failure says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import ANY

import pytest

from beeper_sdk.testing import FakeBeeper, Requests
from tests.testing.known_chats import BOB
from tests.testing.wire import Wire, enc

MESSAGES = f"/v1/chats/{enc(BOB)}/messages"
DRAFT = {"text": "d", "attachments": {"a": {"uploadID": "u1"}}}


@pytest.fixture(scope="module")
def requests() -> Iterator[Requests]:
    """Two sends and a search."""
    with FakeBeeper() as fake, Wire(fake) as wire:
        wire.post(MESSAGES, {"text": "hello", "mentions": ["a", "b"], "flag": True})
        wire.post("/v1/chats/101/messages", {"text": "other"})
        wire.get("/v1/chats/search", accountIDs=["local-whatsapp", "x"], limit=3)
        wire.send("POST", "/oauth/introspect", data={"token": "t", "kind": "access"})
        yield fake.requests


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        ("messages.send", {}),
        ("messages_send", {"times": 2}),
        ("messages.send", {"times": 1, "json": {"text": "hello"}}),
        ("messages.send", {"json": {"text": ANY, "mentions": ["a", ANY]}}),
        ("messages.send", {"times": 1, "path_params": {"chatID": "101"}}),
        ("messages.send", {"times": 1, "json": {"text": "hello"}, "path_params": {"chatID": BOB}}),
        ("chats.search", {"params": {"limit": "3", "accountIDs": ["local-whatsapp", "x"]}}),
        ("oauth.introspect", {"form": {"kind": "access"}}),
    ],
)
def test_what_was_received_is_accepted(requests: Requests, operation: str, expected: dict[str, Any]) -> None:
    found = requests.assert_called(operation, **expected)
    assert found.last in requests.of(operation)
    expected.pop("times", None)
    with pytest.raises(AssertionError, match=r"expected no request of .*, received \d"):
        requests.assert_not_called(operation, **expected)


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        ("chats.list", {}),
        ("messages.send", {"json": {"text": "hell"}}),
        ("messages.send", {"json": {"flag": 1}}),
        ("messages.send", {"json": {"mentions": ["a"]}}),
        ("messages.send", {"json": {"missing": None}}),
        ("messages.send", {"json": ["hello"]}),
        ("messages.send", {"path_params": {"chatID": "102"}}),
        ("chats.search", {"params": {"accountIDs": "x"}}),
        ("oauth.introspect", {"json": {"kind": "access"}}),
    ],
)
def test_what_was_not_received_is_not(requests: Requests, operation: str, expected: dict[str, Any]) -> None:
    requests.assert_not_called(operation, **expected)
    with pytest.raises(AssertionError, match="expected at least 1 request of"):
        requests.assert_called(operation, **expected)


def test_a_failure_shows_the_closest_requests_and_how_they_differ(requests: Requests) -> None:
    with pytest.raises(AssertionError) as caught:
        requests.assert_called("messages.send", times=1, json={"text": "hi", "flag": True})
    assert str(caught.value).splitlines() == [
        "expected 1 request of messages.send with json={'text': 'hi', 'flag': True}, received none",
        "2 requests of messages.send received; the closest:",
        f"  POST {MESSAGES}, status 200",
        "    json.text: expected 'hi', got 'hello'",
        "  POST /v1/chats/101/messages, status 200",
        "    json.text: expected 'hi', got 'other'",
        "    json.flag: expected True, but it is missing",
    ]


def test_a_failure_of_a_count_shows_what_was_received(requests: Requests) -> None:
    with pytest.raises(AssertionError) as caught:
        requests.assert_called("messages.send", times=1)
    assert str(caught.value).splitlines() == [
        "expected 1 request of messages.send, received 2",
        f"  POST {MESSAGES}, status 200",
        "  POST /v1/chats/101/messages, status 200",
    ]
    with pytest.raises(AssertionError) as caught:
        requests.assert_called("labels.list")
    assert str(caught.value) == (
        "expected at least 1 request of labels.list, received none; "
        "received: messages.send (2), chats.search (1), oauth.introspect (1)"
    )
    with pytest.raises(AssertionError, match="received none; no request was received at all"):
        Requests().assert_called("labels.list")


def test_a_long_value_is_shortened(requests: Requests) -> None:
    with pytest.raises(AssertionError) as caught:
        requests.assert_called("messages.send", json={"text": "x" * 5000})
    assert len(str(caught.value)) < 1500


@pytest.mark.parametrize("name", ["messages.sned", "message.send", "messages_sned"])
def test_a_misspelt_operation_is_an_error_that_suggests_the_right_one(requests: Requests, name: str) -> None:
    for act in (requests.of, requests.assert_called, requests.assert_not_called):
        with pytest.raises(ValueError, match=r"did you mean 'messages\.send'"):
            act(name)


def test_wrong_arguments_are_errors(requests: Requests) -> None:
    with pytest.raises(ValueError, match="times must be an int of at least 1"):
        requests.assert_called("messages.send", times=0)
    with pytest.raises(IndexError, match=r"no request of labels\.list was received; received: messages\.send \(2\)"):
        _ = requests.of("labels.list").last
    with pytest.raises(IndexError, match="no request was received"):
        _ = Requests().last


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"path_params": {"chat_id": BOB}}, ValueError, "did you mean 'chatID'"),
        ({"path_params": {"chatID": 101}}, TypeError, "each value of path_params must be a str, not int"),
        ({"params": {"limit": 3}}, TypeError, "each value of params must be a str, not int"),
        ({"form": {"kind": True}}, TypeError, "each value of form must be a str, not bool"),
    ],
)
def test_what_no_request_can_have_is_an_error(
    requests: Requests, arguments: Any, error: type[Exception], message: str
) -> None:
    for check in (requests.assert_called, requests.assert_not_called):
        with pytest.raises(error, match=message):
            check("messages.send", **arguments)


def test_bodies_that_were_not_kept_are_no_evidence_of_absence(wire: Wire) -> None:
    wire.post("/v1/assets/upload/base64", {"content": "YWFh" * (1 << 18), "fileName": "big.txt"})
    found = wire.fake.requests
    found.assert_called("assets.upload_base64", times=1)
    with pytest.raises(AssertionError, match="it is not known how many requests"):
        found.assert_not_called("assets.upload_base64", json={"fileName": "big.txt"})
    with pytest.raises(AssertionError, match="it is not known how many requests"):
        found.assert_called("assets.upload_base64", times=1, json={"fileName": "big.txt"})
