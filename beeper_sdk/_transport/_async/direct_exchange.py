"""Sends one request of the direct transport, and reads the head of its response."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from ..budget import MAX_CONNECT_TIMEOUT
from ..direct.connection import Connection
from ..direct.encoding import async_encode
from ..direct.failures import NotConnected, os_reason
from ..direct.permission import check as check_permission
from ..direct.sockets_async import connect, receive, send_some
from ..parsing import make_parser

if TYPE_CHECKING:
    from ..._core.calls.request_encoding import HttpRequest
    from ..budget import Budget
    from ..direct.pool import Pool
    from ..direct.server import Server
    from ..parsing import ParsedHead


class AsyncExchange:
    """A request, and the connection that it is sent on. It is sent once."""

    def __init__(self, server: Server, pool: Pool, budget: Budget) -> None:
        self._server = server
        self._pool = pool
        self._budget = budget
        self.connection: Connection | None = None

    @property
    def sent(self) -> int:
        """Bytes that may have reached the server."""
        return 0 if self.connection is None else self.connection.sent

    async def run(self, request: HttpRequest, max_idle: float | None) -> tuple[ParsedHead, bytes, Connection]:
        """Send the request, and receive the head of the response. Returns it with the beginning of the body that was
        received with it, and the connection. Raises one of `failures.ERRORS`."""
        data, rest = await async_encode(request, self._server, self._budget.start_step)
        connection = await self._start(data, request.method, max_idle)
        if rest is not None:
            try:
                async for piece in rest:
                    await self._send(connection, piece)
            except TimeoutError:
                raise
            except OSError:
                pass  # the server may have sent a response, such as 413, before it closed the connection
        self._budget.start_step()
        parser = connection.parser
        while True:
            received = parser.feed(await receive(connection, self._budget))
            if parser.head is not None:
                return parser.head, received, connection

    async def _start(self, data: bytes, method: str, max_idle: float | None) -> Connection:
        """Send the first bytes on an idle connection, or on a new one. An idle connection that the server has closed
        just now is replaced if nothing was sent on it."""
        while True:
            idle = self._pool.take(max_idle)
            self.connection = connection = await self._connect() if idle is None else idle
            connection.start(method)
            try:
                await self._send(connection, data)
            except OSError:
                if idle is None or connection.sent:
                    raise
                self._pool.discard(connection)
            else:
                return connection

    async def _send(self, connection: Connection, data: bytes) -> None:
        self._budget.start_step()
        left = len(data)
        view: bytes | memoryview = data
        while True:
            sent = await send_some(connection, view, self._budget)
            connection.sent += sent
            left -= sent
            if not left:
                return
            view = memoryview(view)[sent:]

    async def _connect(self) -> Connection:
        check_permission(self._server.port)
        refused: OSError | None = None
        self._budget.start_step()
        ends = self._budget.expires
        for address in self._server.addresses:
            self._budget.expires = min(ends, monotonic() + MAX_CONNECT_TIMEOUT)
            try:
                sock = await connect(address, self._server.port, self._budget)
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

    def discard(self) -> None:
        """Close the connection: it cannot be used again."""
        if self.connection is not None:
            self._pool.discard(self.connection)
