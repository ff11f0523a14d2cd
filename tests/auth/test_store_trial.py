"""A store is tried before a login starts, and what was stored can be read: file systems, sizes, folders, locks."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import stat
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import pytest

from beeper_sdk import auth, errors
from beeper_sdk._core.util.file_lock import file_lock
from beeper_sdk.auth import _private_file, _stores
from beeper_sdk.testing import FakeBeeper
from tests.auth.helpers import Kind, call, person

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes, links and flock are POSIX's")
HERE, THERE = "http://127.0.0.1:1", "http://127.0.0.1:2"
CANARY = "canary-token-7c1"
TOKEN = auth.Token(CANARY, HERE, ("read",))


def acts(store: auth.FileToken) -> list[Callable[[], object]]:
    return [store.check, partial(store.save, TOKEN)]


def is_refused(kind: Kind, fake: FakeBeeper, match: str) -> None:
    """A login fails with this message before anything is sent, and so before the browser opens."""
    with pytest.raises(errors.TokenStoreError, match=match):
        call(kind, "login", fake.url, store=auth.FileToken())
    assert not fake.requests


@pytest.fixture
def without_modes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system without modes, such as vfat or a Windows folder in WSL: all files have mode 0777."""
    real_fstat = os.fstat

    def fstat(number: int) -> os.stat_result:
        found = real_fstat(number)
        return os.stat_result([found.st_mode | 0o777, *found[1:]]) if stat.S_ISREG(found.st_mode) else found

    def chmod(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "fstat", fstat)
    monkeypatch.setattr(Path, "chmod", chmod)


@pytest.mark.usefixtures("without_modes")
def test_a_file_system_without_modes_is_refused_before_the_login(
    kind: Kind, fake_beeper: FakeBeeper, token_file: Path
) -> None:
    message = r"does not keep the modes and owners of files; choose another file with BEEPER_TOKEN_FILE"
    is_refused(kind, fake_beeper, message)
    with pytest.raises(errors.TokenFileError, match=message):
        auth.FileToken().save(TOKEN)
    assert list(token_file.parent.iterdir()) == []
    assert auth.FileToken().load() is None
    assert auth.FileToken().delete() is False
    assert call(kind, "logout", fake_beeper.url) is False


def test_a_file_on_a_file_system_without_modes_says_what_to_do(
    token_file: Path, request: pytest.FixtureRequest
) -> None:
    auth.FileToken().save(TOKEN)
    request.getfixturevalue("without_modes")
    for act in (auth.FileToken(base_url=HERE).load, auth.FileToken(base_url=HERE).delete):
        with pytest.raises(
            errors.TokenFileError, match=r"run chmod 600 .* its file system has no modes: choose another"
        ):
            act()
    assert CANARY in token_file.read_text()


