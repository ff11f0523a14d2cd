"""A lock that processes and threads hold in turn: `fcntl.flock`, or `msvcrt.locking` on Windows."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from time import monotonic, sleep
from typing import Any, NamedTuple

_PAUSE = 0.002
"""Seconds between two tries."""
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_HELD = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP})
"""Some network file systems have no locks."""


@contextmanager
def file_lock(path: Path, timeout: float) -> Generator[bool]:
    """Hold the lock in the block. Yields False if the file system has no locks.

    Args:
        path: The lock file. It is created if needed, and removed at the end (but not on Windows, where others may have
            it open).
        timeout: Seconds to wait.

    Raises:
        TimeoutError: another process or thread holds the lock for longer.
        OSError: the file cannot be opened.
    """
    held = acquire(path, timeout)
    try:
        yield held.is_locked
    finally:
        release(held)
        sleep(_PAUSE)  # a process that locks again at once would leave no time to those that wait


class HeldLock(NamedTuple):
    """A lock that `acquire` returned. It can be released once."""

    path: Path
    number: int
    """The file descriptor."""
    is_locked: bool
    """False if the file system has no locks."""


def acquire(path: Path, timeout: float) -> HeldLock:
    """Hold the lock until `release`. Arguments and errors are those of `file_lock`.

    A forked child shares the lock as long as it has the file descriptor open, so it must close it.
    """
    number, is_locked = _acquire(path, _functions()[0], monotonic() + timeout)
    return HeldLock(path, number, is_locked)


def release(held: HeldLock) -> None:
    """Release the lock, and remove its file where possible."""
    unlock = _functions()[1]
    if held.is_locked and unlock is None:
        with suppress(OSError):
            held.path.unlink()
    elif held.is_locked and unlock is not None:
        with suppress(OSError):
            unlock(held.number)
    os.close(held.number)


def _acquire(path: Path, lock: Callable[[int], object], deadline: float) -> tuple[int, bool]:
    while True:
        number = os.open(path, _FLAGS, 0o600)
        try:
            lock(number)
            # The process that held it may have removed the file: others would lock a new one.
            if os.path.samestat(os.fstat(number), path.stat()):
                return number, True
        except FileNotFoundError:
            pass
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return number, False
            if error.errno not in _HELD:
                os.close(number)
                raise
        os.close(number)
        if monotonic() >= deadline:
            raise TimeoutError(errno.ETIMEDOUT, "another process or thread has locked it")
        sleep(_PAUSE)


def _functions() -> tuple[Callable[[int], object], Callable[[int], object] | None]:
    """The function that locks or raises OSError, and the one that unlocks; None if closing the file is enough."""
    try:
        fcntl: Any = import_module("fcntl")
    except ImportError:
        msvcrt: Any = import_module("msvcrt")
        return (
            lambda number: msvcrt.locking(number, msvcrt.LK_NBLCK, 1),
            lambda number: msvcrt.locking(number, msvcrt.LK_UNLCK, 1),
        )
    return lambda number: fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB), None
