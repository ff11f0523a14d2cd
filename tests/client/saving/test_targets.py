"""What a file is saved to: modes, links, devices, pipes, full disks, folders; and the stream it comes from."""

from __future__ import annotations

import asyncio
import inspect
import os
import pickle
import stat
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from typing_extensions import override

from beeper_sdk import AsyncBeeper, Beeper, api, errors
from beeper_sdk._core.generated import answers
from tests.scripted_server import Kind

SERVE = api.assets.serve(url="mxc://x/y")
OLD, DATA = b"old content", b"0123456789" * 1000
pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes, links, devices and pipes are POSIX's")
DISK_FULL = OSError(28, "No space left on device")


class Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body of two pieces; `between` is called after the first."""

    def __init__(self, between: Callable[[], object] = lambda: None) -> None:
        self._between = between

    @override
    def __iter__(self) -> Iterator[bytes]:
        yield DATA[:5000]
        self._between()
        yield DATA[5000:]

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield DATA[:5000]
        if inspect.isawaitable(result := self._between()):
            await result
        yield DATA[5000:]


def transport(
    between: Callable[[], object] = lambda: None, status: int = 200, headers: dict[str, str] | None = None
) -> Any:
    return httpx.MockTransport(lambda _: httpx.Response(status, headers=headers, stream=Pieces(between)))


def save(kind: Kind, path: Path, between: Callable[[], object] = lambda: None, **response: Any) -> Path:
    if kind == "sync":
        with Beeper("t", transport=transport(between, **response)) as beeper, beeper.stream(SERVE) as file:
            return file.save(path)

    async def run() -> Path:
        async with AsyncBeeper("t", transport=transport(between, **response)) as beeper, beeper.stream(SERVE) as file:
            return await file.save(path)

    return anyio.run(run, backend=kind)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@contextmanager
def umask(value: int) -> Generator[None]:
    before = os.umask(value)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.parametrize("existing", [None, 0o600, 0o640, 0o755])
def test_the_mode_is_kept_and_never_wider_in_between(kind: Kind, tmp_path: Path, existing: int | None) -> None:
    target, seen = tmp_path / ("n" * 250), list[int]()
    if existing is not None:
        target.write_bytes(OLD)
        target.chmod(existing)

    def look() -> None:
        assert existing is None or target.read_bytes() == OLD
        (temporary,) = (path for path in tmp_path.iterdir() if path != target)
        seen.append(mode(temporary))

    with umask(0o027):
        assert save(kind, target, look) == target
    assert (target.read_bytes(), mode(target)) == (DATA, 0o640 if existing is None else existing)
    assert seen == [0o640 if existing is None else 0o600]
    assert list(tmp_path.iterdir()) == [target]


def test_links_are_followed(kind: Kind, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").write_bytes(OLD)
    for name, to in (("first", "second"), ("second", "folder/file"), ("dangling", "folder/new"), ("lost", "no/file")):
        (tmp_path / name).symlink_to(to)
    for name, to in (("first", "file"), ("dangling", "new")):
        assert save(kind, tmp_path / name) == tmp_path / name
        assert (tmp_path / "folder" / to).read_bytes() == DATA
    with pytest.raises(FileNotFoundError, match="lost"):
        save(kind, tmp_path / "lost")
    assert all((tmp_path / name).is_symlink() for name in ("first", "second", "dangling", "lost"))
    assert names(tmp_path / "folder") == ["file", "new"]


def test_a_device_is_written_and_stays(kind: Kind, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(os.devnull)
    try:
        for name, minor in (("null", 3), ("full", 7)):
            os.mknod(tmp_path / name, 0o600 | stat.S_IFCHR, os.makedev(1, minor))
        assert save(kind, tmp_path / "null").is_char_device()
    except PermissionError:
        pytest.skip("making or opening a device requires rights that this user does not have")
    with pytest.raises(OSError, match="No space left on device"):
        save(kind, tmp_path / "full")
    assert save(kind, tmp_path / "link").is_symlink()
    assert (tmp_path / "full").is_char_device()
    assert names(tmp_path) == ["full", "link", "null"]


def test_a_pipe_is_written_and_stays(kind: Kind, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    received = list[bytes]()
    reader = threading.Thread(target=lambda: received.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    save(kind, tmp_path / "pipe")
    reader.join(10)
    assert received == [DATA]
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("link", ["/proc/self/fd/{}", "/dev/fd/{}"])
def test_a_file_that_is_open_for_other_output_stays_that_file(kind: Kind, tmp_path: Path, link: str) -> None:
    """As with ``save("/dev/stdout")`` in ``program > file``: a new file would not get what the program prints."""
    with (tmp_path / "output").open("ab", buffering=0) as output:
        path = Path(link.format(output.fileno()))
        if not path.exists():
            pytest.skip("this system has no such links")
        output.write(b"before ")
        save(kind, path)
        output.write(b" after")
    assert (tmp_path / "output").read_bytes() == b"before " + DATA + b" after"


@pytest.mark.parametrize("name", ["../../outside", "/etc/outside", "C:\\outside", "CON", ".."])
def test_no_name_that_a_server_sends_is_used(kind: Kind, tmp_path: Path, name: str) -> None:
    (tmp_path / "a").mkdir()
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    save(kind, tmp_path / "a" / "file", headers=headers)
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "a", tmp_path / "a" / "file"]
    with pytest.raises(IsADirectoryError):
        save(kind, tmp_path / "a", headers=headers)


def test_a_full_disk_leaves_what_was_there(kind: Kind, tmp_path: Path) -> None:
    import resource

    (tmp_path / "old").write_bytes(OLD)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (7000, before[1]))  # no file may be larger: like a disk that fills
    try:
        for name in ("old", "new"):
            with pytest.raises(OSError, match=name):
                save(kind, tmp_path / name)
        for name in ("old", "new"):
            with pytest.raises(OSError, match=name):
                answers.Content(DATA, "image/png").save(tmp_path / name)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("old", OLD)]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_an_error_at_the_end_leaves_what_was_there(
    kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DISK_FULL

    (tmp_path / "file").write_bytes(OLD)
    monkeypatch.setattr(os if call == "fsync" else Path, call, fail)
    with pytest.raises(OSError, match=r"No space left on device: .*file"):
        save(kind, tmp_path / "file")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file", OLD)]


def test_folders_and_missing_folders_are_errors(kind: Kind, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    expected = {"": IsADirectoryError, "none/file": FileNotFoundError, "loop": OSError, "loop/file": OSError}
    for name, error in expected.items():
        with pytest.raises(error):
            save(kind, tmp_path / name)
        with pytest.raises(error):
            answers.Content(DATA, "image/png").save(tmp_path / name)
    assert names(tmp_path) == ["loop"]


def test_a_file_that_must_not_be_written_is_not_replaced(
    kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(OLD)

    def refuse(*_: object) -> bool:
        return False

    monkeypatch.setattr(os, "access", refuse)  # the mode of the file means nothing to root, who may run this
    with pytest.raises(PermissionError):
        save(kind, tmp_path / "file")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file", OLD)]


def test_a_file_that_has_not_changed_is_not_written(kind: Kind, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    assert save(kind, tmp_path / "file", status=304).read_bytes() == OLD
    assert answers.Content(b"", "image/png", status=304).save(tmp_path / "file").read_bytes() == OLD


def test_the_group_of_a_file_is_kept_or_has_no_access(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    def owned_by_another(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = list(real(path, follow_symlinks=follow_symlinks))
        return os.stat_result([*found[:5], found[5] + (path.name == "file"), *found[6:]])

    (tmp_path / "file").write_bytes(OLD)
    (tmp_path / "file").chmod(0o664)
    real = Path.stat
    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", owned_by_another)
        patch.setattr(os, "chown", refuse)
        save("sync", tmp_path / "file")
    assert mode(tmp_path / "file") == 0o604


def consume(kind: Kind, act: Callable[[Any], Any]) -> None:
    """Call `act` with a stream whose first piece was read; what it returns is awaited."""
    if kind == "sync":
        with Beeper("t", transport=transport()) as beeper, beeper.stream(SERVE) as file:
            assert next(iter(file.iter_bytes())) == DATA[:5000]
            act(file)
        return

    async def run() -> None:
        async with AsyncBeeper("t", transport=transport()) as beeper, beeper.stream(SERVE) as file:
            assert await anext(aiter(file.iter_bytes())) == DATA[:5000]
            if inspect.isawaitable(result := act(file)):
                await result

    anyio.run(run, backend=kind)


def test_a_stream_that_was_read_in_part_is_not_saved_or_read_again(kind: Kind, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    acts: list[Callable[[Any], Any]] = [lambda file: file.save(tmp_path / "file"), lambda file: file.iter_bytes()]
    for act in acts:
        with pytest.raises(errors.StreamConsumed, match=r"assets\.serve: .* open it again with") as caught:
            consume(kind, act)
        assert pickle.loads(pickle.dumps(caught.value)).operation == "assets.serve"
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file", OLD)]


def test_a_stream_is_saved_once_and_not_after_its_end(kind: Kind, tmp_path: Path) -> None:
    if kind == "sync":
        with Beeper("t", transport=transport()) as beeper:
            with beeper.stream(SERVE) as file:
                file.save(tmp_path / "file")
                with pytest.raises(errors.StreamConsumed):
                    file.save(tmp_path / "file")
            with beeper.stream(SERVE) as file:
                pass
            with pytest.raises(errors.StreamConsumed):
                file.save(tmp_path / "other")
    else:
        anyio.run(async_save_twice, tmp_path, backend=kind)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file", DATA)]


async def async_save_twice(folder: Path) -> None:
    async with AsyncBeeper("t", transport=transport()) as beeper:
        async with beeper.stream(SERVE) as file:
            await file.save(folder / "file")
            with pytest.raises(errors.StreamConsumed):
                await file.save(folder / "file")
        async with beeper.stream(SERVE) as file:
            pass
        with pytest.raises(errors.StreamConsumed):
            await file.save(folder / "other")


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_a_cancelled_save_leaves_what_was_there(loop: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)

    async def run() -> None:
        with anyio.CancelScope() as scope:

            def stop() -> Awaitable[None]:
                scope.cancel()
                return anyio.sleep(60)

            async with AsyncBeeper("t", transport=transport(stop)) as beeper, beeper.stream(SERVE) as file:
                await file.save(tmp_path / "file")
        assert scope.cancelled_caught

    anyio.run(run, backend=loop)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file", OLD)]


@pytest.mark.parametrize("call", ["open", "write", "fsync", "close"])
def test_a_task_cancelled_during_a_disk_operation_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """``asyncio.timeout`` cancels the task itself, not a scope of anyio: its thread still runs then."""
    (tmp_path / "file").write_bytes(OLD)
    started, proceed, real = threading.Event(), threading.Event(), getattr(os, call)

    def slow(*arguments: Any) -> Any:
        if threading.current_thread().name.startswith("AnyIO") and not started.is_set():
            started.set()
            proceed.wait(10)
        return real(*arguments)

    async def run() -> None:
        task = asyncio.ensure_future(saved())
        await asyncio.to_thread(started.wait, 10)
        task.cancel()
        await asyncio.sleep(0.001)
        proceed.set()
        with pytest.raises(asyncio.CancelledError):
            await task

    async def saved() -> None:
        async with AsyncBeeper("t", transport=transport()) as beeper, beeper.stream(SERVE) as file:
            await file.save(tmp_path / "file")

    monkeypatch.setattr(os, call, slow)
    asyncio.run(run())
    (found,) = tmp_path.iterdir()
    assert found.read_bytes() in ((OLD, DATA) if call in ("fsync", "close") else (OLD,))
