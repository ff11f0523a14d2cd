"""The transport of a blocking client for a server on this machine: that of httpx, with a list of its open sockets."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable
from threading import Lock

import httpcore
import httpx

from .._core.util.override import override
from .limits import HTTPX_LIMITS


class _Backend(httpcore.SyncBackend):
    """Connects until it is closed, and lists its sockets: to wake threads that read from them, and to close them in
    the child of a fork."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sockets: list[socket.socket] = []
        self._closed = False

    @override
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        stream = super().connect_tcp(host, port, timeout, local_address, socket_options)
        new: socket.socket = stream.get_extra_info("socket")
        with self._lock:
            self._sockets = [*self.open_sockets(), new]
            too_late = self._closed
        if too_late:  # the pool let go of this connection before it was made, and would never close it
            stream.close()
            raise httpcore.ConnectError
        return stream

    def close(self) -> None:
        """Refuse new connections, and wake threads that wait for a response: closing alone would leave them waiting."""
        with self._lock:
            self._closed = True
        for sock in self.open_sockets():
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the server has closed it already

    def open_sockets(self) -> list[socket.socket]:
        """The sockets that are open. One that was wrapped for TLS counts as closed."""
        return [sock for sock in self._sockets if sock.fileno() != -1]


class _Connection(httpcore.HTTPConnection):
    """Is not closed by one thread while another starts a call on it.

    Each thread that looks for a connection also closes those it finds idle and readable, for an idle one that can be
    read was closed by the server. The one that it just saw as idle may have become another thread's in the meantime,
    though, and be readable because of a response.
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
                raise httpcore.ConnectionNotAvailable  # the pool chooses another
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
    """httpx's transport on a pool that is made here: httpx has no option for the network backend."""

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
        """In the child of a fork: close its copies of the parent's sockets, which stay open there. Acquires no lock."""
        for sock in self.backend.open_sockets():
            sock.close()


def ssl_context(tls: ssl.SSLContext | bool) -> ssl.SSLContext:
    """The TLS context: one for the transport and for the pool that replaces its own."""
    return tls if isinstance(tls, ssl.SSLContext) else httpx.create_ssl_context(trust_env=False)
