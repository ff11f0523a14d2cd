"""What the fake server remembers of requests: enough to say what arrived, what happened, and what was sent twice."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
from itertools import pairwise
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beeper_sdk import Beeper, errors
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.server.request_body import Intake
from beeper_sdk.testing.wire.requests import Call
from tests.sweeps import examples
from tests.testing.known_chats import BOB, group
from tests.testing.wire import Wire, enc

MESSAGES = f"/v1/chats/{enc(BOB)}/messages"


def test_what_arrived_and_what_happened_are_two_things(wire: Wire) -> None:
    wire.post(MESSAGES, {"text": "done"})
    wire.rejected("POST", MESSAGES, 422, json={"text": 7})
    with wire.fake.quirk("send_then_500"):
        wire.rejected("POST", MESSAGES, 500, json={"text": "done, and denied"})
    with wire.fake.quirk("server_error"):
        wire.rejected("POST", MESSAGES, 500, json={"text": "never"})
    with wire.fake.quirk("send_then_hang"), pytest.raises(httpx.ReadTimeout):
        wire.http.post(MESSAGES, json={"text": "done in silence"}, timeout=0.15)
    with Wire(wire.fake, "") as anyone:
        anyone.rejected("POST", MESSAGES, 401, json={"text": "never"})
    sent = wire.fake.requests.of("messages.send")
    assert [(request.happened, request.status) for request in sent] == [
        (True, 200),
        (False, 422),
        (True, 500),
        (False, 500),
        (True, None),
        (False, 401),
    ]
    assert {request.effect for request in sent} == {"once"}
    assert all(len(request.fingerprint) == 16 for request in sent)


def test_the_effect_of_an_operation_is_that_of_the_spec(wire: Wire) -> None:
    wire.get("/v1/accounts")
    wire.post("/v1/chats/100/archive")
    wire.send("GET", "/nothing")
    assert [request.effect for request in wire.fake.requests] == ["read", "idempotent", "read"]


def test_a_v0_answer_without_success_is_nothing_that_happened(wire: Wire) -> None:
    locked = next(chat["id"] for chat in wire.fake.world.chats() if chat.get("isReadOnly"))
    wire.post("/v0/send-message", {"chatID": locked, "text": "x"})
    wire.post("/v0/send-message", {"chatID": BOB, "text": "x"})
    assert [request.happened for request in wire.fake.requests] == [False, True]


def test_the_same_content_twice_is_a_repeat_and_no_other(wire: Wire) -> None:
    for text in ("one", "two"):
        wire.post(MESSAGES, {"text": text})
    wire.post(f"/v1/chats/{enc(group(wire.fake)['id'])}/messages", {"text": "one"})
    for _ in range(2):
        wire.get("/v1/accounts")
        wire.post("/v1/chats/100/archive")
    assert wire.fake.requests.repeated() == []
    with wire.fake.quirk("server_error"):
        wire.rejected("POST", MESSAGES, 500, json={"text": "two"})
    assert [request.operation for request in wire.fake.requests.repeated()] == ["messages.send"]
    wire.fake.requests.clear()
    assert wire.fake.requests.repeated() == []


def test_the_same_file_is_the_same_whatever_the_boundary_of_its_form(wire: Wire) -> None:
    for data in (b"a" * 300_000, b"a" * 300_000, b"b"):
        wire.ok("POST", "/v1/assets/upload", files={"file": ("a.bin", data)})
    first, second, third = wire.fake.requests
    assert first.fingerprint == second.fingerprint != third.fingerprint
    assert wire.fake.requests.repeated() == [second]


def test_the_body_of_a_refused_request_is_read_unless_it_is_much(wire: Wire) -> None:
    wire.fake.quirk("server_error")
    for size in (1000, 1000, 2 << 20, 2 << 20):
        wire.http.post("/v1/assets/upload/base64", content=(b"a" * 500 for _ in range(size // 500)))
        wire.http.post("/v1/assets/upload/base64", content=b"b" * size)
    known = [len(request.fingerprint) for request in wire.fake.requests]
    assert known == [16, 16, 16, 16, 0, 0, 0, 0]
    assert [request.fingerprint for request in wire.fake.requests.repeated()] == [
        request.fingerprint for request in wire.fake.requests[2:4]
    ]


def test_a_request_cut_off_on_its_way_arrived_and_nothing_happened(
    wire: Wire, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    body = json.dumps({"text": "half"}).encode()
    url = httpx.URL(wire.fake.url)
    head = f"POST {MESSAGES} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {wire.fake.token}\r\n"
    head += f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    with socket.create_connection((url.host, url.port or 0)) as connection:
        connection.sendall(head.encode() + body[:5])
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(1) == b""
    wire.post(MESSAGES, {"text": "half"})
    cut, whole = wire.fake.requests
    assert (cut.fingerprint, cut.happened, whole.happened) == ("", False, True)
    assert wire.fake.requests.repeated() == []
    assert wire.fake.token not in caplog.text
    assert not [record for record in caplog.records if record.name.startswith("beeper_sdk")]


def test_the_sdk_sends_once_what_is_in_doubt(fake_beeper: FakeBeeper, beeper: Beeper) -> None:
    fake_beeper.quirk("send_then_500")
    for text in ("a", "b"):
        with pytest.raises(errors.DeliveryUncertain):
            beeper.messages.send(BOB, text=text)
    assert [request.happened for request in fake_beeper.requests.of("messages.send")] == [True, True]
    assert fake_beeper.requests.repeated() == []


@settings(max_examples=examples(25), deadline=None)
@given(
    body=st.binary(max_size=60),
    cuts=st.lists(st.integers(0, 80), max_size=4),
    other_cuts=st.lists(st.integers(0, 80), max_size=4),
)
def test_how_a_form_is_cut_into_pieces_does_not_matter(body: bytes, cuts: list[int], other_cuts: list[int]) -> None:
    assert _fingerprint(body, b"----aaaa", cuts) == _fingerprint(body, b"----bb", other_cuts)
    assert _fingerprint(body + b"!", b"----aaaa", cuts) != _fingerprint(body, b"----aaaa", cuts)


def _fingerprint(body: bytes, boundary: bytes, cuts: list[int]) -> str:
    """Of a form whose only part is a body, arriving in pieces."""
    form = b"--" + boundary + b"\r\n\r\n" + body + b"\r\n--" + boundary + b"--\r\n"
    offsets = [0, *sorted(min(cut, len(form)) for cut in cuts), len(form)]
    pieces = [form[start:end] for start, end in pairwise(offsets)]
    messages: list[dict[str, Any]] = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces]
    messages[-1]["more_body"] = False
    headers = {"content-length": str(len(form)), "content-type": f"multipart/form-data; boundary={boundary.decode()}"}

    async def receive() -> dict[str, Any]:
        return messages.pop(0)

    intake = Intake(Call("POST", "/x", "", headers, None), receive)
    asyncio.run(intake.drain())
    return intake.fingerprint
