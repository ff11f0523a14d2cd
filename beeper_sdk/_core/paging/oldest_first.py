"""Walks that hand out the oldest item first, though servers put the newest first into every page (traps.md row 5).

Pure, as `page_walk`. A walk towards newer only turns its pages round. One that begins at the newest item goes back to
the beginning first, keeping nothing but the oldest page, and then towards newer from there: twice the requests, and as
flat in memory as any walk. It ends at the newest item there is by then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..util.override import override
from .checkpoint import Checkpoint, is_forward
from .page_walk import PageWalk

if TYPE_CHECKING:
    from ..generated import contract, senders

T = TypeVar("T")
P = TypeVar("P")


def check_oldest_first(request: contract.Request[P], rule: senders.PageRule[P, T]) -> None:
    """Can this list be walked oldest first? Raises ValueError saying why not."""
    name = request.operation.name
    if not rule.newest_first:
        raise ValueError(f"oldest_first takes a list that is known to come newest first; {name} is not")
    if not is_forward(request, rule) and dict(request.query).get(rule.cursor_param) is not None:
        raise ValueError(
            f"oldest_first takes a walk of {name} towards newer (direction='after'), or one over the whole list; this "
            "one goes back from a cursor"
        )


def walk(
    request: contract.Request[P], rule: senders.PageRule[P, T], start: Checkpoint, *, oldest: bool, strict: bool
) -> PageWalk[P, T]:
    """The walk over a list from a place on.

    Raises:
        ValueError: the place is of a walk in the other order.
    """
    if oldest and start.order == "served":
        if start.seen or start.mid_page:
            raise ValueError("resume takes a checkpoint of a walk with oldest_first(); this one comes from one without")
        start = start._replace(order="oldest")
    if not oldest and start.order != "served":
        raise ValueError("resume takes a checkpoint of a walk without oldest_first(); this one comes from one with it")
    if not oldest or is_forward(request, rule):
        return PageWalk(request, rule, start, reverse=oldest, strict=strict)
    if start.order == "turned":
        return PageWalk(_towards_newer(request, rule), rule, start, reverse=True, strict=strict)
    return OldestFirstWalk(request, rule, start, strict=strict)


def _towards_newer(request: contract.Request[P], rule: senders.PageRule[P, T]) -> contract.Request[P]:
    return request.with_query(**{rule.direction_param: "after"})


class OldestFirstWalk(PageWalk[P, T]):
    """Goes back to the beginning of a list, and then, as any walk, towards newer."""

    def __init__(
        self, request: contract.Request[P], rule: senders.PageRule[P, T], start: Checkpoint, *, strict: bool
    ) -> None:
        super().__init__(_towards_newer(request, rule), rule, start, reverse=True, strict=strict, onward="turned")
        self._back: PageWalk[P, T] | None = PageWalk(request, rule, Checkpoint(start.walk, start.cursor), strict=strict)
        self._pages = 0

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
        """Begin with the oldest page. Where that is the newest too, nothing else is asked for."""
        self.ended = oldest is None or self._pages == 1
        if oldest is None:
            return
        items = self._rule.items(oldest)
        cursor = self._cursor_after(oldest, items)
        if cursor is None and not self.ended:
            self.ended = self._strict = True  # ending quietly would hide all that is newer
            self.stalled = "the server gave no cursor that leads from its oldest page to newer ones"
            return
        self._mid_page = True  # go on from it even if all of it was handed out before
        self._keep(oldest, items)
        self._next_cursor = cursor
