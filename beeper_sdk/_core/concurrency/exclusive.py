"""One after another: a lock that is held while something is waited for, once for threads and once for tasks.

Written by hand and twice, as `primitives`. For what is only changed in memory, see `fork_safe_lock`.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

from ..util.fork_safe_lock import fork_safe_lock

if TYPE_CHECKING:
    from anyio import Lock as TaskLock


class Turns:
    """Who may go next."""

    def __init__(self) -> None:
        self.threads = fork_safe_lock()
        self.tasks: TaskLock | None = None
        self.loop: object = None
        """The event loop of the tasks: each has a lock of its own."""


@contextmanager
def turn(turns: Turns) -> Generator[None]:
    """Wait for one's turn, and keep it for the block."""
    with turns.threads:
        yield


@asynccontextmanager
async def async_turn(turns: Turns) -> AsyncGenerator[None]:
    """Wait for one's turn, and keep it for the block."""
    import anyio
    from anyio.lowlevel import current_token

    here = current_token()
    if turns.tasks is None or turns.loop != here:
        turns.tasks, turns.loop = anyio.Lock(), here
    async with turns.tasks:
        yield
