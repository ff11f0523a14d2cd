"""Iterations that return the oldest item first. Servers put the newest item first in every page, in both directions.

No I/O. An iteration towards newer items only reverses each page. One over a whole list first pages back to the oldest
page, without keeping any other page, and then pages forward to the newest item: twice the requests, but constant
memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..util.override import override
from .checkpoint import Checkpoint, Order, is_forward
from .cursors import next_cursor
from .pagination import Pagination

if TYPE_CHECKING:
    from ..generated import contract, senders
    from .item_filter import ItemFilter

T = TypeVar("T")
P = TypeVar("P")


def check_oldest_first(request: contract.Request[P], rule: senders.PageRule[P, T]) -> None:
    """Check that a list can be iterated oldest first. Raises ValueError with the reason if not."""
    name = request.operation.name
    if not rule.newest_first:
        raise ValueError(f"oldest_first is not supported by {name}, whose order is not known")
    if not is_forward(request, rule) and dict(request.query).get(rule.cursor_param) is not None:
        raise ValueError(
            f"oldest_first of {name} requires direction='after' if cursor= is given; leave out cursor= to iterate over "
            "the whole list"
        )


def towards_newer(request: contract.Request[P], rule: senders.PageRule[P, T]) -> contract.Request[P]:
    """The same request in the direction of newer items."""
    return request.with_query(**{rule.direction_param: "after"})


class OldestFirstPagination(Pagination[P, T]):
    """Pages back to the beginning of a list, and then forward to its end."""

    def __init__(
        self,
        request: contract.Request[P],
        rule: senders.PageRule[P, T],
        start: Checkpoint,
        *,
        reverse: bool,
        strict: bool,
        onward: Order,
    ) -> None:
        super().__init__(towards_newer(request, rule), rule, start, reverse=reverse, strict=strict, onward=onward)
        self._back: Pagination[P, T] | None = Pagination(
            request, rule, Checkpoint(start.list_name, start.cursor), strict=strict
        )
        self._pages = 0

    @override
    def limit_to(self, chosen: ItemFilter[T]) -> None:
        super().limit_to(chosen)
        if self._back is not None:
            self._back.end_after(chosen)

    @override
    def next_request(self) -> contract.Request[P] | None:
        return super().next_request() if self._back is None else self._back.next_request()

    @override
    def receive_page(self, page: P) -> None:
        back = self._back
        if back is None:
            super().receive_page(page)
            return
        back.receive_page(page)
        if back.has_item:
            self._pages += 1
            back.discard()
        if back.ended and not (self._strict and back.stalled):
            self._back = None
            self._start_forward(back.answer)

    def _start_forward(self, oldest: P | None) -> None:
        """Start to page forward, at the oldest page. If that is the only page, no other page is requested."""
        self.ended = oldest is None or self._pages == 1
        if oldest is None:
            return
        items = self._rule.items(oldest)
        cursor = next_cursor(self._rule, oldest, items, forward=True)
        if cursor is None and not self.ended:
            # An error even if the pager is not strict: ending here would silently leave out all newer items.
            self.ended = self._strict = True
            self.stalled = "the server returned no cursor from its oldest page to newer pages"
            return
        self._mid_page = True  # so that the page is kept even if all its items were returned before
        self._keep(oldest, items)
        self._next_cursor = cursor
        if self._is_past is not None and self._is_past(items):
            self.ended = True
