# @generated


from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator
    from os import PathLike

_DESCRIPTOR = re.compile(r"/proc/|/dev/(fd/|std(in|out|err)$)")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_NO_SYNC = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP})


class FileReplacement:
    def __init__(self, path: str | PathLike[str], prefix: str = ".beeper-sdk-", mode: int | None = None) -> None:
        self._path = Path(path)
        self._prefix = prefix
        self._mode = mode
        self._old: os.stat_result | None = None
        self._target = self._path
        self._number: int | None = None
        self._lock = Lock()
        self._discarded = False
        self.temporary: Path | None = None

    def open(self) -> None:
        with self._lock, self._errors():
            if self._discarded:
                return
            with suppress(FileNotFoundError):
                self._old = self._path.stat()
            if self._old and (not stat.S_ISREG(self._old.st_mode) or _DESCRIPTOR.match(str(self._path.absolute()))):
                self._number = os.open(self._path, os.O_WRONLY | os.O_APPEND)
                return
            self._target = Path(os.path.realpath(self._path))
            if self._old and not os.access(self._target, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            self.temporary = self._target.with_name(f"{self._prefix}{os.urandom(8).hex()}.tmp")
            self._number = os.open(self.temporary, _NEW, 0o600 if self._old else self._mode or 0o666)

    def write(self, data: bytes) -> None:
        with self._lock, self._errors():
            rest = memoryview(data)
            while rest and self._number is not None:
                rest = rest[os.write(self._number, rest) :]

    def sync(self) -> None:
        with self._lock, self._errors():
            if self._number is None or self.temporary is None:
                return
            try:
                os.fsync(self._number)
            except OSError as error:
                if error.errno not in _NO_SYNC:
                    raise

    def commit(self) -> None:
        self.sync()
        with self._lock, self._errors():
            self._close()
            if self.temporary is not None:
                self._keep_mode(self.temporary)
                self.temporary.replace(self._target)
                self.temporary = None

    def discard(self) -> None:
        with self._lock:
            self._discarded = True
            with suppress(OSError):
                self._close()
            if self.temporary is not None:
                with suppress(OSError):
                    self.temporary.unlink()
                self.temporary = None

    def _keep_mode(self, temporary: Path) -> None:
        if self._old is None:
            return
        mode = stat.S_IMODE(self._old.st_mode) if self._mode is None else self._mode
        new = temporary.stat()
        if (new.st_uid, new.st_gid) != (self._old.st_uid, self._old.st_gid):
            try:
                os.chown(temporary, self._old.st_uid, self._old.st_gid)
            except OSError:
                mode &= 0o707  # its group would be another one, which must not gain access
        with suppress(PermissionError):  # of file systems without modes
            temporary.chmod(mode)

    def _close(self) -> None:
        number, self._number = self._number, None
        if number is not None:
            os.close(number)

    @contextmanager
    def _errors(self) -> Generator[None]:
        try:
            yield
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self._path)) from None


@contextmanager
def replacing(
    path: str | PathLike[str], prefix: str = ".beeper-sdk-", mode: int | None = None
) -> Generator[FileReplacement]:
    new = FileReplacement(path, prefix, mode)
    try:
        new.open()
        yield new
        new.commit()
    except BaseException:
        new.discard()
        raise
