"""The transport of a blocking client for a server on this machine: httpx's transport, with a list of open sockets."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable
from threading import Lock

import httpcore
import httpx

from .._core.util.override import override
from .._core.util.urls import LOOPBACKS
from .httpx_mapping import HTTPX_LIMITS


class _Backend(httpcore.SyncBackend):
    """Opens connections until it is closed, and lists their sockets: to wake threads that read from them, and to close
    them in the child of a fork."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sockets: list[socket.socket] = []
        self._closed = False
        self._hosts = LOOPBACKS

    def _connect(
        self,
        host: str,
        port: int,
        timeout: float | None,
        local_address: str | None,
        options: Iterable[httpcore.SOCKET_OPTION] | None,
    ) -> httpcore.NetworkStream:
        """Connect. For ``localhost``, try the other address of this machine if the first refuses the connection."""
        if host != "localhost":
            return super().connect_tcp(host, port, timeout, local_address, options)
        first, other = self._hosts
        try:
            return super().connect_tcp(first, port, timeout, local_address, options)
        except httpcore.ConnectError as refused:
            try:
                stream = super().connect_tcp(other, port, timeout, local_address, options)
            except httpcore.ConnectError:
                raise refused from None
        self._hosts = (other, first)
        return stream

    @override
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        stream = self._connect(host, port, timeout, local_address, socket_options)
        new: socket.socket = stream.get_extra_info("socket")
        with self._lock:
            self._sockets = [*self.open_sockets(), new]
            too_late = self._closed
        if too_late:  # the pool was closed while this connection was opened, and would never close it
            stream.close()
            raise httpcore.ConnectError
        return stream

    def close(self) -> None:
        """Refuse new connections, and wake threads that wait for a response: closing a socket does not wake them."""
        with self._lock:
            self._closed = True
        for sock in self.open_sockets():
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the server has closed it already

    def open_sockets(self) -> list[socket.socket]:
        """The open sockets. One that was wrapped for TLS counts as closed: the wrapper has its file descriptor."""
        return [sock for sock in self._sockets if sock.fileno() != -1]


class _Connection(httpcore.HTTPConnection):
    """A connection that one thread cannot close while another thread starts a call on it.

    httpcore closes idle connections that are readable, because the server has closed them. But between the checks for
    idle and for readable, another thread may have sent a request on the connection, which is then readable because of
    the response.
    """

    def __init__(self, origin: httpcore.Origin, context: ssl.SSLContext, backend: _Backend) -> None:
        super().__init__(
            origin, ssl_context=context, keepalive_expiry=HTTPX_LIMITS.keepalive_expiry, network_backend=backend
        )
        self._lock = Lock()
        self._starting = 0
        self._expired = False

    @override
    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        with self._lock:
            if self._expired:
                raise httpcore.ConnectionNotAvailable  # the pool then selects another connection
            self._starting += 1
        try:
            return super().handle_request(request)
        finally:
            with self._lock:
                self._starting -= 1

    @override
    def has_expired(self) -> bool:
        with self._lock:
            self._expired = self._expired or (not self._starting and super().has_expired())
            return self._expired


class _Pool(httpcore.ConnectionPool):
    def __init__(self, context: ssl.SSLContext, backend: _Backend) -> None:
        super().__init__(context, max_connections=None, network_backend=backend)
        self._context, self._backend = context, backend

    @override
    def create_connection(self, origin: httpcore.Origin) -> _Connection:
        return _Connection(origin, self._context, self._backend)


class Transport(httpx.HTTPTransport):
    """httpx's transport with a pool of this package, because httpx has no option for the network backend."""

    def __init__(self, tls: ssl.SSLContext | bool) -> None:
        context = ssl_context(tls)
        super().__init__(verify=context, trust_env=False)
        self.backend = _Backend()
        self._pool = _Pool(context, self.backend)

    @override
    def close(self) -> None:
        """Close the connections. Threads that wait for a response wake up."""
        self.backend.close()
        super().close()

    def abandon(self) -> None:
        """Close the sockets in the child of a fork. The parent's copies remain open. Acquires no lock, because a thread
        of the parent may have held it during the fork."""
        for sock in self.backend.open_sockets():
            sock.close()


def ssl_context(tls: ssl.SSLContext | bool) -> ssl.SSLContext:
    """The TLS context for the transport and its pool."""
    return tls if isinstance(tls, ssl.SSLContext) else httpx.create_ssl_context(trust_env=False)
