"""Where a file is saved, under which name, and that nothing is left of one that is not complete."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, models
from tests.client.files.receiving.helpers import AT_ONCE, PNG, act, fake_with_file
from tests.scripted_server import Kind, Script, call

HERE = Path()


def unused() -> Script:
    """A server that receives no request."""
    return Script(httpx.ConnectError("no"))


def saving(source: object, folder: object, **options: Any) -> Callable[[Any], Any]:
    return lambda beeper: beeper.attachments.save(source, folder, **options)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_missing_folder_is_created_and_the_path_of_the_file_returned(kind: Kind, tmp_path: Path) -> None:
    with fake_with_file() as (fake, message):
        for folder in (tmp_path / "a" / "b", str(tmp_path / "c")):
            path: Path = act(kind, fake, saving(message, folder))
            assert path == Path(folder, "p.png")
            assert path.read_bytes() == PNG
            (tmp_path / "other").touch()
            assert path.stat().st_mode == (tmp_path / "other").stat().st_mode


def test_an_existing_file_stays_unless_it_is_to_be_overwritten(kind: Kind, tmp_path: Path) -> None:
    (tmp_path / "P.PNG").write_bytes(b"old")  # a file system that ignores case would have one of both
    with fake_with_file() as (fake, message):
        for expected in ("p (1).png", "p (2).png"):
            assert act(kind, fake, saving(message, tmp_path)).name == expected
        assert act(kind, fake, saving(message, tmp_path, name="p (1).png")).name == "p (1) (1).png"
        assert (tmp_path / "P.PNG").read_bytes() == b"old"
        assert act(kind, fake, saving(message, tmp_path, name="P.PNG", overwrite=True)).read_bytes() == PNG
    assert len(names(tmp_path)) == 4


def test_links_are_replaced_not_followed(kind: Kind, tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "in"
    outside.write_bytes(b"mine")
    folder.mkdir()
    (folder / "p.png").symlink_to(outside)
    with fake_with_file() as (fake, message):
        assert act(kind, fake, saving(message, folder)).name == "p (1).png"
        act(kind, fake, saving(message, folder, overwrite=True))
    assert (outside.read_bytes(), (folder / "p.png").is_symlink()) == (b"mine", False)


def test_files_of_the_same_name_that_are_saved_at_once_get_names_of_their_own(tmp_path: Path) -> None:
    async def run(url: str, token: str) -> None:
        async with AsyncBeeper(token, base_url=url) as beeper, anyio.create_task_group() as group:
            for _ in range(8):
                group.start_soon(beeper.attachments.save, message, tmp_path / "new")

    with fake_with_file() as (fake, message):
        anyio.run(run, fake.url, fake.token)
    assert names(tmp_path / "new") == ["p (1).png", *(f"p ({n}).png" for n in range(2, 8)), "p.png"]


@pytest.mark.parametrize("name", ["a/b", "..", ".", "", "a\\b", "a\0b", "a\nb", "ä" * 128, "\ud800"])
def test_a_name_of_the_user_that_is_no_name_is_a_wrong_argument(kind: Kind, name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="name must be"):
        call(kind, unused(), saving("mxc://a/b", tmp_path, name=name))


def test_a_name_of_the_user_is_used_as_it_is(kind: Kind, tmp_path: Path) -> None:
    with fake_with_file() as (fake, message):
        for name in (".hidden", "no extension", "12:30?.jpg", "CON"):
            assert act(kind, fake, saving(message, tmp_path, name=name)) == tmp_path / name


class PathOfBytes:
    def __fspath__(self) -> bytes:
        return b"x"


def test_other_wrong_arguments_are_refused_before_anything_is_sent(kind: Kind, tmp_path: Path) -> None:
    script = unused()
    wrong: list[dict[str, Any]] = [
        {"overwrite": "no"},
        {"progress": 5},
        {"name": 5},
        {"folder": None},
        {"folder": b"x"},
        {"folder": PathOfBytes()},
    ]
    for options in wrong:
        with pytest.raises(TypeError):
            call(kind, script, saving("mxc://a/b", **{"folder": tmp_path, **options}))
    for folder in ("a\0b", "a\ud800", Path("a\0b")):
        with pytest.raises(ValueError, match="to must be the path of a folder"):
            call(kind, script, saving("mxc://a/b", folder))
    with pytest.raises(ValueError, match="max_bytes"):
        call(kind, script, lambda beeper: beeper.attachments.read("mxc://a/b", max_bytes=0))
    assert (script.count, names(tmp_path)) == (0, [])


@pytest.mark.parametrize(
    ("stated", "saved"),
    [
        ("../../evil.sh", "_.._evil.sh"),
        ("/etc/passwd", "_etc_passwd.png"),
        ("..", "file.png"),
        ("", "file.png"),
        ("CON", "_CON.png"),
        ("nul.txt", "_nul.txt"),
        ("a.png. . ", "a.png"),
        ("cat\u202egnp.exe", "catgnp.exe"),
        ("C:\\x\\y.jpg", "C__x_y.jpg"),
        (".bashrc", "bashrc.png"),
        ("holiday", "holiday.png"),
        ("👨\u200d👩\u200d👧.jpg", "👨\u200d👩\u200d👧.jpg"),
    ],
)
def test_a_stated_name_never_leaves_the_folder(stated: str, saved: str, tmp_path: Path) -> None:
    def save(beeper: Beeper) -> Path:
        attachment = models.Attachment.from_dict({"type": "img", "srcURL": "data:,x", "fileName": stated,
                                                  "mimeType": "image/png"})  # fmt: skip
        return beeper.attachments.save(attachment, tmp_path / "in")

    assert call("sync", unused(), save) == tmp_path / "in" / saved
    assert (names(tmp_path), names(tmp_path / "in")) == (["in"], [saved])


def test_progress_rises_to_the_size(kind: Kind, tmp_path: Path) -> None:
    seen: list[tuple[int, int | None]] = []

    def progress(done: int, total: int | None) -> None:
        seen.append((done, total))

    with fake_with_file(content=PNG * 1000) as (fake, message), fake.fail("assets.serve", cut_after=300_000, times=1):
        act(kind, fake, saving(message, tmp_path, progress=progress))
    assert [total for _, total in seen] == [844_000] * len(seen)
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})
    assert seen[-1][0] == 844_000


def test_only_an_async_client_accepts_an_async_function(kind: Kind, tmp_path: Path) -> None:
    seen: list[int] = []

    async def progress(done: int, _total: int | None) -> None:
        await anyio.lowlevel.checkpoint()
        seen.append(done)

    with fake_with_file() as (fake, message):
        if kind == "sync":
            with pytest.raises(TypeError, match="progress must not be async"):
                act(kind, fake, saving(message, tmp_path, progress=progress))
        else:
            act(kind, fake, saving(message, tmp_path, progress=progress))
    assert (seen, names(tmp_path)) == (([], []) if kind == "sync" else ([844], ["p.png"]))


class Stop(BaseException):
    """As KeyboardInterrupt: no subclass of Exception."""


@pytest.mark.parametrize("error", [Stop, ValueError])
def test_an_exception_of_progress_ends_the_transfer_and_leaves_nothing(
    kind: Kind, error: type[BaseException], tmp_path: Path
) -> None:
    def stop(_done: int, _total: int | None) -> None:
        assert list((tmp_path / "a" / "b").glob(".beeper-sdk-*.tmp"))
        raise error

    with fake_with_file() as (fake, message), pytest.raises(error):
        act(kind, fake, saving(message, tmp_path / "a" / "b", progress=stop))
    assert names(tmp_path) == []


def test_a_cancelled_transfer_leaves_nothing(tmp_path: Path) -> None:
    async def run(url: str, token: str, message: models.Message) -> None:
        async with AsyncBeeper(token, base_url=url, retry=AT_ONCE) as beeper:
            with anyio.CancelScope() as scope:

                def cancel(_done: int, _total: int | None) -> None:
                    scope.cancel()

                await beeper.attachments.save(message, tmp_path / "a", progress=cancel)
            assert scope.cancelled_caught

    with fake_with_file(content=PNG * 1000) as (fake, message):
        for backend in ("asyncio", "trio"):
            anyio.run(run, fake.url, fake.token, message, backend=backend)
    assert names(tmp_path) == []


def test_a_task_that_asyncio_cancels_while_the_folder_is_created_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cancellation of `asyncio.timeout`, which does not wait for threads by itself."""
    create = Path.mkdir

    async def run(url: str, token: str, message: models.Message) -> None:
        loop, ended = asyncio.get_running_loop(), Event()

        def cancel_first(folder: Path, *args: Any, **options: Any) -> None:
            monkeypatch.setattr(Path, "mkdir", create)
            loop.call_soon_threadsafe(task.cancel)
            ended.wait(0.05)  # it must not end while this runs
            create(folder, *args, **options)

        async with AsyncBeeper(token, base_url=url, retry=AT_ONCE) as beeper:
            monkeypatch.setattr(Path, "mkdir", cancel_first)
            task = asyncio.create_task(beeper.attachments.save(message, tmp_path / "a"))
            with pytest.raises(asyncio.CancelledError):
                await task
            ended.set()
            await asyncio.sleep(0.05)  # for what a thread that was left alone would create

    with fake_with_file() as (fake, message):
        asyncio.run(run(fake.url, fake.token, message))
    assert names(tmp_path) == []


