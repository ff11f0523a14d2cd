"""The connections of a blocking client: pools for each process.

A forked child never uses a socket of its parent, or both would read each other's responses. It gets its own pool at its
first call. Pools are found by process ID, without a lock: another thread may have held a lock during the fork.
`connections_async` is the async counterpart. Both are written by hand, because threads and event loops have little in
common here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from os import getpid
from typing import TYPE_CHECKING
from warnings import warn

from . import mapping as values

if TYPE_CHECKING:
    import httpx

    from .._sync.httpx_guard import Attempt
    from .._sync.httpx_pool import Action, Pool, Pools
    from .environment import Route


class Connections:
    """All connections of one client."""

    def __init__(self, url: str) -> None:
        self._processes: dict[int, Pools] = {}
        self._url = url
        self._route = values.find_route(url)
        self._closed = False

    def send(self, request: httpx.Request, attempt: Attempt) -> tuple[httpx.Response, Action]:
        """Send on a connection of this process. The caller calls the function after the response."""
        pools = self._processes.get(getpid()) or self._add()
        return pools.send(request, attempt)

    def _add(self) -> Pools:
        from .._sync.httpx_pool import Pools

        # setdefault() is atomic: if two threads add pools at the same time, both use the same ones.
        pools = self._processes.setdefault(getpid(), Pools(partial(_make_pool, self._url, self._route)))
        for process in {*self._processes} - {getpid()}:
            for sockets in self._processes.pop(process).sockets:
                sockets.abandon()
        if self._closed:  # by another thread, which may not have found them
            pools.close()
        return pools

    def close(self) -> None:
        """Close all connections of this process."""
        self._closed = True
        pools = self._processes.get(getpid())
        if pools is not None:
            pools.close()

    def __del__(self, getpid: Callable[[], int] = getpid) -> None:  # bound: globals may be gone when Python exits
        pools = self._processes.get(getpid())
        if pools is None:
            return
        if left := sum(len(sockets.open()) for sockets in pools.sockets):
            warn(
                f"unclosed Beeper client with {left} open connections; use a with block or close()",
                ResourceWarning,
                stacklevel=2,
            )
            pools.close()


def _make_pool(url: str, route: Route | None) -> Pool:
    """A pool for a URL. It is made at the first call, so that creating a client is fast."""
    import httpx

    from .._sync.httpx_pool import Pool
    from .network import ProxySocket, Sockets

    sockets, options = Sockets(), values.transport_options(url, route)
    if options["proxy"] is not None and options["proxy"].ssl_context is not None:
        options["proxy"].ssl_context.sslsocket_class = ProxySocket
    transport = httpx.HTTPTransport(**options)

    def close() -> None:
        sockets.close()
        transport.close()

    return Pool(transport, sockets, close)
