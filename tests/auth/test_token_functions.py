"""The function that is passed as the token: it may call its own client by mistake, and it may hang."""

from __future__ import annotations

import threading
from typing import Any

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, errors
from beeper_sdk.testing import FakeBeeper
from tests.scripted_server import Kind, Script, answer, call

SHORT = RetryPolicy(attempts=1, deadline=0.05)
LOOPS: tuple[Kind, ...] = ("asyncio", "trio")


def read(beeper: Any) -> Any:
    return beeper.accounts.list()


@pytest.mark.parametrize("rejected", [False, True])
def test_a_function_that_calls_its_own_client_is_an_error_at_once(kind: Kind, rejected: bool) -> None:
    clients: list[Any] = []
    tokens = iter(["old"] if rejected else [])

    def function() -> Any:
        return next(tokens, None) or clients[0].accounts.list()

    async def later() -> Any:
        token = next(tokens, None)
        if token is None:
            async with anyio.create_task_group() as group:  # a task of the function counts as the function
                group.start_soon(clients[0].with_options(timeout=1).accounts.list)
        return token

    def act(beeper: Any) -> Any:
        clients.append(beeper)
        return read(beeper)

    server = Script(answer({}, 401))
    with pytest.raises((errors.TokenFunctionError, ExceptionGroup)) as caught:
        call(kind, server, act, access_token=function if kind == "sync" else later)
    error: Any = caught.value
    while hasattr(error, "exceptions"):  # groups of tasks
        error = error.exceptions[0]
    assert str(error).startswith("accounts.list was called by the access_token function of its own client")
    assert isinstance(error, errors.TokenFunctionError)
    assert server.count == rejected


def test_a_function_may_use_its_client_for_what_needs_no_token_and_another_one(
    kind: Kind, fake_beeper: FakeBeeper
) -> None:
    clients: list[Any] = []

    def function() -> str:
        clients[0].info.retrieve()
        with Beeper(fake_beeper.token, base_url=fake_beeper.url) as other:
            read(other)
        return fake_beeper.token

    async def later() -> str:
        await clients[0].info.retrieve()
        async with AsyncBeeper(fake_beeper.token, base_url=fake_beeper.url) as other:
            await read(other)
        return fake_beeper.token

    async def run() -> int:
        async with AsyncBeeper(later, base_url=fake_beeper.url) as beeper:
            clients.append(beeper)
            return len(await read(beeper))

    if kind == "sync":
        with Beeper(function, base_url=fake_beeper.url) as beeper:
            clients.append(beeper)
            assert read(beeper)
    else:
        assert anyio.run(run, backend=kind)


@pytest.mark.parametrize("loop", LOOPS)
@pytest.mark.parametrize("rejected", [False, True])
def test_an_async_function_that_hangs_is_cancelled_at_the_deadline(loop: Kind, rejected: bool) -> None:
    tokens, cancelled = iter(["old"] if rejected else []), list[bool]()

    async def hangs() -> Any:
        token = next(tokens, None)
        if token is None:
            try:
                await anyio.sleep_forever()
            finally:
                cancelled.append(True)
        return token

    async def act(beeper: Any) -> None:
        async with anyio.create_task_group() as group:
            for _ in range(3):  # those that wait for the first one have the same deadline
                group.start_soon(one, beeper)

    async def one(beeper: Any) -> None:
        # The deadline of the policy, also after a 401, when less of it is left.
        says = (
            f"the access_token function did not return before the deadline of RetryPolicy ({policy.deadline} seconds); "
        )
        with pytest.raises(errors.APITimeoutError) as caught:
            await read(beeper)
        assert says in str(caught.value)

    policy = SHORT if not rejected else RetryPolicy(attempts=1, deadline=0.2)
    call(loop, Script(answer({}, 401)), one if rejected else act, access_token=hangs, retry=policy)
    assert cancelled


def test_threads_that_wait_for_a_function_that_hangs_time_out() -> None:
    """A thread cannot be stopped: the call that the function belongs to waits for it."""
    called, end = threading.Event(), threading.Event()

    def hangs() -> str:
        called.set()
        end.wait(10)
        return "new"

    server = Script(answer([]))

    def act(beeper: Any) -> None:
        first = threading.Thread(target=read, args=(beeper,))
        first.start()
        assert called.wait(10)
        with pytest.raises(
            errors.APITimeoutError, match=r"did not return before the deadline of RetryPolicy \(0\.05 seconds\)"
        ):
            read(beeper.with_options(retry=SHORT))
        end.set()
        first.join()
        read(beeper)

    call("sync", server, act, access_token=hangs)
    assert server.count == 2


def test_a_function_that_takes_its_time_leaves_the_call_all_of_its_own(kind: Kind) -> None:
    async def slow() -> str:
        await anyio.sleep(0.03)
        return "t"

    def blocking() -> str:
        threading.Event().wait(0.08)
        return "t"

    server = Script(answer([]))
    call(kind, server, read, access_token=blocking if kind == "sync" else slow, retry=SHORT, timeout=None)
    assert server.requests[0].extensions["timeout"]["read"] > 0.03
