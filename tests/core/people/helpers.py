"""One test for both halves: a test is a generator that yields what it wants of a client, and is sent what comes.

What a client gives to await is awaited. Requests are counted where they arrive.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Generator
from typing import Any, TypeAlias

import anyio

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy
from beeper_sdk.testing import FakeBeeper
from tests.scripted_server import KINDS, Kind

__all__ = ["KINDS", "Kind", "Story", "arrived", "play"]

Story: TypeAlias = Generator[Any, Any, None]


def play(kind: Kind, fake: FakeBeeper, story: Callable[[Any], Story], **options: Any) -> None:
    """Play a story with a client of this kind."""
    settings: dict[str, Any] = {"access_token": fake.token, "base_url": fake.url, "retry": RetryPolicy(attempts=1)}
    settings |= options
    if kind == "sync":
        with Beeper(**settings) as beeper:
            _drive(story(beeper))
    else:
        anyio.run(_run, settings, story, backend=kind)


async def _run(settings: dict[str, Any], story: Callable[[Any], Story]) -> None:
    async with AsyncBeeper(**settings) as beeper:
        await _drive_async(story(beeper))


def _next(story: Story, given: Any, failure: Exception | None) -> Any:
    return story.send(given) if failure is None else story.throw(failure)


def _drive(story: Story) -> None:
    given: Any = None
    while True:
        try:
            given = _next(story, given, None)
        except StopIteration:
            return


async def _drive_async(story: Story) -> None:
    given, failure = None, None
    while True:
        try:
            wanted = _next(story, given, failure)
        except StopIteration:
            return
        given, failure = wanted, None
        if inspect.isawaitable(wanted):
            given, failure = await _outcome(wanted)


async def _outcome(wanted: Awaitable[Any]) -> tuple[Any, Exception | None]:
    try:
        return await wanted, None
    except Exception as error:  # noqa: BLE001 - goes back into the story, where the blocking half would raise it
        return None, error


def arrived(fake: FakeBeeper) -> list[str]:
    """The operations of the requests since the last look, oldest first, with the number of members asked for."""
    operations: list[str] = []
    for request in fake.requests:
        count = [part.partition("=")[2] for part in request.query.split("&") if part.startswith("maxParticipantCount")]
        operations.append(" ".join([request.operation, *count]))
    fake.requests.clear()
    return operations
