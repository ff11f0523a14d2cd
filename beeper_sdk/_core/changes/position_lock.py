"""The lock of a position: one process and one iteration at a time.

It ends with its process, however that ends. A forked child has no part in it.
"""

from __future__ import annotations

import os
from pathlib import Path

from ...errors import PositionInUse
from ..util.file_lock import HeldLock, acquire, release
from ..util.fork_safe_lock import fork_safe_lock

_TIMEOUT = 0.1
"""Seconds to wait. Nobody releases a position within that time, except a process that is just ending."""
_mutex = fork_safe_lock()
_held: dict[Path, HeldLock | None] = {}
"""By the path of the lock file. This alone excludes other iterations if the file system has no locks. None while it is
being locked."""


class PositionLock:
    """Held from its creation until `release`.

    Args:
        path: The lock file.
        position: The position, for errors.

    Raises:
        PositionInUse: another process or iteration holds it.
        OSError: the file cannot be created.
    """

    def __init__(self, path: Path, position: str) -> None:
        self._path = path
        self.position = position
        self._process = os.getpid()
        with _mutex:
            if path in _held:
                raise PositionInUse(position)
            _held[path] = None
        held = None
        try:
            held = _acquire(path, position)
        finally:
            if held is None:
                _held.pop(path, None)
        if held is None:
            raise PositionInUse(position)
        _held[path] = held

    def check_process(self) -> None:
        """Check that this process is the one that holds it. Raises PositionInUse in a forked child."""
        if not self.is_ours():
            raise PositionInUse(self.position)

    def is_ours(self) -> bool:
        """Whether this process is the one that locked it, not a child of it."""
        return os.getpid() == self._process

    def release(self) -> None:
        """Release it. The second time, and in a forked child, this does nothing."""
        if self.is_ours() and (held := _held.pop(self._path, None)) is not None:
            release(held)


def _acquire(path: Path, position: str) -> HeldLock | None:
    try:
        return acquire(path, _TIMEOUT)
    except TimeoutError:
        return None
    except OSError as error:  # its path is that of the lock file, which users do not know
        problem = f"the lock file beside this position cannot be created ({error.strerror})"
        raise OSError(error.errno, problem, position) from None


def _drop_all() -> None:
    """In a forked child: close the files, or the child would keep the locks after the end of its parent."""
    for held in _held.values():
        if held is not None:
            os.close(held.number)
    _held.clear()


if hasattr(os, "register_at_fork"):  # missing on Windows, which has no fork
    os.register_at_fork(after_in_child=_drop_all)
