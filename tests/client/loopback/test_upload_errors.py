"""Files that cannot be sent, and what the HTTP libraries raise: errors of ours, before anything is sent if possible."""

from __future__ import annotations

import io
import os
import ssl
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import h11
import httpcore
import httpx
import pytest

from beeper_sdk import api, errors
from tests.client.loopback.test_upload_repeats import CONTENT, Lost, at_5, failing
from tests.client.loopback.test_uploads import UPLOADED, part
from tests.scripted_server import Kind, Script, call


class Odd:
    """A file object of the user's whose read() is wrong at its second call."""

    def __init__(self, second: Callable[[], Any]) -> None:
        self._second = second
        self._count = 0

    def read(self, _: int = -1) -> Any:
        self._count += 1
        return b"x" if self._count == 1 else self._second()


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        (lambda: "canary", r"its read\(\) returned str, not bytes"),
        (lambda: None, r"its read\(\) returned NoneType, not bytes"),
        (failing(OSError(5, "canary")), r"it cannot be read any more \(EIO\)"),
        (failing(ValueError("I/O operation on closed file: canary")), r"it cannot be read any more \(ValueError\)"),
        (failing(RuntimeError("canary")), r"it cannot be read any more \(RuntimeError\)"),
        (failing(StopIteration("canary")), r"it cannot be read any more \(RuntimeError\)"),
    ],
)
def test_a_file_object_that_fails_while_it_is_sent_is_an_error_of_ours(
    kind: Kind, second: Callable[[], Any], reason: str
) -> None:
    server = Script(UPLOADED)
    with pytest.raises(errors.DeliveryUncertain, match=f"the file cannot be sent: {reason}") as caught:
        call(kind, server, lambda b: b.assets.upload(file=("a", Odd(second))))
    assert "canary" not in f"{caught.value}{caught.value.__cause__}"
    assert server.count == 0  # the mock reads the body before it responds


def test_a_file_that_is_closed_before_it_is_sent_is_certainly_not_sent(kind: Kind) -> None:
    server, file = Script(UPLOADED), io.BytesIO(CONTENT)
    request = api.assets.upload(file=file)
    file.close()
    with pytest.raises(errors.APIConnectionError, match=r"it cannot be read any more \(ValueError\)"):
        call(kind, server, lambda b: b.raw(request))
    assert server.count == 0


@pytest.mark.parametrize(
    "raised",
    [
        h11.LocalProtocolError("canary"),
        httpcore.WriteError("canary"),
        httpcore.ConnectionNotAvailable("canary"),
        anyio.BrokenResourceError("canary"),
        anyio.BusyResourceError("canary"),
        anyio.ClosedResourceError("canary"),
        ssl.SSLError("canary"),
        httpx.StreamConsumed(),
        BrokenPipeError(32, "canary"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_the_http_libraries_raise_is_an_error_of_ours(kind: Kind, raised: Exception) -> None:
    for act, expected in (
        (lambda b: b.assets.upload(file=at_5()), errors.DeliveryUncertain),
        (lambda b: b.accounts.list(), errors.APIConnectionError),
    ):
        server = Script(UPLOADED)
        with pytest.raises(expected) as caught:
            call(kind, server, act, transport=Lost(server, *[raised] * 3))
        assert "canary" not in f"{caught.value}{caught.value.__cause__}"
        assert server.count == 0


class AsyncFile:
    async def read(self, _: int = -1) -> bytes:
        return b""


def at_end() -> io.BytesIO:
    file = io.BytesIO(CONTENT)
    file.seek(0, os.SEEK_END)
    return file


@pytest.mark.parametrize(
    ("given", "error", "reason"),
    [
        (("a\r\nX-Evil: 1", b"x"), ValueError, "without control characters"),
        (("a\x1bb", b"x"), ValueError, "without control characters"),
        (("a\x7fb", b"x"), ValueError, "without control characters"),
        (("a\u2028b", b"x"), ValueError, "without control characters"),
        (("a\ud800b", b"x"), ValueError, "without control characters and lone surrogates"),
        (("", b"x"), ValueError, "a file name that is not empty"),
        (("a", b"x", "image/png\r\nX-Evil: 1"), ValueError, "a content type of printable ASCII"),
        (("a", b"x", "image/png\n; q=1"), ValueError, "a content type of printable ASCII"),
        (("a", b"x", "imäge/png"), ValueError, "a content type of printable ASCII"),
        (("a", b"x", 'image/png"'), ValueError, "a content type of printable ASCII"),
        (("a", b"x", "image"), ValueError, "a content type of printable ASCII"),
        (("a", b"x", ""), ValueError, "a content type of printable ASCII"),
        (("a", b"x", "image/\ud800"), ValueError, "a content type of printable ASCII"),
        (io.StringIO("x"), TypeError, "not a file opened in text mode"),
        (AsyncFile(), TypeError, "not AsyncFile"),
        (at_end(), ValueError, r"it is at its end, call seek\(0\)"),
        ("/dev/zero", ValueError, "a regular file, not of a pipe or device; pass it opened with 'rb'"),
    ],
)
def test_a_file_that_cannot_be_sent_is_an_error_before_anything_is_sent(
    kind: Kind, given: Any, error: type[Exception], reason: str
) -> None:
    server = Script(UPLOADED)
    with pytest.raises(error, match=f"^file must .*{reason}") as caught:
        call(kind, server, lambda b: b.assets.upload(file=given))
    assert "Evil" not in str(caught.value)
    assert server.count == 0


def test_files_in_text_mode_and_pipes_by_path_are_refused(kind: Kind, tmp_path: Path) -> None:
    server = Script(UPLOADED)
    os.mkfifo(tmp_path / "fifo")
    with pytest.raises(ValueError, match="not of a pipe or device"):
        call(kind, server, lambda b: b.assets.upload(file=tmp_path / "fifo"))
    (tmp_path / "a\nb").write_bytes(b"x")
    with pytest.raises(ValueError, match=r"to send it under another name, pass \(file name, file\)"):
        call(kind, server, lambda b: b.assets.upload(file=tmp_path / "a\nb"))
    with tempfile.NamedTemporaryFile("w+") as file, pytest.raises(TypeError, match="text mode"):
        call(kind, server, lambda b: b.assets.upload(file=file))
    assert server.count == 0
    call(kind, server, lambda b: b.assets.upload(file=("b", tmp_path / "a\nb")))
    assert part(server.requests[0].content) == ("b", "application/octet-stream", b"x")


def test_names_are_encoded_as_browsers_do_and_the_type_is_that_of_the_name(kind: Kind) -> None:
    server = Script(UPLOADED)
    call(kind, server, lambda b: b.assets.upload(file=('"é".png', b"x"), file_name="a\r\nb"))
    call(kind, server, lambda b: b.assets.upload(file=("data:text/html,.png", b"x")))
    call(kind, server, lambda b: b.assets.upload(file=("png", b"x")))
    assert part(server.requests[0].content.split(b"a\r\nb\r\n")[1])[:2] == ("%22é%22.png", "image/png")
    assert [part(request.content)[1] for request in server.requests[1:]] == ["image/png", "application/octet-stream"]
