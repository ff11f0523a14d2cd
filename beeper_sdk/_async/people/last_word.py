"""Finds out who wrote last in a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..._core.chats.last_word import counts, may_need_reply
from ..._core.generated import api
from ..._core.paging.chat_listing import ChatListing
from ..._core.paging.chat_messages import RULE
from ..._core.paging.listing import PlainListing
from ..._core.people.rosters import member_ids
from ..._core.util.validation import usable_id
from ...errors import NotFoundError, ResponseDecodeError, SelfUserUnknown
from ..engine.pager import AsyncPager
from .self_lookup import AsyncSelfLookup

if TYPE_CHECKING:
    from ..._core.generated import models
    from ..engine.sender import AsyncRequestSender

P = TypeVar("P")
_MAX_ROWS = 60
"""Rows of a chat that are read to find a message that counts: about three pages."""


class AsyncLastWord:
    """Determines whether the last message of a chat is somebody else's."""

    def __init__(self, engine: AsyncRequestSender) -> None:
        self._engine = engine
        self._self_lookup = AsyncSelfLookup(engine)

    async def is_of_others(self, chat: models.ChatWithPreview) -> bool:
        if not may_need_reply(chat):
            return False
        last: models.Message | None = chat.preview
        if last is None or not counts(last):
            last = await self._last(chat)
        return last is not None and not await self._is_mine(last, usable_id(last.chat_id) or chat.id)

    async def _last(self, chat: models.ChatWithPreview) -> models.Message | None:
        """The last message that counts. In a merged chat, that of all members."""
        request = api.messages.list(chat.id)
        if not member_ids(chat):  # it was listed just now, so an empty one need not be requested to see whether it is
            return await self._last_of(AsyncPager(self._engine.send, PlainListing(request, RULE, None)))
        return await self._last_of(AsyncPager(self._engine.send, ChatListing(chat, request, None, member_ids)))

    async def _last_of(self, pager: AsyncPager[P, models.Message]) -> models.Message | None:
        try:
            rows = 0
            async for page in pager.pages():
                last = next(filter(counts, page.items), None)
                rows += len(page.items)
                if last is not None or rows >= _MAX_ROWS:
                    return last
        except NotFoundError:  # the chat was deleted since it was listed
            return None
        return None

    async def _is_mine(self, message: models.Message, chat_id: str) -> bool:
        verdict = await self._self_lookup.is_mine(message)
        if verdict is not None:
            return verdict
        try:
            me = await self._self_lookup.in_chat(chat_id)
        except (SelfUserUnknown, NotFoundError, ResponseDecodeError):
            return False
        return me.id == message.sender_id
