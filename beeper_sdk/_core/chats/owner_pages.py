"""An iteration over a list of chats in which some take the place of others: the members of a merged chat, or a merged
chat of which a search found a member.

No I/O. A chat in the place of another is retrieved, at most once in an iteration. In a list that is newest first, it is
held back until the chats that were active after it are returned; a position contains the IDs of those that are held.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar, cast

from ...errors import NotFoundError
from ..generated import api
from ..paging.checkpoint import Checkpoint
from ..paging.pagination import ListPage
from ..util.validation import usable_id
from .activity import NEVER, activity_ms, is_since
from .retrieval import retrieval

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ..generated import contract, models
    from ..paging.pagination import Pagination
    from .views import View

P = TypeVar("P")
C = TypeVar("C", bound="models.Chat")

if TYPE_CHECKING:
    Content: TypeAlias = P | models.Chat | list[models.Account]

_ALL = NEVER - 1
"""A place after that of every chat."""


class _Held(NamedTuple, Generic[C]):
    chat: C
    row: int
    """The number of chats of the page after which it is held; 0 for one of an earlier page."""


class _Ready(NamedTuple, Generic[C]):
    chat: C
    row: int
    """The number of chats of the page that count as returned together with it."""
    held: _Held[C] | None = None
    """The chat as it was held; None for a chat of the page."""


class OwnerPages(Generic[P, C]):
    """One iteration.

    Args:
        view: Which chats are returned.
        begin: Begins to page, once the accounts are known. Its argument is the IDs of the selected accounts, if known.
        start: Where to start.
        convert: Makes an item of the list of a retrieved chat, and of the one on the page in whose place it is.
        by_activity: Whether the list is newest first, so that retrieved chats are put into this order.
    """

    def __init__(
        self,
        view: View,
        begin: Callable[[list[str] | None], Pagination[P, C]],
        start: Checkpoint,
        convert: Callable[[models.Chat, C | None], C],
        *,
        by_activity: bool,
    ) -> None:
        self._view = view
        self._begin = begin
        self._start = start
        self._convert = convert
        self._by_activity = by_activity
        self._pages: Pagination[P, C] | None = None
        self._needed: deque[str] = deque(chat_id for chat_id, _ in start.members)
        """The IDs of the chats to retrieve next."""
        self._replacements: list[list[str]] = []
        self._sources: dict[str, C] = {}
        """The chat of the page in whose place another one is, by the ID of the latter."""
        self._retrieved: dict[str, C] = {}
        self._requested: set[str] = set(self._needed)
        self._held: list[_Held[C]] = []
        self._left: list[str] = list(self._needed)
        """The IDs of the chats that were held at the start, until they are retrieved."""
        self._ready: deque[_Ready[C]] = deque()
        self._released: set[str | None] = set()  # IDs of chats that were held
        self._rows = 0
        """The number of chats of the page that count as returned."""
        self._is_past = False
        self.until: datetime | None = None
        """Chats that were not active since then are not needed, if the network is known; None for no limit."""

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
        return None if self._pages is None else self._pages.answer

    @property
    def is_complete(self) -> bool:
        """Whether everything was received."""
        return self._pages is not None and self._pages.ended and not self._needed

    @property
    def position(self) -> Checkpoint:
        """The position after the last item that was returned."""
        pages = self._pages
        if pages is None:
            return self._start
        if not self._ready and not self._needed:
            self._rows += pages.remaining
            pages.discard()
        left = [*(ready.held for ready in self._ready if ready.held is not None), *self._held]
        held = [each.chat.id for each in left if each.row <= self._rows]
        none = Checkpoint(self._start.list_name, None)
        return pages.position._replace(members=tuple((chat_id, none) for chat_id in (*self._left, *held)))

    def next_request(self) -> contract.Request[Content[P]] | None:
        """The next request; None at the end.

        Raises:
            PaginationStalled: the iteration is strict, and ends although the server reports more items.
            UnknownNetwork: all chats were received, and there is no such network.
        """
        if self._pages is None:
            if self._view.accounts.needs_accounts:
                return _as_content(api.accounts.list())
            self._pages = self._begin(self._view.accounts.requested)
        if self._needed:
            return _as_content(retrieval(self._needed[0]))
        request = None if self._is_past else self._pages.next_request()
        if request is None and self._start.is_start and not self._is_past:
            self._view.accounts.check_network()
        return None if request is None else _as_content(request)

    def upcoming(self) -> contract.Request[Content[P]] | None:
        """The request that `next_request` will return after the current items; None if there is none."""
        request = None if self._pages is None or self._needed else self._pages.upcoming()
        return None if request is None else _as_content(request)

    def receive_page(self, page: Content[P]) -> None:
        """Use the response to `next_request`."""
        if self._pages is None:
            self._view.accounts.set_accounts(cast("list[models.Account]", page))
        elif self._needed:
            self._receive_chat(cast("models.Chat", page))
        else:
            self._pages.receive_page(cast("P", page))
            self._receive_rows(self._pages)

    def receive_error(self, error: Exception) -> bool:
        """Leave out a chat that does not exist any more. Returns False if the error is to be raised."""
        if not self._needed or not isinstance(error, NotFoundError):
            return False
        self._next_chat()
        return True

    def next_item(self) -> C:
        """The next item."""
        ready = self._ready.popleft()
        self._pass(ready.row)
        return ready.chat

    def whole_page(self) -> ListPage[C]:
        """All items that can be returned without another page. They count as returned."""
        items = [self.next_item() for _ in range(self.remaining)]
        return ListPage(items, self.position)

    def _pass(self, row: int) -> None:
        """Count the chats of the page up to this one as returned."""
        while self._pages is not None and self._rows < row:
            self._pages.next_item()
            self._rows += 1

    def _receive_rows(self, pages: Pagination[P, C]) -> None:
        rows = pages.items_left
        self._rows = 0
        self._held = [held._replace(row=0) for held in self._held]
        is_past = bool(rows) and not any(is_since(row, self.until) for row in rows)
        self._is_past = is_past and self._view.accounts.is_known
        self._replacements = [[] for _ in rows] if self._is_past else self._view.replacements(rows)
        for row, chat_ids in zip(rows, self._replacements, strict=True):
            self._sources.update(dict.fromkeys(chat_ids, row))
            self._needed.extend(chat_id for chat_id in chat_ids if chat_id not in self._requested)
            self._requested.update(chat_ids)
        if not self._needed:
            self._arrange(pages)

    def _receive_chat(self, chat: models.Chat) -> None:
        chat_id = self._needed[0]
        if self._view.includes_retrieved(chat):
            item = self._convert(chat, self._sources.get(chat_id))
            if chat_id in self._left:  # held at the start
                self._held.append(_Held(item, 0))
            else:
                self._retrieved[chat_id] = item
        self._next_chat()

    def _next_chat(self) -> None:
        chat_id = self._needed.popleft()
        if chat_id in self._left:
            self._left.remove(chat_id)
        elif not self._needed and self._pages is not None:
            self._arrange(self._pages)

    def _arrange(self, pages: Pagination[P, C]) -> None:
        """Determine the order of the items that can be returned before another page is needed."""
        for number, (row, chat_ids) in enumerate(zip(pages.items_left, self._replacements, strict=True)):
            self._release(activity_ms(row) if self._by_activity else _ALL, number)
            new = [self._retrieved.pop(chat_id) for chat_id in chat_ids if chat_id in self._retrieved]
            self._held += [_Held(chat, number + 1) for chat in new]
            row_id = usable_id(row.id)  # may be that of a chat that was retrieved already
            self._held = [held for held in self._held if held.chat.id != row_id]
            if row_id not in self._released and self._view.includes(row):
                self._ready.append(_Ready(row, number + 1))
        self._sources.clear()
        if pages.ended or self._is_past or not self._by_activity:
            self._release(_ALL, len(pages.items_left))

    def _release(self, until: int, row: int) -> None:
        """Return the chats that were held and active later than this."""
        if not self._held:
            return
        self._held.sort(key=lambda held: -activity_ms(held.chat))  # stable: members in the order of the merged chat
        while self._held and (activity_ms(self._held[0].chat) > until > NEVER or until == _ALL):
            held = self._held.pop(0)
            self._released.add(held.chat.id)
            self._ready.append(_Ready(held.chat, row, held))


def _as_content(
    request: contract.Request[P] | contract.Request[models.Chat] | contract.Request[list[models.Account]],
) -> contract.Request[Content[P]]:
    """The request as one whose response may be of any of the types."""
    # Requests are invariant because of their decoders, but a decoder only returns values of its type.
    return cast("contract.Request[Content[P]]", request)
