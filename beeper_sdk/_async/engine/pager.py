"""Iterates over the pages of a list. `_core.paging` decides which page is next; here it is requested."""

from __future__ import annotations

from contextlib import asynccontextmanager
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from ..._core.concurrency.prefetch import AsyncPrefetcher
from ..._core.paging.checkpoint import starting_checkpoint
from ..._core.paging.oldest_first import check_oldest_first, walk
from ..._core.util.override import override

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator
    from typing import Self

    from ..._core.concurrency.prefetch import AsyncFuture
    from ..._core.generated import contract, senders
    from ..._core.paging.page_walk import PageWalk, WalkedPage

T = TypeVar("T")
P = TypeVar("P")


class _AsyncSend(Protocol):
    async def __call__(self, request: contract.Request[P], /) -> P: ...


class AsyncPager(Generic[P, T]):
    """All items of a list, page after page; nothing is sent before the first item is asked for.

    Every walk (a loop, `pages`, `collect`, `first`) begins anew, at ``resume`` where that was given. Memory stays
    flat however long the list is: a page is held, and the last 20,000 ids, to know repeats.

    A walk can be taken up later, in another process: keep the checkpoint after each item (or page) together with
    what you make of it, in one transaction or one line of a file, and give the last one kept as ``resume``. Nothing
    is then repeated or missed, wherever the process died.
    """

    def __init__(
        self, send: _AsyncSend, request: contract.Request[P], rule: senders.PageRule[P, T], resume: str | None
    ) -> None:
        self._send = send
        self._request = request
        self._rule = rule
        self._start = starting_checkpoint(request, rule, resume)
        self._oldest_first = self._strict = False
        self._prefetcher: AsyncPrefetcher | None = None
        self._current_walk: PageWalk[P, T] | None = None

    def __aiter__(self) -> AsyncIterator[T]:
        return _AsyncItems(self._start_walk())

    def pages(self) -> AsyncIterator[WalkedPage[T]]:
        """One page at a time: ``items`` not handed out before, and a ``checkpoint`` after them."""
        return _AsyncPages(self._start_walk())

    async def collect(self, limit: int | None = None) -> list[T]:
        """All items, or the first ``limit`` (0 or more), as a list. Asks for no page more than that takes."""
        if limit is not None and limit < 0:
            raise ValueError("limit takes a number of at least 0, or None for all")
        items: list[T] = []
        if limit == 0:
            return items
        async for item in _AsyncItems(self._start_walk(limit)):
            items.append(item)
            if len(items) == limit:
                break
        return items

    async def first(self) -> T | None:
        """The first item, None when there is none."""
        items = await self.collect(1)
        return items[0] if items else None

    def oldest_first(self) -> Self:
        """The same list from the oldest item to the newest; this pager stays as it is.

        Servers put the newest first into every page, in both directions. A walk towards newer
        (``direction="after"``, from a ``cursor``) only has its pages turned round: as many requests, as little memory.
        A walk over a whole list has to find its beginning first: it goes back page by page, keeping only the last
        one, and then towards newer from there, up to the newest item there is by then. That is twice the requests
        (but for a list of one page), and no more memory. The first item comes when the beginning was found.

        Raises:
            ValueError: the list is not known to come newest first (contacts, message search), or the walk goes back
                from a cursor.
        """
        check_oldest_first(self._request, self._rule)
        return self._changed(oldest=True)

    def strict(self) -> Self:
        """The same list, but PaginationStalled is raised where it ends without the server saying so: its pages come
        again, though they are said to be followed by more. What came before was handed out. This pager stays as it
        is: servers were seen to do so at the start of every history, so it ends there quietly."""
        return self._changed(strict=True)

    @asynccontextmanager
    async def prefetch(self) -> AsyncGenerator[Self]:
        """The same list, but the next page is asked for while this one is used; one page ahead, no further.

        A block: ``async with pager.prefetch() as ahead:``, and then ``ahead`` is walked as any pager. Checkpoints are
        the same: a page that was asked for and not used does not count. Leaving the block, in whatever way, ends what
        is under way. What goes wrong with a page is raised when that page is needed.
        """
        async with AsyncPrefetcher() as ahead:
            yield self._changed(ahead=ahead)

    @property
    def checkpoint(self) -> str:
        """Opaque text: ``resume=`` with it goes on after the last item that was handed out, in the walk begun last.

        It fits the same list only: same chat, same filters, same direction and order. At the end of a list it leads
        to what was added since. It holds ids and a cursor, no texts or names.
        """
        return (self._current_walk or self._walk()).position.text()

    def _changed(
        self, *, oldest: bool | None = None, strict: bool | None = None, ahead: AsyncPrefetcher | None = None
    ) -> Self:
        other: Self = copy(self)
        other._current_walk = None
        other._oldest_first = self._oldest_first if oldest is None else oldest
        other._strict = self._strict if strict is None else strict
        other._prefetcher = self._prefetcher if ahead is None else ahead
        return other

    def _walk(self) -> PageWalk[P, T]:
        return walk(self._request, self._rule, self._start, oldest=self._oldest_first, strict=self._strict)

    def _start_walk(self, limit: int | None = None) -> AsyncPageLoader[P, T]:
        self._current_walk = self._walk()
        return AsyncPageLoader(self._send, self._current_walk, self._prefetcher, limit)

    @override
    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._request.operation.name}>"


class AsyncPageLoader(Generic[P, T]):
    """Loads the pages of one iteration: each when it is needed, or one page ahead."""

    def __init__(
        self, send: _AsyncSend, walk: PageWalk[P, T], prefetcher: AsyncPrefetcher | None, limit: int | None = None
    ) -> None:
        self._send = send
        self.walk = walk
        self._prefetcher = prefetcher
        self._limit = limit
        self._future: AsyncFuture[P] | None = None

    async def ensure_items(self) -> bool:
        """Load pages until there is an item to return; False at the end of the list."""
        while not self.walk.has_item:
            request = self.walk.next_request()
            if request is None:
                return False
            self.walk.receive_page(await self._page(request))
            self._prefetch_next()
        return True

    async def _page(self, request: contract.Request[P]) -> P:
        future = self._future
        if future is None:
            return await self._send(request)
        try:
            return await future.result()
        finally:
            if future.done:  # not where the wait was cancelled: the page is still being loaded
                self._future = None

    def _prefetch_next(self) -> None:
        """Request the next page, unless the items at hand reach the limit."""
        if self._prefetcher is None or not self.walk.has_item:
            return
        if self._limit is not None:
            self._limit -= self.walk.remaining
            if self._limit <= 0:
                return
        upcoming = self.walk.upcoming()
        if upcoming is not None:
            self._future = self._prefetcher.start(partial(self._send, upcoming))


class _AsyncItems(Generic[P, T]):
    """Iterates over items. A class, not a generator: leaving a loop early leaves nothing to clean up."""

    def __init__(self, loader: AsyncPageLoader[P, T]) -> None:
        self._loader = loader

    def __aiter__(self) -> _AsyncItems[P, T]:
        return self

    async def __anext__(self) -> T:
        if self._loader.walk.has_item or await self._loader.ensure_items():
            return self._loader.walk.next_item()
        raise StopAsyncIteration


class _AsyncPages(Generic[P, T]):
    """Iterates over pages."""

    def __init__(self, loader: AsyncPageLoader[P, T]) -> None:
        self._loader = loader

    def __aiter__(self) -> _AsyncPages[P, T]:
        return self

    async def __anext__(self) -> WalkedPage[T]:
        if await self._loader.ensure_items():
            return self._loader.walk.whole_page()
        raise StopAsyncIteration
