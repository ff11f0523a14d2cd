"""Bounds the steps of a request on connections of httpx, and decides which connections are used again.

httpx has no option for the network layer. The extension `trace` of a request is called with each connection that is
opened for it, whose methods are then replaced: `httpcore.NetworkStream` and its methods are public, and the same in
httpcore2.
"""

from __future__ import annotations

from importlib import import_module
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol, cast

from ..._core.util.urls import LOOPBACKS, is_localhost, is_loopback_address
from .. import network_async
from ..budget import MAX_CONNECT_TIMEOUT, Budget, TimeLimit
from ..direct.permission import check as check_permission
from ..reuse import Reuse

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

    import httpcore

    from ..._core.http.outcome import ReadLimits

NO_TIMEOUT = 10.0**6
"""Seconds. Not infinity, which sockets do not accept."""
SLICE = 2**16
"""Bytes of one write. httpcore copies what is left after each write: 400 MB in one piece took 16 seconds."""


class Library(Protocol):
    """The exceptions of httpcore, or of httpcore2."""

    ConnectError: type[Exception]
    ConnectTimeout: type[Exception]
    ReadTimeout: type[Exception]
    WriteTimeout: type[Exception]
    ProxyError: type[Exception]
    AsyncNetworkStream: type[httpcore.AsyncNetworkStream]
    ConnectionNotAvailable: type[Exception]


def seconds_left(limit: float | None, error: type[Exception]) -> float | None:
    """Seconds that a wait may take; None for no limit. Raises the error if no time is left."""
    if not isinstance(limit, TimeLimit):
        return limit
    left = min(limit, min(limit.budget.expires, limit.budget.deadline) - monotonic())
    if left <= 0:
        raise error
    return left


class AsyncGuard:
    """Replaces the methods of a connection."""

    def __init__(
        self,
        stream: httpcore.AsyncNetworkStream,
        library: Library,
        sockets: network_async.Sockets | None,
        handshake: float | None = None,
        *,
        is_nested: bool = False,
    ) -> None:
        self.stream = stream
        self.handshake = handshake
        """The limit of reads and writes without one: httpcore has none for the handshake with a SOCKS proxy. None after
        the handshake."""
        self.reuse = Reuse()
        self._library = library
        self._sockets = sockets
        self._is_nested = is_nested
        self._tls = cast("ssl.SSLObject | None", stream.get_extra_info("ssl_object"))
        if self._tls is not None and self._tls.selected_alpn_protocol() == "h2":
            self.reuse.ignore()
        self._read, self._write, self._start_tls = stream.read, stream.write, stream.start_tls
        self._get_extra_info = stream.get_extra_info
        for name in ("read", "write", "start_tls", "get_extra_info"):
            setattr(stream, name, getattr(self, name))

    @property
    def is_encrypted(self) -> bool:
        return self._tls is not None

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's signature
        seconds = seconds_left(timeout or self.handshake, self._library.ReadTimeout)
        data = await self._read(max(max_bytes, network_async.MAX_RECEIVED), seconds)
        if self.handshake is None:
            self.reuse.feed(data)
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - httpcore's signature
        limit = timeout or self.handshake
        if self.handshake is None and self.reuse.starts:
            await self._start(buffer, limit.max_idle if isinstance(limit, TimeLimit) else inf)
        for start in range(0, len(buffer), SLICE):
            seconds = seconds_left(limit, self._library.WriteTimeout)
            await self._write(buffer[start : start + SLICE] if len(buffer) > SLICE else buffer, seconds)
            if isinstance(limit, TimeLimit):
                limit.budget.start_step()
        self.reuse.sent()

    async def _start(self, head: bytes, max_idle: float) -> None:
        """Start a request. Bytes that arrive before it is sent would be read as its response."""
        was_read, received, tls = self.reuse.was_read, self.reuse.received, self._tls
        if not self.reuse.claim(max_idle) or (
            was_read
            and (
                self._get_extra_info("is_readable")
                or await network_async.has_surplus(self._read, tls, received, is_nested=self._is_nested)
            )
        ):
            raise self._library.ConnectionNotAvailable  # the pool then selects another connection
        self.reuse.start(head)

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
    ) -> httpcore.AsyncNetworkStream:
        seconds = seconds_left(timeout, self._library.ConnectTimeout)
        secured = await network_async.secure(
            lambda: self._start_tls(ssl_context, server_hostname, seconds), self.stream, self._sockets
        )
        if secured is None:
            raise self._library.ConnectError
        return secured

    def get_extra_info(self, info: str) -> object:
        """What is known of the connection. `is_readable` says whether httpcore closes an idle connection."""
        found: object = self._get_extra_info(info)
        if info == "is_readable":
            # `is_busy` is read last: another thread may have started a request in between.
            return (found or self.reuse.is_stale()) and not self.reuse.is_busy
        return found


