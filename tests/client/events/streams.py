"""Reads the events of a server with the blocking client, or with the async one on an event loop."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, AbstractContextManager, contextmanager
from typing import Any, Self

import anyio.from_thread

from beeper_sdk import AsyncBeeper, Beeper, events
from beeper_sdk._core.events.timing import STANDARD, Timing
from tests.scripted_server import Kind

QUICK = STANDARD._replace(first_delay=0.01, max_delay=0.02, tick=0.02)
"""Reconnects at once."""
WAIT = 10
"""Seconds after which a test fails instead of waiting for an event."""


def within(function: Callable[[], Any]) -> Any:
    """The result of a function that may wait for ever."""
    results: list[Any] = []

    def run() -> None:
        try:
            results.append((function(), None))
        except BaseException as error:  # noqa: BLE001 - raised below
            results.append((None, error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(WAIT)
    assert results, f"nothing within {WAIT} seconds"
    result, error = results[0]
    if error is not None:
        raise error
    return result


class Stream:
    """A stream of events that was entered. The methods of the async client are called in its event loop."""

    def __init__(self, stream: Any, call: Callable[..., Any]) -> None:
        self.raw = stream
        self._call = call

    def next(self) -> Any:
        """The next event."""
        return within(self.raw.__next__) if hasattr(self.raw, "__next__") else self._call(self._anext)

    async def _anext(self) -> Any:
        with anyio.fail_after(WAIT):
            return await self.raw.__anext__()

    def until(self, kind: type[events.Event]) -> Any:
        """The next event of a class."""
        while not isinstance(event := self.next(), kind):
            pass
        return event

    def take(self, count: int) -> list[Any]:
        """The next events."""
        return [self.next() for _ in range(count)]

    def subscribe(self, *arguments: Any, **options: Any) -> None:
        self._call(lambda: self.raw.subscribe(*arguments, **options))

    def close(self) -> None:
        self._call(self.raw.close)


class Client:
    """A client of one kind."""

    def __init__(self, kind: Kind, token: str, url: str, options: dict[str, Any]) -> None:
        self._portals: list[AbstractContextManager[Any]] = []
        self._portal: Any = None
        if kind != "sync":
            self._manager = anyio.from_thread.start_blocking_portal(kind)
            self._portal = self._manager.__enter__()
        self.raw: Any = (Beeper if kind == "sync" else AsyncBeeper)(token, base_url=url, **options)

    def call(self, function: Callable[[], Any]) -> Any:
        """Call a method, and wait for its result."""
        if self._portal is None:
            return function()

        async def awaited() -> Any:
            found = function()
            return await found if hasattr(found, "__await__") else found

        return self._portal.call(awaited)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.call(self.raw.close)
        if self._portal is not None:
            self._manager.__exit__(None, None, None)

    @contextmanager
    def events(self, *arguments: Any, timing: Timing = QUICK, **options: Any) -> Iterator[Stream]:
        """Enter a stream."""
        stream = self.raw.events(*arguments, **options)
        stream._timing = timing
        if self._portal is None:
            with stream:
                yield Stream(stream, self.call)
        else:
            wrapped: AbstractAsyncContextManager[Any] = stream
            with self._portal.wrap_async_context_manager(wrapped):
                yield Stream(stream, self.call)


def client(kind: Kind, server: Any, **options: Any) -> Client:
    """A client of a fake server."""
    return Client(kind, options.pop("access_token", server.token), options.pop("base_url", server.url), options)


def threads() -> set[str]:
    """The names of the threads that read events."""
    return {thread.name for thread in threading.enumerate() if thread.name == "beeper-events"}
