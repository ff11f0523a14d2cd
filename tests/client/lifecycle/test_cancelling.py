"""A call that is called off, wherever it is just then: connections are closed, and its place is free for another."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from typing import Any

import anyio
import anyio.lowlevel
import pytest
import trio

from beeper_sdk import AsyncBeeper, RetryPolicy, api, errors
from beeper_sdk._transport.slots_async import Slots
from tests.client.lifecycle.counting_server import Manner, PlainServer
from tests.client.lifecycle.loops import LOOPS, Loop, async_wait_until, run

pytestmark = pytest.mark.usefixtures("transport")

FILE = api.assets.serve(url="mxc://x/y")
PAUSED = RetryPolicy(attempts=5, deadline=None)


async def chat(beeper: AsyncBeeper) -> object:
    return await beeper.chats.retrieve("a")


async def send(beeper: AsyncBeeper) -> object:
    return await beeper.messages.send("a", text="x")


async def stream(beeper: AsyncBeeper) -> object:
    async with beeper.stream(FILE) as file:
        return [piece async for piece in file.iter_bytes()]


async def prefetch(beeper: AsyncBeeper) -> object:
    async with beeper.messages.list("a").prefetch() as ahead:
        return [message async for message in ahead]


@asynccontextmanager
async def client(plain: PlainServer) -> AsyncGenerator[AsyncBeeper]:
    """A client; when it is closed the server sees no connection any more."""
    async with AsyncBeeper("t", base_url=plain.url, retry=PAUSED) as beeper:
        yield beeper
    await async_wait_until(lambda: plain.open == 0)


async def works(beeper: AsyncBeeper, plain: PlainServer, places: int) -> None:
    """As many calls are under way at the same time as there are places for, and 10 more end well."""

    def count_requests(name: str) -> int:
        return sum(request.path.endswith(name) for request in plain.requests)

    async with anyio.create_task_group() as group:
        with plain.being("silent"):
            for _ in range(places):
                group.start_soon(beeper.chats.retrieve, "held")
            await async_wait_until(lambda: count_requests("held") == places)
        group.cancel_scope.cancel()
    async with anyio.create_task_group() as group:
        for _ in range(10):
            group.start_soon(beeper.chats.retrieve, "good")
    assert (count_requests("held"), count_requests("good")) == (places, 10)


@pytest.mark.parametrize("loop", LOOPS)
@pytest.mark.parametrize(
    ("act", "manner"),
    [(send, "silent"), (chat, "half"), (chat, "busy"), (stream, "half"), (prefetch, "silent")],
)
def test_cancelled_calls_leave_every_place_and_no_connection(
    loop: Loop, act: Callable[[AsyncBeeper], Coroutine[Any, Any, object]], manner: Manner, plain: PlainServer,
    few_places: int,
) -> None:  # fmt: skip
    async def main() -> None:
        async with client(plain) as beeper:
            with plain.being(manner):
                async with anyio.create_task_group() as group:
                    for _ in range(few_places):
                        group.start_soon(act, beeper)
                    await async_wait_until(lambda: len(plain.requests) == few_places)
                    await anyio.sleep(0.01)
                    group.cancel_scope.cancel()
            if manner != "busy":
                await async_wait_until(lambda: plain.open == 0)
            await works(beeper, plain, few_places)

    run(loop, main)


async def by_scope(beeper: AsyncBeeper, turns: int) -> None:
    """Call off what was begun, after so many turns of the loop."""
    async with anyio.create_task_group() as group:
        group.start_soon(chat, beeper)
        for _ in range(turns):
            await anyio.lowlevel.cancel_shielded_checkpoint()
        group.cancel_scope.cancel()


async def by_task(beeper: AsyncBeeper, turns: int) -> None:
    """As asyncio does it, for `wait_for`, `timeout` and `cancel`: once, and no shield helps."""
    task = asyncio.create_task(chat(beeper))
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])


@pytest.mark.parametrize(("loop", "call_off"), [("asyncio", by_scope), ("asyncio", by_task), ("trio", by_scope)])
def test_calls_cancelled_at_any_moment_leave_every_place(
    loop: Loop, call_off: Callable[[AsyncBeeper, int], Coroutine[Any, Any, None]], plain: PlainServer, few_places: int
) -> None:
    """From before the connection is made to after the answer has come. httpcore alone loses a place, and a socket, to
    a task that is cancelled between its connection and its request."""

    async def main() -> None:
        async with client(plain) as beeper:
            for turns in range(30):
                for _ in range(2):
                    await call_off(beeper, turns)
                async with anyio.create_task_group() as group:
                    for _ in range(3):
                        group.start_soon(call_off, beeper, turns)
            await async_wait_until(lambda: plain.open <= 3)
            await works(beeper, plain, few_places)

    run(loop, main)


@pytest.mark.parametrize("loop", LOOPS)
def test_calls_cancelled_while_they_wait_for_a_place_take_none(loop: Loop, plain: PlainServer, few_places: int) -> None:
    async def main() -> None:
        async with client(plain) as beeper:
            with plain.being("silent"):
                async with anyio.create_task_group() as working:
                    for _ in range(few_places):
                        working.start_soon(chat, beeper)
                    await async_wait_until(lambda: len(plain.requests) == few_places)
                    async with anyio.create_task_group() as waiting:
                        for _ in range(15):
                            waiting.start_soon(chat, beeper)
                        await anyio.wait_all_tasks_blocked()
                        waiting.cancel_scope.cancel()
                    assert len(plain.requests) == few_places
                    working.cancel_scope.cancel()
            await works(beeper, plain, few_places)

    run(loop, main)


@pytest.mark.parametrize("loop", LOOPS)
def test_no_place_is_given_to_a_call_that_no_longer_waits(loop: Loop, few_places: int) -> None:
    """Else it would be lost, and the pool never unused. A pool is replaced after 20 cancelled calls, which hides that
    from the test above."""

    async def main() -> None:
        slots = Slots()
        for _ in range(few_places):
            await slots.acquire(None)
        with pytest.raises(TimeoutError):
            await slots.acquire(0.001)
        async with anyio.create_task_group() as waiting:
            waiting.start_soon(slots.acquire, None)
            await anyio.wait_all_tasks_blocked()
            waiting.cancel_scope.cancel()
        for _ in range(few_places):
            slots.release()
        assert slots.retire()

    run(loop, main)


def test_a_place_given_to_a_call_that_was_just_cancelled_goes_on_to_the_next(few_places: int) -> None:
    """In the same turn of the loop, which only asyncio's own cancelling can do."""

    async def main() -> None:
        slots = Slots()
        for _ in range(few_places):
            await slots.acquire(None)
        first, second = asyncio.create_task(slots.acquire(None)), asyncio.create_task(slots.acquire(None))
        await anyio.wait_all_tasks_blocked()
        slots.release()
        first.cancel()
        await asyncio.wait([first])
        assert first.cancelled()
        await asyncio.wait_for(second, 5)

    run("asyncio", main)


