"""The pools of a blocking client: one per process.

A forked child never uses a socket of its parent, or both would read each other's responses. It gets its own pool at its
first call. Pools are found by process ID, without a lock: another thread may have held a lock during the fork.
`pools_async` is the async counterpart.
"""

from __future__ import annotations

from collections.abc import Callable
from os import getpid
from warnings import warn

from ..parsing import make_parser
from ..slots import Slots
from .pool import Pool


class Pools:
    """All connections of one client."""

    def __init__(self) -> None:
        self._pools: dict[int, tuple[Pool, Slots]] = {}
        self._closed = False

    def current(self) -> tuple[Pool, Slots]:
        """The pool of this process, and its slots."""
        found = self._pools.get(getpid())
        if found is None:
            make_parser()  # imports the parser, which would be part of the timeout later
            # setdefault() is atomic: if two threads create a pool at the same time, both use the same one.
            found = self._pools.setdefault(getpid(), (Pool(), Slots()))
            for process in set(self._pools) - {getpid()}:
                self._abandon(process)
            if self._closed:  # by another thread, which may not have found this pool
                found[0].close()
        return found

    def _abandon(self, process: int) -> None:
        """Close the sockets of the parent in this child, unless another thread does so."""
        found = self._pools.pop(process, None)
        if found is not None:
            found[0].close()

    def close(self) -> None:
        """Close all connections of this process, and let no call open another."""
        self._closed = True
        found = self._pools.get(getpid())
        if found is not None:
            found[0].close()

    def __del__(self, getpid: Callable[[], int] = getpid) -> None:  # bound: globals may be gone when Python exits
        pool, _ = self._pools.get(getpid(), (None, None))
        if pool and not self._closed:
            warn(
                f"unclosed Beeper client with {len(pool)} open connections; use a with block or close()",
                ResourceWarning,
                stacklevel=2,
            )
            pool.close()
