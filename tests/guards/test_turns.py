"""Waiting for a turn is no time of the server: neither deadline nor timeout runs meanwhile, and a turn is not lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RateLimit, RetryPolicy
from beeper_sdk.testing import FakeBeeper
from tests.guards.rates import reserve
from tests.scripted_server import SENT, Kind, Script, answer, call

CHAT = "!a:beeper.com"
MINUTE = RetryPolicy(attempts=2, base=0, deadline=60)


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now, self.slept = 1000.0, list[float]()

        async def later(seconds: float) -> None:
            self.sleep(seconds)

        monkeypatch.setattr("time.sleep", self.sleep)
        monkeypatch.setattr("anyio.sleep", later)
        for module in ("_core.calls.call", "_transport.body", "_sync.engine.turns", "_async.engine.turns"):
            monkeypatch.setattr(f"beeper_sdk.{module}.monotonic", self)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def busy(clock: Clock, waiting: int, limit: RateLimit | None = None) -> RateLimit:
    """A rate of one per second, with so many requests before the next one."""
    limit = limit or RateLimit(1, _clock=clock)
    for _ in range(waiting):
        reserve(limit)
    return limit


def read(beeper: Any) -> Any:
    return beeper.accounts.list()


def send(beeper: Any) -> Any:
    return beeper.messages.send(CHAT, text="Hello")


@pytest.mark.parametrize("act", [read, send])
def test_a_call_that_waits_for_longer_than_its_deadline_has_all_of_its_time_then(
    kind: Kind, clock: Clock, act: Callable[[Any], Any]
) -> None:
    server = Script(answer([] if act is read else SENT))
    call(kind, server, act, rate_limit=busy(clock, 160), retry=MINUTE, timeout=30)
    assert (server.count, clock.slept) == (1, [160])
    assert server.requests[0].extensions["timeout"]["read"] == 30


def test_a_further_attempt_waits_for_a_turn_again_and_that_does_not_count_either(kind: Kind, clock: Clock) -> None:
    limit = busy(clock, 100)

    def fails(_: httpx.Request) -> httpx.Response:
        clock.now += 20  # the time of the server does count
        busy(clock, 100, limit)
        return answer({}, 503)

    server = Script(fails, answer([]))
    call(kind, server, read, rate_limit=limit, retry=MINUTE, timeout=None)
    assert (server.count, clock.slept) == (2, [100, 0, 100])
    assert [request.extensions["timeout"]["read"] for request in server.requests] == [60, 40]


def test_many_reads_of_a_healthy_server_are_all_answered(kind: Kind, fake_beeper: FakeBeeper) -> None:
    """With a deadline of 0.7 s: the last of these reads get their turn after that."""
    many = 24
    options: dict[str, Any] = {"rate_limit": RateLimit(20), "retry": RetryPolicy(attempts=1, deadline=0.7)}

    async def tasks() -> None:
        client = AsyncBeeper(fake_beeper.token, base_url=fake_beeper.url, **options)
        async with client as beeper, anyio.create_task_group() as group:
            await read(beeper.with_options(retry=MINUTE))
            for _ in range(many):
                group.start_soon(read, beeper)

    if kind == "sync":
        from concurrent.futures import ThreadPoolExecutor

        with (
            Beeper(fake_beeper.token, base_url=fake_beeper.url, **options) as beeper,
            ThreadPoolExecutor(many) as threads,
        ):
            read(beeper.with_options(retry=MINUTE))  # the first call imports
            assert len(list(threads.map(read, [beeper] * many))) == many
    else:
        anyio.run(tasks, backend=kind)
    assert len(fake_beeper.requests) == many + 1


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_cancelled_task_gives_its_turn_back(backend: Kind) -> None:
    async def run() -> None:
        limit, server = RateLimit(0.01), Script(answer([]))
        async with AsyncBeeper("t", transport=httpx.MockTransport(server), rate_limit=limit) as beeper:
            await read(beeper)
            async with anyio.create_task_group() as group:
                for _ in range(50):
                    group.start_soon(read, beeper)
                await anyio.wait_all_tasks_blocked()
                assert reserve(limit) > 5000
                group.cancel_scope.cancel()
            assert server.count == 1
            assert 90 < reserve(limit) <= 100

    anyio.run(run, backend=backend)


def test_an_interrupted_thread_gives_its_turn_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", interrupted)
    limit, server = RateLimit(0.01), Script(answer([]))
    with Beeper("t", transport=httpx.MockTransport(server), rate_limit=limit) as beeper:
        read(beeper)
        for _ in range(3):
            with pytest.raises(KeyboardInterrupt):
                read(beeper)
    assert server.count == 1
    assert 90 < reserve(limit) <= 100


def test_a_turn_that_is_further_away_than_a_sleep_can_be_is_waited_for_in_parts(kind: Kind, clock: Clock) -> None:
    limit = RateLimit(1e-6, _clock=clock)
    for _ in range(3):
        reserve(limit)
    server = Script(answer([]))
    call(kind, server, read, rate_limit=limit)
    assert (server.count, clock.slept) == (1, [1e6, 1e6, 1e6])
