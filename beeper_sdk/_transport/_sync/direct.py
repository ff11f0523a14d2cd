# @generated


from __future__ import annotations

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
        exchange = Exchange(self._server, pool, slots, Budget(limits))
        body: DirectBody | None = None
        try:
            if not exchange.wait_for_slot(request, limits.timeout):
                return BUSY
            head, received = exchange.run(request, limits.max_idle)
            body = DirectBody(head, received, exchange)
        except ERRORS as error:
            return failure(error, exchange.sent)
        else:
            return body
        finally:
            if request.multipart is not None:
                request.multipart.release()
            if body is None:  # otherwise the body releases the connection and the slot
                exchange.discard()

    def close(self) -> None:
        self.closed = True
        self._pools.close()