class AsyncAttempt:
    """What is known of a request while it is sent. `trace` guards the connections that are opened for it."""

    def __init__(self, limits: ReadLimits, library: str) -> None:
        self.budget = Budget(limits)
        self.sockets: network_async.Sockets | None = None
        """Those of the client; None for a transport of the user."""
        self.is_checked: bool = False
        """Whether the server is on this machine, so that a test may be forbidden to connect to it."""
        self.opened: list[AsyncGuard] = []
        self.lost: bool = False
        """Whether httpcore lost track of a connection: it keeps a tunnel that was not established."""
        self._library = library
        self._failed: BaseException | None = None
        self._is_local = False
        self._tries = 0
        self.seconds: float = NO_TIMEOUT if limits.timeout is None else limits.timeout
        """Seconds that a step may take."""
        connecting = self.seconds if limits.timeout is None else min(self.seconds, MAX_CONNECT_TIMEOUT)
        connecting = max(min(connecting, self.budget.deadline - monotonic()), 0.001)  # 0 would mean not to wait at all
        self._step, self._connecting = TimeLimit(self.seconds), TimeLimit(connecting)
        for limit in (self._step, self._connecting):
            limit.budget, limit.max_idle = self.budget, inf if limits.max_idle is None else limits.max_idle

    def extensions(self, *, is_mock: bool) -> dict[str, object]:
        """The extensions of the request. The timeout of connecting is shorter: a response may take long, but connecting
        does not. A mock opens no connections."""
        step = self._step
        timeouts = {"connect": self._connecting, "read": step, "write": step, "pool": self.seconds}
        return {"timeout": timeouts} if is_mock else {"timeout": timeouts, "trace": self.trace}

    async def trace(self, event: str, info: dict[str, Any]) -> None:
        """The extension `trace` of the request."""
        name = event.partition(".")[2]
        if name in ("connect_tcp.started", "send_request_headers.started"):
            self.budget.start_step()  # the time until the pool has a connection does not count
            if self.is_checked and "port" in info:
                check_permission(info["port"])
            self._set_address(info)
        elif name in ("connect_tcp.complete", "connect_unix_socket.complete", "start_tls.complete"):
            await self._guard(info["return_value"], self._connecting if event.startswith("socks.connect") else None)
        elif name == "start_tls.failed":
            self._failed, self.lost = info["exception"], event.startswith("proxy.")
        elif name == "retry.started" and self._failed is not None:
            raise self._failed  # the other address is tried only if nothing accepts connections at the first
        elif name == "setup_socks5_connection.complete":
            self.opened[-1].handshake = None
        elif name == "setup_socks5_connection.failed" and is_of_socksio(info["exception"]):
            raise load(self._library).ProxyError from info["exception"]

    def _set_address(self, info: dict[str, Any]) -> None:
        """Connect to this machine for ``localhost``, whatever a resolver says. httpcore passes these arguments on; if
        it did not, `_guard` would close a connection to another machine."""
        if self.sockets is not None and is_localhost(info.get("host", "")):
            info["host"], self._is_local = LOOPBACKS[self._tries % 2], True
            self._tries += 1

    async def _guard(self, stream: httpcore.AsyncNetworkStream, handshake: float | None) -> None:
        library, is_nested = load(self._library), bool(self.opened) and self.opened[-1].is_encrypted
        self.opened.append(AsyncGuard(stream, library, self.sockets, handshake, is_nested=is_nested))
        if self.sockets is None:
            return
        is_other = self._is_local and not is_loopback_address(stream.get_extra_info("server_addr")[0])
        if is_other or not self.sockets.add(stream.get_extra_info("socket")):
            await network_async.close(stream)
            self._failed = library.ConnectError()
            raise self._failed

    def adopt(self, extensions: Mapping[str, Any]) -> None:
        """Guard the connection of a response if the user's client opened it for another request, or replaced `trace`.
        It is then not known what was received on it."""
        stream = extensions.get("network_stream")
        if stream is None or extensions.get("http_version") == b"HTTP/2" or is_guarded(stream):
            return
        library = load(self._library)
        if isinstance(stream, library.AsyncNetworkStream):
            AsyncGuard(stream, library, None).reuse.spoil()

    async def close(self) -> None:
        """Close the connection that was opened for a request that failed: httpcore loses some."""
        if self.opened:
            await network_async.close(self.opened[-1].stream)


def is_guarded(stream: object) -> bool:
    """Whether the methods of a connection are replaced."""
    return isinstance(getattr(getattr(stream, "read", None), "__self__", None), AsyncGuard)


def is_of_socksio(error: BaseException) -> bool:
    """Whether httpcore raises an exception of its library for SOCKS unchanged."""
    return type(error).__module__.partition(".")[0] == "socksio"


def load(library: str) -> Library:
    """Import httpcore, or httpcore2. A client is created without it."""
    return cast("Library", import_module(library))
