"""The progress of uploads: what was sent, of the whole; on both transports, in the thread of the caller."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from beeper_sdk import errors
from beeper_sdk._core.util.override import override
from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import Kind, Story, arrived, play
from tests.scripted_server import AT_ONCE, Script, answer, call
from tests.testing.known_chats import BOB

CONTENT = bytes(range(256)) * 1_000
UPLOADED = answer({"uploadID": "up-1"})
PIECE = 65_536
WHOLE = [(done, len(CONTENT)) for done in (0, PIECE, 2 * PIECE, 3 * PIECE, len(CONTENT))]


class Seen(list[tuple[int, int | None]]):
    """What was reported."""

    def add(self, done: int, total: int | None) -> None:
        self.append((done, total))


def files(path: Path) -> list[Any]:
    return [CONTENT, path, io.BytesIO(CONTENT), ("a.bin", CONTENT), ("a.bin", path)]


@pytest.fixture
def own() -> Iterator[FakeBeeper]:
    """A server of the test's own: one that is shared may record an upload that was ended only in the next test."""
    with FakeBeeper() as own:
        yield own


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "a.bin"
    found.write_bytes(CONTENT)
    return found


@pytest.mark.parametrize("transport", ["direct", "httpx"])
def test_each_piece_is_reported_where_the_client_was_called(
    kind: Kind, fake: FakeBeeper, path: Path, transport: str
) -> None:
    seen = Seen()
    threads: set[int] = set()

    def progress(done: int, total: int | None) -> None:
        seen.add(done, total)
        threads.add(threading.get_ident())

    def story(beeper: Any) -> Story:
        for file in files(path):
            seen.clear()
            upload = yield beeper.assets.upload(file=file, progress=progress)
            assert (seen, upload.file_size) == (WHOLE, len(CONTENT))
        seen.clear()
        yield beeper.messages.send(BOB, file=path, progress=progress)
        assert seen == WHOLE

    play(kind, fake, story, transport=None if transport == "direct" else "httpx")
    assert threads == {threading.get_ident()}


def test_a_file_of_unknown_size_has_no_total(kind: Kind, fake: FakeBeeper) -> None:
    class Pipe(io.BytesIO):
        @override
        def seekable(self) -> bool:
            return False

        @override
        def tell(self) -> int:
            raise io.UnsupportedOperation

    seen = Seen()

    def story(beeper: Any) -> Story:
        pipe = Pipe(CONTENT)
        yield beeper.messages.send(BOB, file=pipe, progress=seen.add)
        assert seen == [(done, None) for done, _ in WHOLE]
        assert arrived(fake) == ["assets.upload", "messages.send"]

    play(kind, fake, story)


def test_an_empty_file_is_reported(kind: Kind, fake: FakeBeeper) -> None:
    seen = Seen()

    def story(beeper: Any) -> Story:
        yield beeper.assets.upload(file=b"", progress=seen.add)

    play(kind, fake, story)
    assert seen == [(0, 0)]


def test_the_numbers_start_again_with_each_attempt(kind: Kind, path: Path) -> None:
    seen = Seen()
    server = Script(httpx.ConnectError("refused"), UPLOADED)
    call(kind, server, lambda b: b.assets.upload(file=path, progress=seen.add), retry=AT_ONCE)
    assert seen == [*WHOLE, *WHOLE]  # a mock reads the whole body before it fails


@pytest.mark.parametrize("transport", ["direct", "httpx"])
@pytest.mark.parametrize("error", [ZeroDivisionError(), OSError(), TimeoutError(), errors.MissingToken("x")], ids=repr)
def test_what_the_function_raises_ends_the_upload(
    kind: Kind, own: FakeBeeper, path: Path, transport: str, error: Exception
) -> None:
    def progress(done: int, _: int | None) -> None:
        if done:
            raise error

    def story(beeper: Any) -> Story:
        acts: list[Callable[[], Any]] = [
            lambda: beeper.assets.upload(file=path, progress=progress),
            lambda: beeper.messages.send(BOB, file=path, progress=progress),
        ]
        for act in acts:
            with pytest.raises(type(error)) as caught:
                yield act()
            assert caught.value is error
        upload = yield beeper.assets.upload(file=path)
        assert upload.file_size == len(CONTENT)
        assert not own.requests.of("messages.send")

    play(kind, own, story, transport=None if transport == "direct" else "httpx")


async def asynchronous(_done: int, _total: int | None) -> None:
    raise AssertionError("is never awaited")


def returning_a_coroutine(done: int, total: int | None) -> object:
    return asynchronous(done, total)


UPLOADS: list[Callable[[Any, Any], Any]] = [
    lambda beeper, progress: beeper.assets.upload(file=CONTENT, progress=progress),
    lambda beeper, progress: beeper.messages.send(BOB, file=CONTENT, progress=progress),
]


@pytest.mark.parametrize("act", UPLOADS, ids=["upload", "send"])
def test_an_async_function_is_refused_before_anything_is_sent(kind: Kind, act: Callable[[Any, Any], Any]) -> None:
    server = Script(UPLOADED)
    with pytest.raises(TypeError, match="progress of an upload must not be async"):
        call(kind, server, lambda beeper: act(beeper, asynchronous))
    assert server.count == 0


def test_a_function_that_returns_a_coroutine_is_refused_and_no_message_sent(kind: Kind, own: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        for act in UPLOADS:
            with pytest.raises(TypeError, match="progress of an upload must not be async"):
                yield act(beeper, returning_a_coroutine)
        assert not own.requests.of("messages.send")

    play(kind, own, story)


def test_an_exit_in_the_function_is_not_turned_into_an_error(own: FakeBeeper, path: Path) -> None:
    def progress(*_: object) -> None:
        raise SystemExit(3)

    def story(beeper: Any) -> Story:
        with pytest.raises(SystemExit):
            beeper.assets.upload(file=path, progress=progress)
        yield None

    play("sync", own, story)
