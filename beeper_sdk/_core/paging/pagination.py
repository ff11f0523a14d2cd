"""Iterates over a list page by page: which cursor is next, which items are new, and where to resume.

No I/O: a `Pagination` returns the next request, receives the page, and returns its items. ``hasMore`` is trusted only
if it is false: apps were observed to return their oldest page again and again, with ``hasMore: true`` and falling
cursors, and pages towards newer items to overlap. An iteration ends at

- a page with ``hasMore: false``;
- an empty page without a cursor, or the second empty page in a row (an empty first page with a cursor was observed);
- a cursor that was used before;
- a page without a new item.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from ...errors import PaginationStalled
from ..generated import base
from ..util.bounded import BoundedSet
from ..util.override import override
from .checkpoint import REMEMBERED, Checkpoint, Order, is_forward
from .cursors import CursorHistory, next_cursor, reports_more, stall_reason

if TYPE_CHECKING:
    from ..generated import contract, senders
    from .item_filter import ItemFilter

T = TypeVar("T")
P = TypeVar("P")


class ListPage(Generic[T]):
    """One page of a list, as `Pager.pages` returns it."""

    __slots__ = ("_position", "items")

    def __init__(self, items: Sequence[T], position: Checkpoint) -> None:
        self.items: Sequence[T] = items
        """The items that were not returned before, in the order of the iteration."""
        self._position = position

    @property
    def checkpoint(self) -> str:
        """An opaque string. Pass it as ``resume=`` to continue after this page."""
        return self._position.text()

    @override
    def __repr__(self) -> str:
        return f"<{type(self).__name__}, {len(self.items)} items>"

    def _repr_html_(self) -> str | None:
        from ..shown import table_of_items

        return table_of_items(self.items)


class Pagination(Generic[P, T]):
    """One iteration over a list. Send `next_request`, pass the page to `receive_page`, and call `next_item` while
    `has_item`.

    Args:
        request: The request of the list. Its direction is that of the iteration.
        rule: How to read its pages.
        start: The position to start at.
        reverse: Return the items of each page in reverse order.
        strict: Raise PaginationStalled if the iteration ends although the server reports more items.
        onward: The order in positions after the first page, if it differs from that of `start`.
    """

    def __init__(
        self,
        request: contract.Request[P],
        rule: senders.PageRule[P, T],
        start: Checkpoint,
        *,
        reverse: bool = False,
        strict: bool = False,
        onward: Order | None = None,
    ) -> None:
        self._request = request
        self._rule = rule
        self._forward = is_forward(request, rule)
        self._reverse = reverse
        self._strict = strict
        self._page_start = start
        self._order: Order = start.order
        self._onward: Order = start.order if onward is None else onward
        self._cursor_sent = start.cursor
        self._before = start.seen
        self._mid_page = start.mid_page
        self._longest = start.page
        self._seen: BoundedSet[str] = BoundedSet(REMEMBERED, self._before)
        self._used = CursorHistory()
        self._skipped = False
        self.stalled: str | None = None
        """Why the iteration ends although the server reports more items; None if the server reports the end."""
        self.ended: bool = False
        """Whether the current page is the last."""
        self.answer: P | None = None
        """The last page that had new items, as the server returned it."""
        self.wanted: Callable[[T], bool] | None = None
        """Which items to return; None for all. The others count as returned."""
        self._filter: ItemFilter[T] | None = None
        self._is_past: Callable[[Sequence[T]], bool] | None = None
        self._clear()

    def limit_to(self, chosen: ItemFilter[T]) -> None:
        """Return only what a filter accepts, and end where it accepts no more. The rest counts as returned."""
        self._filter = chosen
        self.end_after(chosen)

    def end_after(self, chosen: ItemFilter[T]) -> None:
        """End after the page behind which a filter accepts no more."""
        self._is_past = chosen.end(forward=self._forward)

    def _clear(self) -> None:
        """Reset the current page."""
        self._keys: list[str] = []
        self._new_items: list[tuple[int, T]] = []
        self._returned = 0
        self._next_cursor: str | None = None

    @property
    def remaining(self) -> int:
        """Number of items that can be returned before another page is needed."""
        return len(self._new_items) - self._returned

    @property
    def items_left(self) -> list[T]:
        """The items that can be returned before another page is needed."""
        return [item for _, item in self._new_items[self._returned :]]

    @property
    def has_item(self) -> bool:
        """Whether the current page has another item."""
        return self._returned < len(self._new_items)

    def next_request(self) -> contract.Request[P] | None:
        """The request for the next page; None at the end. It returns the same request until its page was received.

        Raises:
            PaginationStalled: the iteration is strict, and ends although the server reports more items.
        """
        if self.ended:
            if self._strict and self.stalled is not None:
                raise PaginationStalled(f"{self._request.operation.name} reports more items, but {self.stalled}")
            return None
        if self._keys:
            self._page_start = self._after_page()
            self._order = self._onward
            self._cursor_sent, self._before, self._mid_page = self._next_cursor, self._page_start.seen, False
            self._clear()
        return self._request_at(self._cursor_sent)

    def receive_error(self, error: Exception) -> bool:
        """Whether the iteration goes on although `next_request` failed. Never: the error is raised."""
        return False

    def upcoming(self) -> contract.Request[P] | None:
        """The request that `next_request` will return after the current page; None if there is none."""
        return self._request_at(self._next_cursor) if self._keys and not self.ended else None

    def _request_at(self, cursor: str | None) -> contract.Request[P]:
        return self._request if cursor is None else self._request.with_query(**{self._rule.cursor_param: cursor})

    def receive_page(self, page: P) -> None:
        """Make the response to `next_request` the current page."""
        items = self._rule.items(page)
        cursor = next_cursor(self._rule, page, items, forward=self._forward)
        if self._cursor_sent is not None:
            self._used.add(self._cursor_sent)
        is_new = self._keep(page, items)
        more = reports_more(self._rule.has_more(page))
        reason = stall_reason(self._used, items, cursor, is_new=is_new, skipped=self._skipped)
        self.stalled = reason if more else None
        self.ended = cursor is None or reason is not None or not (items if more is None else more)
        if self._is_past is not None and self._is_past(items):
            self.ended, self.stalled = True, None
        self._skipped = not items
        if is_new:
            self._next_cursor = cursor
        elif not self.ended:
            self._cursor_sent, self._mid_page = cursor, False

    def _keep(self, page: P, items: Sequence[T]) -> bool:
        """Make this the current page, and return whether it is. A page without new items is skipped, so that the
        position stays before it, unless a part of it was returned before."""
        keys = [base.item_key(self._rule.key(item), item) for item in items]
        fresh = [(index, item) for index, item in enumerate(items) if self._seen.add(keys[index])]
        if not fresh and not (items and self._mid_page):
            return False
        if self.wanted is not None:
            fresh = [(index, item) for index, item in fresh if self.wanted(item)]
        if self._filter is not None:
            accepted = self._filter.accepted(items)
            fresh = [(index, item) for index, item in fresh if accepted[index]]
        if self._reverse:
            fresh.reverse()
        self._keys, self._new_items, self.answer = keys, fresh, page
        self._longest = max(self._longest, len(keys))
        return True

    def discard(self) -> None:
        """Skip the rest of the current page, as if its items had been returned."""
        self._returned = len(self._new_items)

    def next_item(self) -> T:
        """The next item of the current page."""
        _, item = self._new_items[self._returned]
        self._returned += 1
        return item

    def whole_page(self) -> ListPage[T]:
        """The rest of the current page, all of whose items count as returned."""
        items = self.items_left
        self.discard()
        return ListPage(items, self.position)

    @property
    def position(self) -> Checkpoint:
        """The position after the last item that was returned."""
        if not self._keys:
            start = self._page_start
            was_empty = self.ended and start.cursor is None and not start.seen
            return start._replace(order="empty") if was_empty else start
        if not self.has_item and self._next_cursor is not None:
            return self._after_page()
        if not self._returned:
            return self._page_start
        last, _ = self._new_items[self._returned - 1]
        returned = self._keys[last:] if self._reverse else self._keys[: last + 1]
        seen = self._recent(returned if self.has_item else self._keys, pages=3)
        return Checkpoint(
            self._page_start.list_name, self._cursor_sent, seen, mid_page=True, order=self._order, page=self._longest
        )

    def _after_page(self) -> Checkpoint:
        seen = self._recent(self._keys, pages=2)
        return Checkpoint(self._page_start.list_name, self._next_cursor, seen, order=self._onward, page=self._longest)

    def _recent(self, keys: Sequence[str], pages: int) -> tuple[str, ...]:
        """IDs of the last items that were returned, as many as `pages` pages have at most.

        Servers were observed to repeat one page. In oldest-first order its items need not be the last ones that were
        returned, but they are among the last two pages."""
        return tuple(dict.fromkeys((*self._before, *keys)))[-pages * self._longest :]
