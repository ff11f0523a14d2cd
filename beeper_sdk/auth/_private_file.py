"""Files that only their owner can read: checked when they are read, and replaced atomically when they are written.

`_stores` defines their contents.
"""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from .._core.generated import saving
from .._core.util.file_lock import file_lock
from .._core.util.regular_file import status_and_content
from ..errors import TokenFileError

MAX_BYTES = 1 << 20
"""Maximum size in bytes. A token file has a few hundred."""
POSIX = os.name == "posix"
"""Only POSIX has file modes. On Windows, access lists protect a user's folder."""
TIMEOUT = 5.0
"""Seconds to wait for the lock. Another process holds it for milliseconds, unless it is stopped."""
_LEFT_BEHIND = 60.0
"""Without a lock, a temporary file of this age, in seconds, does not belong to a running process."""
_OTHER_FILE = "choose another file with BEEPER_TOKEN_FILE or FileToken(path)"
_NO_MODES = "cannot be protected from other users, because its file system does not keep the modes and owners of files"


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
    with _file_errors(path, "read"):
        try:
            status, content = status_and_content(path, MAX_BYTES)
        except (FileNotFoundError, NotADirectoryError):
            return None
    if (problem := _problem(status, path)) is not None:
        raise TokenFileError(shown(path), problem)
    return content


def _problem(status: os.stat_result, path: Path) -> str | None:
    if not stat.S_ISREG(status.st_mode):
        return f"is not a regular file; {_OTHER_FILE}"
    if status.st_size > MAX_BYTES:
        return "is too large for a token file; delete it and log in again"
    if not POSIX:
        return None
    user = os.geteuid()
    if user not in (status.st_uid, 0):  # root may read the files of other users
        return f"belongs to another user; {_OTHER_FILE}"
    if status.st_mode & 0o077:
        mode = f"mode {stat.S_IMODE(status.st_mode):04o}"
        return (
            f"is accessible by other users ({mode}); run chmod 600 {shown(path)}. If the mode does not change, its "
            f"file system has no modes: {_OTHER_FILE}"
        )
    return None


def write(path: Path, content: bytes, *, trial: bool = False) -> None:
    """Replace the contents of the file, with mode 0600. A trial does all but that, to find out if it would work.

    The new file is read before it takes the place of the old one: what could not be read later is not stored.

    Raises:
        TokenFileError: it cannot be written, or not protected from other users. The file is not changed then.
    """
    if len(content) > MAX_BYTES:
        raise TokenFileError(shown(path), "would be too large; log out of servers that you no longer use")
    target = Path(os.path.realpath(path))
    new = saving.FileReplacement(path, _prefix(target), 0o600)
    with _file_errors(path, "written"):
        try:
            new.open()
            new.write(content)
            new.sync()
            _check_new(new.temporary or target, path, content)
            if not trial:
                new.commit()
        finally:
            new.discard()


def _check_new(temporary: Path, path: Path, content: bytes) -> None:
    status, found = status_and_content(temporary, MAX_BYTES)
    if (POSIX and status.st_mode & 0o077) or _problem(status, path) is not None:
        raise TokenFileError(shown(path), f"{_NO_MODES}; {_OTHER_FILE}")
    if found != content:
        raise TokenFileError(shown(path), f"cannot be written: other content was read back; {_OTHER_FILE}")


@contextmanager
def alone(path: Path) -> Generator[None]:
    """Prevent other processes from changing the file during the block, and remove what killed ones left.

    Its folder, and those above it, are created with mode 0700 if needed.

    Raises:
        TokenFileError: the folder cannot be created or is not writable, or another process or thread has locked the
            file.
    """
    with _file_errors(path, "written"):
        target = Path(os.path.realpath(path))  # links to one file share its lock
        _make_folders(target.parent)
        # The file itself cannot be locked, because each write replaces it.
        with file_lock(target.with_name(f".{target.name[:100]}.lock"), TIMEOUT) as is_locked:
            for stale in leftovers(path):
                with suppress(FileNotFoundError):
                    if is_locked or time.time() - stale.stat().st_mtime > _LEFT_BEHIND:
                        stale.unlink()
            yield


def leftovers(path: Path) -> list[Path]:
    """The temporary files of processes that were killed while they wrote. They may contain tokens."""
    with suppress(OSError, ValueError):
        target = Path(os.path.realpath(path))
        pattern = re.compile(re.escape(_prefix(target)) + r"[0-9a-f]{16}\.tmp")
        return [found for found in target.parent.iterdir() if pattern.fullmatch(found.name)]
    return []


def _prefix(target: Path) -> str:
    return f".{target.name[:100]}-"


def _make_folders(folder: Path) -> None:
    # Not Path.mkdir(parents=True): it creates all folders but the last with mode 0777, reduced by the umask only.
    for path in (*reversed(folder.parents), folder):
        if not path.exists():
            path.mkdir(mode=0o700, exist_ok=True)


@contextmanager
def _file_errors(path: Path, done: str) -> Generator[None]:
    try:
        yield
    except TimeoutError:
        problem = f"has been locked for {TIMEOUT:g} s by another process or thread; try again when that has ended"
    except ValueError:  # a null character or a lone surrogate
        problem = f"is not a valid path; {_OTHER_FILE}"
    except OSError as error:
        problem = f"cannot be {done} ({error.strerror or type(error).__name__}); correct that, or {_OTHER_FILE}"
    else:
        return
    raise TokenFileError(shown(path), problem) from None
