# @generated


from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from ..._core.config.settings import user_agent
from ..._core.http.outcome import TransportFailure
from ..budget import Budget
from ..direct.failures import ERRORS, failure
from ..direct.pools import Pools
from ..direct.server import Server
from .direct_body import DirectBody
from .direct_exchange import Exchange

if TYPE_CHECKING:
    from ..._core.calls.request_encoding import HttpRequest
    from ..._core.http.outcome import HttpResponse, ReadLimits
    from ..direct.pool import Pool
    from ..slots import Slots

CLOSED = TransportFailure("connect", "this client was closed")
BUSY = TransportFailure("busy")


class DirectTransport:
    def __init__(self, base_url: str) -> None:
        self.user_agent: str = user_agent("direct")
        self.user_supplied: bool = False
        self.may_be_mocked: bool = False
        self.closed: bool = False
        self._server = Server(base_url)
        self._pools = Pools()

    def send(self, request: HttpRequest, limits: ReadLimits) -> HttpResponse | TransportFailure:
        body = self.open(request, limits)
        return body if isinstance(body, TransportFailure) else body.read(limits)

    def open(self, request: HttpRequest, limits: ReadLimits) -> DirectBody | TransportFailure:
        if self.closed:
            return CLOSED
        pool, slots = self._pools.current()
        budget, started_at = Budget(limits), monotonic()
        try:
            slots.acquire(limits.timeout)
        except TimeoutError:
            return BUSY
        finally:
            request.queued = monotonic() - started_at
        budget.postpone(request.queued)
        if pool.closed:  # while it waited
            slots.release()
            return CLOSED
        return self._exchange(request, limits, budget, pool, slots)

    def _exchange(
        self, request: HttpRequest, limits: ReadLimits, budget: Budget, pool: Pool, slots: Slots
    ) -> DirectBody | TransportFailure:
        exchange = Exchange(self._server, pool, budget)
        body: DirectBody | None = None
        try:
            head, received, connection = exchange.run(request, limits.max_idle)
            body = DirectBody(head, received, connection, budget, pool, slots.release)
        except ERRORS as error:
            return failure(error, exchange.sent)
        finally:
            if request.multipart is not None:
                request.multipart.release()
            if body is None:  # otherwise the body has the connection and the slot
                exchange.discard()
                slots.release()
        return body

    def close(self) -> None:
        self.closed = True
        self._pools.close()
