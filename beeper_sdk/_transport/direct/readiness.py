"""Waits until a socket that does not block can be used."""

from __future__ import annotations

import select
import socket
from collections.abc import Callable
from typing import Protocol


class Readiness(Protocol):
    """Waits until there is something to read, or until the socket can be written to."""

    def wait(self, seconds: float | None) -> bool:
        """Whether the socket is ready within so many seconds; None: wait for as long as it takes."""
        ...


class _Polled:
    """With poll(): select() works for the first 1024 descriptors only."""

    __slots__ = ("_poll",)

    def __init__(self, sock: socket.socket, *, to_write: bool) -> None:
        waiting = select.poll()
        waiting.register(sock, select.POLLOUT if to_write else select.POLLIN)
        self._poll: Callable[[float | None], list[tuple[int, int]]] = waiting.poll

    def wait(self, seconds: float | None) -> bool:
        """See `Readiness.wait`."""
        return bool(self._poll(None if seconds is None else seconds * 1000))


class _Selected:
    """With select(), which has no such limit on Windows."""

    __slots__ = ("_sock", "_to_write")

    def __init__(self, sock: socket.socket, *, to_write: bool) -> None:
        self._sock = sock
        self._to_write = to_write

    def wait(self, seconds: float | None) -> bool:
        """See `Readiness.wait`."""
        socks = [self._sock]  # a connection that is refused is an exceptional condition on Windows
        return any(select.select([] if self._to_write else socks, socks if self._to_write else [], socks, seconds))


def readiness(sock: socket.socket, *, to_write: bool = False) -> Readiness:
    """What waits for a socket. A connection has one that it uses again: making it costs more than waiting."""
    return _Polled(sock, to_write=to_write) if hasattr(select, "poll") else _Selected(sock, to_write=to_write)
