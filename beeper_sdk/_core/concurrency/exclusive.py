"""A lock that may be held while a function of the user runs, for threads and for tasks.

It is held for a limited time, and a function that needs the lock again while it holds it is detected. Both
versions are written by hand, as in `primitives`. For changes in memory only, use `fork_safe_lock`.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import TYPE_CHECKING

from ..util.fork_safe_lock import fork_safe_lock

if TYPE_CHECKING:
    from anyio import Lock as TaskLock


class LockReentered(Exception):
    """The block that holds the lock requests it again."""


class LockTimeout(Exception):
    """The lock was not available in time, or (async only) the block did not end in time."""


class ExclusiveLock:
    """A lock for threads, and one for the tasks of the current event loop."""

    def __init__(self) -> None:
        self.threads: Lock = fork_safe_lock()
        self.tasks: TaskLock | None = None
        self.loop: object = None
        """The event loop that `tasks` belongs to."""


class _Block:
    """A block that holds a lock."""

    def __init__(self, lock: ExclusiveLock) -> None:
        self.lock: ExclusiveLock | None = lock
        """None after the block: a task that was started in it, and has its context, may use the lock then."""


_BLOCKS: ContextVar[tuple[_Block, ...]] = ContextVar("blocks", default=())
"""The blocks that the current code runs in: a context variable, because tasks that a function starts inherit it."""


@contextmanager
def _entered(lock: ExclusiveLock) -> Generator[None]:
    block = _Block(lock)
    before = _BLOCKS.set((*_BLOCKS.get(), block))
    try:
        yield
    finally:
        _BLOCKS.reset(before)
        block.lock = None


def _check(lock: ExclusiveLock) -> None:
    if any(block.lock is lock for block in _BLOCKS.get()):
        raise LockReentered


@contextmanager
def exclusive(lock: ExclusiveLock, seconds: float | None) -> Generator[None]:
    """Hold the lock of the threads in the block. `seconds` limits the wait for it: a thread cannot be stopped."""
    _check(lock)
    if not lock.threads.acquire(timeout=-1 if seconds is None else seconds):
        raise LockTimeout
    try:
        with _entered(lock):
            yield
    finally:
        lock.threads.release()


@asynccontextmanager
async def async_exclusive(lock: ExclusiveLock, seconds: float | None) -> AsyncGenerator[None]:
    """Hold the lock of the tasks in the block. `seconds` limits the wait for it and the block together."""
    import anyio
    from anyio.lowlevel import current_token

    _check(lock)
    # An anyio lock works in one event loop only, and a client may be used in several, one after the other.
    here = current_token()
    if lock.tasks is None or lock.loop != here:
        lock.tasks, lock.loop = anyio.Lock(), here
    with anyio.move_on_after(seconds) as scope:
        async with lock.tasks:
            with _entered(lock):
                yield
    if scope.cancelled_caught:
        raise LockTimeout
