"""Responses that are too large, as sent or decompressed: they do not fill the memory, and the error says why."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable, Iterator

import pytest

from beeper_sdk import RetryPolicy, errors
from beeper_sdk.testing import FakeBeeper
from tests.faults.calls import calls, retrieve, send, serve
from tests.faults.clients import KINDS, Kind
from tests.faults.fault import Fault, Output
from tests.faults.proxy import FaultProxy
from tests.faults.wire import Reply
from tests.testing.known_chats import BOB

MEBIBYTE = 1 << 20
CAP = 256 << 10
BLANKS = b" " * 8 * MEBIBYTE
"""They compress to 8 kB, and JSON allows them at its end: without a cap, the responses below would be right."""
ROOM = 3 * MEBIBYTE
"""Memory that a call may need besides the cap, including that of the proxy."""
ONE_TRY = RetryPolicy(attempts=1)


def _gzip(reply: Reply) -> bytes:
    return reply.with_body(gzip.compress(reply.body + BLANKS), content_encoding="gzip").whole()


def _deflate(reply: Reply) -> bytes:
    return reply.with_body(zlib.compress(reply.body + BLANKS), content_encoding="deflate").whole()


def _nested(reply: Reply) -> bytes:
    twice = gzip.compress(gzip.compress(reply.body + BLANKS))
    return reply.with_body(twice, content_encoding="gzip, gzip").whole()


def _members(reply: Reply) -> bytes:
    """Many small gzip files in a row, as gzip allows."""
    small = gzip.compress(b" " * (64 << 10)) * 150
    return reply.with_body(gzip.compress(reply.body) + small, content_encoding="gzip").whole()


BOMBS: dict[str, Callable[[Reply], bytes]] = {
    "gzip": _gzip,
    "deflate": _deflate,
    "nested": _nested,
    "members": _members,
}


@pytest.fixture(scope="module")
def running() -> Iterator[tuple[FakeBeeper, FaultProxy]]:
    """One server for all tests here, which add a few messages at most: starting one took half of their time."""
    with FakeBeeper() as fake, FaultProxy(fake.url) as made:
        yield fake, made


@pytest.fixture
def fake_beeper(running: tuple[FakeBeeper, FaultProxy]) -> FakeBeeper:
    running[0].requests.clear()
    return running[0]


@pytest.fixture
def proxy(running: tuple[FakeBeeper, FaultProxy]) -> FaultProxy:
    return running[1]


def answered(raw: bytes) -> Fault:
    """Writes this in place of the server's response."""
    return Fault("bomb", lambda _: Output((raw,), "keep"))


def sample(fake: FakeBeeper) -> Reply:
    """A response to `chats.retrieve` of some size."""
    import httpx

    with httpx.Client(trust_env=False) as client:
        got = client.get(f"{fake.url}/v1/chats/{BOB}", headers={"authorization": f"Bearer {fake.token}"})
    return Reply(200, got.content, (("content-type", "application/json"),))


@pytest.mark.parametrize("bomb", BOMBS)
@pytest.mark.parametrize("kind", KINDS)
def test_decompression_ends_at_the_cap(kind: Kind, bomb: str, fake_beeper: FakeBeeper, proxy: FaultProxy) -> None:
    raw = BOMBS[bomb](sample(fake_beeper))
    assert len(raw) < 400_000
    proxy.plan("", [answered(raw), answered(raw)])
    operations = [retrieve, send("one")]
    tracemalloc.start()
    try:
        options = {"base_url": proxy.url, "retry": ONE_TRY, "max_response_bytes": CAP}
        read, sent = calls(kind, fake_beeper.token, operations, **options)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(read, errors.ResponseTooLarge)
    assert isinstance(read, errors.ResponseDecodeError)
    assert isinstance(sent, errors.DeliveryUncertain)
    assert isinstance(sent.__cause__, errors.ResponseTooLarge)
    assert peak < CAP + len(raw) + ROOM
    assert len(fake_beeper.requests.of("messages.send")) == 1


@pytest.mark.parametrize("form", ["length", "chunks", "until it ends"])
@pytest.mark.parametrize("kind", KINDS)
def test_so_does_reading(kind: Kind, form: str, fake_beeper: FakeBeeper, proxy: FaultProxy) -> None:
    plain = sample(fake_beeper)
    big = plain.with_body(plain.body + b" " * MEBIBYTE)
    raw = {"length": big.whole(), "chunks": big.chunked(9_000), "until it ends": big.head() + big.body}[form]
    proxy.plan("", [Fault("big", lambda _: Output((raw,)))])
    operations = [retrieve, retrieve]
    read, again = calls(kind, fake_beeper.token, operations, base_url=proxy.url, max_response_bytes=CAP)
    assert isinstance(read, errors.ResponseTooLarge)
    assert again.id == BOB


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_just_large_enough_is_read(kind: Kind, fake_beeper: FakeBeeper, proxy: FaultProxy) -> None:
    plain = sample(fake_beeper)
    filled = plain.with_body(plain.body + b" " * (CAP - len(plain.body)))
    more = plain.with_body(filled.body + b" ")
    proxy.plan("", [
        answered(filled.whole()),
        answered(filled.with_body(gzip.compress(filled.body), content_encoding="gzip").whole()),
        answered(more.whole()),
        answered(more.with_body(gzip.compress(more.body), content_encoding="gzip").whole()),
    ])  # fmt: skip
    operations = [retrieve] * 4
    results = calls(kind, fake_beeper.token, operations, base_url=proxy.url, max_response_bytes=CAP)
    assert [type(result).__name__ for result in results] == ["Chat", "Chat", "ResponseTooLarge", "ResponseTooLarge"]


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_is_its_status_however_large_its_page(kind: Kind, fake_beeper: FakeBeeper, proxy: FaultProxy) -> None:
    page = Reply(502, gzip.compress(b"<html>" + BLANKS), (("content-encoding", "gzip"),))
    refusal = Reply(429, b"{}" + b" " * MEBIBYTE)
    proxy.plan("", [answered(page.whole()), answered(refusal.whole())])
    operations = [retrieve, send("one")]
    options = {"base_url": proxy.url, "retry": ONE_TRY, "max_response_bytes": CAP}
    results = calls(kind, fake_beeper.token, operations, **options)
    assert [type(result).__name__ for result in results] == ["InternalServerError", "RateLimitError"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_may_be_larger_but_not_by_decompression(kind: Kind, fake_beeper: FakeBeeper, proxy: FaultProxy) -> None:
    file = Reply(200, b"x" * MEBIBYTE, (("content-type", "video/mp4"),))
    bomb = file.with_body(gzip.compress(file.body), content_encoding="gzip")
    proxy.plan("", [answered(file.whole()), answered(bomb.whole())])
    whole, compressed = calls(kind, fake_beeper.token, [serve, serve], base_url=proxy.url, max_response_bytes=CAP)
    assert whole.data == file.body
    assert isinstance(compressed, errors.ResponseTooLarge)


@pytest.mark.parametrize("value", [0, -1, 1.5, "64", True])
def test_a_cap_is_a_whole_number_of_bytes(value: object) -> None:
    from beeper_sdk import Beeper

    with pytest.raises((TypeError, ValueError), match="max_response_bytes"):
        Beeper("t", max_response_bytes=value)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
