"""Chats: the generated operations, and what takes more than one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import identity
from .._api import resources
from ..errors import IncompleteParticipants, SelfUserUnknown

if TYPE_CHECKING:
    from .._api import models
    from .roster import AsyncRoster

FIRST_PAGE = 100
"""Members asked for first: enough for nearly every chat, and small."""


class AsyncChats(resources.AsyncChatsApi):
    """Chats: list, search, read, change, remind; who is in them."""

    __slots__ = ()

    def participants(self, chat: str | models.Chat, *, page_size: int = FIRST_PAGE) -> AsyncRoster:
        """The members of a chat: complete, however much the server cuts off.

        Args:
            chat: Chat ID, or a chat from a list (it holds at most 20 members) or from `retrieve`. Members it holds
                are used as they are, without another request.
            page_size: How many members to ask for first, 1 to 500; if there are more, all are asked for next.

        Returns:
            Something to loop over, with `collect`, `first`, and `total` once the first answer is there. Looping
            raises IncompleteParticipants where the server keeps members back.
        """
        from .roster import AsyncRoster

        return AsyncRoster(self.retrieve, chat, page_size)

    async def self_user(self, chat: str | models.Chat) -> models.User:
        """Who you are in a chat. With a chat that holds you it takes no request, at most two or three else.

        Args:
            chat: Chat ID, or a chat from a list or from `retrieve`.

        Raises:
            SelfUserUnknown: nothing says which member you are; the error tells where was looked.
        """
        if isinstance(chat, str):
            chat = await self.retrieve(chat, max_participant_count=FIRST_PAGE)
        people = chat.participants.items
        if (found := identity.marked(people)) is not None:
            return found
        tried = ["isSelf among the participants"]
        accounts = await resources.AsyncAccountsApi(self._sender).list()
        user = identity.owner(accounts, chat.account_id)
        if user is not None:
            tried.append("the account's user among the participants")
            if (found := identity.with_id(people, user.id)) is not None:
                return found
        if chat.participants.has_more:
            tried.append("the whole roster")
            people = await self._everyone(chat)
            found = identity.marked(people) or identity.with_id(people, user.id if user else None)
            if found is not None:
                return found
        raise SelfUserUnknown(tried)

    async def _everyone(self, chat: models.Chat) -> list[models.Participant]:
        """All members, or as many as the server gives."""
        try:
            return await self.participants(chat).collect()
        except IncompleteParticipants as short:
            return short.participants
