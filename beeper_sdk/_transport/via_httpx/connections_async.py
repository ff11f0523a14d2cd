"""The connections of an async client: pools for each event loop.

The async counterpart of `connections`. A connection works only in the event loop in which it was opened. So a client
that is used in several loops, one after the other or concurrently, has pools in each. A pool is closed in its own loop:
by `aclose`, or at the end of the loop, when asyncio and trio close the remaining async generators, of which one is
`_close_with_loop`.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from functools import partial
from typing import TYPE_CHECKING

from anyio.lowlevel import current_token

from . import mapping as values

if TYPE_CHECKING:
    import httpx

    from .._async.httpx_guard import AsyncAttempt
    from .._async.httpx_pool import AsyncAction, AsyncPool, AsyncPools
    from .environment import Route
    from .network_async import Sockets

MAX_LOOPS = 16
"""Maximum number of event loops. Some end without closing their async generators, and so their pools."""


class AsyncConnections:
    """All connections of one client."""

    def __init__(self, url: str) -> None:
        self._loops: dict[object, AsyncPools] = {}
        self._url = url
        self._route = values.find_route(url)
        self._closed = False

    async def send(self, request: httpx.Request, attempt: AsyncAttempt) -> tuple[httpx.Response, AsyncAction]:
        """Send on a connection of this loop. The caller calls the function after the response."""
        pools = self._loops.get(current_token()) or self._add()
        pools.closed = pools.closed or self._closed  # in another loop, which cannot close these
        return await pools.send(request, attempt)

    def _add(self) -> AsyncPools:
        from .._async.httpx_pool import AsyncPools

        known = list(self._loops.items())
        for number, (loop, pools) in enumerate(known, 1):
            ended = [sockets.closed for sockets in pools.sockets]
            if number <= len(known) - MAX_LOOPS or (ended and all(ended)):
                self._loops.pop(loop, None)
        return self._loops.setdefault(current_token(), AsyncPools(partial(_make_pool, self._url, self._route)))

    async def aclose(self) -> None:
        """Close all connections of this loop. Those of another loop are closed at the end of that loop."""
        self._closed = True
        pools = self._loops.pop(current_token(), None)
        if pools is not None:
            await pools.close()


async def _make_pool(url: str, route: Route | None) -> AsyncPool:
    """A pool for a URL, as in `connections`."""
    import httpx

    from .._async.httpx_pool import AsyncPool
    from .network_async import Sockets

    sockets, transport = Sockets(), httpx.AsyncHTTPTransport(**values.transport_options(url, route))
    closer = _close_with_loop(transport, sockets)
    await anext(closer)  # does not wait for anything

    async def close() -> None:
        await closer.aclose()

    return AsyncPool(transport, sockets, close)


async def _close_with_loop(transport: httpx.AsyncHTTPTransport, sockets: Sockets) -> AsyncGenerator[None]:
    """Closes the transport when this generator is closed, at the latest at the end of its loop. It has no reference to
    the pool, so that an unused pool is freed at once."""
    try:
        yield
    finally:
        sockets.closed = True
        await transport.aclose()
