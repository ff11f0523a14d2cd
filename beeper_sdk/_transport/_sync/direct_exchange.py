# @generated


from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from ..budget import MAX_CONNECT_TIMEOUT
from ..direct.connection import Connection
from ..direct.encoding import encode
from ..direct.failures import NotConnected, os_reason
from ..direct.sockets import connect, receive, send_some
from ..parsing import make_parser
from ..permission import check as check_permission

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..._core.calls.request_encoding import HttpRequest
    from ..budget import Budget
    from ..direct.pool import Pool
    from ..direct.server import Server
    from ..parsing import ParsedHead
    from ..request_body import RequestBody
    from ..slots import Slots


_SHORT = 0.001


class Exchange:
    def __init__(self, server: Server, pool: Pool, slots: Slots, budget: Budget) -> None:
        self._server = server
        self._pool = pool
        self._slots = slots
        self.budget: Budget = budget
        self.connection: Connection | None = None
        self._is_whole = True
        self._has_slot = False

    @property
    def is_complete(self) -> bool:
        return self.connection is not None and self.connection.parser.complete

    @property
    def sent(self) -> int:
        return 0 if self.connection is None else self.connection.sent

    def wait_for_slot(self, request: HttpRequest, seconds: float | None) -> bool:
        started_at = monotonic()
        try:
            self._slots.acquire(seconds)
            self._has_slot = True
        except TimeoutError:
            return False
        finally:
            request.queued = monotonic() - started_at
        if request.queued > _SHORT:
            self.budget.postpone(request.queued)
        return True

    def run(self, request: HttpRequest, max_idle: float | None) -> tuple[ParsedHead, bytes]:
        if self._pool.closed:  # while it waited
            raise NotConnected("connect", "the client was closed")
        data, rest = encode(request, self._server, self.budget.start_step)
        connection = self._start(data, request.method, max_idle)
        if rest is not None:
            self._send_rest(connection, rest)
        self.budget.start_step()
        parser = connection.parser
        while True:
            received = parser.feed(receive(connection, self.budget))
            if parser.head is not None:
                return parser.head, received

    def _send_rest(self, connection: Connection, rest: RequestBody) -> None:
        self._is_whole = False
        try:
            for piece in rest:
                self._send(connection, piece)
        except OSError as error:
            if isinstance(error, TimeoutError) and not connection.is_readable():
                raise
        else:
            self._is_whole = True

    def _start(self, data: bytes, method: str, max_idle: float | None) -> Connection:
        while True:
            idle = self._pool.take(max_idle)
            self.connection = connection = self._connect() if idle is None else idle
            connection.start(method)
            try:
                self._send(connection, data)
            except OSError:
                if idle is None or connection.sent:
                    raise
                self._pool.discard(connection)
            else:
                return connection

    def _send(self, connection: Connection, data: bytes) -> None:
        self.budget.start_step()
        left = len(data)
        view: bytes | memoryview = data
        while True:
            sent = send_some(connection, view, self.budget)
            connection.sent += sent
            left -= sent
            if not left:
                return
            view = memoryview(view)[sent:]

    def _connect(self) -> Connection:
        check_permission(self._server.port)
        refused: OSError | None = None
        self.budget.start_step()
        ends = self.budget.expires
        for address in self._server.addresses:
            self.budget.expires = min(ends, monotonic() + MAX_CONNECT_TIMEOUT)
            try:
                sock = connect(address, self._server.port, self.budget)
            except OSError as error:
                refused = refused or error
                continue
            connection = Connection(sock, make_parser())
            if not self._pool.add(connection):
                raise NotConnected("connect", "the client was closed")
            self._server.prefer(address)
            return connection
        is_timeout = isinstance(refused, TimeoutError)
        raise NotConnected("connect-timeout" if is_timeout else "connect", os_reason(refused or OSError()))

    def release(self) -> None:
        self._end(self._pool.release if self._is_whole else self._pool.discard)

    def discard(self) -> None:
        self._end(self._pool.discard)

    def shut_down(self) -> None:
        if self.connection is not None:
            self.connection.shut_down()

    def _end(self, end: Callable[[Connection], None]) -> None:
        if not self._has_slot:
            return
        self._has_slot = False
        try:
            if self.connection is not None:
                end(self.connection)
        finally:
            self._slots.release()
