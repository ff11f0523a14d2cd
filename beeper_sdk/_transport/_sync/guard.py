# @generated


from __future__ import annotations

from importlib import import_module
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol, cast

from ..._core.util.urls import LOOPBACKS, is_localhost, is_loopback_address
from .. import network
from ..budget import MAX_CONNECT_TIMEOUT, Budget, TimeLimit
from ..direct.permission import check as check_permission
from ..reuse import Reuse

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

    import httpcore

    from ..._core.http.outcome import ReadLimits

NO_TIMEOUT = 10.0**6
SLICE = 2**16


class Library(Protocol):
    ConnectError: type[Exception]
    ConnectTimeout: type[Exception]
    ReadTimeout: type[Exception]
    WriteTimeout: type[Exception]
    ProxyError: type[Exception]
    NetworkStream: type[httpcore.NetworkStream]
    ConnectionNotAvailable: type[Exception]


def seconds_left(limit: float | None, error: type[Exception]) -> float | None:
    if not isinstance(limit, TimeLimit):
        return limit
    left = min(limit, min(limit.budget.expires, limit.budget.deadline) - monotonic())
    if left <= 0:
        raise error
    return left


class Guard:
    def __init__(
        self,
        stream: httpcore.NetworkStream,
        library: Library,
        sockets: network.Sockets | None,
        handshake: float | None = None,
        *,
        is_nested: bool = False,
    ) -> None:
        self.stream = stream
        self.handshake = handshake
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

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's signature
        seconds = seconds_left(timeout or self.handshake, self._library.ReadTimeout)
        data = self._read(max(max_bytes, network.MAX_RECEIVED), seconds)
        if self.handshake is None:
            self.reuse.feed(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - httpcore's signature
        limit = timeout or self.handshake
        if self.handshake is None and self.reuse.starts:
            self._start(buffer, limit.max_idle if isinstance(limit, TimeLimit) else inf)
        for start in range(0, len(buffer), SLICE):
            seconds = seconds_left(limit, self._library.WriteTimeout)
            self._write(buffer[start : start + SLICE] if len(buffer) > SLICE else buffer, seconds)
            if isinstance(limit, TimeLimit):
                limit.budget.start_step()
        self.reuse.sent()

    def _start(self, head: bytes, max_idle: float) -> None:
        was_read, received, tls = self.reuse.was_read, self.reuse.received, self._tls
        if not self.reuse.claim(max_idle) or (
            was_read
            and (
                self._get_extra_info("is_readable")
                or network.has_surplus(self._read, tls, received, is_nested=self._is_nested)
            )
        ):
            raise self._library.ConnectionNotAvailable  # the pool then selects another connection
        self.reuse.start(head)

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
    ) -> httpcore.NetworkStream:
        seconds = seconds_left(timeout, self._library.ConnectTimeout)
        secured = network.secure(
            lambda: self._start_tls(ssl_context, server_hostname, seconds), self.stream, self._sockets
        )
        if secured is None:
            raise self._library.ConnectError
        return secured

    def get_extra_info(self, info: str) -> object:
        found: object = self._get_extra_info(info)
        if info == "is_readable":
            return (found or self.reuse.is_stale()) and not self.reuse.is_busy
        return found


class Attempt:
    def __init__(self, limits: ReadLimits, library: str) -> None:
        self.budget = Budget(limits)
        self.sockets: network.Sockets | None = None
        self.is_checked: bool = False
        self.opened: list[Guard] = []
        self.lost: bool = False
        self._library = library
        self._failed: BaseException | None = None
        self._is_local = False
        self._tries = 0
        self.seconds: float = NO_TIMEOUT if limits.timeout is None else limits.timeout
        connecting = self.seconds if limits.timeout is None else min(self.seconds, MAX_CONNECT_TIMEOUT)
        connecting = max(min(connecting, self.budget.deadline - monotonic()), 0.001)  # 0 would mean not to wait at all
        self._step, self._connecting = TimeLimit(self.seconds), TimeLimit(connecting)
        for limit in (self._step, self._connecting):
            limit.budget, limit.max_idle = self.budget, inf if limits.max_idle is None else limits.max_idle

    def extensions(self, *, is_mock: bool) -> dict[str, object]:
        step = self._step
        timeouts = {"connect": self._connecting, "read": step, "write": step, "pool": self.seconds}
        return {"timeout": timeouts} if is_mock else {"timeout": timeouts, "trace": self.trace}

    def trace(self, event: str, info: dict[str, Any]) -> None:
        name = event.partition(".")[2]
        if name in ("connect_tcp.started", "send_request_headers.started"):
            self.budget.start_step()  # the time until the pool has a connection does not count
            if self.is_checked and "port" in info:
                check_permission(info["port"])
            self._set_address(info)
        elif name in ("connect_tcp.complete", "connect_unix_socket.complete", "start_tls.complete"):
            self._guard(info["return_value"], self._connecting if event.startswith("socks.connect") else None)
        elif name == "start_tls.failed":
            self._failed, self.lost = info["exception"], event.startswith("proxy.")
        elif name == "retry.started" and self._failed is not None:
            raise self._failed  # the other address is tried only if nothing accepts connections at the first
        elif name == "setup_socks5_connection.complete":
            self.opened[-1].handshake = None
        elif name == "setup_socks5_connection.failed" and is_of_socksio(info["exception"]):
            raise load(self._library).ProxyError from info["exception"]

    def _set_address(self, info: dict[str, Any]) -> None:
        if self.sockets is not None and is_localhost(info.get("host", "")):
            info["host"], self._is_local = LOOPBACKS[self._tries % 2], True
            self._tries += 1

    def _guard(self, stream: httpcore.NetworkStream, handshake: float | None) -> None:
        library, is_nested = load(self._library), bool(self.opened) and self.opened[-1].is_encrypted
        self.opened.append(Guard(stream, library, self.sockets, handshake, is_nested=is_nested))
        if self.sockets is None:
            return
        is_other = self._is_local and not is_loopback_address(stream.get_extra_info("server_addr")[0])
        if is_other or not self.sockets.add(stream.get_extra_info("socket")):
            network.close(stream)
            self._failed = library.ConnectError()
            raise self._failed

    def adopt(self, extensions: Mapping[str, Any]) -> None:
        stream = extensions.get("network_stream")
        if stream is None or extensions.get("http_version") == b"HTTP/2" or is_guarded(stream):
            return
        library = load(self._library)
        if isinstance(stream, library.NetworkStream):
            Guard(stream, library, None).reuse.spoil()

    def close(self) -> None:
        if self.opened:
            network.close(self.opened[-1].stream)


def is_guarded(stream: object) -> bool:
    return isinstance(getattr(getattr(stream, "read", None), "__self__", None), Guard)


def is_of_socksio(error: BaseException) -> bool:
    return type(error).__module__.partition(".")[0] == "socksio"


def load(library: str) -> Library:
    return cast("Library", import_module(library))
