"""Pools of connections through a proxy, for clients of servers on other machines."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from time import monotonic
from typing import TYPE_CHECKING

import httpcore
import httpx

from .._core.util.override import override
from .backend import Backend
from .budget import MAX_IDLE
from .connection import Reusable

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class _Inner(httpcore.ConnectionInterface):
    """Passes everything on to a connection of httpcore, which has a class for each kind of proxy."""

    def __init__(self, inner: httpcore.ConnectionInterface) -> None:
        self._inner = inner

    @override
    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        return self._inner.handle_request(request)

    @override
    def close(self) -> None:
        self._inner.close()

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

    def __init__(self, inner: httpcore.ConnectionInterface) -> None:
        Reusable.__init__(self)
        _Inner.__init__(self, inner)


class _Recorder(httpcore.NetworkBackend):
    """Opens the connection to a proxy, and keeps it: httpcore does not close it if the proxy refuses."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self.opened: httpcore.NetworkStream | None = None

    @override
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        self.opened = self._backend.connect_tcp(host, port, timeout)
        return self.opened


class _SOCKSConnection(_Connection):
    """A connection through a SOCKS proxy. httpcore raises the errors of its library for SOCKS unchanged."""

    def __init__(self, inner: httpcore.ConnectionInterface, recorder: _Recorder) -> None:
        super().__init__(inner)
        self._recorder = recorder

    @override
    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        try:
            return super().handle_request(request)
        except BaseException as error:
            if self._stream is None and self._recorder.opened is not None:
                self._recorder.opened.close()
            if type(error).__module__.partition(".")[0] == "socksio":  # before the request is sent
                raise httpcore.ProxyError from error
            raise


class _ProxySocket(ssl.SSLSocket):
    """A TLS connection to a proxy. httpcore sets its timeout at the start of each step of TLS within TLS, and waits
    often in one step: here all these waits together have that time."""

    _until: float | None = None

    @override
    def settimeout(self, value: float | None) -> None:
        self._until = None if value is None else monotonic() + value
        super().settimeout(value)

    def _set_rest(self) -> None:
        if self._until is None:
            return
        left = self._until - monotonic()
        if left <= 0:
            raise TimeoutError
        super().settimeout(left)

    @override
    def recv(self, buflen: int = 1024, flags: int = 0) -> bytes:
        self._set_rest()
        return super().recv(buflen, flags)

    @override
    def send(self, data: ReadableBuffer, flags: int = 0) -> int:
        self._set_rest()
        return super().send(data, flags)


class _HTTPProxy(httpcore.HTTPProxy):
    @override
    def create_connection(self, origin: httpcore.Origin) -> httpcore.ConnectionInterface:
        return _Connection(super().create_connection(origin))


class _SOCKSProxy(httpcore.SOCKSProxy):
    def __init__(self, proxy: httpx.Proxy, tls: ssl.SSLContext, backend: Backend) -> None:
        super().__init__(proxy_url(proxy), proxy.raw_auth, tls, None, keepalive_expiry=MAX_IDLE)
        self._backend = backend

    @override
    def create_connection(self, origin: httpcore.Origin) -> httpcore.ConnectionInterface:
        recorder = _Recorder(self._backend)
        self._network_backend = recorder  # for the connection that is created next
        return _SOCKSConnection(super().create_connection(origin), recorder)


def proxy_pool(proxy: httpx.Proxy, tls: ssl.SSLContext, backend: Backend) -> httpcore.ConnectionPool:
    """The pool of connections through a proxy."""
    if proxy.url.scheme.startswith("socks"):
        return _SOCKSProxy(proxy, tls, backend)
    if proxy.ssl_context is not None:
        proxy.ssl_context.sslsocket_class = _ProxySocket
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


def proxy_url(proxy: httpx.Proxy) -> httpcore.URL:
    """The address of a proxy, as httpcore expects it."""
    url = proxy.url
    return httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
