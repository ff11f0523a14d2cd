"""Pools of connections through a proxy, for async clients of servers on other machines."""

from __future__ import annotations

import ssl
from collections.abc import Iterable

import httpcore
import httpx
from anyio import CancelScope

from .._core.util.override import override
from .backend_async import Backend, Reusable
from .budget import MAX_IDLE
from .proxies import proxy_url


class _Inner(httpcore.AsyncConnectionInterface):
    """Passes everything on to a connection of httpcore, which has a class for each kind of proxy."""

    def __init__(self, inner: httpcore.AsyncConnectionInterface) -> None:
        self._inner = inner

    @override
    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        return await self._inner.handle_async_request(request)

    @override
    async def aclose(self) -> None:
        await self._inner.aclose()

    @override
    def info(self) -> str:
        return self._inner.info()

    @override
    def can_handle_request(self, origin: httpcore.Origin) -> bool:
        return self._inner.can_handle_request(origin)

    @override
    def is_available(self) -> bool:
        return self._inner.is_available()

    @override
    def has_expired(self) -> bool:
        return self._inner.has_expired()

    @override
    def is_idle(self) -> bool:
        return self._inner.is_idle()

    @override
    def is_closed(self) -> bool:
        return self._inner.is_closed()


class _Connection(Reusable, _Inner):
    """A connection through a proxy."""

    def __init__(self, inner: httpcore.AsyncConnectionInterface) -> None:
        Reusable.__init__(self)
        _Inner.__init__(self, inner)


class _Recorder(httpcore.AsyncNetworkBackend):
    """Opens the connection to a proxy, and keeps it: httpcore does not close it if the proxy refuses."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self.opened: httpcore.AsyncNetworkStream | None = None

    @override
    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        self.opened = await self._backend.connect_tcp(host, port, timeout)
        return self.opened


class _SOCKSConnection(_Connection):
    """A connection through a SOCKS proxy. httpcore raises the errors of its library for SOCKS unchanged."""

    def __init__(self, inner: httpcore.AsyncConnectionInterface, recorder: _Recorder) -> None:
        super().__init__(inner)
        self._recorder = recorder

    @override
    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        try:
            return await super().handle_async_request(request)
        except BaseException as error:
            if self._stream is None and self._recorder.opened is not None:
                with CancelScope(shield=True):
                    await self._recorder.opened.aclose()
            if type(error).__module__.partition(".")[0] == "socksio":  # before the request is sent
                raise httpcore.ProxyError from error
            raise


class _HTTPProxy(httpcore.AsyncHTTPProxy):
    @override
    def create_connection(self, origin: httpcore.Origin) -> httpcore.AsyncConnectionInterface:
        return _Connection(super().create_connection(origin))


class _SOCKSProxy(httpcore.AsyncSOCKSProxy):
    def __init__(self, proxy: httpx.Proxy, tls: ssl.SSLContext, backend: Backend) -> None:
        super().__init__(proxy_url(proxy), proxy.raw_auth, tls, None, keepalive_expiry=MAX_IDLE)
        self._backend = backend

    @override
    def create_connection(self, origin: httpcore.Origin) -> httpcore.AsyncConnectionInterface:
        recorder = _Recorder(self._backend)
        self._network_backend = recorder  # for the connection that is created next
        return _SOCKSConnection(super().create_connection(origin), recorder)


def proxy_pool(proxy: httpx.Proxy, tls: ssl.SSLContext, backend: Backend) -> httpcore.AsyncConnectionPool:
    """The pool of connections through a proxy."""
    if proxy.url.scheme.startswith("socks"):
        return _SOCKSProxy(proxy, tls, backend)
    return _HTTPProxy(
        proxy_url(proxy),
        proxy.raw_auth,
        proxy.headers.raw,
        tls,
        proxy.ssl_context,
        None,
        keepalive_expiry=MAX_IDLE,
        network_backend=backend,
    )
