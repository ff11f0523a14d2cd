"""One way to call both halves through a proxy."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import anyio

from beeper_sdk import AsyncBeeper, Beeper
from tests.faults.clients import Kind
from tests.testing.known_chats import BOB

Act: TypeAlias = Callable[[Any], Any]


def retrieve(beeper: Any) -> Any:
    """Bob's chat."""
    return beeper.chats.retrieve(BOB)


def archive(beeper: Any) -> Any:
    """Bob's chat goes to the archive; the answer says nothing."""
    return beeper.chats.archive(BOB)


def serve(beeper: Any) -> Any:
    """A file."""
    return beeper.assets.serve(url="mxc://beeper.local/file")


def send(text: str) -> Act:
    """A message to Bob."""
    return lambda beeper: beeper.messages.send(BOB, text=text)


def calls(kind: Kind, token: str, acts: Sequence[Act], **options: Any) -> list[Any]:
    """What each call of one client gives, one after the other: its value, or the error it ends in."""
    if kind != "sync":
        return anyio.run(_async_calls, token, acts, options, backend=kind)
    out: list[Any] = []
    with Beeper(token, **options) as beeper:
        for act in acts:
            try:
                out.append(act(beeper))
            except Exception as error:  # noqa: BLE001 - told by the test
                out.append(error)
    return out


async def _async_calls(token: str, acts: Sequence[Act], options: dict[str, Any]) -> list[Any]:
    out: list[Any] = []
    async with AsyncBeeper(token, **options) as beeper:
        for act in acts:
            try:
                result = act(beeper)
                out.append(await result if inspect.isawaitable(result) else result)
            except Exception as error:  # noqa: BLE001 - as above
                out.append(error)
    return out
