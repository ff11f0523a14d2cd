"""A batch of changes, which is committed as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ..util.override import override

if TYPE_CHECKING:
    from .change import Change


class Batch:
    """Changes that are committed together: at the end of a ``with`` block, unless it ends with an exception."""

    def __init__(self, changes: Sequence[Change], position: Callable[[], str], commit: Callable[[], None]) -> None:
        self.changes: Sequence[Change] = changes
        """The changes, in the order in which they happened in each chat. At least one."""
        self._position = position
        self.is_committed: bool = False
        """Whether the batch was committed."""
        self._commit = commit

    @property
    def position(self) -> str:
        """The position after them, as one text: `load` of a `PositionStore` returns it to continue after this batch."""
        return self._position()

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def commit(self) -> None:
        """Save that the changes have been processed. Raises OSError."""
        if not self.is_committed:
            self._commit()
            self.is_committed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.commit()

    @override
    def __repr__(self) -> str:
        return f"<Batch of {len(self.changes)} changes>"
