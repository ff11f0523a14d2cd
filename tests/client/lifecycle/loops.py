"""Runs async tests under asyncio and trio, and sees that no task is left."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Literal, TypeAlias, TypeVar

import anyio
import anyio.lowlevel
import trio

T = TypeVar("T")
Loop: TypeAlias = Literal["asyncio", "trio"]
LOOPS: tuple[Loop, ...] = ("asyncio", "trio")


def tasks(loop: Loop) -> int:
    """Tasks that live in this loop."""
    return len(asyncio.all_tasks()) if loop == "asyncio" else trio.lowlevel.current_statistics().tasks_living


def run(loop: Loop, main: Callable[[], Awaitable[T]]) -> T:
    """What `main` gives; as many tasks afterwards as before."""

    async def checked() -> T:
        before = tasks(loop)
        result = await main()
        await anyio.lowlevel.checkpoint()
        assert tasks(loop) == before
        return result

    return anyio.run(checked, backend=loop)


async def async_wait_until(condition: Callable[[], bool]) -> None:
    """Wait for what another thread brings about."""
    give_up = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < give_up
        await anyio.sleep(0.001)


def wait_until(condition: Callable[[], bool]) -> None:
    """The same in a thread."""
    give_up = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < give_up
        time.sleep(0.001)
