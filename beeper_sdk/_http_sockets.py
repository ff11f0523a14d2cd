"""How a blocking client connects to this machine: httpx's transport, which here knows its sockets."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable
from threading import Lock

import httpcore
import httpx

from ._http_pool import LIMITS
from ._typing import override


class _Backend(httpcore.SyncBackend):
    """Connects, and remembers the sockets: to wake threads that read from them, and for the child of a fork."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sockets: list[socket.socket] = []

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
        return stream

    def open_sockets(self) -> list[socket.socket]:
        """Those that are open. (One that TLS took over counts as closed.)"""
        return [one for one in self._sockets if one.fileno() != -1]


class Transport(httpx.HTTPTransport):
    """httpx's transport on a pool that is made here: httpx does not let one choose how to connect."""

    def __init__(self, tls: ssl.SSLContext | bool) -> None:
        super().__init__(verify=tls, trust_env=False)
        self.backend = _Backend()
        context = tls if isinstance(tls, ssl.SSLContext) else httpx.create_ssl_context(trust_env=False)
        self._pool = httpcore.ConnectionPool(
            context, max_connections=None, keepalive_expiry=LIMITS.keepalive_expiry, network_backend=self.backend
        )

    @override
    def close(self) -> None:
        """Close the connections. Threads that wait for an answer wake up: closing alone would leave them waiting."""
        for one in self.backend.open_sockets():
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the other end was faster
        super().close()

    def abandon(self) -> None:
        """In the child of a fork: give up its copies of the parent's sockets, which stay open there. Takes no lock."""
        for one in self.backend.open_sockets():
            one.close()
