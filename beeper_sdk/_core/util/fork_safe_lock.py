"""A lock for what threads share in memory. Unlike `threading.Lock`, a forked child finds it open."""

from __future__ import annotations

from os import getpid
from threading import Lock as ThreadLock
from types import TracebackType


class Lock:
    """Held in a ``with`` block, for moments.

    Another thread may hold a lock while a process forks. In the child that thread is gone, and nobody would ever
    release the lock; so each process has one of its own. What it guards may then be half changed: keep in it only
    what may be.
    """

    __slots__ = ("_locks",)

    def __init__(self) -> None:
        self._locks: dict[int, ThreadLock] = {getpid(): ThreadLock()}

    def __enter__(self) -> None:
        process = getpid()
        (self._locks.get(process) or self._locks.setdefault(process, ThreadLock())).acquire()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._locks[getpid()].release()
