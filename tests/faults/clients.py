"""Runs actions with a client of each kind: blocking, on asyncio, on trio. `trial` judges their outcomes."""

from __future__ import annotations

import inspect
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Literal

import anyio

from beeper_sdk import AsyncBeeper, Beeper, errors
from tests.faults.run import OPTIONS, Action
from tests.faults.trial import Trial

Kind = Literal["sync", "asyncio", "trio"]
KINDS: tuple[Kind, ...] = ("sync", "asyncio", "trio")
SETTLING = 5.0
"""Seconds in which everything under way must have come to its end."""


def shared(trial: Trial) -> dict[str, Any]:
    """The settings of a client that goes through the proxy."""
    return {**OPTIONS, "base_url": trial.proxy.url}


def play(kind: Kind, trial: Trial, actions: Sequence[Action], lanes: int = 1) -> None:
    """Run the actions in so many threads or tasks at once, which share one client."""
    trial.clients += 1
    if kind == "sync":
        _sync(trial, actions, lanes)
    else:
        anyio.run(_async, trial, actions, lanes, backend=kind)


def _sync(trial: Trial, actions: Sequence[Action], lanes: int) -> None:
    token, options = trial.fake.token, shared(trial)
    with Beeper(token, **options) as beeper:

        def lane(own: Iterable[Action]) -> None:
            for action in own:
                _sync_action(trial, beeper, action)

        with ThreadPoolExecutor(lanes) as pool:
            list(pool.map(lane, [actions[at::lanes] for at in range(lanes)]))


def _sync_action(trial: Trial, beeper: Beeper, action: Action) -> None:
    run = trial.start(action)
    own = Beeper(run.token, **shared(trial) | run.options) if run.is_own else None
    client = own or beeper.with_options(headers=run.headers, **run.patience)
    value, error, started_at = None, None, time.monotonic()
    try:
        value = run.operation.act(client, run.target)
    except Exception as caught:  # noqa: BLE001 - which errors may come is what is tested
        error = caught
    spent = time.monotonic() - started_at
    if own is not None and run.door is not None:
        own.close()
    while not trial.proxy.is_idle(run.target.mark) and time.monotonic() < started_at + spent + SETTLING:
        time.sleep(0.002)
    trial.end(run, value, error, spent)
    asked = run.to_check(value, error)
    if asked is not None:
        clean = (client if run.place else beeper).with_options(**trial.undisturbed(run))
        try:
            trial.check(run, clean.messages.check(asked, **run.check_options(asked)), started=error is None)
        except errors.BeeperError as check_error:
            trial.check(run, check_error, started=error is None)
    if own is not None:
        own.close()
    trial.close(run)


async def _async(trial: Trial, actions: Sequence[Action], lanes: int) -> None:
    token, options = trial.fake.token, shared(trial)
    async with AsyncBeeper(token, **options) as beeper:

        async def lane(own: Iterable[Action]) -> None:
            for action in own:
                await _async_action(trial, beeper, action)

        async with anyio.create_task_group() as group:
            for at in range(lanes):
                group.start_soon(lane, actions[at::lanes])


async def _async_action(trial: Trial, beeper: AsyncBeeper, action: Action) -> None:
    run = trial.start(action)
    own = AsyncBeeper(run.token, **shared(trial) | run.options) if run.is_own else None
    client = own or beeper.with_options(headers=run.headers, **run.patience)
    value, error, started_at = None, None, time.monotonic()
    try:
        value = await _awaited(run.operation.act(client, run.target))
    except Exception as caught:  # noqa: BLE001 - as above
        error = caught
    spent = time.monotonic() - started_at
    if own is not None and run.door is not None:
        await own.close()
    while not trial.proxy.is_idle(run.target.mark) and time.monotonic() < started_at + spent + SETTLING:  # noqa: ASYNC110
        await anyio.sleep(0.002)  # the proxy is on a thread of its own: asking it takes a moment
    trial.end(run, value, error, spent)
    asked = run.to_check(value, error)
    if asked is not None:
        clean = (client if run.place else beeper).with_options(**trial.undisturbed(run))
        try:
            trial.check(run, await clean.messages.check(asked, **run.check_options(asked)), started=error is None)
        except errors.BeeperError as check_error:
            trial.check(run, check_error, started=error is None)
    if own is not None:
        await own.close()
    trial.close(run)


async def _awaited(result: Any) -> Any:
    return await result if inspect.isawaitable(result) else result
