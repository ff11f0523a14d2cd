"""One function that runs in the background, in a thread or in a task.

Both versions are written by hand, as in `primitives`; keep them alike.
"""

from __future__ import annotations

from contextvars import copy_context
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from typing import Any

    from anyio import Event as TaskEvent
    from anyio.abc import TaskGroup

T = TypeVar("T")


class Background:
    """Runs a function in a thread, which is a daemon. The function must end soon after `wait` returned True."""

    def __init__(self) -> None:
        self._stopped = Event()
        self._thread: Thread | None = None

    @property
    def stopping(self) -> bool:
        """Whether the function must end."""
        return self._stopped.is_set()

    def start(self, function: Callable[[], object], name: str) -> None:
        """Start the function, in the context of the caller."""
        self._thread = Thread(target=copy_context().run, args=(function,), name=name, daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait, but only until `stop` is called. Returns whether it was."""
        return self._stopped.wait(seconds)

    def stop(self) -> None:
        """Let the function end."""
        self._stopped.set()

    def join(self, seconds: float) -> None:
        """Wait for the end of the function, for a limited time: a thread cannot be stopped."""
        if self._thread is not None:
            self._thread.join(seconds)


class AsyncBackground:
    """Runs a function in a task of its own task group. `join` must be awaited in the task that awaited `start`."""

    def __init__(self) -> None:
        self._is_stopped = False
        self._stopped: TaskEvent | None = None
        self._group: TaskGroup | None = None

    @property
    def stopping(self) -> bool:
        """Whether the function must end."""
        return self._is_stopped

    async def start(self, function: Callable[[], Coroutine[Any, Any, object]], name: str) -> None:
        """Start the function."""
        import anyio

        self._stopped = anyio.Event()
        group = anyio.create_task_group()
        await group.__aenter__()
        self._group = group
        group.start_soon(function, name=name)

    async def wait(self, seconds: float) -> bool:
        """Wait, but only until `stop` is called. Returns whether it was."""
        import anyio

        if self._stopped is not None:
            with anyio.move_on_after(seconds):
                await self._stopped.wait()
        return self._is_stopped

    def stop(self) -> None:
        """Let the function end."""
        self._is_stopped = True
        if self._stopped is not None:
            self._stopped.set()

    async def join(self, _seconds: float) -> None:
        """Cancel the function, and wait for its end."""
        group, self._group = self._group, None
        if group is not None:
            group.cancel_scope.cancel()
            await group.__aexit__(None, None, None)


def uncancelled(function: Callable[[], T]) -> T:
    """Call a function to its end."""
    return function()


async def async_uncancelled(function: Callable[[], Awaitable[T]]) -> T:
    """Call a function to its end, also in a task that is cancelled, which is cancelled afterwards."""
    from anyio import CancelScope

    results: list[T] = []
    with CancelScope(shield=True):
        results.append(await function())
    return results[0]
