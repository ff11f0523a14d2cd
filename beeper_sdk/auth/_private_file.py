"""Files that nobody but their owner can read: read with suspicion, written whole or not at all.

Not what is in them: that is `_stores`'s.
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
"""Bytes; a file of tokens has a few hundred."""
POSIX = os.name == "posix"
"""Elsewhere modes say nothing: on Windows, a user's folder is closed to others by its access list."""


def shown(path: Path) -> str:
    """A path as errors show it: without the user's name, where it is in their home."""
    with suppress(RuntimeError, ValueError):
        return str("~" / path.relative_to(Path.home()))
    return str(path)


def read(path: Path) -> bytes | None:
    """What is in the file; None where there is none.

    Raises:
        TokenFileError: it is no regular file, too large, not readable, another user's, or others can read it.
    """
    try:
        # Asked of the open file, so that nothing can be put in its place in between; a pipe must not block.
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
        return "is too large to be a file of tokens"
    if not POSIX:
        return None
    user = os.geteuid()
    if user not in (status.st_uid, 0):  # root may read all
        return "belongs to another user"
    if status.st_mode & 0o077:
        return f"can be read or changed by others (mode {stat.S_IMODE(status.st_mode):04o}): chmod 600 {shown(path)}"
    return None


def write(path: Path, content: bytes) -> None:
    """Put this in the file's place, with mode 0600. Raises TokenFileError; what was there stays then."""
    target = Path(os.path.realpath(path))  # a link stays one
    with _file_errors(path):
        number, name = mkstemp(prefix=target.name, dir=target.parent)  # made with mode 0600
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
    """While this lasts, no other process changes the file. Its folder is made, with mode 0700, where there is none.

    Raises:
        TokenFileError: the folder cannot be made or is not to be written to.
    """
    with _file_errors(path):
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        if not os.access(path.parent, os.W_OK):
            raise PermissionError(13, "its folder is not to be written to")
    if not POSIX:
        yield
        return
    import fcntl

    folder = os.open(path.parent, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network folders know no locks
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
