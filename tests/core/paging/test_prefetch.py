"""Pages that are asked for before they are needed; and that nothing is left of them when their block is."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from contextvars import ContextVar
from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, errors
from tests.client.lifecycle.children import Child
from tests.core.paging.listings import history
from tests.core.paging.test_paging import requested_queries
from tests.scripted_server import AT_ONCE, TOKEN, Script, answer

LOOPS = pytest.mark.parametrize("loop", ["asyncio", "trio"])
PACE = 0.02
HISTORY = history(9, 3)


def served(request: httpx.Request) -> httpx.Response:
    return answer(HISTORY(dict(request.url.params)).to_dict())


class Slow:
    """A transport that takes its time, and counts what is under way."""

    def __init__(self, pace: float = PACE, fails_at: int | None = None, later: float | None = None) -> None:
        self.pace = pace
        self.later = pace if later is None else later
        """The pace from the second request on."""
        self.threads: list[int] = []
        self.fails_at = fails_at
        self.script = Script(served)
        self.under_way = self.max_under_way = self.called_off = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        time.sleep(self.start())
        return self.end(request)

    async def slowly(self, request: httpx.Request) -> httpx.Response:
        pace = self.start()
        try:
            await anyio.sleep(pace)
        except anyio.get_cancelled_exc_class():
            self.called_off += 1
            self.under_way -= 1
            raise
        return self.end(request)

    def start(self) -> float:
        pace, self.pace = self.pace, self.later
        self.threads.append(threading.get_ident())
        self.under_way += 1
        self.max_under_way = max(self.max_under_way, self.under_way)
        return pace

    def end(self, request: httpx.Request) -> httpx.Response:
        self.under_way -= 1
        response = self.script(request)
        return answer({"message": "no"}, 404) if self.script.count == self.fails_at else response


def blocking(server: Slow, act: Callable[[Beeper], Any]) -> Any:
    with Beeper(TOKEN, transport=httpx.MockTransport(server), retry=AT_ONCE) as beeper:
        return act(beeper)


def on(loop: str, server: Slow, act: Callable[[AsyncBeeper], Awaitable[Any]]) -> Any:
    async def run() -> Any:
        async with AsyncBeeper(TOKEN, transport=httpx.MockTransport(server.slowly), retry=AT_ONCE) as beeper:
            return await act(beeper)

    return anyio.run(run, backend=loop)


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    yield
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("beeper")] == []


def wait_for(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not true():
        assert time.monotonic() < end
        time.sleep(0.001)


def test_the_next_page_is_asked_for_while_this_one_is_used_and_no_other() -> None:
    server = Slow()

    def act(beeper: Beeper) -> list[str]:
        with beeper.messages.list("!a:x").prefetch() as ahead:
            assert server.script.count == 0
            items = iter(ahead)
            ids = [next(items).id]
            wait_for(lambda: server.script.count == 2)
            time.sleep(2 * PACE)
            assert server.script.count == 2
            return ids + [message.id for message in items]

    assert blocking(server, act) == [str(number) for number in range(9, 0, -1)]
    assert (server.script.count, server.max_under_way) == (3, 1)


@LOOPS
def test_the_next_page_is_asked_for_by_a_task_too(loop: str) -> None:
    server = Slow()

    async def act(beeper: AsyncBeeper) -> list[str]:
        async with beeper.messages.list("!a:x").prefetch() as ahead:
            assert server.script.count == 0
            items = aiter(ahead)
            ids = [(await anext(items)).id]
            await anyio.sleep(5 * PACE)
            assert server.script.count == 2
            return ids + [message.id async for message in items]

    assert on(loop, server, act) == [str(number) for number in range(9, 0, -1)]
    assert (server.script.count, server.max_under_way) == (3, 1)


def test_leaving_early_leaves_no_thread_and_a_checkpoint_that_counts_only_what_was_used() -> None:
    server = Slow()

    def act(beeper: Beeper) -> str:
        with beeper.messages.list("!a:x").prefetch() as ahead:
            for _ in ahead:
                break
        assert server.under_way == 0
        return ahead.checkpoint

    checkpoint = blocking(server, act)
    rest = blocking(Slow(0), lambda beeper: beeper.messages.list("!a:x", resume=checkpoint).collect())
    assert [message.id for message in rest] == [str(number) for number in range(8, 0, -1)]


@LOOPS
def test_leaving_early_calls_the_task_off(loop: str) -> None:
    server = Slow(pace=0, later=60)

    async def act(beeper: AsyncBeeper) -> None:
        started = time.monotonic()
        async with beeper.messages.list("!a:x").prefetch() as ahead:
            async for _ in ahead:
                await anyio.sleep(PACE)
                assert server.under_way == 1
                break
        assert (server.under_way, server.called_off) == (0, 1)
        assert time.monotonic() - started < 30
        server.pace = server.later = 0
        assert [message.id async for message in ahead] == [str(number) for number in range(9, 0, -1)]

    on(loop, server, act)


def test_an_error_of_the_block_is_the_users_and_comes_out_as_it_is() -> None:
    def act(beeper: Beeper) -> None:
        with beeper.messages.list("!a:x").prefetch() as ahead:
            for _ in ahead:
                raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        blocking(Slow(), act)


@LOOPS
@pytest.mark.parametrize("kind", [ZeroDivisionError, SystemExit])
def test_an_error_of_an_async_block_is_in_no_group(loop: str, kind: type[BaseException]) -> None:
    server = Slow(pace=0, later=60)

    async def fail(beeper: AsyncBeeper) -> None:
        async with beeper.messages.list("!a:x").prefetch() as ahead:
            async for _ in ahead:
                await anyio.sleep(PACE)
                raise kind

    async def act(beeper: AsyncBeeper) -> None:
        with pytest.raises(kind):
            await fail(beeper)
        assert server.under_way == 0

    on(loop, server, act)


@LOOPS
def test_a_time_out_around_the_block_ends_it(loop: str) -> None:
    server = Slow(pace=0, later=60)

    async def act(beeper: AsyncBeeper) -> bool:
        with anyio.move_on_after(5 * PACE) as scope:
            async with beeper.messages.list("!a:x").prefetch() as ahead:
                async for _ in ahead:
                    pass
        assert server.under_way == 0
        return scope.cancelled_caught

    assert on(loop, server, act)


@LOOPS
def test_a_time_out_while_waiting_does_not_lose_the_page(loop: str) -> None:
    server = Slow(pace=0, later=6 * PACE)

    async def act(beeper: AsyncBeeper) -> list[str]:
        async with beeper.messages.list("!a:x").prefetch() as ahead:
            pages = aiter(ahead.pages())
            ids = [message.id for message in (await anext(pages)).items]
            await anyio.sleep(PACE)
            with anyio.move_on_after(PACE):
                ids += [message.id for message in (await anext(pages)).items]
            return ids + [message.id async for page in keep(pages) for message in page.items]

    assert on(loop, server, act) == [str(number) for number in range(9, 0, -1)]
    assert server.script.count == 3


async def keep(pages: AsyncIterator[Any]) -> AsyncIterator[Any]:
    async for page in pages:
        yield page


@pytest.mark.parametrize("loop", [None, "asyncio", "trio"])
def test_what_goes_wrong_ahead_is_raised_where_the_page_is_needed_and_can_be_tried_again(loop: str | None) -> None:
    server = Slow(pace=0, fails_at=2)

    def act(beeper: Beeper) -> list[str]:
        with beeper.messages.list("!a:x").prefetch() as ahead:
            items = iter(ahead)
            ids = [next(items).id, next(items).id, next(items).id]
            with pytest.raises(errors.NotFoundError):
                next(items)
            return ids + [message.id for message in items]

    async def act_async(beeper: AsyncBeeper) -> list[str]:
        async with beeper.messages.list("!a:x").prefetch() as ahead:
            items = aiter(ahead)
            ids = [(await anext(items)).id, (await anext(items)).id, (await anext(items)).id]
            with pytest.raises(errors.NotFoundError):
                await anext(items)
            return ids + [message.id async for message in items]

    ids = blocking(server, act) if loop is None else on(loop, server, act_async)
    assert ids == [str(number) for number in range(9, 0, -1)]


@pytest.mark.parametrize(("limit", "requests"), [(1, 1), (3, 1), (4, 2), (6, 2), (None, 3)])
def test_no_page_is_asked_for_that_a_limit_makes_needless(limit: int | None, requests: int) -> None:
    server = Slow(pace=0)

    def act(beeper: Beeper) -> int:
        with beeper.messages.list("!a:x").prefetch() as ahead:
            return len(ahead.collect(limit))

    assert blocking(server, act) == (limit or 9)
    assert server.script.count == requests


def test_it_goes_with_the_other_ways_to_walk() -> None:
    def act(beeper: Beeper) -> list[str]:
        with beeper.messages.list("!a:x").oldest_first().strict().prefetch() as ahead:
            ids = [message.id for message in ahead]
            assert [message.id for message in ahead] == ids  # a pager like any other: iteration starts again
            return ids

    server = Slow(pace=0)
    assert blocking(server, act) == [str(number) for number in range(1, 10)]
    assert server.max_under_way == 1


def test_two_walks_in_one_block_do_not_disturb_each_other() -> None:
    def act(beeper: Beeper) -> list[tuple[str, str]]:
        with beeper.messages.list("!a:x").prefetch() as ahead:
            return [(first.id, second.id) for first, second in zip(ahead, ahead, strict=True)]

    assert blocking(Slow(pace=0.001), act) == [(str(number), str(number)) for number in range(9, 0, -1)]


def test_after_the_block_the_pager_walks_as_any_other() -> None:
    def act(beeper: Beeper) -> list[str]:
        with beeper.messages.list("!a:x").prefetch() as ahead:
            items = iter(ahead)
            ids = [next(items).id]
        return ids + [message.id for message in items]

    server = Slow(pace=0.001)
    assert blocking(server, act) == [str(number) for number in range(9, 0, -1)]
    assert server.script.count == 3


@LOOPS
def test_a_block_left_before_its_task_took_a_step_does_not_hang_who_goes_on(loop: str) -> None:
    server = Slow(pace=0)

    async def act(beeper: AsyncBeeper) -> list[str]:
        async with beeper.messages.list("!a:x").prefetch() as ahead:
            items = aiter(ahead)
            ids = [(await anext(items)).id]
        with anyio.fail_after(5):
            return ids + [message.id async for message in items]

    assert on(loop, server, act) == [str(number) for number in range(9, 0, -1)]


WHO: ContextVar[str] = ContextVar("who", default="nobody")


def test_the_thread_sees_the_context_of_its_walk() -> None:
    seen: list[str] = []

    def serve(request: httpx.Request) -> httpx.Response:
        seen.append(WHO.get())
        return served(request)

    mark = WHO.set("me")
    try:
        with (
            Beeper(TOKEN, transport=httpx.MockTransport(serve)) as beeper,
            beeper.messages.list("!a:x").prefetch() as ahead,
        ):
            ahead.collect()
    finally:
        WHO.reset(mark)
    assert seen == ["me", "me", "me"]


def test_it_asks_for_the_same_pages() -> None:
    server = Slow(pace=0)

    def act(beeper: Beeper) -> None:
        with beeper.messages.list("!a:x").prefetch() as ahead:
            ahead.collect()

    blocking(server, act)
    assert requested_queries(server.script) == [{}, {"cursor": "7"}, {"cursor": "4"}]


def test_one_thread_requests_all_pages_of_a_walk_and_one_more_those_of_a_second() -> None:
    server = Slow(pace=0.001)

    def act(beeper: Beeper) -> None:
        with beeper.messages.list("!a:x").prefetch() as ahead:
            ahead.collect()
            ahead.collect()
            assert len(set(server.threads) - {threading.get_ident()}) == 1
            for _ in zip(ahead, ahead, strict=True):
                pass

    blocking(server, act)
    assert server.script.count == 12
    assert len(set(server.threads) - {threading.get_ident()}) <= 2


@LOOPS
def test_the_next_page_is_asked_for_before_the_user_computes_without_awaiting(loop: str) -> None:
    server = Slow()

    async def act(beeper: AsyncBeeper) -> None:
        async with beeper.messages.list("!a:x").prefetch() as ahead:
            pages = aiter(ahead.pages())
            await anext(pages)
            assert server.under_way == 1
            await anext(pages)
            assert server.under_way == 1
            await anext(pages)
            assert server.under_way == 0

    on(loop, server, act)


def test_no_page_is_asked_for_twice_if_the_walk_is_cancelled_just_after_the_request() -> None:
    server = Slow(pace=0)

    async def act(beeper: AsyncBeeper) -> list[str]:
        ids: list[str] = []
        async with beeper.messages.list("!a:x").prefetch() as ahead:
            pages = aiter(ahead.pages())
            while len(ids) < 9:  # asyncio cancels at the next await, whatever it is: try them all
                for turns in range(12):
                    task = asyncio.create_task(next_ids(pages))
                    for _ in range(turns):
                        await asyncio.sleep(0)
                    task.cancel()
                    with suppress(asyncio.CancelledError):
                        ids += await task
                        break
        return ids

    assert on("asyncio", server, act) == [str(number) for number in range(9, 0, -1)]
    assert [query for query in requested_queries(server.script) if query] == [{"cursor": "7"}, {"cursor": "4"}]


async def next_ids(pages: AsyncIterator[Any]) -> list[str]:
    return [message.id for message in (await anext(pages)).items]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="about forks")
@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_a_forked_child_goes_on_without_the_threads_of_its_parent() -> None:
    def act(beeper: Beeper) -> None:
        expected = [str(number) for number in range(8, 0, -1)]
        with beeper.messages.list("!a:x").prefetch() as ahead:
            items = iter(ahead)
            next(items)
            under_way = Child(lambda: [message.id for message in items])  # the next page is being loaded
            assert under_way.result() == expected
            wait_for(lambda: server.script.count == 2)
            idle = Child(lambda: [message.id for message in items])
            assert idle.result() == expected
            assert [message.id for message in items] == expected

    server = Slow(pace=0, later=3 * PACE)
    blocking(server, act)
    assert server.script.count == 3
