"""Connections of a blocking client: a pool for each process, its places in it, and what closing does. Not what is sent.

A forked child never uses a socket of its parent: both would read each other's answers. It gets a pool of its own at
its first call, found by the process's id, so that no lock that another thread held while forking is in the way.
`pool_async` is the other half: both are written by hand, as threads and event loops share little here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from os import getpid
from threading import Semaphore
from typing import TYPE_CHECKING, TypeAlias
from warnings import warn

import httpx

from .._core.util.override import override
from .._core.util.urls import is_loopback
from . import httpx_mapping as values
from .backend import HTTPX_LIMITS, MAX_CALLS, pool_timeout

if TYPE_CHECKING:
    from .backend import Transport

Line: TypeAlias = "Transport | httpx.Client"


class _Held(httpx.SyncByteStream):
    """A body that keeps its call's place until it is closed."""

    def __init__(self, body: httpx.SyncByteStream, leave: Callable[[], None]) -> None:
        self._body = body
        self._leave: Callable[[], None] | None = leave

    @override
    def __iter__(self) -> Iterator[bytes]:
        return iter(self._body)

    @override
    def close(self) -> None:
        leave, self._leave = self._leave, None
        try:
            self._body.close()
        finally:
            if leave is not None:
                leave()


class _Pool:
    """The connections of one process."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self._send = unread(line) if isinstance(line, httpx.Client) else line.handle_request
        self._places = Semaphore(MAX_CALLS)
        self._closed = False

    def send(self, request: httpx.Request) -> httpx.Response:
        """Send when there is a place. Raises httpx.PoolTimeout when there is none in time."""
        if not self._places.acquire(blocking=False) and not self._places.acquire(timeout=pool_timeout(request)):
            raise httpx.PoolTimeout("", request=request)
        try:
            if self._closed:
                raise httpx.ConnectError("", request=request)
            response = self._send(request)
        except BaseException:
            self._leave()
            raise
        if isinstance(response.stream, httpx.SyncByteStream):
            response.stream = _Held(response.stream, self._leave)
        return response

    def _leave(self) -> None:
        self._places.release()
        if self._closed:  # while this call was under way: what it connected is closed too
            self.line.close()

    def close(self) -> None:
        """Close all of them, those in use too."""
        self._closed = True
        self.line.close()


class Connections:
    """All connections of one client."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._pools: dict[int, _Pool] = {}

    def send(self, request: httpx.Request) -> httpx.Response:
        """Send on a connection of this process."""
        pool = self._pools.get(getpid()) or self._begin()
        return pool.send(request)

    def _begin(self) -> _Pool:
        pool = self._pools.setdefault(getpid(), _Pool(_line(self._url)))  # of two threads one wins
        for process in set(self._pools) - {getpid()}:
            line = self._pools.pop(process).line
            if not isinstance(line, httpx.Client):
                line.abandon()
        return pool

    def close(self) -> None:
        """Close all connections of this process."""
        pool = self._pools.get(getpid())
        if pool is not None:
            pool.close()

    def __del__(self) -> None:
        pool = self._pools.get(getpid())
        if pool is None or isinstance(pool.line, httpx.Client):
            return
        if left := pool.line.backend.open_sockets():
            warn(f"a client was not closed and had {len(left)} connections", ResourceWarning, stacklevel=2)
            pool.close()


def _line(url: str) -> Line:
    """A way to send. Connections are made at the first call: a client that is only made costs no pool.

    The library's own client is for other machines: it has proxies of the environment and certificates to see to."""
    if not is_loopback(url):
        return httpx.Client(verify=values.tls(url), limits=HTTPX_LIMITS)
    from .backend import Transport

    return Transport(values.tls(url))


def unread(client: httpx.Client) -> Callable[[httpx.Request], httpx.Response]:
    """How to send through a client of the library: no redirects, and the body is left to be read."""
    return partial(client.send, stream=True, follow_redirects=False)
