"""Calls both clients in the same way."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import anyio

from beeper_sdk import AsyncBeeper, Beeper
from tests.faults.clients import Kind
from tests.testing.known_chats import BOB

Operation: TypeAlias = Callable[[Any], Any]


def retrieve(beeper: Any) -> Any:
    """Bob's chat."""
    return beeper.chats.retrieve(BOB)


def archive(beeper: Any) -> Any:
    """Archive Bob's chat; the response has no body."""
    return beeper.chats.archive(BOB)


def serve(beeper: Any) -> Any:
    """A file."""
    return beeper.assets.serve(url="mxc://beeper.local/file")


def send(text: str) -> Operation:
    """A message to Bob."""
    return lambda beeper: beeper.messages.send(BOB, text=text)


def calls(kind: Kind, token: str, operations: Sequence[Operation], **options: Any) -> list[Any]:
    """The result of each call of one client, one after the other: its value or its error."""
    if kind != "sync":
        return anyio.run(_async_calls, token, operations, options, backend=kind)
    results: list[Any] = []
    with Beeper(token, **options) as beeper:
        for operation in operations:
            try:
                results.append(operation(beeper))
            except Exception as error:  # noqa: BLE001 - the test checks it
                results.append(error)
    return results


async def _async_calls(token: str, operations: Sequence[Operation], options: dict[str, Any]) -> list[Any]:
    results: list[Any] = []
    async with AsyncBeeper(token, **options) as beeper:
        for operation in operations:
            try:
                value = operation(beeper)
                results.append(await value if inspect.isawaitable(value) else value)
            except Exception as error:  # noqa: BLE001 - as above
                results.append(error)
    return results
