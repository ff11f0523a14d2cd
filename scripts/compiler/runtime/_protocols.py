"""What resource classes need: someone who sends requests, and walks the pages of a list.

Protocols: `beeper_sdk` fills them. Only `PageRule` is a value, made for each paged operation.
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
    """How one paged operation is walked: where a page keeps its items and cursors.

    Args:
        items: The items of a page.
        has_more: Does the server say that there is a page after this one?
        before: The cursor that leads to older items.
        after: The cursor that leads to newer items.
        key: What tells an item from every other.
        fallback: The cursor after an item, for pages of older apps, which carry none.
        cursor_param: The query name of a cursor.
        direction_param: The query name of the direction.
        newest_first: Are the items of a page newest first, whatever the direction?
    """

    def __init__(
        self,
        *,
        items: Callable[[P], Sequence[T]],
        has_more: Callable[[P], bool],
        before: Callable[[P], str | None],
        after: Callable[[P], str | None],
        key: Callable[[T], str],
        fallback: Callable[[T], str] | None = None,
        cursor_param: str = "cursor",
        direction_param: str = "direction",
        newest_first: bool = False,
    ) -> None:
        self.items = items
        self.has_more = has_more
        self.before = before
        self.after = after
        self.key = key
        self.fallback = fallback
        self.cursor_param = cursor_param
        self.direction_param = direction_param
        self.newest_first = newest_first


class Page(Protocol[T_co]):
    """One answer of a paged operation."""

    @property
    def items(self) -> Sequence[T_co]:
        """The items not handed out before, in the order of the walk."""
        ...

    @property
    def checkpoint(self) -> str:
        """Opaque text: ``resume=`` with it goes on after this page."""
        ...


class Pager(Protocol[T]):
    """Walks all pages of a list; nothing is sent before the first item is asked for."""

    def __iter__(self) -> Iterator[T]: ...

    def pages(self) -> Iterator[Page[T]]:
        """One page at a time."""
        ...

    def collect(self, limit: int | None = None) -> list[T]:
        """All items, or the first ``limit``, as a list."""
        ...

    def first(self) -> T | None:
        """The first item, None when there is none."""
        ...

    def oldest_first(self) -> Pager[T]:
        """The same list from the oldest item to the newest. Raises ValueError where that cannot be walked."""
        ...

    def strict(self) -> Pager[T]:
        """The same list, with an error where it ends without the server saying so."""
        ...

    def prefetch(self) -> AbstractContextManager[Pager[T]]:
        """The same list, its next page asked for while this one is used: ``with pager.prefetch() as ahead:``."""
        ...

    @property
    def checkpoint(self) -> str:
        """Opaque text: ``resume=`` with it goes on after the last item handed out."""
        ...


class AsyncPager(Protocol[T]):
    """Walks all pages of a list; nothing is sent before the first item is asked for."""

    def __aiter__(self) -> AsyncIterator[T]: ...

    def pages(self) -> AsyncIterator[Page[T]]:
        """One page at a time."""
        ...

    async def collect(self, limit: int | None = None) -> list[T]:
        """All items, or the first ``limit``, as a list."""
        ...

    async def first(self) -> T | None:
        """The first item, None when there is none."""
        ...

    def oldest_first(self) -> AsyncPager[T]:
        """The same list from the oldest item to the newest. Raises ValueError where that cannot be walked."""
        ...

    def strict(self) -> AsyncPager[T]:
        """The same list, with an error where it ends without the server saying so."""
        ...

    def prefetch(self) -> AbstractAsyncContextManager[AsyncPager[T]]:
        """The same list, its next page asked for while this one is used: ``async with pager.prefetch() as ahead:``."""
        ...

    @property
    def checkpoint(self) -> str:
        """Opaque text: ``resume=`` with it goes on after the last item handed out."""
        ...


class Sender(Protocol):
    """What resource classes need: someone who sends."""

    def send(self, request: Request[T], /) -> T:
        """Send, and give the decoded answer."""
        ...

    def paginate(self, request: Request[P], rule: PageRule[P, T], resume: str | None, /) -> Pager[T]:
        """A walk over all pages that starts with this request."""
        ...


class AsyncSender(Protocol):
    """What async resource classes need: someone who sends."""

    async def send(self, request: Request[T], /) -> T:
        """Send, and give the decoded answer."""
        ...

    def paginate(self, request: Request[P], rule: PageRule[P, T], resume: str | None, /) -> AsyncPager[T]:
        """A walk over all pages that starts with this request."""
        ...
