"""Closing: twice is fine, later calls are refused, calls under way end, and a dropped client gives one warning."""

from __future__ import annotations

import gc
import socket
import time
import warnings
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, api, errors
from beeper_sdk._transport._async import direct_exchange as async_exchange
from beeper_sdk._transport._sync import direct_exchange
from beeper_sdk._transport.direct import pools, pools_async, sockets, sockets_async
from beeper_sdk._transport.direct.pool import Pool
from tests.client.lifecycle.counting_server import Manner, PlainServer
from tests.client.lifecycle.loops import LOOPS, Loop, async_wait_until, run, wait_until

pytestmark = pytest.mark.usefixtures("transport")
DIRECT = pytest.mark.parametrize("transport", ["direct"], indirect=True)
"""For tests that replace a part of that transport."""

FILE = api.assets.serve(url="mxc://x/y")
LONG = RetryPolicy(attempts=10**6, base=0.05, cap=0.05, deadline=None)


def calls() -> list[Callable[[Any], Any]]:
    """Every way to call."""
    return [
        lambda b: b.chats.retrieve("a"),
        lambda b: b.messages.send("a", text="x"),
        lambda b: b.raw(api.chats.retrieve("a")),
        lambda b: b.request("GET", "/v1/x"),
        lambda b: b.messages.list("a").first(),
        lambda b: b.me("a"),
        lambda b: b.with_options(timeout=3).chats.retrieve("a"),
    ]


def test_a_closed_client_refuses_every_call(plain: PlainServer) -> None:
    beeper = Beeper("t", base_url=plain.url)
    child = beeper.with_options(timeout=5)
    pager = beeper.messages.list("a")
    iterator = iter(pager)
    next(iterator)
    beeper.close()
    beeper.close()
    before = len(plain.requests)
    for act in calls():
        for client in (beeper, child):
            with pytest.raises(errors.ClientClosed, match="client is closed"):
                act(client)
    for call_after_close in (lambda: list(iterator), pager.collect, lambda: beeper.stream(FILE).__enter__()):
        with pytest.raises(errors.ClientClosed):
            call_after_close()
    wait_until(lambda: plain.open == 0)
    assert len(plain.requests) == before


@pytest.mark.parametrize("loop", LOOPS)
def test_a_closed_async_client_refuses_every_call(loop: Loop, plain: PlainServer) -> None:
    async def main() -> None:
        beeper = AsyncBeeper("t", base_url=plain.url)
        child = beeper.with_options(timeout=5)
        pager = beeper.messages.list("a")
        iterator = aiter(pager)
        await anext(iterator)
        await beeper.close()
        await beeper.close()
        before = len(plain.requests)
        for act in calls():
            for client in (beeper, child):
                with pytest.raises(errors.ClientClosed, match="client is closed"):
                    await act(client)
        for call_after_close in (lambda: rest(iterator), pager.collect, beeper.stream(FILE).__aenter__):
            with pytest.raises(errors.ClientClosed):
                await call_after_close()
        await async_wait_until(lambda: plain.open == 0)
        assert len(plain.requests) == before

    async def rest(iterator: Any) -> list[object]:
        return [item async for item in iterator]

    run(loop, main)


def test_a_child_that_is_closed_leaves_its_parent_open(plain: PlainServer) -> None:
    with Beeper("t", base_url=plain.url) as beeper:
        child = beeper.with_options(timeout=5)
        child.close()
        assert beeper.chats.retrieve("a").id == "a"
        with pytest.raises(errors.ClientClosed):
            child.chats.retrieve("a")


def chat(beeper: Beeper) -> object:
    return beeper.chats.retrieve("a")


def send(beeper: Beeper) -> object:
    return beeper.messages.send("a", text="x")


def stream(beeper: Beeper) -> object:
    with beeper.stream(FILE) as file:
        return list(file.iter_bytes())


WAYS: list[tuple[Callable[[Any], Any], Manner, type[errors.BeeperError]]] = [
    (chat, "silent", errors.ClientClosed),
    (chat, "half", errors.ClientClosed),
    (chat, "failing", errors.ClientClosed),
    (send, "silent", errors.DeliveryUncertain),
    (send, "half", errors.DeliveryUncertain),
    (stream, "silent", errors.ClientClosed),
    (stream, "half", errors.ClientClosed),
]


