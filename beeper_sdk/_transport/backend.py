"""How a blocking client connects to this machine: httpx's transport, which here knows its sockets."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable
from threading import Lock

import httpcore
import httpx

from .._core.util.override import override

MAX_CALLS = 100
"""Calls of one client that are under way at once; more wait for a slot."""
HTTPX_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0)
"""Slots are counted here, not in httpcore, whose queue costs time by its length and can lose a slot (a call that gives
up in the very moment in which it gets one). Idle connections are kept for 5 seconds."""


def pool_timeout(request: httpx.Request) -> float | None:
    """Seconds a request may wait for a slot."""
    seconds: float | None = request.extensions["timeout"]["pool"]
    return seconds


class _Backend(httpcore.SyncBackend):
    """Connects until it is closed, and remembers the sockets: to wake threads that read from them, and for the child
    of a fork."""

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
            late = self._closed
        if late:  # the pool let go of this connection before it was made, and would never close it
            stream.close()
            raise httpcore.ConnectError
        return stream

    def close(self) -> None:
        """Connect no more, and wake the threads that wait for an answer: closing alone would leave them waiting."""
        with self._lock:
            self._closed = True
        for one in self.open_sockets():
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the other end was faster

    def open_sockets(self) -> list[socket.socket]:
        """Those that are open. (One that TLS took over counts as closed.)"""
        return [one for one in self._sockets if one.fileno() != -1]


class _Connection(httpcore.HTTPConnection):
    """Is not closed under a call that was just given it.

    Each thread that looks for a connection also closes those it finds idle and readable, for an idle one that can be
    read was closed by the server. The one that it just saw as idle may have become another thread's in the meantime,
    though, and be readable because of an answer.
    """

    def __init__(self, origin: httpcore.Origin, context: ssl.SSLContext, backend: _Backend) -> None:
        super().__init__(
            origin, ssl_context=context, keepalive_expiry=HTTPX_LIMITS.keepalive_expiry, network_backend=backend
        )
        self._lock = Lock()
        self._beginning = 0
        self._given_up = False

    @override
    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        with self._lock:
            if self._given_up:
                raise httpcore.ConnectionNotAvailable  # the pool chooses another
            self._beginning += 1
        try:
            return super().handle_request(request)
        finally:
            with self._lock:
                self._beginning -= 1

    @override
    def has_expired(self) -> bool:
        with self._lock:
            self._given_up = self._given_up or (not self._beginning and super().has_expired())
            return self._given_up


class _Pool(httpcore.ConnectionPool):
    def __init__(self, context: ssl.SSLContext, backend: _Backend) -> None:
        super().__init__(context, max_connections=None, network_backend=backend)
        self._context, self._backend = context, backend

    @override
    def create_connection(self, origin: httpcore.Origin) -> _Connection:
        return _Connection(origin, self._context, self._backend)


class Transport(httpx.HTTPTransport):
    """httpx's transport on a pool that is made here: httpx does not let one choose how to connect."""

    def __init__(self, tls: ssl.SSLContext | bool) -> None:
        context = context_of(tls)
        super().__init__(verify=context, trust_env=False)
        self.backend = _Backend()
        self._pool = _Pool(context, self.backend)

    @override
    def close(self) -> None:
        """Close the connections. Threads that wait for an answer wake up."""
        self.backend.close()
        super().close()

    def abandon(self) -> None:
        """In the child of a fork: give up its copies of the parent's sockets, which stay open there. Takes no lock."""
        for one in self.backend.open_sockets():
            one.close()


def context_of(tls: ssl.SSLContext | bool) -> ssl.SSLContext:
    """Whom to trust: made once, for the transport and for the pool that takes the place of its own."""
    return tls if isinstance(tls, ssl.SSLContext) else httpx.create_ssl_context(trust_env=False)
