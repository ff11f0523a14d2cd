"""Runs calls with one change to one response each, and judges every exception."""

from __future__ import annotations

import inspect
import linecache
import traceback
import warnings
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import Any, Literal, TypeAlias
from zlib import crc32

import anyio
import httpx

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, errors, v0
from beeper_sdk.testing import FakeBeeper
from tests.faults.answers import operations
from tests.faults.answers.acts import ALL, Act, Sample, sample_of
from tests.faults.answers.exchanges import Fixed, Key, Recorded, Replay
from tests.faults.answers.using import subjects, use
from tests.faults.answers.values import Change, chosen

Kind: TypeAlias = Literal["sync", "asyncio"]
ONE_TRY = RetryPolicy(attempts=1)
AMBIGUOUS = frozenset({408, 500, 501, 502, 503, 504, 520, 599})
REFUSED = frozenset({400, 401, 403, 409, 422, 429})
MAX_ITEMS = 30
SOME_USES = 4
"""Number of uses of a result that are tried, chosen at random."""


@dataclass
class Tally:
    """The results of a sweep."""

    tried: int = 0
    steps: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    falls: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Include the results of another part."""
        self.tried += other.tried
        self.steps += other.steps
        self.outcomes += other.outcomes
        self.falls += other.falls


class Trial:
    """One call with one change."""

    def __init__(self, act: Act, at: Sample, replay: Replay, where: str, tally: Tally, uses: int) -> None:
        self.uses = uses
        self.act = act
        self.at = at
        self.replay = replay
        self.where = where
        self.tally = tally

    def fall(self, what: str, error: BaseException | None = None) -> None:
        """Record what must not happen."""
        place = ""
        if error is not None:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            place = f" at {frame.filename.rpartition('/beeper')[2]}:{frame.lineno} {frame.name}"
        self.tally.falls.append(f"{self.where}: {what}{place}")

    @contextmanager
    def step(self, name: str, *, arguments: bool = False) -> Iterator[None]:
        """One step. `arguments`: its arguments come from a response, so that they may be rejected before sending."""
        before = self.replay.count
        self.tally.steps += 1
        try:
            yield
        except errors.BeeperError as error:
            self.tally.outcomes[type(error).__name__] += 1
            self._judge(name, error)
        except (TypeError, ValueError) as error:
            rejected = arguments and self.replay.count == before and _is_raised(error)
            if not rejected:
                self.fall(f"{name}: {type(error).__name__}: {str(error)[:90]}", error)
        except Exception as error:  # noqa: BLE001 - what is looked for
            self.fall(f"{name}: {type(error).__name__}: {str(error)[:90]}", error)

    def _judge(self, name: str, error: errors.BeeperError) -> None:
        try:
            use(error)
        except Exception as raw:  # noqa: BLE001 - as above
            self.fall(f"{name}: using {type(error).__name__}: {type(raw).__name__}: {raw}", raw)
        if name != "call" or not self.act.once or not self.replay.written:
            return
        statuses = self.replay.written
        if isinstance(error, errors.DeliveryUncertain):
            if statuses[-1] in REFUSED:
                self.fall(f"uncertain after {statuses}")
            return
        may_be_done = any(200 <= status < 300 or status in AMBIGUOUS or status < 200 for status in statuses)
        settled = "nothing was sent, because" in str(error) or isinstance(error, errors.OperationFailed)
        if may_be_done and not settled:
            self.fall(f"{type(error).__name__} hides that it was sent: {statuses}")


def _is_raised(error: BaseException) -> bool:
    """Whether an exception was raised on purpose, and not by an operation on a wrong type."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    lines = "".join(
        linecache.getline(frame.filename, number) for number in range((frame.lineno or 1), (frame.end_lineno or 1) + 1)
    )
    return lines.lstrip().startswith("raise ") and type(error) in (TypeError, ValueError)


def options(fake: FakeBeeper, act: Act, replay: Replay) -> dict[str, Any]:
    return {"access_token": fake.token, "base_url": fake.url, "retry": ONE_TRY,
            "transport": httpx.MockTransport(replay), **act.options}  # fmt: skip


def run_sync(trial: Trial, settings: dict[str, Any]) -> None:
    act = trial.act
    client_of = v0.Client if act.v0 else Beeper
    with client_of(**settings) as client:
        value: Any = None
        with trial.step("call"):
            result = act.call(client, trial.at)
            value = _walk(trial, client, result) if hasattr(result, "collect") else result
        with trial.step("use"):
            use(value)
        for function, subject in _uses(trial, value):
            with trial.step(f"use {act.uses.index(function)}", arguments=True):
                result = function(client, subject)
                use(
                    result.collect(MAX_ITEMS)
                    if hasattr(result, "pages")
                    else result.collect()
                    if hasattr(result, "collect")
                    else result
                )


def _uses(trial: Trial, value: Any) -> list[tuple[Callable[[Any, Any], Any], Any]]:
    uses = [(function, subject) for subject in subjects(value) if subject is not None for function in trial.act.uses]
    return Random(crc32(trial.where.encode("utf-8", "replace"))).sample(uses, min(len(uses), trial.uses))


