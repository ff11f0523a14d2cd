"""Plays steps with a client of each kind: blocking, on asyncio, on trio. What came of them is judged by `trial`."""

from __future__ import annotations

import inspect
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Literal

import anyio

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, errors
from tests.faults.proxy import MARK
from tests.faults.trial import OPTIONS, Step, Trial

Kind = Literal["sync", "asyncio", "trio"]
KINDS: tuple[Kind, ...] = ("sync", "asyncio", "trio")
NO_FAULTS = {MARK: ""}
"""Requests without a plan pass."""
PATIENCE = 10.0
SETTLING = 5.0
"""Seconds in which everything under way must have come to its end."""


def shared(trial: Trial) -> dict[str, Any]:
    """The settings of a client that goes through the proxy."""
    return {**OPTIONS, "base_url": trial.proxy.url}


def play(kind: Kind, trial: Trial, steps: Sequence[Step], lanes: int = 1) -> None:
    """Play the steps in so many threads or tasks at once, which share one client."""
    if kind == "sync":
        _sync(trial, steps, lanes)
    else:
        anyio.run(_async, trial, steps, lanes, backend=kind)


def _sync(trial: Trial, steps: Sequence[Step], lanes: int) -> None:
    token, options = trial.fake.token, shared(trial)
    with Beeper(token, **options) as beeper:

        def lane(own: Iterable[Step]) -> None:
            for step in own:
                _sync_step(trial, beeper, step)

        with ThreadPoolExecutor(lanes) as pool:
            list(pool.map(lane, [steps[at::lanes] for at in range(lanes)]))


def _sync_step(trial: Trial, beeper: Beeper, step: Step) -> None:
    run = trial.begin(step)
    client = beeper.with_options(headers=run.headers) if run.door is None else Beeper(trial.fake.token, **run.options)
    value, error, begun = None, None, time.monotonic()
    try:
        value = run.operation.act(client, run.place)
    except Exception as caught:  # noqa: BLE001 - which errors may come is what is tested
        error = caught
    spent = time.monotonic() - begun
    if run.door is not None:
        client.close()
    while not trial.proxy.settled(run.place.mark) and time.monotonic() < begun + spent + SETTLING:
        time.sleep(0.002)
    trial.end(run, value, error, spent)
    if isinstance(error, errors.DeliveryUncertain):
        clean = beeper.with_options(headers=NO_FAULTS, timeout=PATIENCE, retry=RetryPolicy())
        try:
            trial.check(run, clean.messages.check(error))
        except errors.BeeperError as failed:
            trial.check(run, failed)
    trial.close(run)


async def _async(trial: Trial, steps: Sequence[Step], lanes: int) -> None:
    token, options = trial.fake.token, shared(trial)
    async with AsyncBeeper(token, **options) as beeper:

        async def lane(own: Iterable[Step]) -> None:
            for step in own:
                await _async_step(trial, beeper, step)

        async with anyio.create_task_group() as group:
            for at in range(lanes):
                group.start_soon(lane, steps[at::lanes])


async def _async_step(trial: Trial, beeper: AsyncBeeper, step: Step) -> None:
    run = trial.begin(step)
    own = None if run.door is None else AsyncBeeper(trial.fake.token, **run.options)
    client = own or beeper.with_options(headers=run.headers)
    value, error, begun = None, None, time.monotonic()
    try:
        value = await _awaited(run.operation.act(client, run.place))
    except Exception as caught:  # noqa: BLE001 - as above
        error = caught
    spent = time.monotonic() - begun
    if own is not None:
        await own.close()
    while not trial.proxy.settled(run.place.mark) and time.monotonic() < begun + spent + SETTLING:  # noqa: ASYNC110
        await anyio.sleep(0.002)  # the proxy is on a thread of its own: asking it takes a moment
    trial.end(run, value, error, spent)
    if isinstance(error, errors.DeliveryUncertain):
        clean = beeper.with_options(headers=NO_FAULTS, timeout=PATIENCE, retry=RetryPolicy())
        try:
            trial.check(run, await clean.messages.check(error))
        except errors.BeeperError as failed:
            trial.check(run, failed)
    trial.close(run)


async def _awaited(result: Any) -> Any:
    return await result if inspect.isawaitable(result) else result
