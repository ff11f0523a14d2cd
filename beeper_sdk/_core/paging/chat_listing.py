"""The messages of a chat that may be a merged one, whose messages are those of its member chats.

No I/O. A chat object says whether it is a merged chat. For an ID, the chat is requested if its list of messages is
empty, as that of a merged chat is: so it costs no request for a chat with messages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import evolve

from ..generated import objects
from .chat_messages import RULE, ChatMessages, as_content
from .checkpoint import starting_checkpoint

if TYPE_CHECKING:
    from ..generated import contract, models
    from .chat_messages import Content, ContentRequest, MembersOf, MessagePages
    from .checkpoint import Checkpoint
    from .item_filter import ItemFilter
    from .merged_pages import MergedPages
    from .pagination import ListPage
    from .source import PageSource


class ChatListing:
    """The messages of a chat.

    Args:
        chat: The chat or its ID.
        request: The request of the list.
        resume: The checkpoint to start at; None for the beginning.
        members_of: Returns the IDs of the member chats of a merged chat, and an empty list for another chat.
        chosen: Which messages to return; None for all.

    Raises:
        ValueError: `resume` is not a checkpoint of this list, or a merged chat is combined with a cursor.
    """

    def __init__(
        self,
        chat: str | models.Chat,
        request: contract.Request[models.MessagePage],
        resume: str | None,
        members_of: MembersOf,
        chosen: ItemFilter[models.Message] | None = None,
    ) -> None:
        self._messages = ChatMessages(objects.chat_id(chat, "chat_id"), request, members_of, chosen=chosen)
        self._start = starting_checkpoint(request, RULE, resume, () if chosen is None else chosen.names)
        self._members = [] if isinstance(chat, str) else members_of(chat)
        if self._members and RULE.cursor_param in dict(request.query):
            raise ValueError(
                "cursor must not be given for a merged chat: it is a position in one of its members; "
                "resume= continues with all of them"
            )

    @property
    def name(self) -> str:
        """The name of its operation."""
        return self._messages.request.operation.name

    def check_oldest_first(self) -> None:
        """Check that the list can be iterated oldest first. Raises ValueError with the reason if not."""
        from .oldest_first import check_oldest_first

        check_oldest_first(self._messages.request, RULE)

    def start(self, *, oldest: bool, strict: bool) -> PageSource[Content, models.Message]:
        """A new iteration. Raises ValueError if the position is from an iteration in the other order."""
        messages = evolve(self._messages, oldest=oldest, strict=strict)
        if self._members or self._start.members:
            from .merged_pages import MergedPages

            return MergedPages(messages, self._start, self._members)
        return ChatPages(messages, self._start)


class ChatPages:
    """An iteration over a chat of which it is not known whether it is merged; then over its members if it is."""

    def __init__(self, messages: ChatMessages, start: Checkpoint) -> None:
        self._messages = messages
        self._start = start
        self._own: MessagePages = messages.start(start)
        self._merged: MergedPages | None = None
        self._needs_chat = False

    @property
    def _pages(self) -> MessagePages | MergedPages:
        return self._own if self._merged is None else self._merged

    @property
    def has_item(self) -> bool:
        """Whether an item can be returned without another page."""
        return self._pages.has_item

    @property
    def remaining(self) -> int:
        """Number of items that can be returned before another page is needed."""
        return self._pages.remaining

    @property
    def answer(self) -> Content | None:
        """The last page that had new items, as the server returned it."""
        return self._pages.answer

    @property
    def position(self) -> Checkpoint:
        """The position after the last item that was returned."""
        # Not that of an empty list: later it would lead to all messages of the members, also with direction="after".
        return self._start if self._needs_chat else self._pages.position

    def next_request(self) -> ContentRequest | None:
        """The request for the next page, or for the chat; None at the end. Raises PaginationStalled."""
        if self._needs_chat:
            return self._messages.chat_request()
        request = self._pages.next_request()
        return None if request is None else as_content(request)

    def upcoming(self) -> ContentRequest | None:
        """The request that `next_request` will return after the current items; None if there is none."""
        request = self._pages.upcoming()
        return None if request is None else as_content(request)

    def receive_page(self, page: Content) -> None:
        """Use the response to `next_request`."""
        if self._merged is not None:
            self._merged.receive_page(page)
        elif self._needs_chat:
            self._receive_chat(cast("models.Chat", page))
        else:
            self._own.receive_page(cast("models.MessagePage", page))
            self._needs_chat = self._own.ended and self._own.position.order == "empty"  # never with a cursor

    def _receive_chat(self, chat: models.Chat) -> None:
        self._needs_chat = False
        members = self._messages.members_of(chat)
        if members:
            from .merged_pages import MergedPages

            self._merged = MergedPages(self._messages, self._start, members)

    def receive_error(self, error: Exception) -> bool:
        """Use the error of `next_request`. Returns False if it is to be raised."""
        return self._pages.receive_error(error)

    def next_item(self) -> models.Message:
        """The next item."""
        return self._pages.next_item()

    def whole_page(self) -> ListPage[models.Message]:
        """All items that can be returned without another page. They count as returned."""
        return self._pages.whole_page()
