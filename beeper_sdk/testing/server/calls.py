"""Waits for a function that runs on the event loop of a server, in bounded time, also while the server is stopped."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, wait
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 10.0
"""Seconds that a function of a test waits for the loop of the server, and that a server has to start and to stop."""
LONGEST = 600.0
"""Seconds that a function of a test may run on the loop of the server."""
NOT_RUNNING = "the fake server is not running"
CHECK = 0.1
"""After how many seconds a call that waits looks whether the server was stopped."""


def call(function: Callable[[], T], loop: asyncio.AbstractEventLoop, thread: threading.Thread) -> T:
    """The result of a function on the loop that a thread runs.

    Raises:
        RuntimeError: The server was stopped.
        TimeoutError: The server is busy.
    """
    future = Future[T]()

    def work() -> None:
        if future.set_running_or_notify_cancel():
            try:
                future.set_result(function())
            except BaseException as error:  # noqa: BLE001 - it is raised where the result is expected
                future.set_exception(error)

    try:
        loop.call_soon_threadsafe(work)
    except RuntimeError:  # the loop was closed just now
        raise RuntimeError(NOT_RUNNING) from None
    return _result(future, thread)


def run(coroutine: Coroutine[None, None, T], loop: asyncio.AbstractEventLoop, thread: threading.Thread) -> T:
    """The same for a coroutine."""
    try:
        future = asyncio.run_coroutine_threadsafe(coroutine, loop)
    except RuntimeError:
        coroutine.close()
        raise RuntimeError(NOT_RUNNING) from None
    return _result(future, thread)


def _result(future: Future[T], thread: threading.Thread) -> T:
    waited = PATIENCE
    if not _is_done(future, thread, PATIENCE) and future.running():
        _is_done(future, thread, LONGEST)
        waited += LONGEST
    if not future.done():
        raise TimeoutError(f"the fake server was busy for {waited:.0f} s; it goes on with the call")
    if future.cancelled():
        raise RuntimeError("the fake server was stopped before it did this")
    return future.result()


def _is_done(future: Future[T], thread: threading.Thread, seconds: float) -> bool:
    """Wait for a call; one that has not begun when the thread ends never will, and is cancelled."""
    until = time.monotonic() + seconds
    while not wait([future], min(CHECK, seconds)).done:
        if not thread.is_alive():
            return future.cancel() or future.done()
        if time.monotonic() >= until:
            return False
    return True
