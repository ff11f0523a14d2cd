"""The connections of a blocking client: a pool per process, with slots for concurrent calls.

A forked child never uses a socket of its parent, or both would read each other's responses. It gets its own pool at its
first call. Pools are found by process ID, without a lock: another thread may have held a lock during the fork.
`pool_async` is the async counterpart. Both are written by hand, because threads and event loops have little in common
here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from os import getpid
from time import monotonic
from typing import TYPE_CHECKING
from warnings import warn

import httpx

from .._core.util.override import override
from . import httpx_mapping as values
from .budget import Budget
from .desync import h11_connection
from .httpx_mapping import pool_timeout
from .slots import Slots

if TYPE_CHECKING:
    from .backend import Transport
    from .environment import Route


class _SlotStream(httpx.SyncByteStream):
    """A body that holds the slot of its call until it is closed. Its connection is not reused if bytes after the body
    were received; see `body`."""

    def __init__(self, body: httpx.SyncByteStream, release: Callable[[], None]) -> None:
        self._body = body
        self._connection = h11_connection(body)
        self._release: Callable[[], None] | None = release

    @override
    def __iter__(self) -> Iterator[bytes]:
        return iter(self._body)

    @override
    def close(self) -> None:
        release, self._release = self._release, None
        if self._connection is not None and self._connection.trailing_data[0]:
            self._connection.send_failed()  # puts h11 into its state ERROR, so that httpcore drops the connection
        try:
            self._body.close()
        finally:
            if release is not None:
                release()


class _Pool:
    """The connections of one process."""

    def __init__(self, transport: Transport) -> None:
        self.transport: Transport = transport
        self._slots = Slots()
        self._closed = False

    def send(self, request: httpx.Request) -> httpx.Response:
        """Send when there is a free slot. Raises httpx.PoolTimeout if there is none, and no call ends in time."""
        started_at = monotonic()
        try:
            self._slots.acquire(pool_timeout(request))
        except TimeoutError:
            raise httpx.PoolTimeout("", request=request) from None
        budget: Budget = request.extensions["budget"]
        budget.postpone(monotonic() - started_at)
        try:
            if self._closed:
                raise httpx.ConnectError("", request=request)
            response = self.transport.handle_request(request)
        except BaseException:
            self._release()
            raise
        if isinstance(response.stream, httpx.SyncByteStream):
            response.stream = _SlotStream(response.stream, self._release)
        return response

    def _release(self) -> None:
        self._slots.release()
        if self._closed:  # closed during this call: also close the connection that the call opened
            self.transport.close()

    def close(self) -> None:
        """Close all connections, including those in use."""
        self._closed = True
        self.transport.close()


class Connections:
    """All connections of one client."""

    def __init__(self, url: str) -> None:
        self._pools: dict[int, _Pool] = {}
        self._url = url
        self._route = values.find_route(url)
        self._closed = False

    def send(self, request: httpx.Request) -> httpx.Response:
        """Send on a connection of this process."""
        pool = self._pools.get(getpid())
        if pool is None:
            pool = self._add_pool()
            values.start_step(request)  # after imports that take as long as some timeouts
            if self._closed:  # by another thread, which may not have found this pool
                pool.close()
        return pool.send(request)

    def _add_pool(self) -> _Pool:
        # setdefault() is atomic: if two threads create a pool at the same time, both use the same one.
        pool = self._pools.setdefault(getpid(), _Pool(_make_transport(self._url, self._route)))
        for process in set(self._pools) - {getpid()}:
            self._pools.pop(process).transport.abandon()
        return pool

    def close(self) -> None:
        """Close all connections of this process."""
        self._closed = True
        pool = self._pools.get(getpid())
        if pool is not None:
            pool.close()

    def __del__(self, getpid: Callable[[], int] = getpid) -> None:  # bound: globals may be gone when Python exits
        pool = self._pools.get(getpid())
        if pool is None:
            return
        if left := pool.transport.backend.open_sockets():
            warn(
                f"unclosed Beeper client with {len(left)} open connections; use a with block or close()",
                ResourceWarning,
                stacklevel=2,
            )
            pool.close()


def _make_transport(url: str, route: Route | None) -> Transport:
    """The transport for a URL. It is created at the first call, so that creating a client is fast."""
    from .backend import Transport

    if route is None or route.proxy is None:
        return Transport(values.tls(url) if route is None else route.verify)
    from .proxies import proxy_pool

    return Transport(route.verify, partial(proxy_pool, route.proxy))


def send_streaming(client: httpx.Client) -> Callable[[httpx.Request], httpx.Response]:
    """A function that sends through an httpx client, without following redirects (the token would be sent to another
    server) and without reading the body."""
    return partial(client.send, stream=True, follow_redirects=False)
