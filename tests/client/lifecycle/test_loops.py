"""One async client in several event loops, one after the other and side by side: a pool in each, none left open."""

from __future__ import annotations

import asyncio
import threading

import anyio
import pytest

from beeper_sdk import AsyncBeeper, errors
from tests.client.lifecycle.counting_server import PlainServer
from tests.client.lifecycle.loops import LOOPS, Loop, async_wait_until, run, wait_until

pytestmark = pytest.mark.usefixtures("transport")


@pytest.mark.parametrize("order", [("asyncio", "asyncio"), ("trio", "trio"), ("asyncio", "trio", "asyncio")])
def test_a_client_made_outside_works_in_one_loop_after_the_other(order: tuple[Loop, ...], plain: PlainServer) -> None:
    beeper = AsyncBeeper("t", base_url=plain.url)

    async def main() -> None:
        for _ in range(3):
            assert (await beeper.chats.retrieve("a")).id == "a"
        assert plain.open == 1

    for loop_number, loop in enumerate(order, 1):
        run(loop, main)
        wait_until(lambda: plain.open == 0)
        assert len(plain.connections) == loop_number

    run("asyncio", beeper.close)
    with pytest.raises(errors.ClientClosed):
        run("asyncio", main)


def test_a_loop_that_ends_without_a_word_is_no_trouble_for_the_next(plain: PlainServer) -> None:
    """Not every program ends its loop with `asyncio.run`."""
    beeper = AsyncBeeper("t", base_url=plain.url)

    async def main() -> None:
        assert (await beeper.chats.retrieve("a")).id == "a"

    for _ in range(20):
        loop = asyncio.new_event_loop()
        loop.run_until_complete(main())
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
    assert len(plain.connections) == 20


@pytest.mark.parametrize("loop", LOOPS)
def test_loops_side_by_side_have_connections_of_their_own(loop: Loop, plain: PlainServer) -> None:
    beeper = AsyncBeeper("t", base_url=plain.url)
    together = threading.Barrier(4)
    matches: list[bool] = []

    async def main(number: int) -> None:
        for round_number in range(20):
            name = f"c{number}-{round_number}"
            matches.append((await beeper.chats.retrieve(name)).title == f"title of {name}")
        together.wait()  # so that no loop ends before the last began

    threads = [threading.Thread(target=anyio.run, args=(main, n), kwargs={"backend": loop}) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (matches, len(plain.connections)) == ([True] * 80, 4)
    wait_until(lambda: plain.open == 0)


def test_a_client_closed_in_one_loop_is_closed_in_the_other(plain: PlainServer) -> None:
    beeper = AsyncBeeper("t", base_url=plain.url)
    first_call_done, closed = threading.Event(), threading.Event()
    rejections: list[BaseException] = []

    async def other_loop() -> None:
        await beeper.chats.retrieve("a")
        first_call_done.set()
        await async_wait_until(closed.is_set)
        try:
            await beeper.chats.retrieve("a")
        except errors.ClientClosed as error:
            rejections.append(error)

    thread = threading.Thread(target=anyio.run, args=(other_loop,))
    thread.start()
    assert first_call_done.wait(10)
    run("trio", beeper.close)
    closed.set()
    thread.join()
    assert len(rejections) == 1
    wait_until(lambda: plain.open == 0)
