"""Walks the pages of a list. Which page comes next is decided in `paging`; here it is only asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from .._typing import override
from ..paging import Walk

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from .._api import contract, senders
    from ..paging import WalkedPage

T = TypeVar("T")
P = TypeVar("P")


class _AsyncSend(Protocol):
    async def __call__(self, request: contract.Request[P], /) -> P: ...


class AsyncPager(Generic[P, T]):
    """All items of a list, page after page; nothing is sent before the first item is asked for.

    Every walk (a loop, `pages`, `collect`, `first`) begins anew, at ``resume`` where that was given.
    """

    def __init__(
        self, send: _AsyncSend, request: contract.Request[P], rule: senders.PageRule[P, T], resume: str | None
    ) -> None:
        self._send = send
        self._request = request
        self._rule = rule
        self._resume = resume
        self._walk = Walk(request, rule, resume)

    def __aiter__(self) -> AsyncIterator[T]:
        return _AsyncItems(self._send, self._begin())

    def pages(self) -> AsyncIterator[WalkedPage[T]]:
        """One page at a time: ``items`` not handed out before, and a ``checkpoint`` after them."""
        return _AsyncPages(self._send, self._begin())

    async def collect(self, limit: int | None = None) -> list[T]:
        """All items, or the first ``limit`` (0 or more), as a list. Asks for no page more than that takes."""
        if limit is not None and limit < 0:
            raise ValueError("limit takes a number of at least 0, or None for all")
        items: list[T] = []
        if limit == 0:
            return items
        async for item in self:
            items.append(item)
            if len(items) == limit:
                break
        return items

    async def first(self) -> T | None:
        """The first item, None when there is none."""
        items = await self.collect(1)
        return items[0] if items else None

    @property
    def checkpoint(self) -> str:
        """Opaque text: ``resume=`` with it goes on after the last item that was handed out, in the walk begun last.

        At the end of a list it leads to what was added since. It holds ids and a cursor, no texts or names.
        """
        return self._walk.position.text()

    def _begin(self) -> Walk[P, T]:
        self._walk = Walk(self._request, self._rule, self._resume)
        return self._walk

    @override
    def __repr__(self) -> str:
        return f"<AsyncPager of {self._request.operation.name}>"


class _AsyncItems(Generic[T]):
    """Iterates over items. A class, not a generator: leaving a loop early leaves nothing to clean up."""

    def __init__(self, send: _AsyncSend, walk: Walk[Any, T]) -> None:
        self._send = send
        self._walk = walk

    def __aiter__(self) -> _AsyncItems[T]:
        return self

    async def __anext__(self) -> T:
        walk = self._walk
        while not walk.ready:
            request = walk.next_request()
            if request is None:
                raise StopAsyncIteration
            walk.take(await self._send(request))
        return walk.hand_out()


class _AsyncPages(Generic[T]):
    """Iterates over pages."""

    def __init__(self, send: _AsyncSend, walk: Walk[Any, T]) -> None:
        self._send = send
        self._walk = walk

    def __aiter__(self) -> _AsyncPages[T]:
        return self

    async def __anext__(self) -> WalkedPage[T]:
        walk = self._walk
        while not walk.ready:
            request = walk.next_request()
            if request is None:
                raise StopAsyncIteration
            walk.take(await self._send(request))
        return walk.whole_page()
