"""Chats, their state and their reminders, over HTTP."""

from __future__ import annotations

from datetime import datetime

from ..rules import chats, people, search
from ..rules.chats import ALL_PARTICIPANTS, chat_view, newest_shown
from ..rules.people import replace_member
from ..state import SITE
from ..wire.errors import Refused
from ..wire.json_values import Json
from ..wire.pages import Listing
from ..wire.requests import CURRENT, ServerResponse
from ..wire.spec import default_participants, version_number
from ..wire.tokens import Token
from ..world.room import Room
from ..world.world import World
from ._base import Service, answer, ask, chosen, ms, nothing


class Chats(Service):
    """Implements the Protocol ChatsService."""

    def _listing(self, name: str, rooms: list[Room]) -> Listing[Room]:
        world = self._world
        return Listing(name, rooms, lambda room: search.activity(world, room), world.cursors)

    def _default_count(self) -> int:
        """How many participants retrieve gives unasked."""
        quirks = self._site.quirks
        if quirks.applies("participants_default"):
            return 20
        return (
            ALL_PARTICIPANTS
            if quirks.applies("participants_all")
            else default_participants(version_number(self._site.version))
        )

    def _whole(self, room: Room) -> ServerResponse:
        return answer(chat_view(self._world, room, 100))

    async def chats_list(
        self,
        *,
        principal: Token,
        account_ids: list[str] | None,
        cursor: str | None,
        direction: str | None,
        limit: int,
    ) -> ServerResponse:
        """Chats of all accounts, latest activity first."""
        rooms = search.listed(self._world, chosen(account_ids))
        page = self._listing("chats", rooms).page(ask(cursor, direction, limit))
        return answer(page.wire([self._with_preview(room) for room in page.entries]))

    def _with_preview(self, room: Room) -> Json:
        wire, preview = chat_view(self._world, room), newest_shown(self._world, room)
        return wire if preview is None else {**wire, "preview": preview}

    async def chats_create(self, *, principal: Token, body: Json) -> ServerResponse:
        """A direct or group chat from user IDs."""
        return answer(people.create(self._world, body))

    async def chats_start(self, *, principal: Token, body: Json) -> ServerResponse:
        """A direct chat with a person who is looked up."""
        drops_text = self._site.quirks.applies("start_drops_text")
        return answer(people.start(self._world, body, drops_text=drops_text))

    async def chats_search(
        self,
        *,
        principal: Token,
        account_ids: list[str] | None,
        cursor: str | None,
        direction: str | None,
        inbox: str | None,
        include_muted: bool | None,
        label_id: str | None,
        last_activity_after: datetime | None,
        last_activity_before: datetime | None,
        limit: int,
        query: str | None,
        scope: str,
        type: str,  # noqa: A002
        unread_only: bool | None,
    ) -> ServerResponse:
        """Chats by title, network or participant."""
        wanted = search.ChatFilter(
            accounts=chosen(account_ids),
            inbox=None if inbox is None else str(inbox),
            muted=include_muted is not False,
            label=label_id,
            after_ms=ms(last_activity_after),
            before_ms=ms(last_activity_before),
            query=query,
            scope=str(scope),
            kind=str(type),
            unread=bool(unread_only),
        )
        page = self._listing("chats/search", search.matching_chats(self._world, wanted)).page(
            ask(cursor, direction, limit)
        )
        return answer(page.wire([chat_view(self._world, room) for room in page.entries]))

    async def chats_retrieve(
        self, *, principal: Token, chat_id: str, max_participant_count: int | None
    ) -> ServerResponse:
        """One chat."""
        # An argument that was not given has the default of the newest app; only the query shows whether one was given.
        max_count = max_participant_count if "maxParticipantCount=" in CURRENT.get().query else None
        count = self._default_count() if max_count is None else max_count
        room = self._world.room(chat_id)
        made = answer(chat_view(self._world, room, count))
        if self._site.quirks.applies("roster_changes"):
            replace_member(self._world, room)
        return made

    async def chats_update(self, *, principal: Token, chat_id: str, body: Json) -> ServerResponse:
        """Change what the body names."""
        room = self._world.room(chat_id)
        if body.get("isArchived"):
            _mind_the_pin(room)
        chats.update(self._world, room, body)
        return self._whole(room)

    async def chats_archive(self, *, principal: Token, chat_id: str, body: Json) -> ServerResponse:
        """Archive or restore."""
        archive(self._world, self._world.room(chat_id), body)
        return nothing()

    async def chats_mark_read(self, *, principal: Token, chat_id: str, body: Json) -> ServerResponse:
        """Mark read, whole or through a message."""
        room = self._world.room(chat_id)
        chats.read(self._world, room, body.get("messageID"))
        return self._whole(room)

    async def chats_mark_unread(self, *, principal: Token, chat_id: str, body: Json) -> ServerResponse:
        """Mark unread, by hand or from a message on."""
        room = self._world.room(chat_id)
        chats.unread(self._world, room, body.get("messageID"))
        return self._whole(room)

    async def chats_notify_anyway(self, *, principal: Token, chat_id: str, body: Json) -> ServerResponse:
        """Notify in spite of the recipient's focus."""
        room = self._world.room(chat_id)
        chats.notify_anyway(self._world, room)
        return self._whole(room)

    async def chats_reminders_create(self, *, principal: Token, chat_id: str, body: Json) -> ServerResponse:
        """Set the reminder."""
        reminder = body["reminder"]
        dismiss = reminder.get("dismissOnIncomingMessage")
        chats.remind(self._world, self._world.room(chat_id), reminder["remindAt"], dismiss=dismiss)
        return nothing()

    async def chats_reminders_delete(self, *, principal: Token, chat_id: str) -> ServerResponse:
        """Clear the reminder."""
        chats.forget_reminder(self._world, self._world.room(chat_id))
        return nothing()


def archive(world: World, room: Room, body: Json) -> None:
    """Archive or restore a chat, as the body of the request says; v1 and v0 have the same one."""
    archived = bool(body.get("archived", True))
    if archived:
        _mind_the_pin(room)
    chats.archive(world, room, archived=archived)


def _mind_the_pin(room: Room) -> None:
    if room.wire.get("isPinned") and SITE.get().quirks.applies("pinned_conflict"):
        raise Refused(409, "A pinned chat cannot be archived")
