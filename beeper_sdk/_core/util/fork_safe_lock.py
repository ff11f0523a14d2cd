"""A lock for data that threads share. Unlike a plain `threading.Lock`, it is never held in a forked child.

If another thread holds a lock while the process forks, nothing would ever release it in the child. The data that it
guards may then be partly updated: use it only for data that tolerates this.
"""

from __future__ import annotations

import os
from threading import Lock
from weakref import WeakSet

_locks: WeakSet[Lock] = WeakSet()


def fork_safe_lock() -> Lock:
    """A new lock. Hold it only for short operations in memory."""
    lock = Lock()
    _locks.add(lock)
    return lock


def _release_all() -> None:
    """Release all locks in the child of a fork. Its only thread, which forked, holds none of them."""
    for lock in tuple(_locks):
        if lock.locked():
            lock.release()


if hasattr(os, "register_at_fork"):  # missing on Windows, which has no fork
    os.register_at_fork(after_in_child=_release_all)