@pytest.mark.parametrize(("act", "manner", "error"), WAYS)
def test_calls_under_way_in_other_threads_end_when_the_client_is_closed(
    act: Callable[[Beeper], object], manner: Manner, error: type[errors.BeeperError], plain: PlainServer
) -> None:
    plain.manner = manner
    beeper = Beeper("t", base_url=plain.url, retry=LONG)
    with ThreadPoolExecutor(8) as pool:
        futures: list[Future[object]] = [pool.submit(act, beeper) for _ in range(8)]
        wait_until(lambda: len(plain.requests) >= 8)
        beeper.close()
        for future in futures:
            with pytest.raises(error):
                future.result(timeout=5)
    wait_until(lambda: plain.open == 0)


async def async_stream(beeper: AsyncBeeper) -> object:
    async with beeper.stream(FILE) as file:
        return [piece async for piece in file.iter_bytes()]


ASYNC: dict[str, Any] = {"stream": async_stream}


@pytest.mark.parametrize("loop", LOOPS)
@pytest.mark.parametrize(("act", "manner", "error"), WAYS)
def test_calls_under_way_in_other_tasks_end_when_the_client_is_closed(
    loop: Loop, act: Callable[[Any], Any], manner: Manner, error: type[errors.BeeperError], plain: PlainServer
) -> None:
    ended: list[type[BaseException]] = []

    async def call(beeper: AsyncBeeper) -> None:
        try:
            await ASYNC.get(act.__name__, act)(beeper)
        except errors.BeeperError as caught:
            ended.append(type(caught))

    async def main() -> None:
        plain.manner = manner
        beeper = AsyncBeeper("t", base_url=plain.url, retry=LONG)
        with anyio.fail_after(5):
            async with anyio.create_task_group() as group:
                for _ in range(8):
                    group.start_soon(call, beeper)
                await async_wait_until(lambda: len(plain.requests) >= 8)
                await beeper.close()
        await async_wait_until(lambda: plain.open == 0)

    run(loop, main)
    assert ended == [error] * 8


