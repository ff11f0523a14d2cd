"""The requests for the messages of a chat, and for the chat itself, which says whether it is a merged one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from attrs import frozen

from ..generated import api
from .checkpoint import is_forward
from .listing import start_pagination

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..generated import contract, models, senders
    from .checkpoint import Checkpoint
    from .item_filter import ItemFilter
    from .pagination import Pagination

    Content: TypeAlias = models.MessagePage | models.Chat
    ContentRequest: TypeAlias = contract.Request[Content]
    MessagePages: TypeAlias = Pagination[models.MessagePage, models.Message]
    MembersOf: TypeAlias = Callable[[models.Chat], list[str]]

RULE: senders.PageRule[models.MessagePage, models.Message] = api.messages.LIST_PAGES


def as_content(
    request: contract.Request[models.MessagePage] | contract.Request[models.Chat] | ContentRequest,
) -> ContentRequest:
    """The request as one whose response may be of either type."""
    # Requests are invariant because of their decoders, but a decoder only returns values of its type.
    return cast("ContentRequest", request)


@frozen(repr=False)
class ChatMessages:
    """The messages of a chat, in one direction and order."""

    chat_id: str
    request: contract.Request[models.MessagePage]
    """The request of the list."""
    members_of: MembersOf
    """Returns the IDs of the member chats of a merged chat, and an empty list for another chat."""
    oldest: bool = False
    strict: bool = False
    chosen: ItemFilter[models.Message] | None = None
    """Which messages to return; None for all."""

    @property
    def is_forward(self) -> bool:
        """Whether the direction is towards newer messages."""
        return is_forward(self.request, RULE)

    def chat_request(self) -> ContentRequest:
        """The request for the chat, without its participants."""
        return as_content(api.chats.retrieve(self.chat_id, max_participant_count=0))

    def start(self, position: Checkpoint) -> MessagePages:
        """An iteration over the chat's own messages. Raises ValueError if the position is from the other order."""
        return self._start(self.request, position, oldest=self.oldest)

    def start_member(self, chat_id: str, position: Checkpoint) -> MessagePages:
        """An iteration over the messages of a member, for merging. Raises ValueError as `start`."""
        request = api.messages.list(chat_id, direction="after" if self.is_forward else "before")
        # Pages towards newer messages are reversed in any case: otherwise they could not be merged by time.
        return self._start(request, position, oldest=self.oldest or self.is_forward)

    def _start(
        self, request: contract.Request[models.MessagePage], position: Checkpoint, *, oldest: bool
    ) -> MessagePages:
        return start_pagination(request, RULE, position, oldest=oldest, strict=self.strict, chosen=self.chosen)
