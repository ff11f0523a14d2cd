"""`beeper.changes()`: iterate over everything that is new, and keep the position."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import finalize

from attrs import evolve

from ..._core.changes.batch import Batch
from ..._core.changes.store import open_position
from ..._core.concurrency.primitives import async_call_blocking
from ..._core.util.override import override
from ..._core.util.validation import check_count
from .driver import AsyncDriver

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..._core.changes.change import Change
    from ..._core.changes.options import Options
    from ..._core.changes.store import PositionLike
    from ..engine.sender import AsyncRequestSender


class AsyncChanges:
    """Iterates over what is new since the position, and then over what becomes new.

    Each iteration starts at the position as it was committed: asking for the next change commits the one before.
    Leaving a loop by ``break`` or an exception does not; `commit` does. One iteration uses the position at a time,
    until it is closed: by the end of the iteration, an exception of it, the next iteration, `close`, or the end of the
    process. As a context manager it is closed at the end of the block, and a new position begins at its start.
    """

    def __init__(self, engine: AsyncRequestSender, position: PositionLike, options: Options) -> None:
        self._engine = engine
        self._position = position
        self._options = options
        self._driver: AsyncDriver | None = None
        self._finalizer: finalize[[], AsyncChanges]
        self._restarts = False
        self._is_waiting = self._is_entered = False

    def until_now(self) -> Self:
        """The same changes, but the iteration ends when everything that is new now has been delivered: for programs
        that are started regularly. Errors of the connection are raised, instead of waiting for the app."""
        return type(self)(self._engine, self._position, evolve(self._options, until_now=True))

    def __aiter__(self) -> Self:
        self._restarts = True
        return self

    async def __anext__(self) -> Change:
        if self._is_waiting:
            raise RuntimeError("another task or thread waits for the next change of this iteration")
        self._is_waiting = True
        try:
            driver = await self._started()
            driver.commit()
            change = await self._next(driver)
        finally:
            self._is_waiting = False
        if change is None:
            if not self._is_entered:  # in its block, sends after the loop belong to the position too
                await self.close()
            raise StopAsyncIteration
        return change

    async def _next(self, driver: AsyncDriver, *, wait: bool = True) -> Change | None:
        try:
            return await driver.next_change(wait=wait)
        except BaseException as error:
            # After a cancellation, the next call goes on where this one was.
            if isinstance(error, Exception | KeyboardInterrupt) or driver.is_broken:
                await self.close()
            raise

    async def _started(self) -> AsyncDriver:
        if self._restarts:
            self._restarts = False
            await self.close()
        if self._driver is None:
            opened = await async_call_blocking(open_position, self._position)
            try:
                driver = AsyncDriver(self._engine, opened, self._options)
                # After `break`, nobody closes what the loop has iterated over.
                self._finalizer = finalize(self, driver.release)
            except BaseException:
                opened.close()
                raise
            self._driver = driver
        return self._driver

    async def _collect_batch(self, first: Change, size: int) -> Batch:
        """A batch that begins with a change that was delivered just now; used by `batches`."""
        driver = await self._started()
        changes = [first]
        try:
            while len(changes) < size and (change := await self._next(driver, wait=False)) is not None:
                changes.append(change)
        except BaseException:
            # What was collected has not been processed: a cancelled task that goes on must receive it again.
            await self.close()
            raise
        return Batch(changes, driver.position().text, driver.commit)

    def commit(self) -> None:
        """Save that the changes delivered so far have been processed, as asking for the next one does.

        Raises:
            OSError: the position cannot be saved.
        """
        if self._driver is not None:
            self._driver.commit()

    def batches(self, size: int = 100) -> AsyncBatches:
        """Iterate over batches of changes: ``for batch in changes.batches(): with batch: ...``.

        A batch has the changes that can be read without waiting for new ones, at least one. It is committed at the end
        of its ``with`` block, unless that ends with an exception. Its ``position`` can be stored in the transaction
        that stores its changes.

        Args:
            size: Maximum number of changes, 1 or more.
        """
        check_count("size", size, 1)
        return AsyncBatches(self, size)

    async def close(self) -> None:
        """End the iteration, and release the position. What was not committed is delivered again the next time."""
        driver, self._driver = self._driver, None
        if driver is not None:
            self._finalizer.detach()
            await driver.close()

    async def __aenter__(self) -> Self:
        driver = await self._started()
        try:
            await driver.start()
        except BaseException:
            await self.close()
            raise
        self._is_entered = True
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_entered = False
        await self.close()

    @override
    def __repr__(self) -> str:
        state = "not started" if self._driver is None else "started"
        return f"<{type(self).__name__}, {state}>"


class AsyncBatches:
    """Iterates over batches of changes."""

    def __init__(self, changes: AsyncChanges, size: int) -> None:
        self._changes = changes
        self._size = size
        self._batch: Batch | None = None

    def __aiter__(self) -> Self:
        self._changes.__aiter__()
        self._batch = None
        return self

    async def __anext__(self) -> Batch:
        if self._batch is not None and not self._batch.is_committed:
            raise RuntimeError("the last batch was not committed; use each batch as a context manager: with batch: ...")
        try:
            first = await self._changes.__anext__()
        except StopAsyncIteration:
            self._batch = None
            raise
        self._batch = await self._changes._collect_batch(first, self._size)  # noqa: SLF001 - of this module
        return self._batch

    @override
    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._size}>"
