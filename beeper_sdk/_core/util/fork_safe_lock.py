"""A lock for what threads share in memory. Unlike any `threading.Lock`, it is open in a forked child.

Another thread may hold a lock while a process forks. In the child that thread is gone, and nobody would ever release
the lock. What it guards may then be half changed: guard with it only what may be.
"""

from __future__ import annotations

import os
from threading import Lock
from weakref import WeakSet

_locks: WeakSet[Lock] = WeakSet()


def fork_safe_lock() -> Lock:
    """A lock, to be held for moments."""
    lock = Lock()
    _locks.add(lock)
    return lock


def _release_all() -> None:
    """In the child of a fork, which has one thread: it holds none of them."""
    for lock in tuple(_locks):
        if lock.locked():
            lock.release()


if hasattr(os, "register_at_fork"):  # not on Windows, where nothing forks
    os.register_at_fork(after_in_child=_release_all)
