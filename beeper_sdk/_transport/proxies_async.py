"""Pools of connections through a proxy, for async clients of servers on other machines."""

from __future__ import annotations

import ssl

import httpcore
import httpx

from .._core.util.override import override
from .backend_async import Backend, Reusable
from .httpx_mapping import MAX_IDLE
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


class _HTTPProxy(httpcore.AsyncHTTPProxy):
    @override
    def create_connection(self, origin: httpcore.Origin) -> httpcore.AsyncConnectionInterface:
        return _Connection(super().create_connection(origin))


class _SOCKSProxy(httpcore.AsyncSOCKSProxy):
    @override
    def create_connection(self, origin: httpcore.Origin) -> httpcore.AsyncConnectionInterface:
        return _Connection(super().create_connection(origin))


def make_pool(proxy: httpx.Proxy, tls: ssl.SSLContext, backend: Backend) -> httpcore.AsyncConnectionPool:
    """The pool of connections through a proxy."""
    if proxy.url.scheme.startswith("socks"):
        return _SOCKSProxy(
            proxy_url(proxy), proxy.raw_auth, tls, None, keepalive_expiry=MAX_IDLE, network_backend=backend
        )
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
