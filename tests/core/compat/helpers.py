"""Runs operations on the fake server of some version, with each kind of client, and records the requests."""

from __future__ import annotations

import inspect
import json
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from typing import Any, Literal, NamedTuple, TypeAlias
from urllib.parse import parse_qsl, urlsplit

import anyio
import httpx
from typing_extensions import override

from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy, errors, v0
from beeper_sdk.testing import FakeBeeper

Kind: TypeAlias = Literal["sync", "asyncio", "trio"]
BOTH: tuple[Kind, ...] = ("sync", "asyncio")
KINDS: tuple[Kind, ...] = (*BOTH, "trio")
VERSIONS = ("4.1.92", "4.1.294", "4.2.557", "4.2.808", "4.3.0", "6.0")
AT_ONCE = RetryPolicy(attempts=3, base=0)
Act: TypeAlias = Callable[[Any], Any]
"""Calls a method of a client; pagers are collected, what is to be awaited is."""


class Sent(NamedTuple):
    """One request, as it left."""

    method: str
    path: str
    query: dict[str, str]
    body: Any


class _Log:
    def __init__(self) -> None:
        self.sent: list[Sent] = []

    def add(self, request: httpx.Request, content: bytes) -> None:
        url = urlsplit(str(request.url))
        query = dict(parse_qsl(url.query, keep_blank_values=True))
        self.sent.append(Sent(request.method, url.path, query, json.loads(content) if content else None))


class _Transport(httpx.HTTPTransport):
    def __init__(self, log: _Log) -> None:
        super().__init__(trust_env=False)
        self._log = log

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._log.add(request, request.read())
        return super().handle_request(request)


class _AsyncTransport(httpx.AsyncHTTPTransport):
    def __init__(self, log: _Log) -> None:
        super().__init__(trust_env=False)
        self._log = log

    @override
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self._log.add(request, await request.aread())
        return await super().handle_async_request(request)


class Played(NamedTuple):
    """The outcome of some operations."""

    results: list[Any]
    """Of each operation: what it returned, or the error of this SDK it raised."""
    sent: list[list[Sent]]
    """The requests of each."""

    @property
    def result(self) -> Any:
        """Of the last operation."""
        return self.results[-1]

    @property
    def last(self) -> list[Sent]:
        """The requests of the last operation."""
        return self.sent[-1]

    @property
    def places(self) -> list[tuple[str, str]]:
        """Method and path of the requests of the last operation."""
        return [(request.method, request.path) for request in self.last]


def play(kind: Kind, fake: FakeBeeper, *operations: Act, old: bool = False, **options: Any) -> Played:
    """Run the operations with one client: of v0 when `old`."""
    log, played = _Log(), Played([], [])
    options = {"access_token": fake.token, "base_url": fake.url, "retry": AT_ONCE, **options}

    async def run() -> None:
        kind_of_client = v0.AsyncClient if old else AsyncBeeper
        async with kind_of_client(transport=_AsyncTransport(log), **options) as client:
            for operation in operations:
                with _noted(log, played):
                    played.results.append(await _arrived(operation(client)))

    if kind != "sync":
        anyio.run(run, backend=kind)
        return played
    with (v0.Client if old else Beeper)(transport=_Transport(log), **options) as client:
        for operation in operations:
            with _noted(log, played):
                result = operation(client)
                played.results.append(result.collect() if hasattr(result, "collect") else result)
    return played


@contextmanager
def _noted(log: _Log, played: Played) -> Generator[None]:
    start = len(log.sent)
    try:
        yield
    except errors.BeeperError as error:
        played.results.append(error)
    played.sent.append(log.sent[start:])


async def _arrived(result: Any) -> Any:
    if hasattr(result, "collect"):
        result = result.collect()
    return await _awaited(result) if inspect.isawaitable(result) else result


async def _awaited(value: Awaitable[Any]) -> Any:
    return await value
