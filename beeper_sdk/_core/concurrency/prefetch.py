"""Asking for something before it is needed: once with a thread, once with a task. Written by hand, kept alike.

Both are blocks, and nothing outlives its block: the async one cancels what is still under way when it is left, the
blocking one waits for it, since a thread cannot be called off. What went wrong ahead of time is raised when the
result is asked for.
"""

from __future__ import annotations

from contextvars import copy_context
from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType
    from typing import Self

    from anyio import Event
    from anyio.abc import TaskGroup

R = TypeVar("R")


class Prefetcher:
    """A block in which calls can be begun ahead of time. Each has a thread, which ends with its call."""

    def __init__(self) -> None:
        self._threads: list[Thread] = []
        self._open = False

    def __enter__(self) -> Self:
        self._open = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open = False
        if error is None or isinstance(error, Exception):  # else whoever interrupts does not want to wait
            for thread in self._threads:
                thread.join()

    def start(self, call: Callable[[], R]) -> Future[R] | None:
        """Begin a call; None when the block was left."""
        if not self._open:
            return None
        future = Future(call)
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(future.thread)
        future.thread.start()
        return future


class Future(Generic[R]):
    """The result of a call that was begun."""

    def __init__(self, call: Callable[[], R]) -> None:
        self._call = call
        self._results: list[R] = []
        self._error: Exception | None = None
        run = copy_context().run
        # A daemon: a program that ends does not wait for a page nobody will read.
        self.thread = Thread(target=run, args=(self._run,), name="beeper-ahead", daemon=True)

    def _run(self) -> None:
        try:
            self._results.append(self._call())
        except Exception as error:  # noqa: BLE001 - raised where the result is asked for
            self._error = error

    @property
    def done(self) -> bool:
        """Is the result there?"""
        return bool(self._results) or self._error is not None

    def result(self) -> R:
        """Wait for the result. Raises what the call raised."""
        self.thread.join()
        if self._error is not None:
            raise self._error
        return self._results[0] if self._results else self._call()


class AsyncPrefetcher:
    """A block in which calls can be begun ahead of time. Each has a task, which ends with the block at the latest."""

    def __init__(self) -> None:
        self._started: list[Event] = []
        self._group: TaskGroup | None = None

    async def __aenter__(self) -> Self:
        import anyio

        group = anyio.create_task_group()
        await group.__aenter__()
        self._group = group
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        from anyio import get_cancelled_exc_class

        group, self._group = self._group, None
        if group is None:
            return
        group.cancel_scope.cancel()
        for finished in self._started:  # a task that is cancelled before its first step cannot do this
            finished.set()
        if isinstance(error, get_cancelled_exc_class()):
            await group.__aexit__(kind, error, trace)
        else:  # an error of the block is its user's, and is not to be wrapped in a group
            await group.__aexit__(None, None, None)

    def start(self, call: Callable[[], Awaitable[R]]) -> AsyncFuture[R] | None:
        """Begin a call; None when the block was left."""
        if self._group is None:
            return None
        from anyio import Event

        future = AsyncFuture(call, Event())
        self._started = [finished for finished in self._started if not finished.is_set()]
        self._started.append(future.finished)
        self._group.start_soon(future.run)
        return future


class AsyncFuture(Generic[R]):
    """The result of a call that was begun."""

    def __init__(self, call: Callable[[], Awaitable[R]], finished: Event) -> None:
        self._call = call
        self._results: list[R] = []
        self._error: Exception | None = None
        self.finished = finished

    async def run(self) -> None:
        """The task."""
        try:
            self._results.append(await self._call())
        except Exception as error:  # noqa: BLE001 - raised where the result is asked for
            self._error = error
        finally:
            self.finished.set()

    @property
    def done(self) -> bool:
        """Is the result there?"""
        return bool(self._results) or self._error is not None

    async def result(self) -> R:
        """Wait for the result. Raises what the call raised."""
        await self.finished.wait()
        if self._error is not None:
            raise self._error
        return self._results[0] if self._results else await self._call()  # it was called off: begin again
