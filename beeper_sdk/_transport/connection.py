"""The connections of a blocking client: they are bounded in time, and there are rules for using them again.

`backend_async` has the async counterparts.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Mapping
from math import inf
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

import httpcore

from .._core.util.override import override
from .budget import MAX_IDLE
from .httpx_mapping import TimeLimit

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

Extensions: TypeAlias = Mapping[str, Any]
"""The type of the extensions of httpcore's requests and responses, which are not typed."""
SLICE = 2**16
"""Bytes of one write. httpcore copies what is left after each write: 400 MB in one piece took 16 seconds."""


class SocketList(Protocol):
    """The list of open sockets of a client."""

    def add(self, stream: httpcore.NetworkStream) -> None:
        """List the socket of a connection."""
        ...

    def listed_copy(self, stream: httpcore.NetworkStream) -> AbstractContextManager[None]:
        """List a copy of the socket of a connection in the block."""
        ...


class Stream(httpcore.NetworkStream):
    """A connection on which each step of a request ends in time, however slowly the server sends or receives."""

    def __init__(self, inner: httpcore.NetworkStream, sockets: SocketList, handshake: float | None = None) -> None:
        self._inner = inner
        self._sockets = sockets
        self._tls: object = inner.get_extra_info("ssl_object")
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
        if (
            self._was_read
            and self.handshake is None
            and (self._inner.get_extra_info("is_readable") or (self._tls is not None and has_surplus(self._tls)))
        ):
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
        seconds = seconds_left(timeout, httpcore.ConnectTimeout)
        with self._sockets.listed_copy(self._inner):
            secured = self._inner.start_tls(ssl_context, server_hostname, seconds)
        self._sockets.add(secured)
        return Stream(secured, self._sockets)

    @override
    def close(self) -> None:
        self._inner.close()

    @override
    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


def has_surplus(tls: object) -> bool:
    """Whether a TLS connection that reads from a buffer in memory has data there. It can then not be used: a byte may
    be lost. The others leave what they have not read on the socket."""
    if not isinstance(tls, ssl.SSLObject):
        return False
    try:
        tls.read(1)
    except ssl.SSLWantReadError:
        return False
    except ssl.SSLError:
        return True
    return True


def seconds_left(timeout: float | None, error: type[httpcore.TimeoutException]) -> float | None:
    """Seconds that a wait may take; None for no limit. Raises the error if no time is left."""
    if not isinstance(timeout, TimeLimit):
        return timeout
    left = min(timeout, min(timeout.budget.expires, timeout.budget.deadline) - monotonic())
    if left <= 0:
        raise error
    return None if left == inf else left


def idle_limit(keep_alive: bytes) -> float:
    """Seconds for which the connection may be idle after a response with this ``Keep-Alive`` header: one less than it
    says, because the server's time starts earlier than ours."""
    found = re.search(rb"timeout=(\d{1,9})", keep_alive, re.IGNORECASE)
    return MAX_IDLE if found is None else min(MAX_IDLE, int(found[1]) - 1.0)


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
            if self._stream is not None and not self._starting and self.is_idle():
                idle = monotonic() - self._stream.used_at
                self._expired |= idle > min(
                    self._max_idle, cast("Extensions", request.extensions).get("max_idle") or inf
                )
            if self._expired:
                raise httpcore.ConnectionNotAvailable  # the pool then selects another connection
            self._starting += 1
        try:
            response = super().handle_request(request)
        except BaseException:
            if self._stream is None:
                self._expired = True  # httpcore would keep a tunnel that was not established
            raise
        finally:
            with self._lock:
                self._starting -= 1
        stream = cast("Extensions", response.extensions).get("network_stream")
        if isinstance(stream, Stream):
            self._stream, stream.handshake = stream, None
            keep_alive = next((text for name, text in response.headers if name.lower() == b"keep-alive"), None)
            if keep_alive is not None:
                self._max_idle = idle_limit(keep_alive)
        return response

    @override
    def has_expired(self) -> bool:
        with self._lock:
            self._expired = self._expired or (not self._starting and super().has_expired())
            return self._expired
