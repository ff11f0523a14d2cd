# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.http.outcome import HttpResponse, TransportFailure
from ..body import BodyCollector, BodyPieces
from ..decoders import Unreadable
from ..direct.failures import ERRORS, failure
from ..direct.sockets import receive_more

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..._core.http.headers import Headers
    from ..._core.http.outcome import ReadLimits
    from ..budget import Budget
    from ..direct.connection import Connection
    from ..direct.pool import Pool
    from ..parsing import ParsedHead

IN_USE = TransportFailure("cut", "another thread or task is reading the body")


class DirectBody:
    def __init__(
        self,
        head: ParsedHead,
        received: bytes,
        connection: Connection,
        budget: Budget,
        pool: Pool,
        release_slot: Callable[[], None],
    ) -> None:
        self.status_code: int = head.status_code
        self.headers: Headers = head.headers
        self._received: bytes | None = received
        self._budget = budget
        self._pool = pool
        self._release_slot = release_slot
        self._connections = [connection]  # popped by the thread that releases it
        self._is_reading = self._is_closed = False
        self._pieces: BodyPieces | None = None
        if connection.parser.complete:
            self._release()

    def read(self, limits: ReadLimits) -> HttpResponse | TransportFailure:
        encoding = self.headers.get("content-encoding")
        received = self._received
        if received is not None and not self._connections and encoding is None:  # nearly all responses
            limit = limits.max_bytes
            if limit is None or len(received) <= limit:
                return HttpResponse(self.status_code, self.headers, received)
        body = BodyCollector(self.status_code, self.headers, encoding, limits, self._budget)
        try:
            while (raw := self._receive()) and body.feed(raw):
                pass
            return body.end()
        except ERRORS as error:
            return body.interrupted(failure(error))
        finally:
            self.close()

    def next(self) -> bytes | TransportFailure:
        if self._is_reading:
            return IN_USE
        try:
            if self._pieces is None:
                self._pieces = BodyPieces(self.headers.get("content-encoding"))
            while not (piece := self._pieces.next()):
                self._budget.start_step()
                raw = self._receive()
                if not raw:
                    return self._pieces.end()
                self._pieces.feed(raw)
        except Unreadable as problem:
            return TransportFailure("unreadable", str(problem))
        except ERRORS as error:
            return failure(error)
        return piece

    def _receive(self) -> bytes:
        received, self._received = self._received, None
        while not received and self._connections:
            received = self._receive_from(self._connections[0])
        return received or b""

    def _receive_from(self, connection: Connection) -> bytes:
        self._is_reading = True
        try:
            if self._is_closed:
                raise ConnectionAbortedError
            return connection.parser.feed(receive_more(connection, self._budget))
        except BaseException:
            self._is_closed = True
            raise
        finally:
            self._is_reading = False
            if self._is_closed or connection.parser.complete:
                self._release()

    def close(self) -> None:
        self._is_closed = True
        if not self._is_reading:
            self._release()
        elif self._connections:
            self._connections[0].shut_down()  # the thread or task that reads from it releases it

    def _release(self) -> None:
        try:
            connection = self._connections.pop()
        except IndexError:  # released before, or by another thread
            return
        self._pool.release(connection)
        self._release_slot()