@pytest.mark.parametrize("loop", LOOPS)
def test_a_place_that_does_not_come_in_time_is_a_timeout(loop: Loop, plain: PlainServer, few_places: int) -> None:
    async def main() -> None:
        async with client(plain) as beeper, AsyncExitStack() as held:
            for _ in range(few_places):
                await held.enter_async_context(beeper.stream(FILE))
            sent = len(plain.requests)
            with pytest.raises(errors.APITimeoutError, match="free connection"):
                await beeper.with_options(timeout=0.01, retry=RetryPolicy(attempts=1)).messages.send("a", text="x")
            assert len(plain.requests) == sent

    run(loop, main)


def within_asyncio(beeper: AsyncBeeper) -> list[Callable[[], Awaitable[object]]]:
    async def timeout() -> None:
        async with asyncio.timeout(0.02):
            await chat(beeper)

    async def cancelled() -> None:
        task = asyncio.create_task(chat(beeper))
        await asyncio.sleep(0.02)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            raise TimeoutError from None

    return [timeout, cancelled, lambda: asyncio.wait_for(chat(beeper), 0.02)]


def within_trio(beeper: AsyncBeeper) -> list[Callable[[], Awaitable[object]]]:
    async def moved_on() -> None:
        with trio.move_on_after(0.02):
            await chat(beeper)
            return
        raise TimeoutError

    async def timed_out() -> None:
        try:
            with trio.fail_after(0.02):
                await chat(beeper)
        except trio.TooSlowError:
            raise TimeoutError from None

    return [moved_on, timed_out]


@pytest.mark.parametrize("loop", LOOPS)
def test_every_way_to_call_off_leaves_the_client_usable(loop: Loop, plain: PlainServer, few_places: int) -> None:
    async def anyways(beeper: AsyncBeeper) -> None:
        with anyio.fail_after(0.02):
            await chat(beeper)

    async def main() -> None:
        async with client(plain) as beeper:
            ways: list[Callable[[], Awaitable[object]]]
            ways = [*(within_asyncio(beeper) if loop == "asyncio" else within_trio(beeper)), partial(anyways, beeper)]
            for manner in ("silent", "half", "busy"):
                with plain.being(manner):
                    for way in ways:
                        with pytest.raises(TimeoutError):
                            await way()
            await works(beeper, plain, few_places)

    run(loop, main)
