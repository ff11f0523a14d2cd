"""What httpx does not do for the sockets of a blocking client. `network_async` is the async counterpart."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from ..._core.util.override import override

if TYPE_CHECKING:
    import httpcore
    from _typeshed import ReadableBuffer

MAX_RECEIVED = 2**16
"""Bytes that are received at once."""


class Sockets:
    """Lists the sockets of a client: to wake threads that read from them, and to close them in the child of a fork."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sockets: list[socket.socket] = []
        self.closed = False

    def add(self, new: socket.socket) -> bool:
        """List a socket. Returns False if the client was closed while it was opened: nothing else would close it."""
        with self._lock:
            self._sockets = [*(sock for sock in self.open() if sock is not new), new]
            return not self.closed

    def open(self) -> list[socket.socket]:
        """The open sockets."""
        return [sock for sock in self._sockets if sock.fileno() != -1]

    def close(self) -> None:
        """Accept no more sockets, and wake threads that wait for a response: closing a socket does not wake them."""
        with self._lock:
            self.closed = True
        for sock in self.open():
            try:
                socket.socket.shutdown(sock, socket.SHUT_RDWR)  # that of SSLSocket would make later writes plain text
            except OSError:
                continue  # the server has closed it already

    def abandon(self) -> None:
        """Close the sockets in the child of a fork. The parent's copies remain open. Acquires no lock, because a thread
        of the parent may have held it during the fork."""
        for sock in self.open():
            sock.close()


def secure(
    start: Callable[[], httpcore.NetworkStream], stream: httpcore.NetworkStream, sockets: Sockets | None
) -> httpcore.NetworkStream | None:
    """Do a TLS handshake; None if the client was closed. A copy of the socket is listed meanwhile: Python's ssl module
    moves the descriptor to a new object, which is known only at the end of the handshake."""
    sock: socket.socket = stream.get_extra_info("socket")
    if sockets is None or isinstance(sock, ssl.SSLSocket):  # TLS within TLS leaves it where it is
        return start()
    with sock.dup() as copy:
        return start() if sockets.add(copy) else None


def has_surplus(_read: object, tls: object, _received: int, *, is_nested: bool) -> bool:  # noqa: ARG001 - of the pair
    """Whether a TLS connection has data in memory, which only one within TLS has. A byte of it is then lost."""
    return isinstance(tls, ssl.SSLObject) and has_decrypted(tls)


def has_decrypted(tls: ssl.SSLObject) -> bool:
    """Whether TLS data is in memory."""
    try:
        tls.read(1)
    except ssl.SSLWantReadError:
        return False
    except ssl.SSLError:
        return True
    return True


def close(stream: httpcore.NetworkStream) -> None:
    """Close a connection."""
    stream.close()


class ProxySocket(ssl.SSLSocket):
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
