"""A lost connection costs no byte, and no other file is taken for the rest of this one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk import RetryPolicy, errors, models
from beeper_sdk._core.util.override import override
from tests.client.files.receiving.helpers import PNG, act, fake_with_file, receive
from tests.scripted_server import Kind, Script, call

URL = "mxc://beeper.local/x"
HERE = Path()
STATED = models.Attachment.from_dict({"type": "img", "id": URL, "fileSize": len(PNG)})


def part(start: int = 0, end: int | None = None, *, total: int | None = len(PNG), tag: str = '"a"') -> httpx.Response:
    """A part of the file, of which Content-Length is that of the body."""
    content = PNG[start:end]
    size = "*" if total is None else total
    headers = {"content-range": f"bytes {start}-{start + len(content) - 1}/{size}", "etag": tag}
    return httpx.Response(206, headers=headers, content=content)


def whole(end: int | None = None) -> httpx.Response:
    return httpx.Response(200, content=PNG[:end])


class _Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    def __init__(self, content: bytes, error: Exception | None) -> None:
        self.content, self.error = content, error

    @override
    def __iter__(self) -> Iterator[bytes]:
        yield self.content
        if self.error is not None:
            raise self.error

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece


def chunked(content: bytes, error: Exception | None = None) -> Callable[[httpx.Request], httpx.Response]:
    """A response without a size, and what ends it."""
    return lambda _request: httpx.Response(200, stream=_Pieces(content, error))


def read(kind: Kind, server: Callable[[httpx.Request], httpx.Response], source: object = URL, **options: Any) -> bytes:
    content: bytes = call(kind, server, receive(kind, "read", source, HERE), **options).content
    return content


def ranges(script: Script) -> list[str | None]:
    return [request.headers.get("range") for request in script.requests]


@pytest.mark.parametrize("helper", ["save", "open"])
def test_a_file_arrives_after_five_cuts_and_no_byte_is_sent_twice(kind: Kind, helper: str, tmp_path: Path) -> None:
    with fake_with_file() as (fake, message):
        with fake.fail("assets.serve", cut_after=100, times=5) as cuts:
            assert act(kind, fake, receive(kind, helper, message, tmp_path)).content == PNG
        assert cuts.hits == 5
        requested = [request.headers.get("range") for request in fake.requests.of("assets.serve")]
        assert requested == [f"bytes={start}-" for start in (0, 100, 200, 300, 400, 500)]


def test_cuts_that_bring_something_are_never_too_many(kind: Kind) -> None:
    with fake_with_file() as (fake, message), fake.fail("assets.serve", cut_after=20, times=40):
        no_retry = RetryPolicy(attempts=1)
        assert act(kind, fake, receive(kind, "read", message, HERE), retry=no_retry).content == PNG


def test_cuts_that_bring_nothing_end_the_transfer(kind: Kind, tmp_path: Path) -> None:
    with fake_with_file() as (fake, message):
        with (
            fake.fail("assets.serve", cut_after=100, times=1),
            fake.fail("assets.serve", cut_after=0),
            pytest.raises(errors.APIConnectionError),
        ):
            act(kind, fake, receive(kind, "save", message, tmp_path / "new"))
        assert len(fake.requests) == 4
        assert list(tmp_path.iterdir()) == []


def test_a_server_without_ranges_is_asked_again_and_what_was_received_is_skipped(kind: Kind) -> None:
    with fake_with_file() as (fake, message):
        with (
            fake.fail("assets.serve", status=200, body=PNG, cut_after=700, times=1),
            fake.fail("assets.serve", status=200, body=PNG),
        ):
            assert act(kind, fake, receive(kind, "read", message, HERE)).content == PNG
        assert len(fake.requests) == 2


def test_a_whole_file_that_ends_before_what_was_received_is_incomplete(kind: Kind) -> None:
    with fake_with_file() as (fake, message):
        url = str(message.attachments[0].id) if message.attachments else ""
        with (
            fake.fail("assets.serve", status=200, body=PNG, cut_after=700, times=1),
            fake.fail("assets.serve", status=200, body=PNG[:500]),
            pytest.raises(errors.AssetIncomplete, match="changed"),
        ):
            act(kind, fake, receive(kind, "read", url, HERE))


def test_a_body_of_unknown_size_that_ends_before_what_was_received_is_incomplete(kind: Kind) -> None:
    """As from a proxy that sends the file in chunks, without its size."""
    cut = httpx.ReadError("cut")
    script = Script(chunked(PNG[:700], cut), chunked(PNG[:500]))
    with pytest.raises(errors.AssetIncomplete, match="received 700 bytes; the server has no more"):
        read(kind, script)
    assert read(kind, Script(chunked(PNG[:700], cut), chunked(PNG))) == PNG


def test_a_part_that_is_shorter_than_its_range_is_completed(kind: Kind) -> None:
    headers = {"content-range": f"bytes 0-{len(PNG) - 1}/*"}
    script = Script(httpx.Response(206, headers=headers, content=PNG[:400]), part(400, total=None))
    assert read(kind, script) == PNG
    assert ranges(script) == ["bytes=0-", "bytes=400-"]


@pytest.mark.parametrize(
    "rest",
    [
        part(400, total=900),
        part(401),
        part(399),
        part(400, tag='"b"'),
        httpx.Response(206, content=PNG[400:]),
        httpx.Response(206, headers={"content-range": "bytes 400-x/844"}, content=PNG[400:]),
        httpx.Response(204),
        httpx.Response(416),
        httpx.Response(200, content=b"\0" * len(PNG)),
        httpx.Response(200, content=PNG + b"more"),
    ],
    ids=[
        "total",
        "too far",
        "too early",
        "tag",
        "no range",
        "odd range",
        "no content",
        "no such part",
        "other bytes",
        "other length",
    ],
)
def test_a_file_that_changed_meanwhile_is_an_error(kind: Kind, rest: httpx.Response) -> None:
    script = Script(part(0, 400), rest)
    with pytest.raises(errors.AssetIncomplete) as caught:
        read(kind, script)
    assert (caught.value.received, script.count) == (400, 2)


def test_a_body_that_was_cut_with_its_length_is_completed(kind: Kind) -> None:
    script = Script(part(0, 400), part(400, 401), part(401))
    assert read(kind, script) == PNG
    assert ranges(script) == ["bytes=0-", "bytes=400-", "bytes=401-"]


def test_without_ranges_the_size_of_the_message_shows_that_a_part_is_missing(kind: Kind) -> None:
    script = Script(whole(400))
    with pytest.raises(errors.AssetIncomplete) as caught:
        read(kind, script, STATED)
    assert (caught.value.received, caught.value.expected, script.count) == (400, 844, 2)
    script = Script(whole(400), part(400, total=None))
    assert read(kind, script, STATED) == PNG


def test_a_server_that_has_less_than_the_message_states_is_not_asked_again(kind: Kind) -> None:
    shorter = httpx.Response(206, headers={"content-range": "bytes 0-399/400"}, content=PNG[:400])
    script = Script(shorter)
    with pytest.raises(errors.AssetIncomplete, match="received 400 of 844 bytes; the server has no more"):
        read(kind, script, STATED)
    assert script.count == 1
    assert read(kind, Script(shorter), URL) == PNG[:400]  # by its URL, there is no stated size
    script = Script(whole(400), httpx.Response(416))
    with pytest.raises(errors.AssetIncomplete):
        read(kind, script, STATED)
    assert script.count == 2


def test_more_than_the_size_that_the_server_states_is_an_error(kind: Kind) -> None:
    longer = httpx.Response(206, headers={"content-range": "bytes 0-99/100"}, content=PNG)
    with pytest.raises(errors.AssetIncomplete, match="the server sent more than the size of the file"):
        read(kind, Script(longer))


def test_a_file_that_is_longer_than_the_message_states_is_complete(kind: Kind) -> None:
    stated = models.Attachment.from_dict({"type": "img", "id": URL, "fileSize": 100})
    assert [read(kind, Script(answer), stated) for answer in (part(), whole())] == [PNG, PNG]


def test_an_empty_file_is_an_error_unless_the_message_states_it(kind: Kind) -> None:
    for length in ({}, {"transfer-encoding": "chunked"}):
        script = Script(httpx.Response(200, headers=length))
        with pytest.raises(errors.AssetIncomplete):
            read(kind, script)
        assert script.count == 1
    refused = Script(httpx.Response(416), httpx.Response(200))
    stated = models.Attachment.from_dict({"type": "img", "id": URL, "fileSize": 0})
    assert read(kind, refused, stated) == b""
    assert ranges(refused) == ["bytes=0-", None]


def test_a_compressed_file_is_as_long_as_it_is(kind: Kind) -> None:
    import gzip

    packed = httpx.Response(200, headers={"content-encoding": "gzip"}, content=gzip.compress(PNG))
    assert read(kind, lambda _: packed, STATED) == PNG


def test_a_file_that_is_deleted_meanwhile_is_unavailable(kind: Kind) -> None:
    gone = httpx.Response(502, headers={"x-beeper-desktop-version": "4.3.73"}, json={"message": "no", "code": "x"})
    with pytest.raises(errors.AssetUnavailable) as caught:
        read(kind, Script(part(0, 400), gone))
    assert caught.value.status == 502


@given(cuts=st.lists(st.integers(1, len(PNG) - 1), unique=True, max_size=6), ranged=st.booleans())
def test_wherever_it_is_cut_the_same_bytes_arrive(cuts: list[int], ranged: bool) -> None:
    """Bodies that end early. With ranges, or the whole file each time."""
    ends = [*sorted(cuts), len(PNG)]

    def server(request: httpx.Request) -> httpx.Response:
        start = int(request.headers["range"].removeprefix("bytes=").removesuffix("-"))
        end = ends.pop(0)
        return part(start, end) if ranged else whole(end)

    if ranged or len(ends) == 1:
        assert read("sync", server, STATED) == PNG
    else:
        with pytest.raises(errors.AssetIncomplete):  # lengths of whole responses that differ
            read("sync", server, STATED)


def test_under_mixed_failures_a_file_is_whole_or_missing(kind: Kind, tmp_path: Path) -> None:
    outcomes: list[str] = []
    with fake_with_file(content=PNG * 100) as (fake, message):
        for seed in range(20):
            folder = tmp_path / str(seed)
            with fake.chaos(seed, rate=0.6, kinds=("status", "cut", "disconnect")):
                try:
                    outcomes.append("whole")
                    assert act(kind, fake, receive(kind, "save", message, folder)).content == PNG * 100
                    assert [path.name for path in folder.iterdir()] == ["p.png"]
                except errors.APIError as error:
                    outcomes[-1] = type(error).__name__
                    assert not folder.exists()
    print(outcomes)
    assert outcomes.count("whole") >= 5
    assert len(set(outcomes)) >= 2
