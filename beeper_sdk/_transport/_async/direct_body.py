"""The body of a response of the direct transport."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from ..._core.http.outcome import HttpResponse, TransportFailure
from ..body import BodyCollector, BodyPieces
from ..decoders import Unreadable
from ..direct.failures import ERRORS, failure
from ..direct.sockets_async import receive_more

if TYPE_CHECKING:
    from ..._core.http.headers import Headers
    from ..._core.http.outcome import ReadLimits
    from ..parsing import ParsedHead
    from .direct_exchange import AsyncExchange

IN_USE = TransportFailure("cut", "another thread or task is reading the body")


class AsyncDirectBody:
    """A response whose body has not been read yet. Its connection is released once the last byte was received."""

    def __init__(self, head: ParsedHead, received: bytes, exchange: AsyncExchange) -> None:
        self.status_code: int = head.status_code
        self.headers: Headers = head.headers
        self._received: bytes | None = received
        self._exchange = exchange
        self._budget = exchange.budget
        self._turn = Lock()
        """Of the thread or task that reads, or releases the connection. Nothing waits for it."""
        self._is_reading = self._is_closed = False
        self._pieces: BodyPieces | None = None
        self._is_complete = exchange.is_complete
        if self._is_complete:
            exchange.release()

    async def read(self, limits: ReadLimits) -> HttpResponse | TransportFailure:
        """The whole response."""
        encoding = self.headers.get("content-encoding")
        received = self._received
        if received is not None and self._is_complete and encoding is None:  # nearly all responses
            limit = limits.max_bytes
            if limit is None or len(received) <= limit:
                return HttpResponse(self.status_code, self.headers, received)
        try:
            body = BodyCollector(self.status_code, self.headers, encoding, limits, self._budget)
            try:
                while (raw := await self._receive()) and body.feed(raw):
                    pass
            except ERRORS as error:
                return body.interrupted(failure(error))
            return body.end()
        finally:
            await self.close()

    async def next(self) -> bytes | TransportFailure:
        """The next piece, not empty; ``b""`` at the end."""
        if not self._turn.acquire(blocking=False):
            return IN_USE
        try:
            self._is_reading = True
            return await self._next()
        except Unreadable as problem:
            return TransportFailure("unreadable", str(problem))
        except ERRORS as error:
            return failure(error)
        finally:
            self._is_reading = False  # first: if `close` still found it set, it has set `_is_closed` before
            if self._is_closed:
                self._exchange.discard()
            elif self._is_complete:
                self._exchange.release()
            self._turn.release()
            if self._is_closed:  # meanwhile
                await self.close()

    async def _next(self) -> bytes:
        if self._pieces is None:
            self._pieces = BodyPieces(self.headers.get("content-encoding"))
        while not (piece := self._pieces.next()):
            self._budget.start_step()
            raw = await self._receive()
            if not raw:
                return self._pieces.end()
            self._pieces.feed(raw)
        return piece

    async def _receive(self) -> bytes:
        """The next bytes of the body, as received; ``b""`` at its end. Raises one of `ERRORS`."""
        received, self._received = self._received, None
        while not (received or self._is_complete):
            received = await self._receive_more()
        return received or b""

    async def _receive_more(self) -> bytes:
        if self._is_closed or (connection := self._exchange.connection) is None:
            raise ConnectionAbortedError
        try:
            data = await receive_more(connection, self._budget)
            if not data and connection.is_shut_down:  # by `close`: the end of the data is not that of the body
                raise ConnectionAbortedError
            body = connection.parser.feed(data)
            self._is_complete = connection.parser.complete
        except BaseException:
            self._is_closed = True
            raise
        return body

    async def close(self) -> None:
        """Release the connection, whether the body was read to its end or not."""
        self._is_closed = True
        if self._turn.acquire(blocking=False):
            try:
                self._exchange.release()
            finally:
                self._turn.release()
        elif self._is_reading:  # the thread or task that reads then finds `_is_closed` set, and closes the connection
            self._exchange.shut_down()
