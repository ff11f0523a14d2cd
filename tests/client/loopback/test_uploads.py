"""Uploads: paths, bytes and open files, with or without a name. A path is open only while it is sent."""

from __future__ import annotations

import gc
import io
import os
import re
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper, errors
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
