"""Connections of an async client: a pool for each event loop, its places in it, and what closing does.

The other half of `pool`. A connection works in the loop it was made in and in no other. So a client that is
used in several loops, one after the other or side by side, has a pool in each, and each is closed in its own loop: by
`close`, or when that loop ends (asyncio and trio then finish the async generators that are left; one of them is ours).
"""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from functools import partial
from typing import TypeAlias

import anyio
import httpx
from anyio.lowlevel import current_token

from .._core.util.override import override
from .._core.util.urls import is_loopback
from . import httpx_mapping as values
from .backend import HTTPX_LIMITS, MAX_CALLS, pool_timeout

DOUBTS = 20
"""Calls that were cancelled before their answer began, after which a pool is replaced. httpcore can lose sight of a
connection then: it stays open and is never used again."""
MOST_LOOPS = 16
"""Pools that are kept: some loops end without a word."""
Line: TypeAlias = httpx.AsyncHTTPTransport | httpx.AsyncClient


class Places:
    """So many calls at once; the others wait, first come first served."""

    def __init__(self) -> None:
        self._free = MAX_CALLS
        self._waiting: deque[anyio.Event] = deque()

    @property
    def unused(self) -> bool:
        """Is no call under way?"""
        return self._free == MAX_CALLS

    async def take(self, seconds: float | None) -> None:
        """Wait for a place. Raises TimeoutError."""
        if self._free:
            self._free -= 1
            return
        turn = anyio.Event()
        self._waiting.append(turn)
        try:
            with anyio.fail_after(seconds):
                await turn.wait()
        except BaseException:
            if turn.is_set():  # it was this call's turn in the moment it gave up
                self.give()
            else:
                self._waiting.remove(turn)
            raise

    def give(self) -> None:
        """Pass one's place on."""
        if self._waiting:
            self._waiting.popleft().set()
        else:
            self._free += 1


class _Held(httpx.AsyncByteStream):
    """A body that keeps its call's place until it is closed."""

    def __init__(self, body: httpx.AsyncByteStream, pool: _Pool) -> None:
        self._body = body
        self._pool: _Pool | None = pool

    @override
    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._body.__aiter__()

    @override
    async def aclose(self) -> None:
        pool, self._pool = self._pool, None
        if pool is None:
            return
        try:
            await self._body.aclose()
        except BaseException:
            pool.doubts += 1
            raise
        finally:
            await pool.leave()


class _Pool:
    """The connections of one event loop."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._send = unread(line) if isinstance(line, httpx.AsyncClient) else line.handle_async_request
        self._places = Places()
        self._ended = [False]
        self._keeper = _keep(line, self._ended)
        self.retired = False
        """No new call uses it, and it is closed when its last one ends."""
        self.doubts = 0

    @property
    def usable(self) -> bool:
        """May new calls use it?"""
        return not self.retired and not self._ended[0]

    async def begin(self) -> None:
        """From now on the loop closes it at its end."""
        await anext(self._keeper)  # does not wait for anything

    async def send(self, request: httpx.Request) -> httpx.Response:
        """Send when there is a place. Raises httpx.PoolTimeout when there is none in time."""
        try:
            await self._places.take(pool_timeout(request))
        except TimeoutError:
            raise httpx.PoolTimeout("", request=request) from None
        try:
            if self._ended[0]:
                raise httpx.ConnectError("", request=request)
            response = await self._send(request)
        except BaseException as error:
            self.doubts += not isinstance(error, Exception)
            await self.leave()
            raise
        if isinstance(response.stream, httpx.AsyncByteStream):
            response.stream = _Held(response.stream, self)
        return response

    async def leave(self) -> None:
        """A call ended."""
        self._places.give()
        last = self._places.unused
        self.retired = self.retired or (self.doubts > 0 and (last or self.doubts >= DOUBTS))
        if last and self._ended[0]:
            await self._line.aclose()  # what this call connected after the rest was closed
        elif last and self.retired:
            await self.close()

    async def close(self) -> None:
        """Close all of them, those in use too."""
        self.retired = True
        if not self._ended[0]:
            self._ended[0] = True
            await self._keeper.aclose()


async def _keep(line: Line, ended: list[bool]) -> AsyncGenerator[None]:
    """Ends with the loop it was begun in, at the latest, and closes the line then. It knows no pool: a pool nobody
    has any more is to go at once."""
    try:
        yield
    finally:
        ended[0] = True
        await line.aclose()


class AsyncConnections:
    """All connections of one client."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._pools: dict[object, _Pool] = {}
        self._closed = False

    async def send(self, request: httpx.Request) -> httpx.Response:
        """Send on a connection of this loop."""
        pool = self._pools.get(current_token())
        if pool is None or not pool.usable:
            pool = await self._begin()
        try:
            return await pool.send(request)
        finally:
            pool.retired = pool.retired or self._closed  # in another loop, which could not close what is of this one

    async def _begin(self) -> _Pool:
        known = list(self._pools.items())
        for place, (loop, pool) in enumerate(known, 1):
            if not pool.usable or place <= len(known) - MOST_LOOPS:
                self._pools.pop(loop, None)
        pool = self._pools[current_token()] = _Pool(_line(self._url))
        await pool.begin()
        return pool

    async def aclose(self) -> None:
        """Close all connections of this loop. Those of another are closed with that loop."""
        self._closed = True
        pool = self._pools.pop(current_token(), None)
        if pool is not None:
            await pool.close()


def _line(url: str) -> Line:
    """A way to send, as in `pool`."""
    if is_loopback(url):
        from .backend_async import AsyncTransport

        return AsyncTransport(values.tls(url))
    return httpx.AsyncClient(verify=values.tls(url), limits=HTTPX_LIMITS)


def unread(client: httpx.AsyncClient) -> Callable[[httpx.Request], Awaitable[httpx.Response]]:
    """How to send through a client of the library: no redirects, and the body is left to be read."""
    return partial(client.send, stream=True, follow_redirects=False)