def test_a_folder_that_has_other_files_stays(kind: Kind, tmp_path: Path) -> None:
    def other(_done: int, _total: int | None) -> None:
        (tmp_path / "a" / "other").touch()
        raise Stop

    with fake_with_file() as (fake, message), pytest.raises(Stop):
        act(kind, fake, saving(message, tmp_path / "a", progress=other))
    assert names(tmp_path / "a") == ["other"]


def test_a_folder_that_is_a_file_is_an_error_of_the_system(kind: Kind, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with fake_with_file() as (fake, message):
        for folder in (tmp_path / "file", tmp_path / "file" / "below"):
            with pytest.raises(OSError, match="file"):
                act(kind, fake, saving(message, folder))
        (tmp_path / "p.png").mkdir()
        with pytest.raises(IsADirectoryError, match="the file cannot get its name: Is a directory") as caught:
            act(kind, fake, saving(message, tmp_path, overwrite=True))
        shown = "".join(traceback.format_exception(caught.value))
        assert (caught.value.filename, "p.png" in shown) == (str(tmp_path), False)
    assert names(tmp_path) == ["file", "p.png"]


def test_without_hard_links_a_file_gets_its_name_too(
    kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with fake_with_file() as (fake, message):
        saved = [act(kind, fake, saving(message, tmp_path)).name for _ in range(2)]
    assert saved == names(tmp_path)[::-1] == ["p.png", "p (1).png"]
