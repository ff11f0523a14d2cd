"""How an async client connects to this machine: httpx's transport, which here connects no more once it is closed."""

from __future__ import annotations

import ssl
from collections.abc import Iterable

import httpcore
import httpx

from .._core.util.override import override
from .backend import HTTPX_LIMITS, context_of


class _Backend(httpcore.AsyncNetworkBackend):
    """Connects until it is closed. A pool lets go of what is still connecting when it is closed: the call would go out
    after all, and nobody would close its connection."""

    def __init__(self) -> None:
        backend = httpcore.AnyIOBackend()
        if not isinstance(backend, httpcore.AsyncNetworkBackend):  # what stands there where anyio is missing is none
            raise TypeError("httpcore has no backend for anyio")
        self._anyio = backend
        self.closed = False

    @override
    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        stream = await self._anyio.connect_tcp(host, port, timeout, local_address, socket_options)
        if self.closed:
            await stream.aclose()
            raise httpcore.ConnectError
        return stream


class AsyncTransport(httpx.AsyncHTTPTransport):
    """httpx's transport on a pool that is made here, as in `backend`."""

    def __init__(self, tls: ssl.SSLContext | bool) -> None:
        context = context_of(tls)
        super().__init__(verify=context, trust_env=False)
        self._backend = _Backend()
        self._pool = httpcore.AsyncConnectionPool(
            context, max_connections=None, keepalive_expiry=HTTPX_LIMITS.keepalive_expiry, network_backend=self._backend
        )

    @override
    async def aclose(self) -> None:
        """Close the connections, and make no more."""
        self._backend.closed = True
        await super().aclose()
