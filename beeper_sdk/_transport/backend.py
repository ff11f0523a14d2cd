"""The transport of a blocking client, and how it opens connections. `backend_async` is the async counterpart."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from threading import Lock

import httpcore
import httpx

from .._core.util.override import override
from .._core.util.urls import LOOPBACKS, is_localhost
from .budget import MAX_IDLE
from .connection import Reusable, Stream, seconds_left


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
        self.add(stream)
        return Stream(stream, self, timeout)

    def add(self, stream: httpcore.NetworkStream) -> None:
        """List the socket of a new connection. Raises ConnectError if the pool was closed while it was opened: the pool
        would never close it."""
        if not self._list(stream.get_extra_info("socket")):
            stream.close()
            raise httpcore.ConnectError

    def _list(self, new: socket.socket) -> bool:
        with self._lock:
            self._sockets = [*(sock for sock in self.open_sockets() if sock is not new), new]
            return not self._closed

    @contextmanager
    def listed_copy(self, stream: httpcore.NetworkStream) -> Generator[None]:
        """List a copy of the socket during a TLS handshake: Python's ssl module moves the descriptor to a new object,
        which is known only at the end of the handshake."""
        sock: socket.socket = stream.get_extra_info("socket")
        if isinstance(sock, ssl.SSLSocket):  # TLS within TLS leaves it where it is
            yield
            return
        with sock.dup() as copy:
            if not self._list(copy):
                stream.close()
                raise httpcore.ConnectError
            yield

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
                socket.socket.shutdown(sock, socket.SHUT_RDWR)  # that of SSLSocket would make later writes plain text
            except OSError:
                continue  # the server has closed it already

    def open_sockets(self) -> list[socket.socket]:
        """The open sockets."""
        return [sock for sock in self._sockets if sock.fileno() != -1]


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
