"""Rules and quirks cut and delay the bodies of large files without reading more than is sent; clients that hang up."""

from __future__ import annotations

import socket
import threading
from collections.abc import Generator, Iterator
from urllib.parse import urlsplit

import httpx
import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.wire.file_part import PART_BYTES, FilePart
from tests.testing.known_chats import BOB
from tests.testing.media.helpers import DATA, path_to, receive
from tests.testing.wire import Wire

SERVE = "assets.serve"


@pytest.fixture
def path(wire: Wire, reads: list[int]) -> str:
    """Where a large file is served."""
    found = path_to(wire.fake.world.me.send(BOB, file=("big.bin", DATA)))
    del reads[:]
    return found


def _extend(found: bytearray, parts: Iterator[bytes]) -> None:
    for part in parts:
        found += part


def received_before_the_end(wire: Wire, path: str, **headers: str) -> tuple[int, bytes]:
    """The announced size of a body that is cut, and the bytes of it that arrive."""
    found = bytearray()
    with wire.http.stream("GET", path, headers=headers) as response, pytest.raises(httpx.RemoteProtocolError):
        _extend(found, response.iter_raw())
    return int(response.headers["content-length"]), bytes(found)


@pytest.mark.parametrize("cut", [0, 1, PART_BYTES, 1_000_000, len(DATA) - 1])
def test_fail_cuts_a_large_file(wire: Wire, path: str, reads: list[int], cut: int) -> None:
    with wire.fake.fail(SERVE, cut_after=cut):
        assert received_before_the_end(wire, path) == (len(DATA), DATA[:cut])
    assert sum(reads) == cut


def test_fail_cuts_a_range(wire: Wire, path: str) -> None:
    with wire.fake.fail(SERVE, cut_after=500_000):
        found = received_before_the_end(wire, path, range="bytes=1000-1000999")
    assert found == (1_000_000, DATA[1000:501_000])


def test_a_body_that_is_not_longer_is_sent_whole(wire: Wire, path: str) -> None:
    with wire.fake.fail(SERVE, cut_after=len(DATA), optional=True) as rule:
        assert wire.http.get(path).content == DATA
    assert rule.hits == 0


def test_quirks_cut_a_large_file(wire: Wire, path: str, reads: list[int]) -> None:
    half = len(DATA) // 2
    with wire.fake.quirk("cut_off"):
        found = wire.http.get(path)
    assert (found.headers["content-length"], found.content) == (str(half), DATA[:half])
    with wire.fake.quirk("hang_up"):
        assert received_before_the_end(wire, path) == (len(DATA), DATA[:half])
    assert sum(reads) == 2 * half


def test_a_response_in_place_of_the_file_does_not_read_it(wire: Wire, path: str, reads: list[int]) -> None:
    with wire.fake.fail(SERVE, status=503, performed=True):
        assert wire.http.get(path).status_code == 503
    with wire.fake.quirk("asset_502"):
        assert wire.http.get(path).status_code == 502
    assert sum(reads) == 0


def test_a_late_file_is_whole(wire: Wire, path: str) -> None:
    with wire.fake.fail(SERVE, delay=0.01), wire.fake.quirk("serve_untyped"):
        found = wire.http.get(path)
    assert ("content-type" in found.headers, found.content) == (False, DATA)


def test_requests_follow_on_the_same_connection(wire: Wire, path: str) -> None:
    for _ in range(3):
        assert wire.http.get(path).content == DATA
        assert wire.http.head(path).headers["content-length"] == str(len(DATA))
        assert wire.http.get(path, headers={"range": "bytes=-5"}).content == DATA[-5:]


def test_a_client_that_hangs_up_ends_the_sending(fake_beeper: FakeBeeper, monkeypatch: pytest.MonkeyPatch) -> None:
    sent, ended = [0], threading.Event()
    parts = FilePart.parts

    def counted(part: FilePart) -> Generator[bytes]:
        try:
            for sent[0], found in enumerate(parts(part)):
                yield found
        finally:
            ended.set()

    monkeypatch.setattr(FilePart, "parts", counted)
    data = DATA * 20
    path = path_to(fake_beeper.world.me.send(BOB, file=("big.bin", data)))
    at = urlsplit(fake_beeper.url)
    with socket.create_connection((at.hostname or "", at.port or 0), timeout=30) as connection:
        head = f"GET {path} HTTP/1.1\r\nHost: {at.netloc}\r\nAuthorization: Bearer {fake_beeper.token}\r\n\r\n"
        connection.sendall(head.encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 200 ")
        assert not ended.is_set()
    assert ended.wait(30)
    assert sent[0] < len(data) // PART_BYTES - 10
    assert receive(fake_beeper, path).size == len(data)
