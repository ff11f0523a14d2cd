"""Requests that httpx does not send: other clients do, in other languages."""

from __future__ import annotations

import json
import socket
from urllib.parse import quote

import pytest

from beeper_sdk.testing import FakeBeeper
from tests.testing.wire import Json

H2C = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"
"""What Java's HttpClient adds to its first request."""


def sent(fake: FakeBeeper, *requests: str, parts: int = 1) -> list[tuple[int, Json]]:
    """The statuses and bodies of the responses to requests that are sent at once; the last one closes it."""
    data = "".join(requests).encode()
    size = -(-len(data) // parts)
    with socket.create_connection(("127.0.0.1", int(fake.url.rpartition(":")[2])), timeout=30) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for start in range(0, len(data), size):
            connection.sendall(data[start : start + size])
        received = b""
        while part := connection.recv(65536):
            received += part
    return [response for response in _responses(received) if response[0] >= 200]


def _responses(data: bytes) -> list[tuple[int, Json]]:
    found: list[tuple[int, Json]] = []
    while data:
        head, _, data = data.partition(b"\r\n\r\n")
        lines = head.decode().lower().split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines[1:])
        size = int(headers.get("content-length", 0))
        body, data = data[:size], data[size:]
        found.append((int(lines[0].split()[1]), json.loads(body) if "json" in headers.get("content-type", "") else {}))
    return found


def request(fake: FakeBeeper, line: str, *headers: str, body: str = "", host: str = "localhost:1") -> str:
    """A request of HTTP/1.1 as text."""
    length = f"Content-Length: {len(body)}\r\nContent-Type: application/json\r\n" if body else ""
    known = f"Host: {host}\r\nAuthorization: Bearer {fake.token}\r\n"
    return f"{line} HTTP/1.1\r\n{known}{length}{''.join(headers)}\r\n{body}"


def last(fake: FakeBeeper) -> str:
    return request(fake, "GET /v1/labels", "Connection: close\r\n")


@pytest.mark.parametrize("parts", [1, 2, 7, 40])
def test_an_offer_of_another_protocol_loses_neither_the_body_nor_later_requests(
    fake_beeper: FakeBeeper, parts: int
) -> None:
    chat = fake_beeper.world.add_chat(people=["Bob"], network="WhatsApp")
    path = f"POST /v1/chats/{chat.replace('!', '%21').replace(':', '%3A')}/messages"
    texts = [f"Hi {number}" for number in range(3)]
    posts = [request(fake_beeper, path, H2C, body=json.dumps({"text": text})) for text in texts]
    found = sent(fake_beeper, *posts, last(fake_beeper), parts=parts)
    assert [status for status, _ in found] == [200] * 4
    assert [row["text"] for row in fake_beeper.world.messages(chat)] == texts


def test_an_offer_of_another_protocol_is_possible_with_chunks_and_in_the_last_request(fake_beeper: FakeBeeper) -> None:
    text = '{"content": "aGk="}'
    body = f"4\r\n{text[:4]}\r\n{len(text) - 4:x}\r\n{text[4:]}\r\n0\r\n\r\n"
    chunked = ("Transfer-Encoding: chunked\r\n", "Content-Type: application/json\r\n")
    head = request(fake_beeper, "POST /v1/assets/upload/base64", *chunked, H2C)
    closing = request(fake_beeper, "GET /v1/labels", "Connection: close\r\n", H2C.replace("Connection", "X", 1))
    final = closing.replace("Connection: close", "Connection: close, Upgrade")
    (uploaded, labels) = sent(fake_beeper, head + body, final)
    assert (uploaded[0], uploaded[1]["fileSize"]) == (200, 2)
    assert labels[0] == 200


def test_a_request_must_have_a_host(fake_beeper: FakeBeeper) -> None:
    without = request(fake_beeper, "GET /v1/labels").replace("Host: localhost:1\r\n", "")
    assert [status for status, _ in sent(fake_beeper, without)] == [400]
    assert not fake_beeper.requests


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost:1", ("localhost", 1)),
        ("localhost", ("localhost", 80)),
        ("[::1]", ("[::1]", 80)),
        ("[::1]:23373", ("[::1]", 23373)),
        ("a:b", ("a:b", 80)),
    ],
)
def test_the_address_in_info_is_that_of_the_request(
    fake_beeper: FakeBeeper, host: str, expected: tuple[str, int]
) -> None:
    [(status, found)] = sent(fake_beeper, request(fake_beeper, "GET /v1/info", "Connection: close\r\n", host=host))
    assert status == 200
    assert (found["server"]["hostname"], found["server"]["port"]) == expected


@pytest.mark.parametrize("size", [17_000, 70_000, 300_000])
def test_too_long_a_line_is_431(fake_beeper: FakeBeeper, size: int) -> None:
    found = sent(fake_beeper, request(fake_beeper, f"GET /v1/{'a' * size}", "Connection: close\r\n"))
    assert [status for status, _ in found] == [431]


@pytest.mark.parametrize("version", [None, "4.2.557"])
def test_a_request_that_breaks_off_does_nothing(version: str | None) -> None:
    """Without its body, which is optional, it would archive the chat."""
    with FakeBeeper(world="small", version=version) as fake:
        chat = fake.world.chat("Hiking")["id"]
        path = f"/v1/chats/{quote(chat, safe='')}/archive"
        whole = request(fake, f"POST {path}", body='{"archived": true}')
        with socket.create_connection(("127.0.0.1", int(fake.url.rpartition(":")[2])), timeout=30) as connection:
            connection.sendall(whole.partition("\r\n\r\n")[0].encode() + b"\r\n\r\n")
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(65536):
                pass
        assert fake.world.chat(chat)["isArchived"] is False
        assert [one.operation for one in fake.requests] == ["chats.archive"]
