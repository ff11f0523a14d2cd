"""Canaries in everything that is sent and answered, through every operation and every way it can end: none is shown.

What is searched: logs of all levels, the HTTP library's too; texts, reprs, states, tracebacks and pickles of errors and
of all errors behind them; reprs of clients, requests and responses; what hooks receive; warnings; what is printed.
Not searched are values that hold what a user asked for (models, pages), and tracebacks that show local variables.
"""

from __future__ import annotations

from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy
from scripts.compiler.plan.plan import Operation
from tests.generated.contract import plan
from tests.privacy.answers import Way, ways
from tests.privacy.calls import act, awaited, request
from tests.privacy.canaries import TOKEN, WORD
from tests.privacy.watch import LeakDetector, watching

OPERATIONS = sorted(plan().operations, key=lambda operation: operation.name)
TWICE = RetryPolicy(attempts=2, base=0)


def options(watch: LeakDetector) -> dict[str, Any]:
    """A client of these. Without a way to send of its own."""
    return {
        "access_token": TOKEN,
        "retry": TWICE,
        "hooks": watch.hooks,
        "headers": {"X-Own": WORD},
        "strict": True,
    }


def in_this_thread(operation: Operation, way: Way, watch: LeakDetector) -> None:
    wire = httpx.MockTransport(lambda _: way.answer())
    sending: dict[str, Any] = {"http_client": httpx.Client(transport=wire)} if way.logged else {"transport": wire}
    with Beeper(**options(watch), **sending) as beeper:
        watch.see("client", f"{beeper!r} {beeper}")
        try:
            act(beeper, operation)
        except Exception as error:  # noqa: BLE001 - whatever comes is searched
            watch.error(error)


async def in_a_task(operation: Operation, way: Way, watch: LeakDetector) -> None:
    wire = httpx.MockTransport(lambda _: way.answer())
    sending: dict[str, Any] = {"http_client": httpx.AsyncClient(transport=wire)} if way.logged else {"transport": wire}
    async with AsyncBeeper(**options(watch), **sending) as beeper:
        watch.see("client", f"{beeper!r} {beeper}")
        try:
            await awaited(act(beeper, operation))
        except Exception as error:  # noqa: BLE001 - whatever comes is searched
            watch.error(error)


def all_ways(position: int) -> list[Way]:
    return list(ways(OPERATIONS[position], position))


@pytest.mark.parametrize("position", range(len(OPERATIONS)), ids=[operation.name for operation in OPERATIONS])
def test_nothing_is_told_of_a_call(position: int) -> None:
    """Each way for the blocking client. The async one, of which it is compiled, takes every fourth way: others for the
    next operation, and on the other event loop."""
    operation = OPERATIONS[position]
    with watching() as watch:
        for way in all_ways(position):
            watch.where = f"{operation.name}, {way.name}"
            in_this_thread(operation, way, watch)
        anyio.run(_in_tasks, operation, position, watch, backend=("asyncio", "trio")[position % 2])
    assert watch.leaks == []
    assert watch.errors > 10, "the ways to fail did not make it fail"
    assert watch.lines > 12, "nothing was logged"


async def _in_tasks(operation: Operation, position: int, watch: LeakDetector) -> None:
    for way in all_ways(position)[position // 2 % 4 :: 4]:
        watch.where = f"async {operation.name}, {way.name}"
        await in_a_task(operation, way, watch)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_a_request_and_its_response_show_nothing(operation: Operation) -> None:
    with watching() as watch:
        built_request = request(operation)
        watch.see("request", f"{built_request!r} {built_request} {built_request.operation!r}")
        way = next(ways(operation, 0))
        wire = httpx.MockTransport(lambda _: way.answer())
        lenient: dict[str, Any] = {**options(watch), "strict": False, "transport": wire}
        with Beeper(**lenient) as beeper:
            response = beeper.raw(built_request)
            watch.see("response", f"{response!r} {response}")
    assert watch.leaks == []
