"""An iteration over a merged chat: the messages of its member chats, merged by time.

No I/O. Each member is paged by itself, and a page of it is requested only when no message of it is left: memory holds
one page of each member. The next message is known once a page of every member was received.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, cast

from ...errors import NotFoundError, PaginationStalled
from .chat_messages import as_content
from .checkpoint import Checkpoint
from .pagination import ListPage
from .time_order import NOWHERE, places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..generated import models
    from .chat_messages import ChatMessages, Content, ContentRequest, MessagePages
    from .time_order import Place


class MergedPages:
    """One iteration over a merged chat.

    Args:
        messages: The merged chat.
        start: Where to start: in the members, or in the list of the chat itself, which has no messages.
        members: The IDs of its members. If there are none, the chat is requested first.
    """

    def __init__(self, messages: ChatMessages, start: Checkpoint, members: Iterable[str]) -> None:
        self._messages = messages
        self._ascending = messages.oldest or messages.is_forward
        if not start.members:
            messages.start(start)  # raises ValueError if it is from the other order
        # Of a chat that was empty, or not a member, all messages are new, also with direction="after".
        is_new = start.is_start and start.order != "empty"
        self._fresh = Checkpoint(start.list_name, None, order="served" if is_new else "empty")
        self._left: dict[str, Checkpoint] = {}
        """The positions in chats that are not members any more. They may become members again."""
        self._members = {chat_id: messages.start_member(chat_id, position) for chat_id, position in start.members}
        self._requested: MessagePages | None = None
        self._failure: NotFoundError | None = None
        self._stalled: PaginationStalled | None = None
        self._next: list[MessagePages] = []
        """The members whose messages are returned next, in this order."""
        self._returned = 0
        self.answer: models.MessagePage | None = None
        """The last page that was received."""
        self._needs_chat = True
        if members:
            self._needs_chat = False
            self._set_members(members)

    @property
    def remaining(self) -> int:
        """Number of items that can be returned before another page is needed."""
        return len(self._next) - self._returned

    @property
    def has_item(self) -> bool:
        """Whether an item can be returned without another page."""
        return self._returned < len(self._next)

    @property
    def position(self) -> Checkpoint:
        """The position after the last item that was returned."""
        members = {**self._left, **{chat_id: pages.position for chat_id, pages in self._members.items()}}
        return Checkpoint(self._fresh.list_name, None, members=tuple(members.items()))

    def next_request(self) -> ContentRequest | None:
        """The request for the next page, or for the chat; None at the end.

        Raises:
            PaginationStalled: the iteration is strict, all items were returned, and the server reports more.
            NotFoundError: that of a member, which the chat still has.
        """
        if self._needs_chat:
            return self._messages.chat_request()
        if self._failure is not None:
            failure, self._failure = self._failure, None
            raise failure
        request = self._page_request()
        if request is None and self._stalled is not None:
            raise self._stalled
        return request

    def _page_request(self) -> ContentRequest | None:
        """The request for a page of the first member of which no item is left; None if there is none."""
        self._stalled = None
        for pages in self._members.values():
            try:
                request = None if pages.has_item else pages.next_request()
            except PaginationStalled as error:
                self._stalled = error  # raised at the end: the other members may have items
                continue
            if request is not None:
                self._requested = pages
                return as_content(request)
        return None

    def upcoming(self) -> ContentRequest | None:
        """The request that `next_request` will return after the current items; None if there is none."""
        request = self._next[-1].upcoming() if self._next else None
        return None if request is None else as_content(request)

    def receive_page(self, page: Content) -> None:
        """Use the response to `next_request`."""
        if self._needs_chat:
            self._needs_chat = False
            self._set_members(self._messages.members_of(cast("models.Chat", page)) or [self._messages.chat_id])
        elif self._requested is not None:
            self.answer = cast("models.MessagePage", page)
            self._requested.receive_page(self.answer)
        if self._page_request() is None:
            self._merge()

    def _set_members(self, chat_ids: Iterable[str]) -> None:
        """Go on in chats that were members before, and begin in the others."""
        earlier = self._members
        self._left.update({chat_id: pages.position for chat_id, pages in earlier.items() if chat_id not in chat_ids})
        self._members = {
            chat_id: earlier.get(chat_id) or self._messages.start_member(chat_id, self._left.pop(chat_id, self._fresh))
            for chat_id in dict.fromkeys(chat_ids)
        }
        if self._requested not in self._members.values():
            self._failure = None

    def receive_error(self, error: Exception) -> bool:
        """Request the chat if a member does not exist: it may have been removed from the merged chat."""
        if self._needs_chat or not isinstance(error, NotFoundError):
            return False
        self._failure, self._needs_chat = error, True
        return True

    def _merge(self) -> None:
        """Determine the order of the items that can be returned before a page of a member is needed."""
        self._next, self._returned = [], 0
        queues = [_Queue(chat_id, pages, ascending=self._ascending) for chat_id, pages in self._members.items()]
        queues = [queue for queue in queues if queue.places]
        while queues:
            first = min(queues, key=_Queue.ascending) if self._ascending else max(queues, key=_Queue.descending)
            self._next.append(first.pages)
            first.places.popleft()
            if not first.places:
                if first.pages.upcoming() is not None:
                    break
                queues.remove(first)

    def next_item(self) -> models.Message:
        """The next item."""
        pages = self._next[self._returned]
        self._returned += 1
        return pages.next_item()

    def whole_page(self) -> ListPage[models.Message]:
        """All items that can be returned without another page. They count as returned."""
        items = [self.next_item() for _ in range(self.remaining)]
        return ListPage(items, self.position)


class _Queue:
    """The places of the items that are left on the current page of a member."""

    def __init__(self, chat_id: str, pages: MessagePages, *, ascending: bool) -> None:
        self.pages: MessagePages = pages
        self.places: deque[Place | None] = deque(places(pages.items_left, chat_id, ascending=ascending))

    def ascending(self) -> tuple[bool, Place]:
        """What the queues are compared by if the smallest is first."""
        return self.places[0] is not None, self.places[0] or NOWHERE

    def descending(self) -> tuple[bool, Place]:
        """What the queues are compared by if the greatest is first."""
        return self.places[0] is None, self.places[0] or NOWHERE
