"""What the tests of older apps have in common: a call that lets an app be known, two calls, and answers of some app."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx

from beeper_sdk import errors
from tests.core.compat.helpers import Kind
from tests.scripted_server import answer
from tests.testing.known_chats import BOB

SENT = {"success": True, "chatID": BOB, "pendingMessageID": "m1"}
NO_ROUTE = {"error": "Route POST:/v1/endpoint not found", "code": "not_found"}


def learn(beeper: Any) -> Any:
    return beeper.accounts.list()


def by(version: str, value: object, status: int = 200) -> httpx.Response:
    """An answer of an app of this version."""
    return answer(value, status, x_beeper_desktop_version=version)


def unsupported(error: Any) -> tuple[str, str, str]:
    assert isinstance(error, errors.NotSupportedByServer)
    assert error.needs in str(error)
    return error.operation, error.needs, error.has


def in_turn(kind: Kind, beeper: Any, first: Callable[[Any], Any], second: Callable[[Any], Any]) -> Any:
    """What the second of two calls gives."""
    if kind == "sync":
        first(beeper)
        return second(beeper)

    async def run() -> Any:
        await first(beeper)
        return await second(beeper)

    return run()
