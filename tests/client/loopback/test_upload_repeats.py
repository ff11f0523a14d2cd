"""What of an upload can be sent again: files that can be rewound, to where they were given."""

from __future__ import annotations

import gzip
import io
import os
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, api, errors
from beeper_sdk._core.util.override import override
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.test_uploads import UPLOADED, part
from tests.scripted_server import Kind, Script, answer, call

CONTENT = b"0123456789" * 10_000
EXPIRED = answer({"message": "expired"}, 401)
MIB = 2**20


def pipe(content: bytes = b"0123456789") -> io.BufferedReader:
    reading, writing = os.pipe()
    os.write(writing, content)
    os.close(writing)
    return os.fdopen(reading, "rb")


def sent(server: Script) -> list[bytes]:
    return [part(request.content)[2] for request in uploads(server)]


def uploads(server: Script) -> list[httpx.Request]:
    """Not the reads that look for the reason of a failure."""
    return [request for request in server.requests if request.method == "POST"]


def failing(error: Exception) -> Callable[[], Any]:
    def fail() -> Any:
        raise error

    return fail


def tokens() -> Callable[[], str]:
    numbers = iter(range(1, 10))
    return lambda: f"t{next(numbers)}"


def at_5() -> io.BytesIO:
    file = io.BytesIO(CONTENT)
    file.seek(5)
    return file


def test_after_a_401_a_file_is_sent_again_from_where_it_was_given(kind: Kind) -> None:
    server = Script(EXPIRED, UPLOADED)
    call(kind, server, lambda b: b.assets.upload(file=at_5()), access_token=tokens())
    assert sent(server) == [CONTENT[5:]] * 2


def test_after_a_401_a_pipe_is_not_sent_again_and_the_next_upload_has_the_new_token(kind: Kind) -> None:
    def twice(beeper: Any) -> Any:
        with pipe() as first, pytest.raises(errors.AuthenticationError, match="the file can be read only once"):
            beeper.assets.upload(file=first)
        with pipe() as second:
            return beeper.assets.upload(file=second)

    async def twice_async(beeper: Any) -> Any:
        with pipe() as first, pytest.raises(errors.AuthenticationError, match="the file can be read only once"):
            await beeper.assets.upload(file=first)
        with pipe() as second:
            return await beeper.assets.upload(file=second)

    no_scopes = answer({"message": "unknown"}, 404)
    server = Script(EXPIRED, no_scopes, no_scopes, UPLOADED)
    call(kind, server, twice if kind == "sync" else twice_async, access_token=tokens())
    assert sent(server) == [b"0123456789"] * 2
    assert [request.headers["authorization"] for request in uploads(server)] == ["Bearer t1", "Bearer t2"]
    assert "content-length" not in server.requests[0].headers


@pytest.mark.parametrize("status", [404, 429, 503])
def test_a_pipe_that_was_read_is_not_sent_again_after_any_status(kind: Kind, status: int) -> None:
    server = Script(answer({"message": "no", "code": "x"}, status), UPLOADED)
    with pipe() as file, pytest.raises(errors.APIError):
        call(kind, server, lambda b: b.assets.upload(file=file))
    assert server.count == 1


class Lost(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Raises, without reading the body, before it passes requests on."""

    def __init__(self, server: Script, *raised: Exception) -> None:
        self._inner = httpx.MockTransport(server)
        self._raised = list(raised)

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self._raised:
            raise self._raised.pop(0)
        return self._inner.handle_request(request)

    @override
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self._raised:
            raise self._raised.pop(0)
        return await self._inner.handle_async_request(request)


def test_a_pipe_that_was_not_read_yet_is_sent_when_the_server_can_be_reached(kind: Kind) -> None:
    server = Script(UPLOADED)
    lost = Lost(server, httpx.ConnectError("refused"), httpx.ConnectTimeout("slow"))
    with pipe() as file:
        call(kind, server, lambda b: b.assets.upload(file=file), transport=lost)
    assert sent(server) == [b"0123456789"]


def send_again(request: Any, beeper: Any) -> Any:
    return beeper.raw(request)


def test_a_request_with_a_pipe_is_sent_once_and_one_with_a_file_as_often_as_wanted(kind: Kind) -> None:
    server = Script(UPLOADED)
    with pipe() as file:
        for given, count in ((at_5(), 2), (file, 1)):
            request = api.assets.upload(file=given)
            for number in range(2):
                if number < count:
                    call(kind, server, partial(send_again, request))
                else:
                    with pytest.raises(errors.APIConnectionError, match="read before and cannot be rewound"):
                        call(kind, server, partial(send_again, request))
    assert sent(server) == [CONTENT[5:], CONTENT[5:], b"0123456789"]


class Repeats(httpx.Auth):
    """Sends each request twice, as digest authentication does."""

    @override
    def auth_flow(self, request: httpx.Request) -> Iterator[httpx.Request]:  # type: ignore[override]
        yield request
        yield request


def test_an_httpx_client_that_repeats_a_request_sends_all_of_it_or_fails(fake_beeper: FakeBeeper) -> None:
    with httpx.Client(auth=Repeats(), trust_env=False) as client, pipe() as file:
        beeper = Beeper(fake_beeper.token, base_url=fake_beeper.url, http_client=client)
        assert beeper.assets.upload(file=at_5()).file_size == len(CONTENT) - 5
        with pytest.raises(errors.DeliveryUncertain, match="it was read before and cannot be rewound"):
            beeper.assets.upload(file=file)


def test_the_fake_server_receives_files_of_every_kind_whole(fake_beeper: FakeBeeper, tmp_path: Path) -> None:
    packed = tmp_path / "a.gz"
    packed.write_bytes(gzip.compress(CONTENT))

    async def in_async(file: Any) -> float | None:
        async with AsyncBeeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
            return (await beeper.assets.upload(file=file)).file_size

    def in_sync(file: Any) -> float | None:
        with Beeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
            return beeper.assets.upload(file=file).file_size

    for act in (in_sync, lambda file: anyio.run(in_async, file)):
        with gzip.open(packed) as unpacked, pipe() as file, tempfile.TemporaryFile() as nameless:
            nameless.write(CONTENT)
            nameless.seek(7)
            assert act(unpacked) == len(CONTENT)
            assert act(file) == 10
            assert act(nameless) == len(CONTENT) - 7
            assert nameless.closed is False
