"""An answer is read no further than `max_response_bytes`, compressed or not."""

from __future__ import annotations

import gzip
import json
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import errors
from beeper_sdk._core.util.override import override
from beeper_sdk._transport.decoders import PIECE, Unreadable, decompressor
from tests.scripted_server import Kind, Script, answer, call, chat


def read(beeper: Any) -> Any:
    return beeper.chats.retrieve("!a:x")


def send(beeper: Any) -> Any:
    return beeper.messages.send("!a:x", text="hi")


def compressed(body: bytes, coding: str = "gzip", status: int = 200) -> Script:
    """A server that gives this body as it is."""

    def serve(_: httpx.Request) -> httpx.Response:
        headers = {"content-type": "application/json", "content-encoding": coding}
        return httpx.Response(status, headers=headers, stream=Once(body))

    return Script(serve)


class Once(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in pieces of 1 kB."""

    def __init__(self, body: bytes) -> None:
        self.pieces = [body[start : start + 1024] for start in range(0, len(body), 1024)]

    @override
    def __iter__(self) -> Any:
        return iter(self.pieces)

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.pieces:
            yield piece


def test_a_longer_answer_is_a_typed_error_and_not_asked_for_again(kind: Kind) -> None:
    server = Script(answer(chat() | {"title": "canary" * 100}))
    with pytest.raises(errors.ResponseTooLarge, match="larger than max_response_bytes \\(500 bytes\\)") as caught:
        call(kind, server, read, max_response_bytes=500)
    assert server.count == 1
    assert "canary" not in str(caught.value)


def test_an_answer_of_just_that_length_is_fine(kind: Kind) -> None:
    length = len(json.dumps(chat()))
    assert call(kind, Script(answer(chat())), read, max_response_bytes=length).title == "t"


def test_a_send_with_too_long_an_answer_is_uncertain(kind: Kind) -> None:
    server = Script(answer({"chatID": "!a:x", "pendingMessageID": "p" * 1000}))
    with pytest.raises(errors.DeliveryUncertain) as caught:
        call(kind, server, send, max_response_bytes=500)
    assert server.count == 1
    assert isinstance(caught.value.__cause__, errors.ResponseTooLarge)


def test_a_bomb_is_not_unpacked_beyond_the_limit(kind: Kind) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    assert len(bomb) < 60_000
    tracemalloc.start()
    try:
        with pytest.raises(errors.ResponseTooLarge):
            call(kind, compressed(bomb), read, max_response_bytes=1_000_000)
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


def test_a_bomb_in_a_bomb_is_not_unpacked_either(kind: Kind) -> None:
    bomb = gzip.compress(gzip.compress(bytes(100_000_000)))
    with pytest.raises(errors.ResponseTooLarge):
        call(kind, compressed(bomb, "gzip, gzip"), read, max_response_bytes=1_000_000)


@pytest.mark.parametrize("coding", ["br", "zstd", "rot13", "gzip, gzip, gzip"])
def test_a_packing_that_was_not_asked_for_cannot_be_read(kind: Kind, coding: str) -> None:
    with pytest.raises(errors.ResponseDecodeError, match="cannot be decompressed"):
        call(kind, compressed(b"{}", coding), read)


@pytest.mark.parametrize("status", [404, 500])
def test_a_refusal_with_a_bomb_is_still_a_refusal(kind: Kind, status: int) -> None:
    with pytest.raises(errors.APIStatusError) as caught:
        call(kind, compressed(gzip.compress(bytes(10_000_000)), status=status), read, max_response_bytes=1000)
    assert caught.value.status == status


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_is_at_least_one_byte(kind: Kind, limit: int) -> None:
    with pytest.raises(ValueError, match="max_response_bytes must be"):
        call(kind, Script(answer()), read, max_response_bytes=limit)


@pytest.mark.parametrize("limit", ["1", 1.5, True])
def test_a_limit_is_a_whole_number(kind: Kind, limit: Any) -> None:
    with pytest.raises(TypeError, match="max_response_bytes must be"):
        call(kind, Script(answer()), read, max_response_bytes=limit)


def test_without_a_limit_anything_is_read(kind: Kind) -> None:
    assert (
        call(kind, compressed(gzip.compress(json.dumps(chat()).encode())), read, max_response_bytes=None).title == "t"
    )


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "deflate without its header": raw_deflate,
    "gzip in two parts": lambda data: gzip.compress(data[: len(data) // 2]) + gzip.compress(data[len(data) // 2 :]),
    "deflate, gzip": lambda data: gzip.compress(zlib.compress(data)),
}


@given(
    data=st.binary(max_size=3000) | st.integers(0, 3 * PIECE).map(bytes),
    how=st.sampled_from(sorted(PACKERS)),
    piece_size=st.integers(2, 5000),
)
def test_whatever_was_packed_comes_out_whatever_the_pieces(data: bytes, how: str, piece_size: int) -> None:
    body = PACKERS[how](data)
    unpack = decompressor(how.split(" ", maxsplit=1)[0] if "," not in how else how)
    assert unpack is not None
    pieces = [
        piece for start in range(0, len(body), piece_size) for piece in unpack.pieces(body[start : start + piece_size])
    ]
    unpack.end()
    assert b"".join(pieces) == data
    assert all(len(piece) <= PIECE for piece in pieces)


@given(data=st.binary(min_size=1, max_size=300), cut=st.integers(1, 20))
def test_what_was_cut_off_does_not_pass_for_whole(data: bytes, cut: int) -> None:
    body = gzip.compress(data)[:-cut]
    unpack = decompressor("gzip")
    assert unpack is not None
    list(unpack.pieces(body))
    with pytest.raises(Unreadable):
        unpack.end()


@given(st.binary(max_size=200))
def test_garbage_is_unreadable_and_nothing_else(garbage: bytes) -> None:
    for coding in ("gzip", "deflate", "gzip, deflate"):
        unpack = decompressor(coding)
        assert unpack is not None
        try:
            list(unpack.pieces(garbage))
            unpack.end()
        except Unreadable:
            continue
