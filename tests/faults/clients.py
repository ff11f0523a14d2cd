"""Runs actions with a client of each kind: blocking, on asyncio, on trio. `trial` judges their outcomes."""

from __future__ import annotations

import inspect
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Literal, NamedTuple

import anyio

from beeper_sdk import AsyncBeeper, Beeper, errors
from tests.faults.run import OPTIONS, Action, Run
from tests.faults.trial import Trial

Kind = Literal["sync", "asyncio", "trio"]
KINDS: tuple[Kind, ...] = ("sync", "asyncio", "trio")
SETTLING = 30.0
"""Seconds in which the proxy must have finished with the requests of a call that returned."""
POLL = 0.002


class Ended(NamedTuple):
    """How a call ended."""

    value: Any
    error: BaseException | None
    seconds: float


def run_actions(kind: Kind, trial: Trial, actions: Sequence[Action], workers: int = 1) -> None:
    """Run the actions in so many threads or tasks at once, which share one client."""
    trial.clients += 1
    if kind == "sync":
        _sync(trial, actions, workers)
    else:
        anyio.run(_async, trial, actions, workers, backend=kind)


def _sync(trial: Trial, actions: Sequence[Action], workers: int) -> None:
    with Beeper(trial.fake.token, base_url=trial.proxy.url, **OPTIONS) as beeper:

        def work(own: Iterable[Action]) -> None:
            for action in own:
                _sync_action(trial, beeper, action)

        with ThreadPoolExecutor(workers) as pool:
            list(pool.map(work, [actions[at::workers] for at in range(workers)]))


def _sync_action(trial: Trial, beeper: Beeper, action: Action) -> None:
    run = trial.start(action)
    own = Beeper(run.token, **run.client_options(trial.proxy.url)) if run.needs_own_client else None
    client = own or beeper.with_options(**run.request_options)
    ended = _sync_call(run, client)
    if own is not None and run.port is not None:
        own.close()
    give_up = time.monotonic() + SETTLING
    while not trial.proxy.is_idle(run.target.mark) and time.monotonic() < give_up:
        time.sleep(POLL)
    trial.end(run, *ended)
    _sync_check(trial, run, client if run.variant else beeper, ended)
    if own is not None:
        own.close()
    trial.close(run)


def _sync_call(run: Run, client: Beeper) -> Ended:
    started_at = time.monotonic()
    value, error = None, None
    try:
        value = run.operation.call(client, run.target)
    except Exception as caught:  # noqa: BLE001 - the trial judges which errors are right
        error = caught
    return Ended(value, error, time.monotonic() - started_at)


def _sync_check(trial: Trial, run: Run, client: Beeper, ended: Ended) -> None:
    checked = run.to_check(ended.value, ended.error)
    if checked is None:
        return
    evidence: Any
    try:
        check = client.with_options(**trial.undisturbed(run)).messages.check
        evidence = check(checked, **run.check_options(checked))
    except errors.BeeperError as error:
        evidence = error
    trial.check(run, evidence, started=ended.error is None)


async def _async(trial: Trial, actions: Sequence[Action], workers: int) -> None:
    async with AsyncBeeper(trial.fake.token, base_url=trial.proxy.url, **OPTIONS) as beeper:

        async def work(own: Iterable[Action]) -> None:
            for action in own:
                await _async_action(trial, beeper, action)

        async with anyio.create_task_group() as group:
            for at in range(workers):
                group.start_soon(work, actions[at::workers])


async def _async_action(trial: Trial, beeper: AsyncBeeper, action: Action) -> None:
    run = trial.start(action)
    own = AsyncBeeper(run.token, **run.client_options(trial.proxy.url)) if run.needs_own_client else None
    client = own or beeper.with_options(**run.request_options)
    ended = await _async_call(run, client)
    if own is not None and run.port is not None:
        await own.close()
    give_up = time.monotonic() + SETTLING
    while not trial.proxy.is_idle(run.target.mark) and time.monotonic() < give_up:  # noqa: ASYNC110
        await anyio.sleep(POLL)  # the proxy runs in another thread: there is no event to wait for
    trial.end(run, *ended)
    await _async_check(trial, run, client if run.variant else beeper, ended)
    if own is not None:
        await own.close()
    trial.close(run)


async def _async_call(run: Run, client: AsyncBeeper) -> Ended:
    started_at = time.monotonic()
    value, error = None, None
    try:
        result = run.operation.call(client, run.target)
        value = await result if inspect.isawaitable(result) else result
    except Exception as caught:  # noqa: BLE001 - as above
        error = caught
    return Ended(value, error, time.monotonic() - started_at)


async def _async_check(trial: Trial, run: Run, client: AsyncBeeper, ended: Ended) -> None:
    checked = run.to_check(ended.value, ended.error)
    if checked is None:
        return
    evidence: Any
    try:
        check = client.with_options(**trial.undisturbed(run)).messages.check
        evidence = await check(checked, **run.check_options(checked))
    except errors.BeeperError as error:
        evidence = error
    trial.check(run, evidence, started=ended.error is None)
