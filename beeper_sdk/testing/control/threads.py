"""Calls functions in threads of their own, while the event loop of the server goes on."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


async def in_thread(function: Callable[[], T]) -> T:
    """The result of a function that does not raise. It may wait for the server, as a test does.

    Not by a pool: the end of an event loop waits for the threads of its pool, however long they take.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def finish(result: T) -> None:
        if not future.done():
            future.set_result(result)

    def work() -> None:
        result = function()
        with suppress(RuntimeError):  # the server was stopped in the meantime
            loop.call_soon_threadsafe(finish, result)

    threading.Thread(target=work, name="FakeBeeper control", daemon=True).start()
    return await future
