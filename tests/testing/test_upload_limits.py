"""Uploads that are too large are refused, before they are read if their head says so."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.wire import limits
from tests.testing.wire import Wire


def _answer(fake: FakeBeeper, path: str, length: int, kind: str) -> str:
    """The response to a request of which only the head is sent."""
    address = urlsplit(fake.url)
    assert address.hostname is not None
    with socket.create_connection((address.hostname, address.port or 0), timeout=5) as connection:
        head = f"POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {fake.token}\r\nContent-Type: {kind}\r\n"
        connection.sendall(f"{head}Content-Length: {length}\r\n\r\n".encode())
        answer = b""
        while not answer.endswith(b"}") and (part := connection.recv(65536)):
            answer += part
        return answer.decode()


@pytest.mark.parametrize(
    ("path", "length", "kind"),
    [
        ("/v1/assets/upload", 501_000_001, "multipart/form-data; boundary=b"),
        ("/v1/assets/upload/base64", 751_000_001, "application/json"),
    ],
)
def test_an_upload_is_refused_by_its_head(shared: Wire, path: str, length: int, kind: str) -> None:
    answer = _answer(shared.fake, path, length, kind)
    assert answer.startswith("HTTP/1.1 400 ")
    assert '{"message":"The file is larger than 500 MB","code":"bad_request"}' in answer


def test_a_file_is_refused_by_its_size(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 3)
    wire.ok("POST", "/v1/assets/upload", files={"file": ("a", b"123")})
    wire.rejected("POST", "/v1/assets/upload", 400, files={"file": ("a", b"1234")})
    wire.post("/v1/assets/upload/base64", {"content": "MTIz"})
    wire.rejected("POST", "/v1/assets/upload/base64", 400, json={"content": "MTIzNA=="})


def test_other_bodies_have_no_such_limit(shared: Wire) -> None:
    shared.rejected("POST", "/v1/focus", 422, content=b'{"chatID": 5, "x": "' + b"x" * 2_000_000 + b'"}')
