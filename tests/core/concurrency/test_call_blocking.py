"""A file operation in a thread ends before its task does, however the task is cancelled."""

from __future__ import annotations

import asyncio
from threading import Event

import pytest

from beeper_sdk._core.concurrency.primitives import async_call_blocking


def test_a_task_that_asyncio_cancels_waits_for_the_end_of_the_operation() -> None:
    ended: list[str] = []

    async def run() -> None:
        started, may_end = asyncio.Event(), Event()
        loop = asyncio.get_running_loop()

        def operation() -> None:
            loop.call_soon_threadsafe(started.set)
            may_end.wait(60)
            ended.append("operation")

        task = asyncio.create_task(async_call_blocking(operation))
        await started.wait()
        try:
            for _ in range(3):
                task.cancel()
                await asyncio.wait([task], timeout=0.01)
                assert not task.done()
        finally:
            may_end.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        ended.append("task")

    asyncio.run(run())
    assert ended == ["operation", "task"]


def test_a_task_that_is_cancelled_before_the_operation_calls_it_once() -> None:
    calls: list[int] = []

    async def run() -> None:
        task = asyncio.create_task(async_call_blocking(calls.append, 1))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(run())
    assert calls == [1]


def test_the_exception_of_the_operation_is_raised() -> None:
    async def run() -> None:
        with pytest.raises(ZeroDivisionError):
            await async_call_blocking(divmod, 1, 0)
        assert await async_call_blocking(divmod, 7, 2) == (3, 1)

    asyncio.run(run())
