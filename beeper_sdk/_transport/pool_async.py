"""The connections of an async client: a pool per event loop, with slots for concurrent calls.

The async counterpart of `pool`. A connection works only in the event loop in which it was opened. So a client that is
used in several loops, one after the other or concurrently, has a pool in each. A pool is closed in its own loop: by
`close`, or at the end of the loop, when asyncio and trio close the remaining async generators, of which one is
`_close_with_loop`.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

import httpx
from anyio.lowlevel import current_token

from .._core.util.override import override
from . import httpx_mapping as values
from .budget import Budget
from .desync import h11_connection
from .httpx_mapping import pool_timeout
from .slots_async import Slots

if TYPE_CHECKING:
    from .environment import Route

MAX_SUSPECT_CANCELS = 20
"""Number of calls cancelled before their response started after which a pool is replaced. httpcore can lose track of
the connection of such a call: it stays open and is never reused."""
MAX_LOOPS = 16
"""Maximum number of pools. Some loops end without closing their async generators, and so without closing their pool."""


class _SlotStream(httpx.AsyncByteStream):
    """A body that holds the slot of its call until it is closed, as in `pool`."""

    def __init__(self, body: httpx.AsyncByteStream, pool: _Pool) -> None:
        self._body = body
        self._connection = h11_connection(body)
        self._pool: _Pool | None = pool

    @override
    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._body.__aiter__()

    @override
    async def aclose(self) -> None:
        pool, self._pool = self._pool, None
        if pool is None:
            return
        if self._connection is not None and self._connection.trailing_data[0]:
            self._connection.send_failed()
        try:
            await self._body.aclose()
        except BaseException:
            pool.suspect_cancels += 1
            raise
        finally:
            await pool.release()


class _Pool:
    """The connections of one event loop."""

    def __init__(self, transport: httpx.AsyncHTTPTransport) -> None:
        self._transport = transport
        self._slots = Slots()
        self._ended = [False]
        self._closer = _close_with_loop(transport, self._ended)
        self.draining = False
        """Whether the pool is used by no new call, and closed at the end of its last call."""
        self.suspect_cancels = 0

    @property
    def usable(self) -> bool:
        """Whether new calls may use the pool."""
        return not self.draining and not self._ended[0]

    async def register(self) -> None:
        """Start the async generator that closes the pool at the end of the loop."""
        await anext(self._closer)  # does not wait for anything

    async def send(self, request: httpx.Request) -> httpx.Response:
        """Send when there is a free slot. Raises httpx.PoolTimeout if there is none in time."""
        started_at = monotonic()
        try:
            await self._slots.acquire(pool_timeout(request))
        except TimeoutError:
            raise httpx.PoolTimeout("", request=request) from None
        budget: Budget = request.extensions["budget"]
        budget.postpone(monotonic() - started_at)
        try:
            if self._ended[0]:
                raise httpx.ConnectError("", request=request)
            response = await self._transport.handle_async_request(request)
        except BaseException as error:
            self.suspect_cancels += not isinstance(error, Exception)
            await self.release()
            raise
        if isinstance(response.stream, httpx.AsyncByteStream):
            response.stream = _SlotStream(response.stream, self)
        return response

    async def release(self) -> None:
        """Free the slot of a call that ended. Closes the pool after its last call if it is draining or was closed."""
        self._slots.release()
        last = self._slots.unused
        self.draining = self.draining or (
            self.suspect_cancels > 0 and (last or self.suspect_cancels >= MAX_SUSPECT_CANCELS)
        )
        if last and self._ended[0]:
            await self._transport.aclose()  # closes the connection that this call opened after `close`
        elif last and self.draining:
            await self.close()

    async def close(self) -> None:
        """Close all connections, including those in use."""
        self.draining = True
        if not self._ended[0]:
            self._ended[0] = True
            await self._closer.aclose()


async def _close_with_loop(transport: httpx.AsyncHTTPTransport, ended: list[bool]) -> AsyncGenerator[None]:
    """Closes the transport when this generator is closed, at the latest at the end of its loop. It has no reference to
    the pool, so that an unused pool is freed at once."""
    try:
        yield
    finally:
        ended[0] = True
        await transport.aclose()


class AsyncConnections:
    """All connections of one client."""

    def __init__(self, url: str) -> None:
        self._pools: dict[object, _Pool] = {}
        self._url = url
        self._route = values.find_route(url)
        self._closed = False

    async def send(self, request: httpx.Request) -> httpx.Response:
        """Send on a connection of this loop."""
        pool = self._pools.get(current_token())
        if pool is None or not pool.usable:
            pool = await self._add_pool()
            values.start_step(request)  # after imports that take as long as some timeouts
        try:
            return await pool.send(request)
        finally:
            pool.draining = pool.draining or self._closed  # closed in another loop, which cannot close this pool

    async def _add_pool(self) -> _Pool:
        known = list(self._pools.items())
        for number, (loop, pool) in enumerate(known, 1):
            if not pool.usable or number <= len(known) - MAX_LOOPS:
                self._pools.pop(loop, None)
        pool = self._pools[current_token()] = _Pool(_make_transport(self._url, self._route))
        await pool.register()
        return pool

    async def aclose(self) -> None:
        """Close all connections of this loop. Those of another loop are closed at the end of that loop."""
        self._closed = True
        pool = self._pools.pop(current_token(), None)
        if pool is not None:
            await pool.close()


def _make_transport(url: str, route: Route | None) -> httpx.AsyncHTTPTransport:
    """The transport for a URL, as in `pool`."""
    from .backend_async import AsyncTransport

    if route is None or route.proxy is None:
        return AsyncTransport(values.tls(url) if route is None else route.verify)
    from .proxies_async import proxy_pool

    return AsyncTransport(route.verify, partial(proxy_pool, route.proxy))


def send_streaming(client: httpx.AsyncClient) -> Callable[[httpx.Request], Awaitable[httpx.Response]]:
    """A function that sends through an httpx client, as in `pool`."""
    return partial(client.send, stream=True, follow_redirects=False)
