"""Tests written once and run by both clients over real HTTP: a story is a generator that yields what to do next.

A story yields a `Call` (the dotted name of a method with its arguments), a `Stream`, or any function of a client;
what comes of it is sent back in, errors are raised at the ``yield``. Lists are collected. ``@runs_on`` makes a pytest
test of a story, one run for each way to call. The server is the fake server; nothing here knows what it holds.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Generator
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeAlias

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, errors
from beeper_sdk.testing import FakeBeeper

Kind: TypeAlias = Literal["sync", "asyncio", "trio"]
BOTH: tuple[Kind, ...] = ("sync", "asyncio")
ALL: tuple[Kind, ...] = ("sync", "asyncio", "trio")
AT_ONCE = RetryPolicy(attempts=3, base=0)
"""Three tries without pauses."""
EXPECTED = (errors.BeeperError, ValueError, TypeError)
"""What a story may want to see; anything else ends the test where it happens."""


class Call:
    """One call of a method: ``Call("chats.retrieve", chat_id, max_participant_count=5)``."""

    def __init__(self, name: str, *arguments: Any, **keywords: Any) -> None:
        self.name = name
        self.arguments = arguments
        self.keywords = keywords
        self.token: str | None = None

    def by(self, token: str) -> Call:
        """The same call by whoever has this token; an empty one is nobody's."""
        self.token = token
        return self

    def __call__(self, beeper: Any) -> Any:
        """What the method gives; for a list all of it."""
        result = attrgetter(self.name)(beeper)(*self.arguments, **self.keywords)
        return result.collect() if hasattr(result, "pages") else result


class Streamed(NamedTuple):
    """What was read piece by piece."""

    status: int
    content_type: str
    data: bytes


class Stream:
    """Read a file piece by piece; into a file where there is a target."""

    def __init__(self, request: Any, target: Path | None = None) -> None:
        self.request = request
        self.target = target


Act: TypeAlias = Callable[[Any], Any]
Step: TypeAlias = Call | Stream | Act
Story: TypeAlias = Generator[Step, Any, None]


def play(kind: Kind, fake: FakeBeeper, story: Story, **options: Any) -> frozenset[str]:
    """Play a story to its end; the names of the methods called. Clients get these options."""
    if kind == "sync":
        return _Sync(fake, options).play(story)
    return anyio.run(_Async(fake, options).play, story, backend=kind)


class _Player:
    """What both players share: the clients by token, and the check that a call reached its own operation."""

    def __init__(self, fake: FakeBeeper, options: dict[str, Any]) -> None:
        self.fake = fake
        self.options: dict[str, Any] = {"base_url": fake.url, "retry": AT_ONCE, **options}
        self.names: set[str] = set()
        self._before = 0

    def start(self, action: Step) -> str | None:
        """Record what is called; the token to call with."""
        self._before = len(self.fake.requests)
        token = action.token if isinstance(action, Call) else None
        return self.fake.token if token is None else token or None

    def end(self, action: Step) -> None:
        """A method that gave something has sent to its operation and to no other, but for what a start looks up."""
        if isinstance(action, Call):
            own, *others = (request.operation for request in self.fake.requests[self._before :])
            assert own == action.name
            assert {*others} <= {own, *(["messages.list"] if action.name == "chats.start" else [])}
            self.names.add(action.name)


class _Sync(_Player):
    def play(self, story: Story) -> frozenset[str]:
        clients: dict[str | None, Beeper] = {}
        try:
            self._play(story, clients)
        finally:
            for beeper in clients.values():
                beeper.close()
        return frozenset(self.names)

    def _play(self, story: Story, clients: dict[str | None, Beeper]) -> None:
        given: Any = None
        failure: Exception | None = None
        while True:
            try:
                action = story.send(given) if failure is None else story.throw(failure)
            except StopIteration:
                return
            token, given, failure = self.start(action), None, None
            if token not in clients:
                clients[token] = Beeper(token, **self.options)
            try:
                given = _streamed(clients[token], action) if isinstance(action, Stream) else action(clients[token])
            except EXPECTED as error:
                failure = error
            else:
                self.end(action)


class _Async(_Player):
    async def play(self, story: Story) -> frozenset[str]:
        clients: dict[str | None, AsyncBeeper] = {}
        try:
            await self._play(story, clients)
        finally:
            for beeper in clients.values():
                await beeper.close()
        return frozenset(self.names)

    async def _play(self, story: Story, clients: dict[str | None, AsyncBeeper]) -> None:
        given: Any = None
        failure: Exception | None = None
        while True:
            try:
                action = story.send(given) if failure is None else story.throw(failure)
            except StopIteration:
                return
            token, given, failure = self.start(action), None, None
            if token not in clients:
                clients[token] = AsyncBeeper(token, **self.options)
            try:
                if isinstance(action, Stream):
                    given = await _async_streamed(clients[token], action)
                else:
                    result = action(clients[token])
                    given = await result if inspect.isawaitable(result) else result
            except EXPECTED as error:
                failure = error
            else:
                self.end(action)


def _streamed(beeper: Beeper, action: Stream) -> Streamed:
    with beeper.stream(action.request) as file:
        if action.target is None:
            return Streamed(file.status, file.content_type, b"".join(file.iter_bytes()))
        return Streamed(file.status, file.content_type, file.save(action.target).read_bytes())


async def _async_streamed(beeper: AsyncBeeper, action: Stream) -> Streamed:
    async with beeper.stream(action.request) as file:
        if action.target is None:
            return Streamed(file.status, file.content_type, b"".join([piece async for piece in file.iter_bytes()]))
        return Streamed(file.status, file.content_type, await anyio.Path(await file.save(action.target)).read_bytes())


def runs_on(kinds: tuple[Kind, ...] = BOTH, **options: Any) -> Callable[[Callable[..., Story]], Callable[..., None]]:
    """Make a test of a story. Its parameters are fixtures; ``fake_beeper`` is there in any case."""

    def decorate(story: Callable[..., Story]) -> Callable[..., None]:
        own = inspect.signature(story)

        def test(kind: Kind, fake_beeper: FakeBeeper, **fixtures: Any) -> None:
            if "fake_beeper" in own.parameters:
                fixtures["fake_beeper"] = fake_beeper
            play(kind, fake_beeper, story(**fixtures), **options)

        parameters = {name: parameter.replace(annotation=Any) for name, parameter in own.parameters.items()}
        for name in ("kind", "fake_beeper"):
            parameters[name] = inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD)
        shown = own.replace(parameters=list(parameters.values()), return_annotation=None)
        for key, value in {"__name__": story.__name__, "__doc__": story.__doc__, "__module__": story.__module__,
                           "__qualname__": story.__qualname__, "__signature__": shown,
                           "pytestmark": getattr(story, "pytestmark", [])}.items():  # fmt: skip
            setattr(test, key, value)
        parametrized: Callable[..., None] = pytest.mark.parametrize("kind", kinds)(test)
        return parametrized

    return decorate
