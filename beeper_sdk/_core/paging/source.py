"""What pagers use of an iteration over a list, and of the list. Types only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from ..generated import contract
    from .checkpoint import Checkpoint
    from .pagination import ListPage

T = TypeVar("T")
P = TypeVar("P")


class PageSource(Protocol[P, T]):
    """One iteration over a list. Send `next_request`, pass the page to `receive_page`, and call `next_item` while
    `has_item`."""

    @property
    def has_item(self) -> bool:
        """Whether an item can be returned without another page."""
        ...

    @property
    def remaining(self) -> int:
        """Number of items that can be returned before another page is needed."""
        ...

    @property
    def answer(self) -> P | None:
        """The last page that had new items, as the server returned it."""
        ...

    @property
    def position(self) -> Checkpoint:
        """The position after the last item that was returned."""
        ...

    def next_request(self) -> contract.Request[P] | None:
        """The request for the next page; None at the end. It returns the same request until its page was received.

        Raises:
            PaginationStalled: the iteration is strict, and ends although the server reports more items.
        """
        ...

    def upcoming(self) -> contract.Request[P] | None:
        """The request that `next_request` will return after the current items; None if there is none."""
        ...

    def receive_page(self, page: P) -> None:
        """Use the response to `next_request`."""
        ...

    def receive_error(self, error: Exception) -> bool:
        """Use the error of `next_request`. Returns False if it is to be raised."""
        ...

    def next_item(self) -> T:
        """The next item."""
        ...

    def whole_page(self) -> ListPage[T]:
        """All items that can be returned without another page. They count as returned."""
        ...


class Listing(Protocol[P, T]):
    """A list, and the position at which iterations over it start."""

    @property
    def name(self) -> str:
        """The name of its operation."""
        ...

    def check_oldest_first(self) -> None:
        """Check that the list can be iterated oldest first. Raises ValueError with the reason if not."""
        ...

    def start(self, *, oldest: bool, strict: bool) -> PageSource[P, T]:
        """A new iteration. Raises ValueError if the position is from an iteration in the other order."""
        ...
