"""Implements `messages.around`: reads the messages before and after another one."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from ..._core.generated import api, models, objects, resources
from ..._core.paging.chat_listing import ChatListing
from ..._core.paging.cursors import cursor_text
from ..._core.paging.message_filter import is_service
from ..._core.paging.sort_keys import is_on_other_side
from ..._core.people.rosters import member_ids
from ..._core.util.validation import check_count, check_flags, usable_id
from ...errors import BadRequestError, UnprocessableEntityError
from ..engine.pager import AsyncPager

if TYPE_CHECKING:
    from ..engine.sender import AsyncRequestSender

_REFUSALS = (BadRequestError, UnprocessableEntityError)


class AsyncSurroundingReader:
    """Reads the messages before and after another one."""

    def __init__(self, engine: AsyncRequestSender, before: int, after: int, *, include_service: bool) -> None:
        check_count("before", before, 0)
        check_count("after", after, 0)
        check_flags(include_service=include_service)
        self._engine, self._before, self._after = engine, before, after
        self._include_service = include_service

    async def around(self, message: str | models.Message, chat: str | models.Chat | None) -> list[models.Message]:
        """The messages in reading order, with this one."""
        message_id = objects.message_id(message, "message")
        found = None if isinstance(message, str) else message
        home = usable_id(message.chat_id) if isinstance(message, models.Message) else None
        chat_id = home if chat is None else objects.chat_id(chat, "chat")
        if chat_id is None:
            raise ValueError("chat must be given with the ID of a message, or a message without the ID of its chat")
        if found is None or home is None:
            found = await self._retrieve(message_id, chat_id)
            home = usable_id(found.chat_id) or chat_id
        if home != chat_id and (whole := await self._merged(chat or chat_id, chat_id, home)) is not None:
            if found is message:
                found = await self._retrieve(message_id, home)  # an error here is better than after the whole history
            return await self._by_reading(whole, found)
        return await self._by_cursor(home, found, is_fresh=found is not message)

    async def _retrieve(self, message_id: str, chat_id: str) -> models.Message:
        return await self._engine.send(api.messages.retrieve(message_id, chat_id=chat_id))

    async def _merged(self, chat: str | models.Chat, chat_id: str, home: str) -> models.Chat | None:
        """The merged chat if the message is of one of its members; None if it is of the chat itself."""
        if isinstance(chat, str) or not member_ids(chat):
            chat = await resources.AsyncChatsApi(self._engine).retrieve(chat_id, max_participant_count=0)
        if home in member_ids(chat):
            return chat
        if home != chat.id:
            raise ValueError("message must be of this chat, or of a member of this merged chat")
        return None

    async def _by_cursor(self, chat_id: str, message: models.Message, *, is_fresh: bool) -> list[models.Message]:
        """The messages on both sides of a sort key, which servers accept as a cursor."""
        cursor = cursor_text(message.sort_key)
        try:
            older = None if cursor is None else await self._side(chat_id, cursor, message, "before", self._before)
            newer = None if cursor is None else await self._side(chat_id, cursor, message, "after", self._after)
            if older is not None and newer is not None:
                return [*reversed(older), message, *newer]
        except _REFUSALS:
            pass
        if not is_fresh:
            # The message may be gone, or have another sort key now.
            return await self._by_cursor(chat_id, await self._retrieve(message.id, chat_id), is_fresh=True)
        return await self._by_reading(chat_id, message)

    async def _side(
        self, chat_id: str, cursor: str, message: models.Message, direction: models.Direction, count: int
    ) -> list[models.Message] | None:
        """The messages on one side; None if the server returned others, because it ignored the cursor."""
        found: list[models.Message] = []
        if not count:
            return found
        request = api.messages.list(chat_id, cursor=cursor, direction=direction)
        pager = AsyncPager(self._engine.send, ChatListing(chat_id, request, None, member_ids))
        async for page in (pager.oldest_first() if direction == "after" else pager).pages():
            rows = list(page.items)
            # Some servers repeat messages from before the cursor.
            beyond = next((index + 1 for index, row in enumerate(rows) if row.id == message.id), 0)
            if any(is_on_other_side(row, message, direction) for row in rows[beyond:]):
                return None
            found += filter(self._is_wanted, rows[beyond:])
            if len(found) >= count:
                break
        return found[:count]

    async def _by_reading(self, chat: str | models.Chat, message: models.Message) -> list[models.Message]:
        """The same by reading from the newest message on: there is no other way to the same place in other members."""
        newer: deque[models.Message] = deque(maxlen=self._after)
        older: list[models.Message] = []
        is_passed = False
        async for row in AsyncPager(self._engine.send, ChatListing(chat, api.messages.list(chat), None, member_ids)):
            if row.id == message.id and row.chat_id == message.chat_id:
                is_passed = True
            elif self._is_wanted(row):
                (older if is_passed else newer).append(row)
            if is_passed and len(older) == self._before:
                break
        return [*reversed(older), message, *(reversed(newer) if is_passed else ())]

    def _is_wanted(self, row: models.Message) -> bool:
        return self._include_service or not is_service(row)
