"""Messages and their reactions, over HTTP."""

from __future__ import annotations

from datetime import datetime

from ..rules import edits, history, messages, reactions
from ..rules.message_filter import MessageFilter
from ..rules.message_search import message_page, with_chats
from ..rules.messages import deliver_due
from ..wire.errors import Refused
from ..wire.json_values import Json
from ..wire.pages import Listing
from ..wire.requests import ServerResponse
from ..wire.tokens import Token
from ..world.room import Room
from ..world.rows.row import sort_key
from ..world.rows.rows import ReadOnly
from ._base import Service, answer, ask, chosen, manner, ms, nothing

PAGE = 20


class Messages(Service):
    """Implements the Protocol MessagesService."""

    async def messages_list(
        self,
        *,
        principal: Token,
        chat_id: str,
        cursor: str | None,
        direction: str | None,
    ) -> ServerResponse:
        """The rows of a chat, about twenty a page; a merged chat has none of its own.

        A cursor is one of a page, or the sort key of a message of the chat, as before app 4.2.808. A message ID is
        neither, and is refused with 400, as every other text.
        """
        room = self._world.room(chat_id)
        quirks = self._site.quirks
        deliver_due(self._world, [room, *self._world.members(room)])
        stuck, overlap = quirks.applies("stuck_has_more"), quirks.applies("after_overlap")
        rows, below = ReadOnly(room.messages), room.messages.position
        listing = Listing(room.id, rows, lambda row: [sort_key(row)], self._world.cursors, stuck, overlap, below)
        asked = ask(self._cursor(room, cursor), direction, PAGE)
        page = listing.page(asked)
        response = answer(page.wire(page.entries))
        if history.reaches_start(room, asked, page) and self._site.backfills(room.id):
            history.arrive(self._world, room)
        return response

    def _cursor(self, room: Room, cursor: str | None) -> str | None:
        """A cursor; before app 4.2.808 it was the sort key of the last message, which still is one here."""
        if cursor is None or not cursor.isdecimal():
            return cursor
        if not room.messages.has_key(cursor):
            raise Refused(400, "Invalid cursor")
        return self._world.cursors.write(room.id, [int(cursor)])

    async def messages_send(self, *, principal: Token, chat_id: str, body: Json) -> ServerResponse:
        """Queue a message; the answer holds only a pending ID."""
        room, given, quirks = self._world.room(chat_id), body, self._site.quirks
        how = await manner(given.get("text"))
        return answer(messages.send(self._world, room, given, how, retracts=lambda: quirks.applies("gif_as_image")))

    async def messages_search(
        self,
        *,
        principal: Token,
        account_ids: list[str] | None,
        chat_ids: list[str] | None,
        chat_type: str | None,
        cursor: str | None,
        date_after: datetime | None,
        date_before: datetime | None,
        direction: str | None,
        exclude_low_priority: bool | None,
        include_muted: bool | None,
        limit: int,
        media_types: list[str] | None,
        query: str | None,
        sender: str | None,
    ) -> ServerResponse:
        """Messages across chats, newest first, with the chats they are in."""
        wanted = MessageFilter(
            accounts=chosen(account_ids),
            chats=chosen(chat_ids),
            kind=None if chat_type is None else str(chat_type),
            after_ms=ms(date_after),
            before_ms=ms(date_before),
            low_priority=exclude_low_priority is False,
            muted=include_muted is not False,
            media=None if media_types is None else [str(kind) for kind in media_types],
            query=query,
            sender=sender,
        )
        page = await message_page(self._world, wanted, ask(cursor, direction, limit))
        return answer(with_chats(self._world, page))

    async def messages_retrieve(self, *, principal: Token, chat_id: str, message_id: str) -> ServerResponse:
        """A message by final, pending or event ID."""
        room = self._world.room(chat_id)
        deliver_due(self._world, [room, *self._world.members(room)])
        return answer(messages.find(self._world, room, message_id))

    async def messages_update(self, *, principal: Token, chat_id: str, message_id: str, body: Json) -> ServerResponse:
        """Edit the text of an own message."""
        room, quirks = self._world.room(chat_id), self._site.quirks

        def drop_late() -> bool:
            return quirks.applies("edit_too_late")

        before = messages.find(self._world, room, message_id).copy()
        edited = edits.edit(self._world, room, message_id, body["text"], drop_late=drop_late)
        return answer(edits.edited_view(before) if quirks.applies("stale_edit") else edited)

    async def messages_delete(
        self, *, principal: Token, chat_id: str, message_id: str, for_everyone: bool | None
    ) -> ServerResponse:
        """Delete a message; this Beeper sees the same tombstone either way."""
        everyone = for_everyone is not False
        edits.delete(self._world, self._world.room(chat_id), message_id, for_everyone=everyone)
        return nothing()

    async def chats_messages_reactions_add(
        self, *, principal: Token, chat_id: str, message_id: str, body: Json
    ) -> ServerResponse:
        """React to a message."""
        room, given = self._world.room(chat_id), body
        result = reactions.add(self._world, room, message_id, given["reactionKey"], given.get("transactionID"))
        return answer(result)

    async def chats_messages_reactions_delete(
        self, *, principal: Token, chat_id: str, message_id: str, reaction_key: str
    ) -> ServerResponse:
        """Take back a reaction."""
        return answer(reactions.remove(self._world, self._world.room(chat_id), message_id, reaction_key))
