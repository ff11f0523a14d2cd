"""Implements `messages.unread`: reads a chat back to its last read message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._core.generated import api, models, objects, resources
from ..._core.paging.listing import PlainListing
from ..._core.paging.unread import UnreadMessages, merged_by_time
from ..._core.people.rosters import member_ids
from ..._core.util.validation import usable_id
from ...errors import NotFoundError
from ..engine.pager import AsyncPager
from ..people.self_lookup import AsyncSelfLookup

if TYPE_CHECKING:
    from ..engine.sender import AsyncRequestSender


class AsyncUnreadReader:
    """Reads the unread messages of a chat."""

    def __init__(self, engine: AsyncRequestSender) -> None:
        self._engine = engine
        self._self_lookup = AsyncSelfLookup(engine)

    async def unread(self, chat: str | models.Chat) -> list[models.Message]:
        """Those of a chat, or of the members of a merged chat, in reading order."""
        chat_id = objects.chat_id(chat, "chat")
        whole = await self._retrieve(chat_id) if isinstance(chat, str) else chat
        members = member_ids(whole)
        if not UnreadMessages(whole).needs_page():
            return []
        if not members:
            return await self._of(whole)
        found: list[tuple[str, list[models.Message]]] = []
        for member_id in members:
            try:
                member = await self._retrieve(member_id)
            except NotFoundError:  # removed from the merged chat meanwhile
                continue
            found.append((member_id, await self._of(member)))
        return merged_by_time(found)

    async def _retrieve(self, chat_id: str) -> models.Chat:
        return await resources.AsyncChatsApi(self._engine).retrieve(chat_id, max_participant_count=0)

    async def _of(self, chat: models.Chat) -> list[models.Message]:
        rows, chat_id = UnreadMessages(chat), usable_id(chat.id)
        if not rows.needs_page() or chat_id is None:
            return []
        listing = PlainListing(api.messages.list(chat_id), api.messages.LIST_PAGES, None)
        async for page in AsyncPager(self._engine.send, listing).pages():
            for row in rows.candidates(page.items):
                if await self._self_lookup.is_mine(row) is not True:
                    rows.add(row)
            if not rows.needs_page():
                break
        return rows.result()
