"""How a list is walked page by page: which cursor comes next, which items are new, where to go on later.

Pure: it says what to ask for, is given the pages, and hands out items. It trusts ``hasMore`` only when it says
no: servers were seen to serve their oldest page again and again (traps.md rows 3 and 4). It ends on

- a page that says it is the last;
- an empty page without a cursor, or the second empty page in a row (row 22: the first one goes on);
- a cursor that was used before;
- a page without an unseen item.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from ...errors import PaginationStalled
from ..util.bounded import BoundedSet
from ..util.override import override
from .checkpoint import REMEMBERED, Checkpoint, CursorHistory, Order, is_forward

if TYPE_CHECKING:
    from ..generated import contract, models, senders

T = TypeVar("T")
P = TypeVar("P")


class WalkedPage(Generic[T]):
    """One page of a walk."""

    __slots__ = ("_position", "items")

    def __init__(self, items: Sequence[T], position: Checkpoint) -> None:
        self.items = items
        """Those not handed out before, in the order of the walk."""
        self._position = position

    @property
    def checkpoint(self) -> str:
        """Opaque text: ``resume=`` with it goes on after this page."""
        return self._position.text()

    @override
    def __repr__(self) -> str:
        return f"<{type(self).__name__}, {len(self.items)} items>"


class SearchPage(WalkedPage["models.Message"]):
    """One page of a message search."""

    __slots__ = ("chats",)

    def __init__(self, items: Sequence[models.Message], position: Checkpoint, chats: Mapping[str, models.Chat]) -> None:
        super().__init__(items, position)
        self.chats = chats
        """The chats these messages are in, by chat ID, as the server sent them along."""


class PageWalk(Generic[P, T]):
    """One iteration over a list. Send what `next_request` gives, pass the page to `receive_page`, and call `next_item`
    while `has_item`.

    Args:
        request: The call that lists; its direction is that of the walk.
        rule: How its pages are read.
        start: Where to begin.
        reverse: Hand out the items of each page last to first.
        strict: Raise PaginationStalled where the list ends without the server saying so.
        onward: What positions after the first page say of the order, where that is not what `start` says.
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
        """Why the list ends, where the server did not say that it does."""
        self.ended = False
        """Is the page at hand the last?"""
        self.answer: P | None = None
        """The last page that had something to hand out, as the server sent it."""
        self._clear()

    def _clear(self) -> None:
        """No page at hand."""
        self._keys: list[str] = []
        self._new_items: list[tuple[int, T]] = []
        self._returned = 0
        self._next_cursor: str | None = None

    @property
    def remaining(self) -> int:
        """How many items there are to hand out before another page is needed."""
        return len(self._new_items) - self._returned

    @property
    def has_item(self) -> bool:
        """Is there an item to hand out?"""
        return self._returned < len(self._new_items)

    def next_request(self) -> contract.Request[P] | None:
        """The request for the next page; None at the end. The same again until its page was received.

        Raises:
            PaginationStalled: the end, where the walk is strict and the server did not say that it is.
        """
        if self.ended:
            if self._strict and self.stalled is not None:
                raise PaginationStalled(f"{self._request.operation.name} has not ended, but {self.stalled}")
            return None
        if self._keys:
            self._page_start = self._after_page()
            self._order = self._onward
            self._cursor_sent, self._before, self._mid_page = self._next_cursor, self._page_start.seen, False
            self._clear()
        return self._request_at(self._cursor_sent)

    def upcoming(self) -> contract.Request[P] | None:
        """What `next_request` will give when the page at hand is used up; None where there will be nothing."""
        return self._request_at(self._next_cursor) if self._keys and not self.ended else None

    def _request_at(self, cursor: str | None) -> contract.Request[P]:
        return self._request if cursor is None else self._request.with_query(**{self._rule.cursor_param: cursor})

    def receive_page(self, page: P) -> None:
        """Use the response to `next_request`."""
        items = self._rule.items(page)
        cursor = self._cursor_after(page, items)
        if self._cursor_sent is not None:
            self._used.add(self._cursor_sent)
        is_new = self._keep(page, items)
        self.stalled = self._stall_reason(items, cursor, is_new=is_new) if self._rule.has_more(page) else None
        self.ended = self.stalled is not None or cursor is None or not self._rule.has_more(page)
        self._skipped = not items
        if is_new:
            self._next_cursor = cursor
        elif not self.ended:
            self._cursor_sent, self._mid_page = cursor, False

    def _keep(self, page: P, items: Sequence[T]) -> bool:
        """Make this the page at hand. Not if nothing in it is new: the place to go on from is then the one before it,
        unless a part of the page was handed out before."""
        keys = [self._rule.key(item) for item in items]
        fresh = [(index, item) for index, item in enumerate(items) if self._seen.add(keys[index])]
        if not fresh and not (items and self._mid_page):
            return False
        if self._reverse:
            fresh.reverse()
        self._keys, self._new_items, self.answer = keys, fresh, page
        self._longest = max(self._longest, len(keys))
        return True

    def _cursor_after(self, page: P, items: Sequence[T]) -> str | None:
        """The cursor of the page after this one."""
        rule = self._rule
        backward, forward = rule.before(page), rule.after(page)
        if backward is None and forward is None and rule.fallback is not None and items:
            return rule.fallback(items[0] if self._forward and rule.newest_first else items[-1])
        return forward if self._forward else backward

    def _stall_reason(self, items: Sequence[T], cursor: str | None, *, is_new: bool) -> str | None:
        """Why a list ends whose server says that there is more; None if it goes on, or the page says it is the end."""
        if cursor is None:
            return "the server gave no cursor to go on with" if items else None
        if cursor in self._used:
            return "the server gave a cursor for the second time"
        if items and not is_new:
            return "the server gave a page of which every item was there before"
        if not items and self._skipped:
            return "the server gave two empty pages in a row"
        return None

    def discard(self) -> None:
        """Skip the rest of the current page, as if its items had been returned."""
        self._returned = len(self._new_items)

    def next_item(self) -> T:
        """The next item of the page at hand."""
        _, item = self._new_items[self._returned]
        self._returned += 1
        return item

    def whole_page(self) -> WalkedPage[T]:
        """The page at hand, with all its items handed out."""
        items = [item for _, item in self._new_items[self._returned :]]
        self.discard()
        return WalkedPage(items, self.position)

    @property
    def position(self) -> Checkpoint:
        """The place after the last item handed out."""
        if not self._keys:
            return self._page_start
        if not self.has_item and self._next_cursor is not None:
            return self._after_page()
        if not self._returned:
            return self._page_start
        last, _ = self._new_items[self._returned - 1]
        returned = self._keys[last:] if self._reverse else self._keys[: last + 1]
        seen = self._recent(returned if self.has_item else self._keys, pages=3)
        return Checkpoint(
            self._page_start.walk, self._cursor_sent, seen, mid_page=True, order=self._order, page=self._longest
        )

    def _after_page(self) -> Checkpoint:
        seen = self._recent(self._keys, pages=2)
        return Checkpoint(self._page_start.walk, self._next_cursor, seen, order=self._onward, page=self._longest)

    def _recent(self, keys: Sequence[str], pages: int) -> tuple[str, ...]:
        """What was handed out last, as many items as so many pages have at most. One page is what a server was seen
        to serve again; its items need not be the last ones in this order, but they are among twice as many."""
        return tuple(dict.fromkeys((*self._before, *keys)))[-pages * self._longest :]
