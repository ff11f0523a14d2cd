"""Starts a call before its result is needed, in a thread or in a task. Written by hand for both; keep them alike.

Both are context managers, and no call outlives its block: at the end of the block, the async version cancels the calls
that are still running; the blocking version waits for them, because a thread cannot be cancelled. An exception of a
call is raised when its result is requested.
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
    """A block in which calls can be started ahead of time. Each call runs in its own thread."""

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
        if error is None or isinstance(error, Exception):  # after KeyboardInterrupt do not wait
            for thread in self._threads:
                thread.join()

    def start(self, call: Callable[[], R]) -> Future[R] | None:
        """Start a call. None if the block has ended."""
        if not self._open:
            return None
        future = Future(call)
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(future.thread)
        future.thread.start()
        return future


class Future(Generic[R]):
    """The result of a call that was started in a thread."""

    def __init__(self, call: Callable[[], R]) -> None:
        self._call = call
        self._results: list[R] = []
        self._error: Exception | None = None
        run = copy_context().run
        # The thread sees the context variables of the caller (such as the current span of OpenTelemetry). It is a
        # daemon, so that a program that ends does not wait for a page that is not needed any more.
        self.thread = Thread(target=run, args=(self._run,), name="beeper-ahead", daemon=True)

    def _run(self) -> None:
        try:
            self._results.append(self._call())
        except Exception as error:  # noqa: BLE001 - raised where the result is asked for
            self._error = error

    @property
    def done(self) -> bool:
        """Whether the call has ended."""
        return bool(self._results) or self._error is not None

    def result(self) -> R:
        """Wait for the result. Raises what the call raised."""
        self.thread.join()
        if self._error is not None:
            raise self._error
        # Without a result and without an error, a BaseException such as SystemExit ended the thread: call again here.
        return self._results[0] if self._results else self._call()


class AsyncPrefetcher:
    """A block in which calls can be started ahead of time. Each call runs in its own task."""

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
        for finished in self._started:  # a task that is cancelled before its first step does not run its `finally`
            finished.set()
        if isinstance(error, get_cancelled_exc_class()):
            await group.__aexit__(kind, error, trace)
        else:  # an exception of the block is not passed to the task group, which would wrap it in an ExceptionGroup
            await group.__aexit__(None, None, None)

    def start(self, call: Callable[[], Awaitable[R]]) -> AsyncFuture[R] | None:
        """Start a call. None if the block has ended."""
        if self._group is None:
            return None
        from anyio import Event

        future = AsyncFuture(call, Event())
        self._started = [finished for finished in self._started if not finished.is_set()]
        self._started.append(future.finished)
        self._group.start_soon(future.run)
        return future


class AsyncFuture(Generic[R]):
    """The result of a call that was started in a task."""

    def __init__(self, call: Callable[[], Awaitable[R]], finished: Event) -> None:
        self._call = call
        self._results: list[R] = []
        self._error: Exception | None = None
        self.finished: Event = finished

    async def run(self) -> None:
        """Run the call. This is the body of the task."""
        try:
            self._results.append(await self._call())
        except Exception as error:  # noqa: BLE001 - raised where the result is asked for
            self._error = error
        finally:
            self.finished.set()

    @property
    def done(self) -> bool:
        """Whether the call has ended."""
        return bool(self._results) or self._error is not None

    async def result(self) -> R:
        """Wait for the result. Raises what the call raised."""
        await self.finished.wait()
        if self._error is not None:
            raise self._error
        return self._results[0] if self._results else await self._call()  # it was cancelled: start again
