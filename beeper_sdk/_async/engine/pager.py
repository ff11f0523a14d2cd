"""Pagers: iterate over the pages of a list. `_core.paging` decides what is requested next; here it is sent."""

from __future__ import annotations

from contextlib import asynccontextmanager
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from ..._core.util.override import override
from ..._core.util.validation import check_count

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable
    from typing import Self

    from ..._core.concurrency.prefetch import AsyncFuture, AsyncPrefetcher
    from ..._core.generated import contract
    from ..._core.paging.pagination import ListPage
    from ..._core.paging.source import Listing, PageSource

T = TypeVar("T")
P = TypeVar("P")


class _AsyncSend(Protocol):
    async def __call__(self, request: contract.Request[P], /) -> P: ...


class AsyncPager(Generic[P, T]):
    """Iterates over all items of a list, page by page. Nothing is sent before the first item is needed.

    Every iteration (a loop, `pages`, `collect`, `first`) starts again at the beginning, or at ``resume`` if that was
    given. Memory use is constant: one page, and the last 20,000 IDs, to detect repeated items.

    An iteration can be resumed later, also in another process: store the checkpoint after each item (or page) together
    with the result of processing it, in one transaction or one line of a file, and pass the last stored checkpoint as
    ``resume``. Then no item is repeated or missed, even if the process is killed.
    """

    def __init__(self, send: _AsyncSend, listing: Listing[P, T]) -> None:
        self._send = send
        self._listing = listing
        self._oldest_first = self._strict = False
        self._prefetcher: AsyncPrefetcher | None = None
        self._source: PageSource[P, T] | None = None

    def __aiter__(self) -> AsyncIterator[T]:
        return _AsyncItems(self._start_iteration())

    def pages(self) -> AsyncIterator[ListPage[T]]:
        """Iterate over pages. Each has the ``items`` that were not returned before, and a ``checkpoint`` after them."""
        return _AsyncPages(self._start_iteration())

    async def collect(self, limit: int | None = None) -> list[T]:
        """All items as a list, or the first ``limit`` (0 or more). Requests no more pages than that needs.

        The last 50 items in reading order are ``pager.collect(limit=50)[::-1]``; with `oldest_first`, ``limit=50``
        returns the first 50 of the whole history.

        Args:
            limit: Maximum number of items, 0 or more; None for all.

        Raises:
            TypeError, ValueError: ``limit`` is invalid.
            APIError: a page cannot be requested.
        """
        if limit is not None:
            check_count("limit", limit, 0)
        items: list[T] = []
        if limit == 0:
            return items
        async for item in _AsyncItems(self._start_iteration(limit)):
            items.append(item)
            if len(items) == limit:
                break
        return items

    async def first(self) -> T | None:
        """The first item; None if the list is empty."""
        items = await self.collect(1)
        return items[0] if items else None

    def oldest_first(self) -> Self:
        """A pager over the same list from the oldest item to the newest. This pager is not changed.

        The server returns the newest item first in every page, in both directions. With ``direction="after"`` and a
        ``cursor``, each page is reversed, without more requests. Otherwise the pager first pages back to the beginning
        of the list, and then forward to the newest item. That takes twice the requests (except for a list of one page)
        but no more memory. The first item is returned when the beginning was reached. So ``collect(limit=50)`` returns
        the oldest 50; for the newest 50 in this order, see `collect`.

        Raises:
            ValueError: the order of the list is not known (contacts, message search), or ``cursor`` is given without
                ``direction="after"``.
        """
        self._listing.check_oldest_first()
        return self._changed(oldest=True)

    def strict(self) -> Self:
        """A pager over the same list that raises PaginationStalled if pages repeat although the server reports more.

        By default the iteration ends there without an error, because some apps do this at the start of every chat
        history. The items before were returned. This pager is not changed.
        """
        return self._changed(strict=True)

    @asynccontextmanager
    async def prefetch(self) -> AsyncGenerator[Self]:
        """A pager over the same list that requests the next page while the current one is used, one page ahead.

        It is a context manager: ``async with pager.prefetch() as ahead:``, then iterate over ``ahead``. Checkpoints are
        not affected: a page that was requested and not used does not count. The request that is still running at the
        end of the block is ended. An error of a page is raised when that page is needed.
        """
        from ..._core.concurrency.prefetch import AsyncPrefetcher

        async with AsyncPrefetcher() as ahead:
            yield self._changed(ahead=ahead)

    @property
    def checkpoint(self) -> str:
        """An opaque string. Pass it as ``resume=`` to continue after the last item of the most recent iteration.

        It is valid for the same list only: same chat, filters, direction and order. At the end of a list it continues
        with the items that were added since. It contains IDs and a cursor, but no texts or names.
        """
        return (self._source or self._new_source()).position.text()

    def _changed(
        self, *, oldest: bool | None = None, strict: bool | None = None, ahead: AsyncPrefetcher | None = None
    ) -> Self:
        other: Self = copy(self)
        other._source = None
        other._oldest_first = self._oldest_first if oldest is None else oldest
        other._strict = self._strict if strict is None else strict
        other._prefetcher = self._prefetcher if ahead is None else ahead
        return other

    def _new_source(self) -> PageSource[P, T]:
        return self._listing.start(oldest=self._oldest_first, strict=self._strict)

    def _start_iteration(self, limit: int | None = None) -> AsyncPageLoader[P, T]:
        self._source = self._new_source()
        return AsyncPageLoader(self._send, self._source, self._prefetcher, limit)

    @override
    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._listing.name}: collect, first, pages, ...>"


