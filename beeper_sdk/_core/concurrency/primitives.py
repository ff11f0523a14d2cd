"""Sleeping, results of user functions and files, blocking and async. Written by hand for both; keep them alike.

The async version uses anyio, so that it runs on asyncio and trio. anyio is imported when it is first needed.
"""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine
from contextlib import AbstractContextManager, asynccontextmanager
from os import PathLike
from typing import TYPE_CHECKING, ParamSpec, TypeGuard, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future
    from threading import Lock

    from ..generated import saving

P = ParamSpec("P")
T = TypeVar("T")


def sleep(seconds: float) -> None:
    """Sleep."""
    time.sleep(seconds)


async def async_sleep(seconds: float) -> None:
    """Sleep without blocking other tasks."""
    import anyio

    await anyio.sleep(seconds)


def is_awaitable(value: object) -> TypeGuard[Awaitable[object]]:
    """Whether a value is awaitable."""
    return isinstance(value, Awaitable)


def close_coroutine(value: object) -> None:
    """Close a coroutine that is not used: otherwise Python warns that it was never awaited."""
    if isinstance(value, Coroutine):
        value.close()


def resolve_result(value: object, function: str) -> object:
    """The result of a user's function in a blocking client. Raises TypeError, with what names it, if it is async."""
    if is_awaitable(value):
        close_coroutine(value)
        raise TypeError(f"{function} must not be async; pass a plain function, or use AsyncBeeper")
    return value


async def async_resolve_result(value: object, _function: str) -> object:
    """The result of a user's function, which is awaited if it is async."""
    return await value if is_awaitable(value) else value


def replacing_file(path: str | PathLike[str]) -> AbstractContextManager[saving.FileReplacement]:
    """Write a file; if the block fails, its old content is kept. Raises OSError like `open`."""
    from ..generated import saving

    return saving.replacing(path)


@asynccontextmanager
async def async_replacing_file(path: str | PathLike[str]) -> AsyncGenerator[AsyncFileReplacement]:
    """Write a file; if the block fails or is cancelled, its old content is kept. Raises OSError like `open`.

    Disk operations run in a thread."""
    from ..generated import saving

    new = saving.FileReplacement(path)
    try:
        await async_call_blocking(new.open)
        yield AsyncFileReplacement(new)
        await async_call_blocking(new.commit)
    except BaseException:
        await async_call_blocking(new.discard)
        raise


class AsyncFileReplacement:
    """The new content of a file."""

    def __init__(self, new: saving.FileReplacement) -> None:
        self._new = new

    async def write(self, data: bytes) -> None:
        """Write in a thread. Raises OSError."""
        await async_call_blocking(self._new.write, data)


def call_blocking(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call a function that accesses files. Only the async version uses a thread."""
    return function(*args, **kwargs)


async def async_call_blocking(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call a function that accesses files in a thread, so that it does not block other tasks. A cancelled task calls it
    too, waits for its end, and is cancelled afterwards."""
    from concurrent.futures import Future
    from functools import partial
    from threading import Lock

    from anyio import CancelScope, get_cancelled_exc_class, to_thread

    result: Future[T] = Future()
    cancelled: BaseException | None = None
    run = partial(_run_once, result, Lock(), partial(function, *args, **kwargs))
    with CancelScope(shield=True):
        while not result.done():
            try:
                await to_thread.run_sync(run)
            except get_cancelled_exc_class() as error:  # of asyncio's Task.cancel(), which ignores scopes
                cancelled = error
    try:
        if cancelled is not None:
            raise cancelled
        return result.result()
    finally:
        del result, run, cancelled  # an exception would be in a reference cycle with this frame


def _run_once(result: Future[T], claim: Lock, function: Callable[[], T]) -> None:
    """Call a function, or wait for the thread that does."""
    if not claim.acquire(blocking=False):
        result.exception()
        return
    try:
        result.set_result(function())
    except BaseException as error:  # noqa: BLE001 - it is raised in the task
        result.set_exception(error)
