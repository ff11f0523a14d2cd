"""What iterations over a list use of a filter of its items. Types only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T_contra = TypeVar("T_contra", contravariant=True)


class ItemFilter(Protocol[T_contra]):
    """Which items of a list to return. It only depends on the pages, so that an iteration can be resumed anywhere."""

    @property
    def names(self) -> tuple[str, ...]:
        """What identifies the filter in checkpoints, in addition to the list."""
        ...

    def accepted(self, items: Sequence[T_contra]) -> Sequence[bool]:
        """Which items of a page to return."""
        ...

    def end(self, *, forward: bool) -> Callable[[Sequence[T_contra]], bool] | None:
        """A function that is called with each page in turn, and returns whether no accepted item is expected after it;
        None if all pages are needed."""
        ...
