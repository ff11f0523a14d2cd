"""The transport of an async client for a server on this machine: httpx's transport, without connections after close."""

from __future__ import annotations

import ssl
from collections.abc import Iterable

import httpcore
import httpx

from .._core.util.override import override
from .._core.util.urls import LOOPBACKS
from .backend import ssl_context
from .httpx_mapping import HTTPX_LIMITS


class _Backend(httpcore.AsyncNetworkBackend):
    """Opens connections until it is closed. When httpcore's pool is closed, it ignores connections that are just being
    opened: their requests would still be sent, and the connections would never be closed."""

    def __init__(self) -> None:
        backend = httpcore.AnyIOBackend()
        if not isinstance(backend, httpcore.AsyncNetworkBackend):  # without anyio, httpcore exports a stub
            raise TypeError("httpcore has no backend for anyio")
        self._anyio = backend
        self.closed = False
        self._hosts = LOOPBACKS

    async def _connect(
        self,
        host: str,
        port: int,
        timeout: float | None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None,
        options: Iterable[httpcore.SOCKET_OPTION] | None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect, as in `backend`."""
        if host != "localhost":
            return await self._anyio.connect_tcp(host, port, timeout, local_address, options)
        first, other = self._hosts
        try:
            return await self._anyio.connect_tcp(first, port, timeout, local_address, options)
        except httpcore.ConnectError as refused:
            try:
                stream = await self._anyio.connect_tcp(other, port, timeout, local_address, options)
            except httpcore.ConnectError:
                raise refused from None
        self._hosts = (other, first)
        return stream

    @override
    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        stream = await self._connect(host, port, timeout, local_address, socket_options)
        if self.closed:
            await stream.aclose()
            raise httpcore.ConnectError
        return stream


class AsyncTransport(httpx.AsyncHTTPTransport):
    """httpx's transport with a pool of this package, as in `backend`."""

    def __init__(self, tls: ssl.SSLContext | bool) -> None:
        context = ssl_context(tls)
        super().__init__(verify=context, trust_env=False)
        self._backend = _Backend()
        self._pool = httpcore.AsyncConnectionPool(
            context, max_connections=None, keepalive_expiry=HTTPX_LIMITS.keepalive_expiry, network_backend=self._backend
        )

    @override
    async def aclose(self) -> None:
        """Close the connections, and refuse new ones."""
        self._backend.closed = True
        await super().aclose()
