"""A lock that may be held during I/O, for threads and for tasks.

Both versions are written by hand, as in `primitives`. For changes in memory only, use `fork_safe_lock`.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from ..util.fork_safe_lock import fork_safe_lock

if TYPE_CHECKING:
    from anyio import Lock as TaskLock


class ExclusiveLock:
    """A lock for threads, and one for the tasks of the current event loop."""

    def __init__(self) -> None:
        self.threads: Lock = fork_safe_lock()
        self.tasks: TaskLock | None = None
        self.loop: object = None
        """The event loop that `tasks` belongs to."""


@contextmanager
def exclusive(lock: ExclusiveLock) -> Generator[None]:
    """Hold the lock of the threads in the block."""
    with lock.threads:
        yield


@asynccontextmanager
async def async_exclusive(lock: ExclusiveLock) -> AsyncGenerator[None]:
    """Hold the lock of the tasks in the block."""
    import anyio
    from anyio.lowlevel import current_token

    # An anyio lock works in one event loop only, and a client may be used in several, one after the other.
    here = current_token()
    if lock.tasks is None or lock.loop != here:
        lock.tasks, lock.loop = anyio.Lock(), here
    async with lock.tasks:
        yield