def _walk(trial: Trial, client: Any, pager: Any) -> Any:
    if not hasattr(pager, "pages"):
        return pager.collect()
    items = pager.collect(MAX_ITEMS)
    resume = trial.act.resume
    if resume is not None:
        again = resume(client, trial.at, _stored(pager.checkpoint)).collect(MAX_ITEMS)
        use(again[:1])
        pager.first()
        resume(client, trial.at, _stored(pager.checkpoint)).collect(3)
        for page in resume(client, trial.at, _stored(pager.checkpoint)).pages():
            _stored(page.checkpoint)
            break
        with pager.prefetch() as ahead:
            ahead.collect(3)
    return items


def _stored(checkpoint: str) -> str:
    """A checkpoint that was stored in a UTF-8 file."""
    return checkpoint.encode().decode()


async def run_async(trial: Trial, settings: dict[str, Any]) -> None:
    act = trial.act
    client_of = v0.AsyncClient if act.v0 else AsyncBeeper
    async with client_of(**settings) as client:
        value: Any = None
        with trial.step("call"):
            result = await _awaited(act.call(client, trial.at))
            value = await _async_walk(trial, client, result) if hasattr(result, "collect") else result
        with trial.step("use"):
            use(value)
        for function, subject in _uses(trial, value):
            with trial.step(f"use {act.uses.index(function)}", arguments=True):
                result = await _awaited(function(client, subject))
                if isinstance(result, list):
                    result = [await _awaited(item) for item in result]
                if hasattr(result, "pages"):
                    result = await result.collect(MAX_ITEMS)
                elif hasattr(result, "collect"):
                    result = await result.collect()
                use(result)


async def _awaited(value: Any) -> Any:
    return await _as_awaitable(value) if inspect.isawaitable(value) else value


async def _as_awaitable(value: Awaitable[Any]) -> Any:
    return await value


async def _async_walk(trial: Trial, client: Any, pager: Any) -> Any:
    if not hasattr(pager, "pages"):
        return await pager.collect()
    items = await pager.collect(MAX_ITEMS)
    resume = trial.act.resume
    if resume is not None:
        again = await resume(client, trial.at, _stored(pager.checkpoint)).collect(MAX_ITEMS)
        use(again[:1])
        await pager.first()
        await resume(client, trial.at, _stored(pager.checkpoint)).collect(3)
        async for page in resume(client, trial.at, _stored(pager.checkpoint)).pages():
            _stored(page.checkpoint)
            break
        async with pager.prefetch() as ahead:
            await ahead.collect(3)
    return items


class Scene:
    """One call at one app: what the app answers, and the changes of that."""

    def __init__(self, kind: Kind, act: Act, fake: FakeBeeper, version: str, recorded: Recorded, uses: int) -> None:
        self._kind, self._act, self._fake, self._version = kind, act, fake, version
        self._sample, self._uses = sample_of(fake), uses
        self.recorded = recorded

    def undisturbed(self) -> list[Key]:
        """The requests of the undisturbed call."""
        self._run(Replay(self.recorded), Tally(), "undisturbed")
        return list(self.recorded.responses)

    def run(self, key: Key, change: Change, tally: Tally) -> None:
        """The call with one changed response."""
        where = (
            f"{self._kind} {self._act.name} {self._version} [{key.method} {key.url.partition('/v')[2][:50]}] {change}"
        )
        tally.tried += 1
        self._run(Replay(self.recorded, key, change), tally, where)

    def _run(self, replay: Replay, tally: Tally, where: str) -> None:
        trial = Trial(self._act, self._sample, replay, where, tally, self._uses)
        settings = options(self._fake, self._act, replay)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if self._kind == "sync":
                run_sync(trial, settings)
            else:
                anyio.run(run_async, trial, settings)


MakeScene: TypeAlias = Callable[[], Scene]


def scenes(kind: Kind, fakes: Callable[[str], FakeBeeper]) -> list[MakeScene]:
    """Every call at every app, and every operation."""
    made: list[MakeScene] = [partial(scene, kind, act, fakes, version) for act in ALL for version in act.versions]
    made += [partial(_operation, kind, act, fakes) for act in operations.acts()]
    return made


def scene(kind: Kind, act: Act, fakes: Callable[[str], FakeBeeper], version: str, *, all_uses: bool = False) -> Scene:
    """A call at an app."""
    return Scene(kind, act, fakes(version), version, Recorded(), len(act.uses) * 2 if all_uses else SOME_USES)


def _operation(kind: Kind, act: Act, fakes: Callable[[str], FakeBeeper]) -> Scene:
    return Scene(kind, act, fakes(""), "", Fixed(operations.responses()[act.name]), 0)


def sweep(scene: Scene, chance: Random, tally: Tally, changes: int, most: int | None = None) -> None:
    """Try so many changes of each response of a scene, or of `most` of them."""
    with scene.recorded as recorded:
        keys = scene.undisturbed()
        for key in keys if most is None else chance.sample(keys, min(most, len(keys))):
            for change in chosen(recorded.responses[key], chance, changes):
                scene.run(key, change, tally)