@DIRECT
def test_a_thread_that_is_connecting_when_the_client_is_closed_sends_nothing(
    plain: PlainServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected, closed = Event(), Event()

    def slowly(*args: Any) -> socket.socket:
        sock = sockets.connect(*args)
        connected.set()
        assert closed.wait(5)
        return sock

    monkeypatch.setattr(direct_exchange, "connect", slowly)
    beeper = Beeper("t", base_url=plain.url)
    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(send, beeper)
        assert connected.wait(5)
        beeper.close()
        closed.set()
        with pytest.raises(errors.ClientClosed):
            call.result(timeout=5)
    wait_until(lambda: plain.open == 0)
    assert plain.requests == []


@DIRECT
@pytest.mark.parametrize("loop", LOOPS)
def test_a_task_that_is_connecting_when_the_client_is_closed_sends_nothing(
    loop: Loop, plain: PlainServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        connected, closed = anyio.Event(), anyio.Event()

        async def slowly(*args: Any) -> socket.socket:
            sock = await sockets_async.connect(*args)
            connected.set()
            await closed.wait()
            return sock

        async def call() -> None:
            with pytest.raises(errors.ClientClosed):
                await beeper.messages.send("a", text="x")

        monkeypatch.setattr(async_exchange, "connect", slowly)
        beeper = AsyncBeeper("t", base_url=plain.url)
        with anyio.fail_after(5):
            async with anyio.create_task_group() as group:
                group.start_soon(call)
                await connected.wait()
                await beeper.close()
                closed.set()
        await async_wait_until(lambda: plain.open == 0)

    run(loop, main)
    assert plain.requests == []


@pytest.mark.parametrize("loop", LOOPS)
def test_calls_that_wait_for_a_place_end_unsent_when_the_client_is_closed(loop: Loop, plain: PlainServer) -> None:
    ended: list[type[BaseException]] = []

    async def call(beeper: AsyncBeeper) -> None:
        try:
            await beeper.messages.send("a", text="x")
        except errors.BeeperError as caught:
            ended.append(type(caught))

    async def main() -> None:
        plain.manner = "silent"
        beeper = AsyncBeeper("t", base_url=plain.url)
        async with anyio.create_task_group() as group:
            for _ in range(120):
                group.start_soon(call, beeper)
            await async_wait_until(lambda: len(plain.requests) == 100)
            await beeper.close()

    run(loop, main)
    assert sorted(map(str, ended)) == sorted(map(str, [errors.ClientClosed] * 20 + [errors.DeliveryUncertain] * 100))
    assert len(plain.requests) == 100


def test_threads_that_wait_for_a_place_end_unsent_when_the_client_is_closed(plain: PlainServer) -> None:
    plain.manner = "silent"
    beeper = Beeper("t", base_url=plain.url)
    with ThreadPoolExecutor(110) as pool:
        futures = [pool.submit(send, beeper) for _ in range(110)]
        wait_until(lambda: len(plain.requests) == 100)
        beeper.close()
        ended = [type(future.exception(timeout=5)) for future in futures]
    assert (ended.count(errors.ClientClosed), ended.count(errors.DeliveryUncertain)) == (10, 100)
    assert len(plain.requests) == 100


def test_a_client_that_is_dropped_unclosed_is_told_of_once_and_closed(plain: PlainServer) -> None:
    def use() -> None:
        beeper = Beeper("t", base_url=plain.url)
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(beeper.chats.retrieve, ["a"] * 40))

    with warnings.catch_warnings(record=True) as recorded:
        warnings.simplefilter("always")
        use()
        gc.collect()
    assert [warning.category for warning in recorded] == [ResourceWarning]
    assert "unclosed Beeper client" in str(recorded[0].message)
    wait_until(lambda: plain.open == 0)


@pytest.mark.parametrize("loop", LOOPS)
def test_an_async_client_that_is_dropped_unclosed_is_closed_with_its_loop(loop: Loop, plain: PlainServer) -> None:
    async def main() -> AsyncBeeper:
        beeper = AsyncBeeper("t", base_url=plain.url)
        await beeper.chats.retrieve("a")
        return beeper

    run(loop, main)
    wait_until(lambda: plain.open == 0)


@pytest.mark.parametrize("loop", LOOPS)
def test_a_stream_left_early_leaves_no_generator_and_no_connection(loop: Loop, plain: PlainServer) -> None:
    async def main() -> None:
        async with AsyncBeeper("t", base_url=plain.url) as beeper:
            for _ in range(3):
                async with beeper.stream(FILE) as file:
                    async for piece in file.iter_bytes():
                        assert piece
                        break
                gc.collect()
            await async_wait_until(lambda: plain.open == 0)

    run(loop, main)


@pytest.mark.parametrize("loop", LOOPS)
def test_an_answer_that_is_too_large_leaves_no_generator(loop: Loop, plain: PlainServer, transport: str) -> None:
    async def main() -> None:
        async with AsyncBeeper("t", base_url=plain.url, max_response_bytes=10) as beeper:
            for _ in range(3):
                with pytest.raises(errors.ResponseTooLarge):
                    await beeper.messages.list("a").first()
                gc.collect()
            # Directly, it was received with its head, and so to its end. httpx closes the connection of an unread body.
            await async_wait_until(lambda: plain.open == (0 if transport == "httpx" else 1))

    run(loop, main)


def after(first: Callable[[], object]) -> type[Pool]:
    """A pool that does something first when it is made."""

    class Changed(Pool):
        def __init__(self) -> None:
            first()
            super().__init__()

    return Changed


@DIRECT
def test_a_call_that_creates_the_pool_while_its_client_is_closed(
    plain: PlainServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    beeper = Beeper("t", base_url=plain.url)
    monkeypatch.setattr(pools, "Pool", after(beeper.close))  # as in another thread
    with pytest.raises(errors.ClientClosed):
        beeper.chats.retrieve("a")
    assert not plain.requests


@DIRECT
@pytest.mark.parametrize("loop", [None, *LOOPS])
def test_importing_the_parser_takes_nothing_from_the_timeout(
    plain: PlainServer, monkeypatch: pytest.MonkeyPatch, loop: Loop | None
) -> None:
    options: Any = {"base_url": plain.url, "timeout": 0.3, "retry": RetryPolicy(attempts=1)}
    for module in (pools, pools_async):
        monkeypatch.setattr(module, "Pool", after(lambda: time.sleep(0.31)))

    async def main() -> str | None:
        async with AsyncBeeper("t", **options) as beeper:
            return (await beeper.chats.retrieve("a")).title

    if loop is None:
        with Beeper("t", **options) as beeper:
            assert beeper.chats.retrieve("a").title == "title of a"
    else:
        assert run(loop, main) == "title of a"
