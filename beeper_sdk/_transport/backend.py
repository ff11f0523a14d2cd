"""The network layer of a blocking client: connections that are bounded in time, and the rules for their reuse.

`backend_async` is the async counterpart.
"""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Callable, Iterable, Iterator, Mapping
from math import inf
from threading import Lock
from time import monotonic
from typing import Any, cast

import httpcore
import httpx

from .._core.util.override import override
from .._core.util.urls import LOOPBACKS, is_localhost
from .httpx_mapping import MAX_IDLE, TimeLimit

SLICE = 2**16
"""Bytes of one write. httpcore copies what is left after each write: 400 MB in one piece took 16 seconds."""


class Stream(httpcore.NetworkStream):
    """A connection on which each step of a request ends in time, however slowly the server sends or receives."""

    def __init__(self, inner: httpcore.NetworkStream, handshake: float | None = None) -> None:
        self._inner = inner
        self._was_read = False
        self.handshake: float | None = handshake
        """The limit of reads and writes without one: httpcore has none for the handshake with a SOCKS proxy."""
        self.used_at: float = monotonic()
        """When something was last sent or received."""

    @override
    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._inner.read(max_bytes, seconds_left(timeout or self.handshake, httpcore.ReadTimeout))
        self._was_read, self.used_at = True, monotonic()
        return data

    @override
    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if not buffer:
            return
        # Bytes that arrive before the request is sent belong to no request; they would be read as its response.
        if self._was_read and self.handshake is None and self._inner.get_extra_info("is_readable"):
            raise httpcore.ConnectionNotAvailable  # the pool then selects another connection
        self._was_read = False
        limit = timeout or self.handshake
        for start in range(0, len(buffer), SLICE):
            seconds = seconds_left(limit, httpcore.WriteTimeout)
            self._inner.write(buffer[start : start + SLICE] if len(buffer) > SLICE else buffer, seconds)
            if isinstance(limit, TimeLimit):
                limit.budget.start_step()
        self.used_at = monotonic()

    @override
    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return Stream(
            self._inner.start_tls(ssl_context, server_hostname, seconds_left(timeout, httpcore.ConnectTimeout))
        )

    @override
    def close(self) -> None:
        self._inner.close()

    @override
    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


def seconds_left(timeout: float | None, error: type[httpcore.TimeoutException]) -> float | None:
    """Seconds that a wait may take; None for no limit. Raises the error if no time is left."""
    if not isinstance(timeout, TimeLimit):
        return timeout
    left = min(timeout, min(timeout.budget.expires, timeout.budget.deadline) - monotonic())
    if left <= 0:
        raise error
    return None if left == inf else left


def _addresses(host: str, port: int) -> Iterator[str]:
    """The addresses of a host, in the order in which they are tried."""
    if is_localhost(host):
        yield from LOOPBACKS
        return
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError from error
    yield from dict.fromkeys(str(address[0]) for *_, address in found)


class Backend(httpcore.SyncBackend):
    """Opens connections until it is closed, and lists their sockets: to wake threads that read from them, and to close
    them in the child of a fork."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sockets: list[socket.socket] = []
        self._closed = False
        self._preferred: dict[str, str] = {}

    @override
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        stream = self._connect(host, port, timeout)
        new: socket.socket = stream.get_extra_info("socket")
        with self._lock:
            self._sockets = [*self.open_sockets(), new]
            too_late = self._closed
        if too_late:  # the pool was closed while this connection was opened, and would never close it
            stream.close()
            raise httpcore.ConnectError
        return Stream(stream, timeout)

    def _connect(self, host: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
        """Connect to the first address of a host that accepts, beginning with the one that accepted last time."""
        addresses = list(_addresses(host, port))
        last = self._preferred.get(host)
        refused: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in sorted(addresses, key=lambda address: address != last):
            try:
                stream = super().connect_tcp(address, port, seconds_left(timeout, httpcore.ConnectTimeout))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                refused = refused or error
            else:
                self._preferred[host] = address
                return stream
        raise refused or httpcore.ConnectError

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


def extension(message: httpcore.Request | httpcore.Response, name: str) -> Any:
    """An extension of httpcore's; None if it is missing. Typed here, because its mapping is not."""
    extensions: Mapping[str, Any] = cast("Mapping[str, Any]", message.extensions)
    return extensions.get(name)


def idle_limit(headers: Iterable[tuple[bytes, bytes]]) -> float:
    """Seconds for which the connection may be idle after a response with these headers: a second less than its
    ``Keep-Alive`` says, because the server's time starts earlier than ours."""
    for name, text in headers:
        if name.lower() == b"keep-alive" and (found := re.search(rb"timeout=(\d{1,9})", text, re.IGNORECASE)):
            return min(MAX_IDLE, int(found[1]) - 1.0)
    return MAX_IDLE


class Reusable(httpcore.ConnectionInterface):
    """The rules for using a connection again, mixed into a class of connections.

    A connection is not used again after it was idle for longer than the server keeps it open, or than the request
    allows. One thread cannot close it while another thread starts a call on it: httpcore closes idle connections that
    are readable, because the server has closed them, but between its checks for idle and for readable, another thread
    may have sent a request on the connection, which is then readable because of the response.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._starting = 0
        self._expired = False
        self._stream: Stream | None = None
        self._max_idle = MAX_IDLE

    @override
    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        with self._lock:
            if self._stream is not None and not self._starting:
                idle = monotonic() - self._stream.used_at
                self._expired |= idle > min(self._max_idle, extension(request, "max_idle") or inf)
            if self._expired:
                raise httpcore.ConnectionNotAvailable  # the pool then selects another connection
            self._starting += 1
        try:
            response = super().handle_request(request)
        finally:
            with self._lock:
                self._starting -= 1
        stream = extension(response, "network_stream")
        if stream is not self._stream and isinstance(stream, Stream):
            self._stream, stream.handshake = stream, None
            self._max_idle = idle_limit(response.headers)
        return response

    @override
    def has_expired(self) -> bool:
        with self._lock:
            self._expired = self._expired or (not self._starting and super().has_expired())
            return self._expired


class _Connection(Reusable, httpcore.HTTPConnection):
    """A connection to the server, without a proxy."""

    def __init__(self, origin: httpcore.Origin, context: ssl.SSLContext, backend: Backend) -> None:
        Reusable.__init__(self)
        httpcore.HTTPConnection.__init__(
            self, origin, ssl_context=context, keepalive_expiry=MAX_IDLE, network_backend=backend
        )


class _Pool(httpcore.ConnectionPool):
    def __init__(self, context: ssl.SSLContext, backend: Backend) -> None:
        super().__init__(context, max_connections=None, network_backend=backend)
        self._context, self._backend = context, backend

    @override
    def create_connection(self, origin: httpcore.Origin) -> _Connection:
        return _Connection(origin, self._context, self._backend)


class Transport(httpx.HTTPTransport):
    """httpx's transport with a pool of this package, because httpx has no option for the network backend."""

    def __init__(
        self,
        tls: ssl.SSLContext,
        make_pool: Callable[[ssl.SSLContext, Backend], httpcore.ConnectionPool] = _Pool,
    ) -> None:
        super().__init__(verify=tls, trust_env=False)
        self.backend = Backend()
        self._pool = make_pool(tls, self.backend)

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
