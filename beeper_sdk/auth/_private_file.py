"""Files that only their owner can read: checked when they are read, and replaced atomically when they are written.

`_stores` defines their contents.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from ..errors import TokenFileError

LARGEST = 1 << 20
"""Maximum size in bytes. A token file has a few hundred."""
POSIX = os.name == "posix"
"""Only POSIX has file modes. On Windows, access lists protect a user's folder."""


def shown(path: Path) -> str:
    """A path for error messages. In the home folder it starts with ~, because the full path contains the user name."""
    with suppress(RuntimeError, ValueError):
        return str("~" / path.relative_to(Path.home()))
    return str(path)


def read(path: Path) -> bytes | None:
    """The contents of the file; None if it does not exist.

    Raises:
        TokenFileError: it is not a regular file, is too large, is not readable, belongs to another user, or is readable
            by others.
    """
    try:
        # The checks are made on the open file, so that it cannot be replaced between check and read. O_NONBLOCK: to
        # open a pipe would block.
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise TokenFileError(shown(path), f"cannot be read ({reason})") from None
    try:
        problem = _problem(os.fstat(number), path)
        if problem is not None:
            raise TokenFileError(shown(path), problem)
        with os.fdopen(number, "rb", closefd=False) as file:
            return file.read(LARGEST)
    finally:
        os.close(number)


def _problem(status: os.stat_result, path: Path) -> str | None:
    if not stat.S_ISREG(status.st_mode):
        return "is not a regular file"
    if status.st_size > LARGEST:
        return "is too large for a token file"
    if not POSIX:
        return None
    user = os.geteuid()
    if user not in (status.st_uid, 0):  # root may read the files of other users
        return "belongs to another user"
    if status.st_mode & 0o077:
        return f"is accessible by other users (mode {stat.S_IMODE(status.st_mode):04o}); run chmod 600 {shown(path)}"
    return None


def write(path: Path, content: bytes) -> None:
    """Replace the contents of the file, with mode 0600. Raises TokenFileError; the file is not changed then."""
    target = Path(os.path.realpath(path))  # so that a symbolic link is not replaced by a file
    with _file_errors(path):
        # A new file in the same folder is renamed at the end: an interrupted write must not destroy the tokens.
        number, name = mkstemp(prefix=target.name, dir=target.parent)  # mkstemp creates it with mode 0600
        try:
            with os.fdopen(number, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(number)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


@contextmanager
def alone(path: Path) -> Generator[None]:
    """Prevent other processes from changing the file during the block. Creates its folder with mode 0700 if needed.

    Raises:
        TokenFileError: the folder cannot be created, or is not writable.
    """
    with _file_errors(path):
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        if not os.access(path.parent, os.W_OK):
            raise PermissionError(13, "its folder is not writable")
    if not POSIX:
        yield
        return
    import fcntl

    folder = os.open(path.parent, os.O_RDONLY)
    try:
        # The folder is locked, not the file: the file is replaced by each write.
        with suppress(OSError):  # some network file systems have no locks
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


@contextmanager
def _file_errors(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise TokenFileError(shown(path), f"cannot be written ({reason})") from None
