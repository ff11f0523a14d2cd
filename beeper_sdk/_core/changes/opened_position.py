"""What all opened positions have in common: the order of the steps of a write, in each thread and process."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from .position_data import PositionData, Record, encode_records

if TYPE_CHECKING:
    from .position_lock import PositionLock


class OpenedPosition(ABC):
    """A position in use. See the protocol `OpenPosition`.

    A subclass sets `data` and `is_new`, and persists.
    """

    def __init__(self, lock: PositionLock | None) -> None:
        self.data: PositionData = PositionData()
        self.is_new: bool = True
        self._lock = lock
        self._mutex = Lock()
        self._is_closed = False
        self._pending: tuple[Record, ...] = ()
        """Persisted, but perhaps not applied completely: Ctrl-C can interrupt this anywhere. Applying is idempotent."""

    def write(self, records: Sequence[Record]) -> None:
        """Apply these records to the data and persist them, all or none."""
        rows = tuple(records)
        line = encode_records(rows)
        if self._lock is not None:
            self._lock.check_process()  # before the mutex, which another thread may have held during a fork
        with self._mutex:
            if self._is_closed:
                raise RuntimeError("the position is closed")
            if rows:
                self._apply()
                self._write(rows, line)

    def _write(self, rows: tuple[Record, ...], line: str) -> None:
        self._pending = rows
        try:
            self._persist(rows, line)
        except BaseException:
            self._pending = ()
            raise
        self._apply()
        self._tidy()

    def _apply(self) -> None:
        for record in self._pending:
            self.data.apply(record)
        self._pending = ()

    def close(self) -> None:
        """Release the position. The second time, and in a forked child, this does nothing."""
        if self._lock is not None and not self._lock.is_ours():
            return
        with self._mutex:
            if self._is_closed:
                return
            self._is_closed = True
            try:
                self._apply()
                self._finish()
            finally:
                if self._lock is not None:
                    self._lock.release()

    @abstractmethod
    def _persist(self, rows: tuple[Record, ...], line: str) -> None:
        """Persist records, all or none. `line` is what `encode_records` returns for them."""

    @abstractmethod
    def _tidy(self) -> None:
        """After each write."""

    @abstractmethod
    def _finish(self) -> None:
        """Before the lock is released."""