@pytest.mark.parametrize(
    ("call_name", "number"),
    [("open", errno.EROFS), ("write", errno.ENOSPC), ("fsync", errno.EIO), ("replace", errno.EBUSY)],
)
def test_every_failure_is_found_before_the_login(
    kind: Kind, fake_beeper: FakeBeeper, token_file: Path, monkeypatch: pytest.MonkeyPatch, call_name: str, number: int
) -> None:
    auth.FileToken().save(TOKEN)
    before = token_file.read_bytes()
    owner, real = (Path if call_name == "replace" else os), getattr(os, call_name)

    def fail(*arguments: Any) -> Any:
        if call_name != "open" or arguments[1] & os.O_CREAT:
            raise OSError(number, os.strerror(number), *arguments[:1])
        return real(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(owner, call_name, fail)
        is_refused(kind, fake_beeper, rf"cannot be written \({os.strerror(number)}\); correct that, or choose another")
        for act in acts(auth.FileToken()):
            with pytest.raises(errors.TokenFileError):
                act()
    assert [(path.name, path.read_bytes()) for path in token_file.parent.iterdir()] == [("tokens.json", before)]


def test_other_content_that_is_read_back_is_found(token_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(_: int, data: bytes) -> int:
        return len(data)

    monkeypatch.setattr(os, "write", write)
    for act in acts(auth.FileToken()):
        with pytest.raises(errors.TokenFileError, match="other content was read back"):
            act()
    assert list(token_file.parent.iterdir()) == []


def test_a_trial_leaves_what_was_there(token_file: Path) -> None:
    auth.FileToken().check()
    assert list(token_file.parent.iterdir()) == []
    auth.FileToken().save(TOKEN)
    before = token_file.read_bytes()
    auth.FileToken().check()
    assert [(path.name, path.read_bytes()) for path in token_file.parent.iterdir()] == [("tokens.json", before)]


def test_new_folders_are_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        auth.FileToken(tmp_path / "a" / "b" / "c" / "tokens.json").save(TOKEN)
    finally:
        os.umask(before)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("a", "a/b", "a/b/c", "a/b/c/tokens.json")]
    assert modes == [0o700, 0o700, 0o700, 0o600]


def test_a_link_to_a_file_that_is_not_there_yet(tmp_path: Path, token_file: Path) -> None:
    token_file.parent.mkdir()
    token_file.symlink_to(tmp_path / "private" / "tokens.json")
    auth.FileToken().save(TOKEN)
    assert token_file.is_symlink()
    assert auth.FileToken(tmp_path / "private" / "tokens.json").at(HERE)() == CANARY


def test_a_large_token_of_one_server_leaves_those_of_others(token_file: Path) -> None:
    auth.FileToken().save(TOKEN)
    for large in (auth.Token("x" * 2_000_000, THERE), auth.Token("x", THERE, client_id="x" * 20_000)):
        with pytest.raises(errors.TokenStoreError, match=r"token of http://127.0.0.1:2 is not stored.*16384 bytes"):
            auth.FileToken().save(large)
    assert auth.FileToken().at(HERE)() == CANARY
    auth.FileToken().save(auth.Token("x" * 16_000, THERE))
    assert (auth.FileToken().at(HERE)(), len(auth.FileToken().at(THERE)() or "")) == (CANARY, 16_000)
    assert token_file.stat().st_size < 20_000


def test_a_token_that_is_too_large_to_be_stored_is_revoked(
    kind: Kind, fake_beeper: FakeBeeper, token_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    auth.FileToken().save(TOKEN)
    monkeypatch.setattr(_stores, "MAX_ENTRY_BYTES", 20)  # less than the token of the fake server has
    visitor = person(fake_beeper)
    with pytest.raises(errors.TokenStoreError, match="is not stored"):
        call(kind, "login", fake_beeper.url, open_browser=False, on_url=visitor, store=auth.FileToken())
    visitor.done()
    assert fake_beeper.requests[-1].operation == "oauth.revoke"
    assert set(json.loads(token_file.read_text())["tokens"]) == {HERE}


def test_many_servers_do_not_make_the_file_unreadable(token_file: Path) -> None:
    auth.FileToken().save(TOKEN)
    content = json.loads(token_file.read_text())
    for number in range(64):
        content["tokens"][f"http://127.0.0.1:{1000 + number}"] = {"access_token": "x" * 16_200}
    token_file.write_text(json.dumps(content))
    with pytest.raises(errors.TokenFileError, match="would be too large; log out of servers that you no longer use"):
        auth.FileToken().save(auth.Token("x" * 16_000, THERE))
    assert auth.FileToken().at(HERE)() == CANARY


def test_invalid_paths_are_errors_of_ours() -> None:
    store = auth.FileToken("a\0b")
    for act in (store.load, store.delete, *acts(store)):
        with pytest.raises(errors.TokenFileError, match="is not a valid path; choose another"):
            act()


def test_what_a_killed_save_left_is_removed(kind: Kind, fake_beeper: FakeBeeper, token_file: Path) -> None:
    operations: list[Callable[[], object]] = [
        lambda: auth.FileToken().save(TOKEN),
        auth.FileToken(base_url=HERE).delete,
        lambda: call(kind, "logout", fake_beeper.url),
    ]
    for act in operations:
        token_file.parent.mkdir(exist_ok=True)
        left = token_file.with_name(".tokens.json-0123456789abcdef.tmp")
        for name in (left.name, ".tokens.json-notes.tmp", ".other.json-0123456789abcdef.tmp"):
            token_file.with_name(name).write_text(CANARY)
        act()
        assert not left.exists()
        assert token_file.with_name(".tokens.json-notes.tmp").exists()
        assert token_file.with_name(".other.json-0123456789abcdef.tmp").exists()


@contextmanager
def held(path: Path) -> Generator[None]:
    """The lock of a token file, held by another."""
    path.parent.mkdir(exist_ok=True)
    with file_lock(path.with_name(f".{path.name}.lock"), 1):
        yield


def test_a_lock_that_is_not_released_is_an_error(
    kind: Kind, fake_beeper: FakeBeeper, token_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _private_file.TIMEOUT == 5
    monkeypatch.setattr(_private_file, "TIMEOUT", 0.05)
    auth.FileToken().save(TOKEN)
    with held(token_file):
        is_refused(kind, fake_beeper, r"has been locked for 0\.05 s by another process or thread; try again when")
        for act in (*acts(auth.FileToken()), auth.FileToken(base_url=HERE).delete):
            with pytest.raises(errors.TokenFileError, match="has been locked for"):
                act()
        assert auth.FileToken(base_url=HERE)() == CANARY  # reading needs no lock
    assert auth.FileToken(base_url=HERE).delete() is True


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_waiting_for_the_lock_does_not_block_the_event_loop(
    loop: str, fake_beeper: FakeBeeper, token_file: Path
) -> None:
    """The lock is released by another task of the same loop: if that was blocked, each operation would time out."""
    lock = token_file.with_name(".tokens.json.lock")

    async def behind(act: Callable[..., Any], *arguments: Any, **options: Any) -> None:
        async with anyio.create_task_group() as tasks:
            with file_lock(lock, 1):
                tasks.start_soon(partial(act, *arguments, **options))
                await anyio.sleep(0.03)

    async def login() -> None:
        visitor = person(fake_beeper)
        options = {"open_browser": False, "on_url": visitor, "store": auth.FileToken()}
        await behind(auth.async_login, fake_beeper.url, **options)
        await anyio.to_thread.run_sync(visitor.done)

    token_file.parent.mkdir()
    anyio.run(login, backend=loop)
    assert auth.FileToken().at(fake_beeper.url)() is not None
    anyio.run(behind, auth.async_logout, fake_beeper.url, backend=loop)
    assert auth.FileToken().at(fake_beeper.url)() is None


class Msvcrt(ModuleType):
    """The functions of Windows that lock a file, made of those of this system."""

    LK_UNLCK, LK_NBLCK = 0, 2

    def __init__(self) -> None:
        super().__init__("msvcrt")
        self.calls: list[int] = []

    def locking(self, number: int, mode: int, size: int, /) -> None:
        self.calls.append(mode)
        assert size == 1
        if mode == self.LK_UNLCK:
            fcntl.flock(number, fcntl.LOCK_UN)
            return
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise PermissionError(errno.EACCES, "Permission denied") from None


@pytest.fixture
def msvcrt(monkeypatch: pytest.MonkeyPatch) -> Msvcrt:
    fake = Msvcrt()
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", fake)
    return fake


def test_windows_has_the_same_lock(token_file: Path, msvcrt: Msvcrt, monkeypatch: pytest.MonkeyPatch) -> None:
    def save(first: int) -> None:
        for port in range(first, first + 25):
            auth.FileToken().save(auth.Token(CANARY, f"http://127.0.0.1:{port}"))

    threads = [threading.Thread(target=save, args=(1000 * number,)) for number in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(json.loads(token_file.read_text())["tokens"]) == 100
    assert msvcrt.calls.count(Msvcrt.LK_UNLCK) == 100
    monkeypatch.setattr(_private_file, "TIMEOUT", 0.02)
    with held(token_file), pytest.raises(errors.TokenFileError, match="has been locked for"):
        auth.FileToken().save(TOKEN)


def test_a_file_system_without_locks_is_used_without(token_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What other processes write there at the same time is not removed, unless it is a minute old."""

    def fail(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", fail)
    token_file.parent.mkdir()
    new, old = (token_file.with_name(f".tokens.json-{digit * 16}.tmp") for digit in "01")
    for path in (new, old):
        path.write_text("")
    os.utime(old, (0, 0))
    auth.FileToken().save(TOKEN)
    assert auth.FileToken().at(HERE)() == CANARY
    assert (new.exists(), old.exists()) == (True, False)
