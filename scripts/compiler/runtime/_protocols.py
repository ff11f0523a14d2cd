"""The interface between resource classes and whatever sends their requests.

The protocols are implemented by `beeper_sdk`. `PageRule` is a class, with one instance per paginated operation.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager, AbstractContextManager

    from ._request import Request

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
P = TypeVar("P")


class PageRule(Generic[P, T]):
    """How an operation is paginated: where a page has its items and cursors. All but the items may be None, or of
    another type than documented, if the server sends that.

    Args:
        items: The items of a page.
        has_more: Whether the server reports another page.
        before: The cursor for older items.
        after: The cursor for newer items.
        key: The unique key of an item.
        fallback: The cursor after an item, for pages of older apps, which have no cursors.
        cursor_param: The query parameter of the cursor.
        direction_param: The query parameter of the direction.
        newest_first: Whether the items of a page are newest first in both directions.
    """

    def __init__(
        self,
        *,
        items: Callable[[P], Sequence[T]],
        has_more: Callable[[P], object],
        before: Callable[[P], object],
        after: Callable[[P], object],
        key: Callable[[T], object],
        fallback: Callable[[T], object] | None = None,
        cursor_param: str = "cursor",
        direction_param: str = "direction",
        newest_first: bool = False,
    ) -> None:
        self.items: Callable[[P], Sequence[T]] = items
        self.has_more: Callable[[P], object] = has_more
        self.before: Callable[[P], object] = before
        self.after: Callable[[P], object] = after
        self.key: Callable[[T], object] = key
        self.fallback: Callable[[T], object] | None = fallback
        self.cursor_param: str = cursor_param
        self.direction_param: str = direction_param
        self.newest_first: bool = newest_first


class ItemsOf(Protocol[T_co]):
    """A list, tuple, set, or other collection, but not a str: its ``in`` does not accept every object, which is what
    type checkers refuse it by."""

    def __contains__(self, value: object, /) -> bool: ...
    def __iter__(self) -> Iterator[T_co]: ...
    def __len__(self) -> int: ...


class Page(Protocol[T_co]):
    """One page of a list."""

    @property
    def items(self) -> Sequence[T_co]:
        """The new items of the page, in the order of iteration."""
        ...

    @property
    def checkpoint(self) -> str:
        """Opaque string. Pass it as ``resume=`` to continue after this page."""
        ...


class Pager(Protocol[T]):
    """Iterates over all items of a list, page by page. The first request is sent when the first item is needed."""

    def __iter__(self) -> Iterator[T]: ...

    def pages(self) -> Iterator[Page[T]]:
        """One page at a time."""
        ...

    def collect(self, limit: int | None = None) -> list[T]:
        """All items, or the first ``limit``, as a list.

        Args:
            limit: Maximum number of items, 0 or more; None for all.

        Raises:
            TypeError, ValueError: ``limit`` is invalid.
        """
        ...

    def first(self) -> T | None:
        """The first item, or None if the list is empty."""
        ...

    def oldest_first(self) -> Pager[T]:
        """The same list from the oldest item to the newest. Raises ValueError if the list does not support that."""
        ...

    def strict(self) -> Pager[T]:
        """The same list, with an error if pagination stops although the server reports more pages."""
        ...

    def prefetch(self) -> AbstractContextManager[Pager[T]]:
        """The same list, with the next page requested in advance: ``with pager.prefetch() as ahead:``."""
        ...

    @property
    def checkpoint(self) -> str:
        """Opaque string. Pass it as ``resume=`` to continue after the last item that was returned."""
        ...


class AsyncPager(Protocol[T]):
    """Iterates over all items of a list, page by page. The first request is sent when the first item is needed."""

    def __aiter__(self) -> AsyncIterator[T]: ...

    def pages(self) -> AsyncIterator[Page[T]]:
        """One page at a time."""
        ...

    async def collect(self, limit: int | None = None) -> list[T]:
        """All items, or the first ``limit``, as a list.

        Args:
            limit: Maximum number of items, 0 or more; None for all.

        Raises:
            TypeError, ValueError: ``limit`` is invalid.
        """
        ...

    async def first(self) -> T | None:
        """The first item, or None if the list is empty."""
        ...

    def oldest_first(self) -> AsyncPager[T]:
        """The same list from the oldest item to the newest. Raises ValueError if the list does not support that."""
        ...

    def strict(self) -> AsyncPager[T]:
        """The same list, with an error if pagination stops although the server reports more pages."""
        ...

    def prefetch(self) -> AbstractAsyncContextManager[AsyncPager[T]]:
        """The same list, with the next page requested in advance: ``async with pager.prefetch() as ahead:``."""
        ...

    @property
    def checkpoint(self) -> str:
        """Opaque string. Pass it as ``resume=`` to continue after the last item that was returned."""
        ...


class Sender(Protocol):
    """Sends the requests of resource classes."""

    def send(self, request: Request[T], /) -> T:
        """Send a request and return the decoded response."""
        ...

    def paginate(self, request: Request[P], rule: PageRule[P, T], resume: str | None, /) -> Pager[T]:
        """A pager that starts with this request."""
        ...


class AsyncSender(Protocol):
    """Sends the requests of async resource classes."""

    async def send(self, request: Request[T], /) -> T:
        """Send a request and return the decoded response."""
        ...

    def paginate(self, request: Request[P], rule: PageRule[P, T], resume: str | None, /) -> AsyncPager[T]:
        """A pager that starts with this request."""
        ...
