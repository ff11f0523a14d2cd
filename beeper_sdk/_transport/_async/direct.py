"""Sends requests to this machine: to the server of the app, without TLS or a proxy.

httpx takes three times as long for a call, and more the more calls are made at once: its pool looks at all connections
whenever a request begins or ends. Sockets, limits of time and connections are those of the package `direct`, and
responses are parsed by `parsing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.config.settings import user_agent
from ..._core.http.outcome import TransportFailure
from ..budget import Budget
from ..direct.failures import ERRORS, failure
from ..direct.pools_async import AsyncPools
from ..direct.server import Server
from .direct_body import AsyncDirectBody
from .direct_exchange import AsyncExchange

if TYPE_CHECKING:
    from ..._core.calls.request_encoding import HttpRequest
    from ..._core.http.outcome import HttpResponse, ReadLimits

CLOSED = TransportFailure("connect", "this client was closed")
BUSY = TransportFailure("busy")


class AsyncDirectTransport:
    """Sends through connections of its own."""

    def __init__(self, base_url: str) -> None:
        self.user_agent: str = user_agent("direct")
        self.user_supplied: bool = False
        self.may_be_mocked: bool = False
        self.closed: bool = False
        self._server = Server(base_url)
        self._pools = AsyncPools()

    async def send(self, request: HttpRequest, limits: ReadLimits) -> HttpResponse | TransportFailure:
        """Send, and read the whole response."""
        body = await self.open(request, limits)
        return body if isinstance(body, TransportFailure) else await body.read(limits)

    async def open(self, request: HttpRequest, limits: ReadLimits) -> AsyncDirectBody | TransportFailure:
        """Send, and return the response before its body is read."""
        if self.closed:
            return CLOSED
        pool, slots = await self._pools.current()
        exchange = AsyncExchange(self._server, pool, slots, Budget(limits))
        body: AsyncDirectBody | None = None
        try:
            if not await exchange.wait_for_slot(request, limits.timeout):
                return BUSY
            head, received = await exchange.run(request, limits.max_idle)
            body = AsyncDirectBody(head, received, exchange)
        except ERRORS as error:
            return failure(error, exchange.sent)
        else:
            return body
        finally:
            if request.multipart is not None:
                request.multipart.release()
            if body is None:  # otherwise the body releases the connection and the slot
                exchange.discard()

    async def close(self) -> None:
        """Close all connections."""
        self.closed = True
        await self._pools.close()
