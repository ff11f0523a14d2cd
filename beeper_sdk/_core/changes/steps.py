"""The steps that the rules yield to the code that does I/O: send a request, deliver a change, save records, or wait."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from .position_data import Record

if TYPE_CHECKING:
    from ...errors import APIError
    from ..generated import contract
    from .change import Change

P = TypeVar("P")
R = TypeVar("R")


class Fetch(Generic[P]):
    """A request to send. Its result or error is set before the generator continues."""

    __slots__ = ("date", "error", "request", "value")

    def __init__(self, request: contract.Request[P]) -> None:
        self.request: contract.Request[P] = request
        self.value: P | None = None
        self.error: APIError | None = None
        self.date: str | None = None
        """The header that says when the server responded, by its own clock."""

    def result(self) -> P:
        """The result. Raises the error."""
        if self.error is not None:
            raise self.error
        assert self.value is not None  # noqa: S101 - one of them is set; operations without a result are not sent
        return self.value


class Deliver:
    """A change to deliver. The records are saved when it has been processed."""

    __slots__ = ("change", "records")

    def __init__(self, change: Change, records: Sequence[Record]) -> None:
        self.change: Change = change
        self.records: Sequence[Record] = records


class Save:
    """Records to save, after those of all changes before."""

    __slots__ = ("records",)

    def __init__(self, records: Sequence[Record]) -> None:
        self.records: Sequence[Record] = records


class Wait:
    """Nothing is to be done for some time, unless an event arrives."""

    __slots__ = ("is_pause", "seconds")

    def __init__(self, seconds: float, *, is_pause: bool = False) -> None:
        self.seconds: float = seconds
        self.is_pause: bool = is_pause
        """Whether an event must not end the pause: the app could not be reached."""


Step: TypeAlias = Fetch[Any] | Deliver | Save | Wait
Steps: TypeAlias = Generator[Step, None, R]
