"""Starts a call before its result is needed, in a thread or in a task. Written by hand for both; keep them alike.

Both are context managers, and no call outlives its block: at the end of the block, the async version cancels the calls
that are still running; the blocking version waits for them, because a thread cannot be cancelled. An exception of a
call is raised when its result is requested.
"""

from __future__ import annotations

from contextvars import copy_context
from threading import Lock, Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from ..util.fork_safe_lock import fork_safe_lock

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from queue import SimpleQueue
    from types import TracebackType
    from typing import Any, Self

    from anyio import Event
    from anyio.abc import TaskGroup

R = TypeVar("R")


class Prefetcher:
    """A block in which calls can be started ahead of time, each in a thread of its own or in one that is idle again."""

    def __init__(self) -> None:
        self._workers: list[_Worker] = []
        self._idle: list[_Worker] = []
        self._open = False
        self._lock = fork_safe_lock()
        """Held while a call is queued, so that no worker gets one after its end."""

    def __enter__(self) -> Self:
        self._open = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._open = False
        for worker in self._workers:
            worker.queue.put(None)
        if error is None or isinstance(error, Exception):  # after KeyboardInterrupt do not wait
            for worker in self._workers:
                worker.thread.join()

    def start(self, call: Callable[[], R]) -> Future[R] | None:
        """Start a call. None if the block has ended."""
        with self._lock:
            if not self._open:
                return None
            worker = self._idle_worker()
            future = Future(call, worker.thread)
            worker.queue.put(future)
            return future

    def _idle_worker(self) -> _Worker:
        """A thread that has nothing to do. To start one for each call cost five times as much as the hand-over."""
        while self._idle:
            worker = self._idle.pop()
            if worker.thread.is_alive():  # not in a process that was forked
                return worker
        worker = _Worker(self._idle)
        self._workers.append(worker)
        worker.thread.start()
        return worker


class _Worker:
    """A thread that runs one call after the other, until it gets None.

    It is a daemon, so that a program that ends does not wait for a page that is not needed any more."""

    def __init__(self, idle: list[_Worker]) -> None:
        from queue import SimpleQueue

        self._idle = idle
        self.queue: SimpleQueue[Future[Any] | None] = SimpleQueue()
        self.thread = Thread(target=self._run, name="beeper-ahead", daemon=True)

    def _run(self) -> None:
        while (future := self.queue.get()) is not None:
            try:
                future.run()
                self._idle.append(self)
            finally:
                future.finished.release()
            del future  # do not keep the page while waiting


class Future(Generic[R]):
    """The result of a call that was started in a thread."""

    def __init__(self, call: Callable[[], R], thread: Thread) -> None:
        self._call = call
        self._thread = thread
        self._results: list[R] = []
        self._error: Exception | None = None
        # The call sees the context variables of the caller (such as the current span of OpenTelemetry).
        self._context = copy_context()
        self.finished: Lock = Lock()
        """Held until the call has ended."""
        self.finished.acquire()

    def run(self) -> None:
        """Run the call, in the thread."""
        try:
            self._results.append(self._context.run(self._call))
        except Exception as error:  # noqa: BLE001 - raised where the result is asked for
            self._error = error

    def begin(self) -> None:
        """Nothing to do here: a thread runs by itself."""

    def result(self) -> R:
        """Wait for the result. Raises what the call raised."""
        if self._thread.is_alive():
            with self.finished:
                pass
        if self._error is not None:
            raise self._error
        # Without a result and without an error, a BaseException such as SystemExit ended the thread, or this process
        # is a fork, which does not have the thread: call again here.
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
        self._begun = False
        self.finished: Event = finished

    async def run(self) -> None:
        """Run the call. This is the body of the task."""
        self._begun = True
        try:
            self._results.append(await self._call())
        except Exception as error:  # noqa: BLE001 - raised where the result is asked for
            self._error = error
        finally:
            self.finished.set()

    async def begin(self) -> None:
        """Let the call run until it waits, which is after it sent its request. Without this, a consumer that computes,
        and does not await anything before it needs the next page, would delay the request until then."""
        from anyio.lowlevel import cancel_shielded_checkpoint

        for _ in range(2):  # trio runs the tasks that are ready in any order
            if not self._begun:
                await cancel_shielded_checkpoint()

    async def result(self) -> R:
        """Wait for the result. Raises what the call raised."""
        await self.finished.wait()
        if self._error is not None:
            raise self._error
        return self._results[0] if self._results else await self._call()  # it was cancelled: start again
