# @generated


from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import finalize

from attrs import evolve

from ..._core.changes.batch import Batch
from ..._core.changes.store import open_position
from ..._core.concurrency.primitives import call_blocking
from ..._core.util.override import override
from ..._core.util.validation import check_count
from .driver import Driver

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..._core.changes.change import Change
    from ..._core.changes.options import Options
    from ..._core.changes.store import PositionLike
    from ..engine.sender import RequestSender


class Changes:
    """Iterates over what is new since the position, and then over what becomes new.

    Each iteration starts at the position as it was committed: asking for the next change commits the one before.
    Leaving a loop by ``break`` or an exception does not; `commit` does. One iteration uses the position at a time,
    until it is closed: by the end of the iteration, an exception of it, the next iteration, `close`, or the end of the
    process. As a context manager it is closed at the end of the block, and a new position begins at its start.
    """

    def __init__(self, engine: RequestSender, position: PositionLike, options: Options) -> None:
        self._engine = engine
        self._position = position
        self._options = options
        self._driver: Driver | None = None
        self._finalizer: finalize[[], Changes]
        self._restarts = False
        self._is_waiting = self._is_entered = False

    def until_now(self) -> Self:
        """The same changes, but the iteration ends when everything that is new now has been delivered: for programs
        that are started regularly. Errors of the connection are raised, instead of waiting for the app."""
        return type(self)(self._engine, self._position, evolve(self._options, until_now=True))

    def __iter__(self) -> Self:
        self._restarts = True
        return self

    def __next__(self) -> Change:
        if self._is_waiting:
            raise RuntimeError("another task or thread waits for the next change of this iteration")
        self._is_waiting = True
        try:
            driver = self._started()
            driver.commit()
            change = self._next(driver)
        finally:
            self._is_waiting = False
        if change is None:
            if not self._is_entered:  # in its block, sends after the loop belong to the position too
                self.close()
            raise StopIteration
        return change

    def _next(self, driver: Driver, *, wait: bool = True) -> Change | None:
        try:
            return driver.next_change(wait=wait)
        except BaseException as error:
            if isinstance(error, Exception | KeyboardInterrupt) or driver.is_broken:
                self.close()
            raise

    def _started(self) -> Driver:
        if self._restarts:
            self._restarts = False
            self.close()
        if self._driver is None:
            opened = call_blocking(open_position, self._position)
            try:
                driver = Driver(self._engine, opened, self._options)
                self._finalizer = finalize(self, driver.release)
            except BaseException:
                opened.close()
                raise
            self._driver = driver
        return self._driver

    def _collect_batch(self, first: Change, size: int) -> Batch:
        driver = self._started()
        changes = [first]
        try:
            while len(changes) < size and (change := self._next(driver, wait=False)) is not None:
                changes.append(change)
        except BaseException:
            self.close()
            raise
        return Batch(changes, driver.position().text, driver.commit)

    def commit(self) -> None:
        """Save that the changes delivered so far have been processed, as asking for the next one does.

        Raises:
            OSError: the position cannot be saved.
        """
        if self._driver is not None:
            self._driver.commit()

    def batches(self, size: int = 100) -> Batches:
        """Iterate over batches of changes: ``for batch in changes.batches(): with batch: ...``.

        A batch has the changes that can be read without waiting for new ones, at least one. It is committed at the end
        of its ``with`` block, unless that ends with an exception. Its ``position`` can be stored in the transaction
        that stores its changes.

        Args:
            size: Maximum number of changes, 1 or more.
        """
        check_count("size", size, 1)
        return Batches(self, size)

    def close(self) -> None:
        """End the iteration, and release the position. What was not committed is delivered again the next time."""
        driver, self._driver = self._driver, None
        if driver is not None:
            self._finalizer.detach()
            driver.close()

    def __enter__(self) -> Self:
        driver = self._started()
        try:
            driver.start()
        except BaseException:
            self.close()
            raise
        self._is_entered = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_entered = False
        self.close()

    @override
    def __repr__(self) -> str:
        state = "not started" if self._driver is None else "started"
        return f"<{type(self).__name__}, {state}>"


class Batches:
    """Iterates over batches of changes."""

    def __init__(self, changes: Changes, size: int) -> None:
        self._changes = changes
        self._size = size
        self._batch: Batch | None = None

    def __iter__(self) -> Self:
        self._changes.__iter__()
        self._batch = None
        return self

    def __next__(self) -> Batch:
        if self._batch is not None and not self._batch.is_committed:
            raise RuntimeError("the last batch was not committed; use each batch as a context manager: with batch: ...")
        try:
            first = self._changes.__next__()
        except StopIteration:
            self._batch = None
            raise
        self._batch = self._changes._collect_batch(first, self._size)  # noqa: SLF001 - of this module
        return self._batch

    @override
    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._size}>"