class AsyncPageLoader(Generic[P, T]):
    """Loads the pages of one iteration: each when it is needed, or one page ahead."""

    def __init__(
        self,
        send: _AsyncSend,
        source: PageSource[P, T],
        prefetcher: AsyncPrefetcher | None,
        limit: int | None = None,
    ) -> None:
        self._send = send
        self.source: PageSource[P, T] = source
        self._prefetcher = prefetcher
        self._limit = limit
        self.on_page: Callable[[P], object] | None = None
        self._future: AsyncFuture[P] | None = None

    async def ensure_items(self) -> bool:
        """Load pages until there is an item to return. Returns False at the end of the list."""
        while not self.source.has_item:
            request = self.source.next_request()
            if request is None:
                return False
            try:
                page = await self._page(request)
            except Exception as error:
                if not self.source.receive_error(error):
                    raise
                continue
            self.source.receive_page(page)
            if self.on_page is not None:
                self.on_page(page)
            await self._prefetch_next()
        return True

    async def _page(self, request: contract.Request[P]) -> P:
        future = self._future
        if future is None:
            return await self._send(request)
        try:
            page = await future.result()
        except Exception:  # not a cancellation: the page is still being loaded, or was loaded just now
            self._future = None
            raise
        self._future = None
        return page

    async def _prefetch_next(self) -> None:
        """Request the next page, unless the items of the current page reach the limit."""
        if self._prefetcher is None or not self.source.has_item:
            return
        if self._limit is not None:
            self._limit -= self.source.remaining
            if self._limit <= 0:
                return
        upcoming = self.source.upcoming()
        if upcoming is not None:
            self._future = self._prefetcher.start(partial(self._send, upcoming))
            if self._future is not None:
                await self._future.begin()


class _AsyncItems(Generic[P, T]):
    """Iterates over items. A class, because a generator would have to be closed after leaving a loop early."""

    def __init__(self, loader: AsyncPageLoader[P, T]) -> None:
        self._loader = loader

    def __aiter__(self) -> _AsyncItems[P, T]:
        return self

    async def __anext__(self) -> T:
        if self._loader.source.has_item or await self._loader.ensure_items():
            return self._loader.source.next_item()
        raise StopAsyncIteration


class _AsyncPages(Generic[P, T]):
    """Iterates over pages."""

    def __init__(self, loader: AsyncPageLoader[P, T]) -> None:
        self._loader = loader

    def __aiter__(self) -> _AsyncPages[P, T]:
        return self

    async def __anext__(self) -> ListPage[T]:
        if await self._loader.ensure_items():
            return self._loader.source.whole_page()
        raise StopAsyncIteration
