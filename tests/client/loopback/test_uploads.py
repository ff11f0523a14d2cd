"""Uploads: paths, bytes and open files, with or without a name. A path is open only while it is sent."""

from __future__ import annotations

import gc
import io
import os
import re
import warnings
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, Hooks, errors
from beeper_sdk._core.util.override import override
from beeper_sdk.testing import FakeBeeper
from tests.scripted_server import Kind, Script, answer, call

CONTENT = os.urandom(200_000)
UPLOADED = answer({"uploadID": "up-1"})
FORMS: list[tuple[Callable[[Path], Any], str, str]] = [
    (lambda path: path, "photo é.png", "image/png"),
    (str, "photo é.png", "image/png"),
    (lambda path: path.read_bytes(), "upload", "application/octet-stream"),
    (lambda path: bytearray(path.read_bytes()), "upload", "application/octet-stream"),
    (lambda path: memoryview(path.read_bytes()), "upload", "application/octet-stream"),
    (lambda path: path.open("rb"), "photo é.png", "image/png"),
    (lambda path: io.BytesIO(path.read_bytes()), "upload", "application/octet-stream"),
    (lambda path: ("a.pdf", path), "a.pdf", "application/pdf"),
    (lambda path: ("a.pdf", str(path)), "a.pdf", "application/pdf"),
    (lambda path: ("a.pdf", bytearray(path.read_bytes())), "a.pdf", "application/pdf"),
    (lambda path: ("a.pdf", path.open("rb")), "a.pdf", "application/pdf"),
    (lambda path: ("a", path, "audio/ogg"), "a", "audio/ogg"),
    (lambda path: ("a", path.read_bytes(), "audio/ogg"), "a", "audio/ogg"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "photo é.png"
    found.write_bytes(CONTENT)
    return found


def part(body: bytes) -> tuple[str, str, bytes]:
    head, _, rest = body.partition(b"\r\n\r\n")
    name = re.search(r'filename="([^"]*)"', head.decode())
    kind = re.search(r"Content-Type: (\S+)", head.decode())
    assert name
    assert kind
    return name[1], kind[1], rest[: rest.rindex(b"\r\n--")]


@pytest.mark.parametrize(("form", "name", "media_type"), FORMS)
def test_every_form_sends_the_bytes_with_a_name_and_a_type(
    kind: Kind, path: Path, form: Callable[[Path], Any], name: str, media_type: str
) -> None:
    server = Script(UPLOADED)
    given = form(path)
    assert call(kind, server, lambda b: b.assets.upload(file=given)).upload_id == "up-1"
    sent_name, sent_type, sent_bytes = part(server.requests[0].content)
    assert (sent_name, sent_type) == (name, media_type)
    assert sent_bytes == CONTENT
    for opened in given if isinstance(given, tuple) else (given,):
        if isinstance(opened, io.BufferedReader):
            opened.close()


def test_a_path_is_sent_whole_again_when_the_connection_fails(kind: Kind, path: Path) -> None:
    server = Script(httpx.ConnectError("refused"), UPLOADED)
    assert call(kind, server, lambda b: b.assets.upload(file=path)).upload_id == "up-1"
    assert [part(request.read())[2] for request in server.requests[1:]] == [CONTENT]


def is_open(path: Path) -> bool:
    found: set[Path] = set()
    for number in Path("/proc/self/fd").iterdir():
        with suppress(OSError):  # the descriptor of this listing
            found.add(number.readlink())
    return path in found


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="lists open files by /proc")
def test_nothing_stays_open(path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        for server in (Script(UPLOADED), Script(httpx.ConnectError("refused")), Script(answer(None, 413))):
            with Beeper("t", transport=httpx.MockTransport(server)) as beeper, suppress(errors.BeeperError):
                beeper.assets.upload(file=path)
            gc.collect()
            assert not is_open(path)


@pytest.mark.parametrize(
    ("given", "error", "reason"),
    [
        ("canary-name.png", FileNotFoundError, "No such file or directory .~ is not expanded; content must be bytes."),
        (Path("canary-name.png"), FileNotFoundError, "No such file or directory"),
        ("", ValueError, "must be the path of a file"),
        (Path(), ValueError, "must be the path of a file"),
        (("a", "canary-name.png"), FileNotFoundError, "No such file or directory"),
        ("canary\0name", ValueError, "null character"),
        ("canary\ud800", ValueError, "lone surrogate"),
    ],
)
def test_a_path_that_cannot_be_read_is_an_error_before_anything_is_sent(
    kind: Kind, given: Any, error: type[Exception], reason: str
) -> None:
    server = Script(UPLOADED)
    with pytest.raises(error, match=rf"file .*({reason})") as caught:
        call(kind, server, lambda b: b.assets.upload(file=given))
    assert "canary" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert server.count == 0


def test_the_fake_server_receives_a_path(fake_beeper: FakeBeeper, path: Path) -> None:
    with Beeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
        upload = beeper.assets.upload(file=path)
        assert (upload.file_name, upload.mime_type, upload.file_size) == ("photo é.png", "image/png", len(CONTENT))
        chat = next(iter(beeper.chats.list()))
        assert beeper.messages.send(chat, attachment={"upload_id": upload}).pending_message_id


class Changing(io.BytesIO):
    """A file whose content changes when it is first read, after its size was determined."""

    def __init__(self, change: Callable[[bytes], bytes]) -> None:
        super().__init__(CONTENT)
        self._change: Callable[[bytes], bytes] | None = change

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        if self._change is not None:
            content, self._change = self._change(CONTENT), None
            self.seek(0)
            self.truncate()
            self.write(content)
            self.seek(0)
        return super().read(size)


@pytest.mark.parametrize(
    "change", [lambda c: c + b"x", lambda c: c[:-1], lambda _: b""], ids=["longer", "less", "empty"]
)
def test_a_file_whose_size_changes_is_an_error_and_is_not_stored(
    fake_beeper: FakeBeeper, change: Callable[[bytes], bytes]
) -> None:
    async def in_async(file: Any) -> None:
        async with AsyncBeeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
            await beeper.assets.upload(file=file)

    with Beeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
        for act in (lambda file: beeper.assets.upload(file=file), lambda file: anyio.run(in_async, file)):
            with pytest.raises(errors.DeliveryUncertain, match="its size changed while it was sent") as caught:
                act(("canary.bin", Changing(change)))
            assert type(caught.value.__cause__) is errors.APIConnectionError
            assert "canary" not in str(caught.value)
    assert not any(
        request.happened for request in fake_beeper.requests.of("assets.upload")
    )  # the server has not received a complete request


class Interrupted(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Reads a part of the request."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.SyncByteStream)
        for number, _ in enumerate(request.stream):
            if number == 2:
                self._act()
        raise AssertionError

    @override
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        number = 0
        async for _ in request.stream:
            number += 1
            if number == 3:
                self._act()
        raise AssertionError


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="lists open files by /proc")
def test_a_path_is_closed_although_the_error_is_kept(kind: Kind, path: Path) -> None:
    def fail(failure: BaseException) -> None:
        raise failure

    failures: list[tuple[BaseException, type[BaseException]]] = [
        (httpx.ReadError(""), errors.DeliveryUncertain),
        (KeyboardInterrupt(), KeyboardInterrupt),
        (RuntimeError(), RuntimeError),
    ]
    for failure, expected in failures:
        with pytest.raises(expected) as caught:
            call(
                kind,
                Script(UPLOADED),
                lambda b: b.assets.upload(file=path),
                transport=Interrupted(partial(fail, failure)),
            )
        assert caught.tb is not None
        assert not is_open(path)


def test_a_path_that_is_shortened_or_deleted_before_it_is_sent_is_an_error(kind: Kind, path: Path) -> None:
    shorten = Interrupted(lambda: os.truncate(path, 1))
    with pytest.raises(errors.DeliveryUncertain, match="its size changed"):
        call(kind, Script(UPLOADED), lambda b: b.assets.upload(file=path), transport=shorten)
    server = Script(UPLOADED)
    with pytest.raises(errors.APIConnectionError, match=r"cannot be read any more .ENOENT.") as caught:
        call(kind, server, lambda b: b.assets.upload(file=path), hooks=Hooks(on_request=lambda _: path.unlink()))
    assert "photo" not in str(caught.value)
    assert server.count == 0
