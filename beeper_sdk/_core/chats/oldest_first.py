"""An iteration over such a list that returns the chat that was active first, first.

No I/O. Retrieved chats belong among the others by their activity, which is known only when all chats that were active
later are. So the list is read newest first, up to the position, and reversed: the chats are in memory, but no page is
requested twice.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Generic, TypeVar

from ..paging.checkpoint import Checkpoint
from ..paging.pagination import ListPage
from .activity import NEVER, activity_ms

if TYPE_CHECKING:
    from ..generated import contract, models
    from .owner_pages import Content, OwnerPages

P = TypeVar("P")
C = TypeVar("C", bound="models.Chat")


class OldestFirstPages(Generic[P, C]):
    """One iteration.

    Args:
        pages: An iteration over the list from its beginning, newest first.
        start: The position to start at, of an iteration of this class.
    """

    def __init__(self, pages: OwnerPages[P, C], start: Checkpoint) -> None:
        self._pages = pages
        self._list_name = start.list_name
        self._last_ms = NEVER - 1 if start.cursor is None else _milliseconds(start.cursor)
        """The activity of the last chat that was returned."""
        self._last_ids: tuple[str, ...] = start.seen
        """The IDs of the returned chats with this activity."""
        self._received: list[C] = []
        self._ready: deque[C] = deque()
        self._is_complete = False

    @property
    def remaining(self) -> int:
        """Number of items that can be returned before another page is needed."""
        return len(self._ready)

    @property
    def has_item(self) -> bool:
        """Whether an item can be returned without another page."""
        return bool(self._ready)

    @property
    def answer(self) -> Content[P] | None:
        """The last page that had new items, as the server returned it."""
        return self._pages.answer

    @property
    def position(self) -> Checkpoint:
        """The position after the last item that was returned."""
        cursor = None if self._last_ms < NEVER else str(self._last_ms)
        return Checkpoint(self._list_name, cursor, self._last_ids, order="oldest")

    def next_request(self) -> contract.Request[Content[P]] | None:
        """The next request; None at the end. Raises as `OwnerPages.next_request`."""
        return None if self._is_complete and not self._pages.is_complete else self._pages.next_request()

    def upcoming(self) -> contract.Request[Content[P]] | None:
        """None: when there is something to return, everything was received."""
        return None

    def receive_page(self, page: Content[P]) -> None:
        """Use the response to `next_request`."""
        self._pages.receive_page(page)
        self._receive_items()

    def receive_error(self, error: Exception) -> bool:
        """Use the error of `next_request`. Returns False if it is to be raised."""
        if not self._pages.receive_error(error):
            return False
        self._receive_items()
        return True

    def _receive_items(self) -> None:
        items = [self._pages.next_item() for _ in range(self._pages.remaining)]
        self._received += [item for item in items if self._is_new(item)]
        reached = bool(items) and NEVER < activity_ms(items[-1]) < self._last_ms
        if (reached or self._pages.is_complete) and not self._is_complete:
            self._is_complete = True
            self._received.reverse()
            self._ready.extend(sorted(self._received, key=activity_ms))
            self._received.clear()

    def _is_new(self, item: C) -> bool:
        moment = activity_ms(item)
        return moment > self._last_ms or (moment == self._last_ms and item.id not in self._last_ids)

    def next_item(self) -> C:
        """The next item."""
        item = self._ready.popleft()
        moment = activity_ms(item)
        self._last_ids = (*(self._last_ids if moment == self._last_ms else ()), item.id)
        self._last_ms = moment
        return item

    def whole_page(self) -> ListPage[C]:
        """All items that can be returned without another page. They count as returned."""
        items = [self.next_item() for _ in range(self.remaining)]
        return ListPage(items, self.position)


def _milliseconds(cursor: str) -> int:
    try:
        return int(cursor)
    except ValueError:
        raise ValueError("resume must be an unchanged checkpoint of a pager or page") from None
