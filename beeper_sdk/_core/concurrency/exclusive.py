"""A lock that is held during I/O, once for threads and once for tasks.

Written by hand, twice, as `primitives`. For state that is only changed in memory, see `fork_safe_lock`.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

from ..util.fork_safe_lock import fork_safe_lock

if TYPE_CHECKING:
    from anyio import Lock as TaskLock


class ExclusiveLock:
    """A lock for threads, and one for the tasks of an event loop."""

    def __init__(self) -> None:
        self.threads = fork_safe_lock()
        self.tasks: TaskLock | None = None
        self.loop: object = None
        """The event loop that `tasks` belongs to."""


@contextmanager
def exclusive(lock: ExclusiveLock) -> Generator[None]:
    """Hold the lock for the block."""
    with lock.threads:
        yield


@asynccontextmanager
async def async_exclusive(lock: ExclusiveLock) -> AsyncGenerator[None]:
    """Hold the lock for the block."""
    import anyio
    from anyio.lowlevel import current_token

    here = current_token()
    if lock.tasks is None or lock.loop != here:
        lock.tasks, lock.loop = anyio.Lock(), here
    async with lock.tasks:
        yield
