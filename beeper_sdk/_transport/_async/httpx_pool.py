"""The connections of an event loop, with slots for concurrent calls, and without those that httpcore has lost."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Protocol

import httpx

from ..slots_async import Slots

if TYPE_CHECKING:
    from ..via_httpx.network_async import Sockets
    from .httpx_guard import AsyncAttempt

MAX_SUSPECTS = 20
"""Number of failed calls after which a pool is replaced. httpcore can lose track of the connection of a call that is
cancelled, or whose tunnel fails: it is never used again, and is looked at by each call."""


class AsyncAction(Protocol):
    """Something to do."""

    async def __call__(self) -> None: ...


class AsyncPool:
    """A transport of httpx. Replaced when it may have lost connections."""

    def __init__(self, transport: httpx.AsyncHTTPTransport, sockets: Sockets, close: AsyncAction) -> None:
        self.sockets = sockets
        self.close = close
        """Closes all connections, including those in use."""
        self._transport = transport
        self._slots = Slots()
        self._suspects = 0
        self._draining = False

    @property
    def usable(self) -> bool:
        """Whether new calls may use the pool."""
        return not self._draining and not self.sockets.closed

    async def send(self, request: httpx.Request, attempt: AsyncAttempt) -> httpx.Response | None:
        """Send when there is a free slot; None if the pool was replaced. The caller calls `release` after the response.
        Raises httpx.PoolTimeout if there is no slot in time."""
        started_at = monotonic()
        try:
            if not await self._slots.acquire(attempt.seconds):
                return None
        except TimeoutError:
            raise httpx.PoolTimeout("", request=request) from None
        attempt.budget.postpone(monotonic() - started_at)
        attempt.sockets = self.sockets
        try:
            if self.sockets.closed:
                raise httpx.ConnectError("", request=request)
            return await self._transport.handle_async_request(request)
        except BaseException as error:
            self._suspects += attempt.lost or not isinstance(error, Exception)
            await attempt.close()
            await self.release()
            raise

    async def release(self) -> None:
        """Free the slot of a call that ended. Closes the pool after its last call if it is replaced."""
        self._slots.release()
        if self._suspects >= MAX_SUSPECTS:
            self._draining = True
        if self._suspects and self._slots.retire():
            self._draining = True
            await self.close()


class AsyncMakePool(Protocol):
    """Creates a pool."""

    async def __call__(self) -> AsyncPool: ...


class AsyncPools:
    """The pools of an event loop: one for new calls, and those that are replaced, until their last calls have ended."""

    def __init__(self, make: AsyncMakePool) -> None:
        self._make = make
        self._pools: dict[int, AsyncPool] = {}
        self.closed = False
        """Whether calls are refused."""

    @property
    def sockets(self) -> list[Sockets]:
        """Those of each pool."""
        return [pool.sockets for pool in [*self._pools.values()]]

    async def send(self, request: httpx.Request, attempt: AsyncAttempt) -> tuple[httpx.Response, AsyncAction]:
        """Send, and return the response with the function to call after it."""
        while not self.closed:
            pool = await self._usable_pool()
            response = await pool.send(request, attempt)
            if response is not None:
                return response, pool.release
        raise httpx.ConnectError("", request=request)

    async def _usable_pool(self) -> AsyncPool:
        number = max([*self._pools], default=0)
        pool = self._pools.get(number)
        if pool is None or not pool.usable:
            # setdefault() is atomic: if two threads make a pool at the same time, both use the same one.
            pool = self._pools.setdefault(number + 1, await self._make())
            for old, other in [*self._pools.items()]:
                if other.sockets.closed:
                    self._pools.pop(old, None)
            if self.closed:  # by another thread, which may not have found this pool
                await pool.close()
        return pool

    async def close(self) -> None:
        """Close all connections, and refuse further calls."""
        self.closed = True
        for pool in [*self._pools.values()]:
            await pool.close()
