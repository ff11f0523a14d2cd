"""The network layer of an async client, as in `backend`, and without connections after close."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, cast

import httpcore
import httpx
from anyio import CancelScope

from .._core.util.override import override
from .._core.util.urls import LOOPBACKS, is_localhost
from .budget import MAX_IDLE
from .connection import SLICE, has_surplus, idle_limit, seconds_left
from .httpx_mapping import TimeLimit

if TYPE_CHECKING:
    from .connection import Extensions

MAX_RECEIVED = 2**18
"""Bytes that asyncio receives at once. With a smaller limit anyio keeps the rest, which could be a surplus response."""


def _has_queued(stream: object) -> bool:
    """Whether anyio has bytes of an asyncio transport in memory: it may receive more than once before a read returns.
    anyio has no public API for them; without its attributes, there are none."""
    inner = getattr(stream, "_stream", None)
    protocol = getattr(getattr(inner, "transport_stream", inner), "_protocol", None)
    return bool(getattr(protocol, "read_queue", None))


class Stream(httpcore.AsyncNetworkStream):
    """A connection on which each step of a request ends in time, as in `connection`."""

    def __init__(self, inner: httpcore.AsyncNetworkStream, backend: Backend, handshake: float | None = None) -> None:
        self._inner = inner
        self._backend = backend
        self._tls: object = inner.get_extra_info("ssl_object")
        self._was_read = False
        self.handshake: float | None = handshake
        self.used_at: float = monotonic()

    @override
    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's signature
        seconds = seconds_left(timeout or self.handshake, httpcore.ReadTimeout)
        data = await self._inner.read(max(max_bytes, MAX_RECEIVED), seconds)
        self._was_read, self.used_at = True, monotonic()
        return data

    @override
    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - httpcore's signature
        if not buffer:
            return
        if (
            self._was_read
            and self.handshake is None
            and (
                self._inner.get_extra_info("is_readable")
                or (self._tls is not None and has_surplus(self._tls))
                or _has_queued(self._inner)
            )
        ):
            raise httpcore.ConnectionNotAvailable  # see `connection`
        self._was_read = False
        limit = timeout or self.handshake
        for start in range(0, len(buffer), SLICE):
            seconds = seconds_left(limit, httpcore.WriteTimeout)
            await self._inner.write(buffer[start : start + SLICE] if len(buffer) > SLICE else buffer, seconds)
            if isinstance(limit, TimeLimit):
                limit.budget.start_step()
        self.used_at = monotonic()

    @override
    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
    ) -> httpcore.AsyncNetworkStream:
        seconds = seconds_left(timeout, httpcore.ConnectTimeout)
        try:
            secured = await self._inner.start_tls(ssl_context, server_hostname, seconds)
        except BaseException:  # also a cancellation, after which httpcore would not close the connection
            with CancelScope(shield=True):
                await self._inner.aclose()
            raise
        return await self._backend.opened(secured)

    @override
    async def aclose(self) -> None:
        await self._inner.aclose()

    @override
    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


class Backend(httpcore.AsyncNetworkBackend):
    """Opens connections until it is closed. When httpcore's pool is closed, it ignores connections that are just being
    opened: their requests would still be sent, and the connections would never be closed."""

    def __init__(self) -> None:
        backend = httpcore.AnyIOBackend()
        if not isinstance(backend, httpcore.AsyncNetworkBackend):  # without anyio, httpcore exports a stub
            raise TypeError("httpcore has no backend for anyio")
        self._anyio = backend
        self.closed = False
        self._hosts = LOOPBACKS

    @override
    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        return await self.opened(await self._connect(host, port, timeout), timeout)

    async def opened(self, stream: httpcore.AsyncNetworkStream, handshake: float | None = None) -> Stream:
        """The connection. Raises ConnectError if the pool was closed while it was opened."""
        if self.closed:
            await stream.aclose()
            raise httpcore.ConnectError
        return Stream(stream, self, handshake)

    async def _connect(
        self,
        host: str,
        port: int,
        timeout: float | None,  # noqa: ASYNC109 - httpcore's signature
    ) -> httpcore.AsyncNetworkStream:
        """Connect. For ``localhost``, try the other address of this machine if the first fails. For other names, anyio
        tries all addresses."""
        connect = self._anyio.connect_tcp
        if not is_localhost(host):
            return await connect(host, port, seconds_left(timeout, httpcore.ConnectTimeout))
        first, other = self._hosts
        try:
            return await connect(first, port, seconds_left(timeout, httpcore.ConnectTimeout))
        except (httpcore.ConnectError, httpcore.ConnectTimeout) as refused:
            try:
                stream = await connect(other, port, seconds_left(timeout, httpcore.ConnectTimeout))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                raise refused from None
        self._hosts = (other, first)
        return stream


class Reusable(httpcore.AsyncConnectionInterface):
    """The rules for using a connection again, as in `connection`, mixed into a class of connections."""

    def __init__(self) -> None:
        self._expired = False
        self._stream: Stream | None = None
        self._max_idle = MAX_IDLE

    @override
    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        if self._stream is not None and self.is_idle():
            idle = monotonic() - self._stream.used_at
            self._expired = idle > min(self._max_idle, cast("Extensions", request.extensions).get("max_idle") or inf)
        if self._expired:
            raise httpcore.ConnectionNotAvailable  # the pool then selects another connection
        try:
            response = await super().handle_async_request(request)
        except BaseException:
            if self._stream is None:
                self._expired = True  # httpcore would keep a tunnel that was not established
            raise
        stream = cast("Extensions", response.extensions).get("network_stream")
        if isinstance(stream, Stream):
            self._stream, stream.handshake = stream, None
            keep_alive = next((text for name, text in response.headers if name.lower() == b"keep-alive"), None)
            if keep_alive is not None:
                self._max_idle = idle_limit(keep_alive)
        return response

    @override
    def has_expired(self) -> bool:
        return self._expired or super().has_expired()


class _Connection(Reusable, httpcore.AsyncHTTPConnection):
    """A connection to the server, without a proxy."""

    def __init__(self, origin: httpcore.Origin, context: ssl.SSLContext, backend: Backend) -> None:
        Reusable.__init__(self)
        httpcore.AsyncHTTPConnection.__init__(
            self, origin, ssl_context=context, keepalive_expiry=MAX_IDLE, network_backend=backend
        )


class _Pool(httpcore.AsyncConnectionPool):
    def __init__(self, context: ssl.SSLContext, backend: Backend) -> None:
        super().__init__(context, max_connections=None, network_backend=backend)
        self._context, self._backend = context, backend

    @override
    def create_connection(self, origin: httpcore.Origin) -> _Connection:
        return _Connection(origin, self._context, self._backend)


class AsyncTransport(httpx.AsyncHTTPTransport):
    """httpx's transport with a pool of this package, as in `backend`."""

    def __init__(
        self,
        tls: ssl.SSLContext,
        make_pool: Callable[[ssl.SSLContext, Backend], httpcore.AsyncConnectionPool] = _Pool,
    ) -> None:
        super().__init__(verify=tls, trust_env=False)
        self._backend = Backend()
        self._pool = make_pool(tls, self._backend)

    @override
    async def aclose(self) -> None:
        """Close the connections, and refuse new ones."""
        self._backend.closed = True
        await super().aclose()
