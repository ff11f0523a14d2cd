"""A file that is written under a temporary name, and gets its name when it is complete."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import count, takewhile
from pathlib import Path

from .names import compared, shortened

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_NO_SYNC = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP})
_NO_LINKS = frozenset({errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK})
"""What file systems without hard links respond with, such as exFAT and some network drives."""


class NewFile:
    """A new file in a folder. Call `open`, `write`, and `commit` or `discard`. All raise OSError.

    Links are not followed: what has the name of the file is replaced, or kept and another name is used.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._temporary: Path | None = None
        self._created: list[Path] = []
        self._number: int | None = None

    def open(self) -> None:
        """Create the folder, if it does not exist, and the temporary file."""
        for _ in range(4):
            with suppress(FileNotFoundError):  # another transfer failed, and removed the folder that it had created
                return self._open()
        return self._open()

    def _open(self) -> None:
        missing = list(takewhile(lambda folder: not folder.exists(), (self._folder, *self._folder.parents)))
        self._created += (folder for folder in missing if folder not in self._created)
        self._folder.mkdir(parents=True, exist_ok=True)
        # Known before it exists, so that `discard` removes it even if this is interrupted.
        self._temporary = self._folder / f".beeper-sdk-{os.urandom(8).hex()}.tmp"
        self._number = os.open(self._temporary, _NEW, 0o666)

    def write(self, data: bytes) -> None:
        """Append."""
        rest = memoryview(data)
        while rest and self._number is not None:
            rest = rest[os.write(self._number, rest) :]

    def commit(self, name: str, *, overwrite: bool) -> Path:
        """Give the file its name, and return its path. With a number in it if the name is in use, unless `overwrite`.

        Two programs that save at once get two names: what exists is never replaced without `overwrite`. Errors do not
        contain the name, which may be that of the server."""
        try:
            return self._commit(name, overwrite=overwrite)
        except OSError as error:
            problem = OSError(error.errno, f"the file cannot get its name: {error.strerror}", os.fspath(self._folder))
        raise problem

    def _commit(self, name: str, *, overwrite: bool) -> Path:
        self._sync()
        self._close()
        assert self._temporary is not None  # noqa: S101 - it was opened
        path = self._folder / name
        if overwrite:
            self._temporary.replace(path)
        else:
            temporary = self._temporary
            path = next(free for free in self._free_paths(name) if _move(temporary, free))
        self._temporary, self._created = None, []
        return path

    def discard(self) -> None:
        """Remove the file, unless it is complete, and the folders that were created for it.

        Raises no OSError: the error that led here matters more."""
        with suppress(OSError):
            self._close()
        if self._temporary is not None:
            with suppress(OSError):
                self._temporary.unlink()
            self._temporary = None
        for folder in self._created:
            with suppress(OSError):  # another file is in it
                folder.rmdir()

    def _free_paths(self, name: str) -> Iterator[Path]:
        """Paths that no file has, also in a file system that ignores case: the folder may be copied to one."""
        used = {compared(entry.name) for entry in os.scandir(self._folder)}
        names = (shortened(name, number) if number else name for number in count())
        return (self._folder / free for free in names if compared(free) not in used)

    def _sync(self) -> None:
        """Write to the disk, so that after a power failure no file has its name without its content."""
        if self._number is None:
            return
        try:
            os.fsync(self._number)
        except OSError as error:
            if error.errno not in _NO_SYNC:
                raise

    def _close(self) -> None:
        number, self._number = self._number, None
        if number is not None:
            os.close(number)


def _move(source: Path, target: Path) -> bool:
    """Rename a file, unless the target exists: False then. Renaming replaces the target on all but Windows."""
    try:
        if os.name == "nt":
            source.rename(target)
            return True
        target.hardlink_to(source)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return _reserve_and_move(source, target)
    source.unlink()
    return True


def _reserve_and_move(source: Path, target: Path) -> bool:
    """The same without hard links: the name is reserved by an empty file."""
    try:
        os.close(os.open(target, _NEW, 0o666))
    except FileExistsError:
        return False
    try:
        source.replace(target)
    except BaseException:
        with suppress(OSError):
            target.unlink()
        raise
    return True
