# @generated


from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from ..._core.changes.batch import Batch
from ..._core.changes.store import open_position
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
    def __init__(self, engine: RequestSender, position: PositionLike, options: Options) -> None:
        self._engine = engine
        self._position = position
        self._options = options
        self._driver: Driver | None = None
        self._restarts = False

    def until_now(self) -> Self:
        return type(self)(self._engine, self._position, evolve(self._options, until_now=True))

    def __iter__(self) -> Self:
        self._restarts = True
        return self

    def __next__(self) -> Change:
        driver = self._started()
        driver.commit()
        change = self._next(driver)
        if change is None:
            self.close()
            raise StopIteration
        return change

    def _next(self, driver: Driver, *, wait: bool = True) -> Change | None:
        try:
            return driver.next_change(wait=wait)
        except Exception:  # not a cancellation: the next call goes on
            self.close()
            raise

    def _started(self) -> Driver:
        if self._restarts:
            self._restarts = False
            self.close()
        if self._driver is None:
            self._driver = Driver(self._engine, open_position(self._position), self._options)
        return self._driver

    def _collect(self, first: Change, size: int) -> Batch:
        driver = self._started()
        changes = [first]
        while len(changes) < size and (change := self._next(driver, wait=False)) is not None:
            changes.append(change)
        return Batch(changes, driver.position_text(), driver.commit)

    def commit(self) -> None:
        if self._driver is not None:
            self._driver.commit()

    def batches(self, size: int = 100) -> Batches:
        check_count("size", size, 1)
        return Batches(self, size)

    def close(self) -> None:
        driver, self._driver = self._driver, None
        if driver is not None:
            driver.close()

    def __enter__(self) -> Self:
        driver = self._started()
        try:
            driver.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @override
    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class Batches:
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
        self._batch = self._changes._collect(first, self._size)
        return self._batch
