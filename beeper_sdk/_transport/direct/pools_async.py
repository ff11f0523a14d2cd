"""The pools of an async client: one per event loop. A task that waits for a socket waits in the loop that it runs in.

The async counterpart of `pools`. The pool of a loop is closed at the end of the loop, when asyncio and trio close the
remaining async generators, of which one is `_close_with_loop`.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import suppress

from anyio.lowlevel import current_token

from ..parsing import make_parser
from ..slots_async import Slots
from .pool import Pool

MAX_LOOPS = 16
"""Maximum number of pools without calls. Some loops end without closing their async generators, and so without closing
their pool."""


class AsyncPools:
    """All connections of one client."""

    def __init__(self) -> None:
        self._pools: dict[object, tuple[Pool, Slots]] = {}
        self._closers: dict[object, AsyncGenerator[None]] = {}
        self._closed = False

    async def current(self) -> tuple[Pool, Slots]:
        """The pool of this loop, and its slots."""
        loop = current_token()
        found = self._pools.get(loop)
        if found is None or found[0].closed:
            found = await self._add(loop)
        return found

    async def _add(self, loop: object) -> tuple[Pool, Slots]:
        for other, (_, slots) in list(self._pools.items())[: 1 - MAX_LOOPS]:
            if slots.unused:
                self._forget(other)
        self._forget(loop)
        make_parser()  # imports the parser, which would be part of the timeout later
        found = self._pools[loop] = (Pool(), Slots())
        closer = self._closers[loop] = _close_with_loop(found[0])
        await anext(closer)  # does not wait for anything: it registers the generator with the loop
        if self._closed:
            found[0].close()
        return found

    def _forget(self, loop: object) -> None:
        self._pools.pop(loop, None)
        closer = self._closers.pop(loop, None)
        if closer is not None:
            _end(closer)

    async def close(self) -> None:
        """Close all connections, and let no call open another."""
        self._closed = True
        for pool, _ in list(self._pools.values()):
            pool.close()
        closer = self._closers.pop(current_token(), None)
        if closer is not None:
            await closer.aclose()

    def __del__(self) -> None:
        for closer in self._closers.values():
            _end(closer)
        for pool, _ in self._pools.values():
            pool.close()


async def _close_with_loop(pool: Pool) -> AsyncGenerator[None]:
    """Closes the pool when this generator is closed, at the latest at the end of its loop."""
    try:
        yield
    finally:
        pool.close()


def _end(closer: AsyncGenerator[None]) -> None:
    """Run it to its end, where it waits for nothing: trio warns about a generator that is dropped before. An error:
    its loop ends at the same time in another thread, and runs it."""
    with suppress(StopIteration, RuntimeError, ValueError):
        closer.aclose().send(None)
