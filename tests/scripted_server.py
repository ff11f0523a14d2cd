"""What the tests of the SDK talk to: a scripted server that counts requests, and one way to call both clients.

Not the fake server of `beeper_sdk.testing`: these answers are wrong on purpose.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Literal, TypeAlias

import anyio
import httpx

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy

Kind: TypeAlias = Literal["sync", "asyncio", "trio"]
Handler: TypeAlias = Callable[[httpx.Request], httpx.Response]
Step: TypeAlias = httpx.Response | Exception | Handler
KINDS: tuple[Kind, ...] = ("sync", "asyncio", "trio")
TOKEN = "canary-token-7c1"
AT_ONCE = RetryPolicy(attempts=3, base=0)
"""Three tries without pauses."""


def answer(value: object = None, status: int = 200, **headers: str) -> httpx.Response:
    """A JSON answer."""
    sent_headers = {name.replace("_", "-"): text for name, text in headers.items()}
    return httpx.Response(
        status, content=json.dumps(value), headers={"content-type": "application/json", **sent_headers}
    )


class Script:
    """A server that gives these answers, one after the other, the last one for ever."""

    def __init__(self, *steps: Step) -> None:
        self.steps = list(steps)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        reply = self.steps.pop(0) if len(self.steps) > 1 else self.steps[0]
        if isinstance(reply, Exception):
            raise reply
        if callable(reply):
            return reply(request)
        return httpx.Response(reply.status_code, headers=reply.headers, content=reply.content)

    @property
    def count(self) -> int:
        """Requests received so far."""
        return len(self.requests)


def call(
    kind: Kind, server: Callable[[httpx.Request], httpx.Response], act: Callable[[Any], Any], **options: Any
) -> Any:
    """What `act` gives for a client of this kind; what it gives to await is awaited."""
    options = {"access_token": TOKEN, "retry": AT_ONCE, "transport": httpx.MockTransport(server), **options}
    if kind == "sync":
        with Beeper(**options) as beeper:
            return act(beeper)

    async def run() -> Any:
        async with AsyncBeeper(**options) as beeper:
            result = act(beeper)
            return await as_awaitable(result) if inspect.isawaitable(result) else result

    return anyio.run(run, backend=kind)


async def as_awaitable(value: Awaitable[Any]) -> Any:
    return await value


def person(number: int, **more: object) -> dict[str, object]:
    return {"id": f"@p{number}:beeper.local", "fullName": f"Person {number}", **more}


def people(numbers: Iterable[int], total: int, **more: object) -> dict[str, object]:
    items = [person(number, **more) for number in numbers]
    return {"items": items, "hasMore": len(items) < total, "total": total}


def chat(name: str = "!a:beeper.com", participants: object = None, account: str = "whatsapp") -> dict[str, object]:
    members = people([], 0) if participants is None else participants
    return {"id": name, "accountID": account, "type": "group", "participants": members, "unreadCount": 0, "title": "t"}


def account(name: str = "whatsapp", user: str = "@p7:beeper.local") -> dict[str, object]:
    return {"accountID": name, "user": {"id": user}}


def message(number: int, text: str = "canary-text-2b9") -> dict[str, object]:
    return {
        "id": str(number),
        "chatID": "!a:beeper.com",
        "accountID": "whatsapp",
        "senderID": "@p1:beeper.local",
        "timestamp": "2026-01-01T00:00:00.000Z",
        "sortKey": str(number),
        "text": text,
    }


SENT = {"chatID": "!a:beeper.com", "pendingMessageID": "m1"}
ERROR = {"message": "canary-text-2b9 was refused", "code": "not_found"}
