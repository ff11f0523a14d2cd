"""Version 0, over HTTP: the same world through verb-style routes, older shapes and ``success`` flags."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from ..rules import chats, messages, people, search
from ..rules.chats import PARTICIPANTS_IN_LISTS, chat_view
from ..rules.content import download
from ..rules.message_filter import MessageFilter
from ..rules.message_search import message_page
from ..rules.people import replace_member
from ..rules.search import TOP, focus
from ..wire.errors import Refused, not_found
from ..wire.json_values import Json, stamp
from ..wire.pages import Ask, Listing, Page
from ..wire.requests import ServerResponse
from ..wire.tokens import Token
from ..world.room import Room
from ..world.words import plain
from ..world.world import World
from ._base import Service, answer, ask, chosen, manner, ms
from .chats import archive

_CHAT = ("id", "localChatID", "accountID", "network", "title", "type", "lastActivity", "unreadCount")
_CHAT_FLAGS = ("isArchived", "isMuted", "isPinned")
_MESSAGE = ("id", "chatID", "accountID", "senderID", "timestamp", "senderName", "isSender", "isUnread", "reactions")
_NEW_IN_ATTACHMENTS = ("id", "transcription")
_MEMBERSHIP = ("isAdmin", "isPending", "isNetworkBot")


def v0_account(wire: Json) -> Json:
    """An account of v0."""
    return {"accountID": wire["accountID"], "network": wire.get("network", ""), "user": wire["user"]}


def v0_chat(world: World, room: Room, limit: int = PARTICIPANTS_IN_LISTS) -> Json:
    """A chat of v0: plain users for members, a number for the sort key."""
    wire = chat_view(world, room, limit)
    old: Json = {key: wire[key] for key in (*_CHAT, *_CHAT_FLAGS) if key in wire}
    members = wire["participants"]
    users = [{key: value for key, value in user.items() if key not in _MEMBERSHIP} for user in members["items"]]
    old["participants"] = {**members, "items": users}
    if "lastReadMessageSortKey" in wire:
        old["lastReadMessageSortKey"] = int(wire["lastReadMessageSortKey"])
    return old


def v0_message(row: Json) -> Json:
    """A message of v0: its id twice, a number for the sort key, plain text."""
    old: Json = {key: row[key] for key in _MESSAGE if key in row}
    old |= {"messageID": row["id"], "sortKey": int(row["sortKey"])}
    if "text" in row:
        old["text"] = plain(row["text"])
    if "attachments" in row:
        old["attachments"] = [
            {key: value for key, value in attachment.items() if key not in _NEW_IN_ATTACHMENTS}
            for attachment in row["attachments"]
        ]
    return old


PAGE = 20


def _done(act: Callable[[], None]) -> ServerResponse:
    """Do something; in v0, a refusal by the app or the network has the status 200."""
    try:
        act()
    except Refused as refused:
        if refused.status not in (400, 409):
            raise
        return answer({"success": False, "error": refused.message})
    return answer({"success": True})


class V0(Service):
    """Implements the Protocol V0Service."""

    def _found(self, page: Page[Json]) -> Json:
        rooms = {row["chatID"]: v0_chat(self._world, self._world.rooms[row["chatID"]]) for row in page.entries}
        return {**page.wire([v0_message(row) for row in page.entries]), "chats": rooms}

    async def v0_get_accounts(self, *, principal: Token) -> ServerResponse:
        """Accounts."""
        return answer([v0_account(account) for account in self._world.accounts.values()])

    async def v0_search(self, *, principal: Token, query: str) -> ServerResponse:
        """Chats, groups and messages at once."""
        found = await message_page(self._world, MessageFilter(query=query, low_priority=True), Ask())
        by_title = search.matching_chats(self._world, search.ChatFilter(query=query))
        by_member = search.matching_chats(
            self._world, search.ChatFilter(query=query, scope="participants", kind="group")
        )
        results: Json = {
            "chats": [v0_chat(self._world, room) for room in reversed(by_title[-TOP:])],
            "in_groups": [v0_chat(self._world, room) for room in reversed(by_member[-TOP:])],
            "messages": self._found(found),
        }
        return answer({"results": results})

    async def v0_search_users(self, *, principal: Token, account_id: str, query: str) -> ServerResponse:
        """People to start a chat with."""
        return answer({"items": people.search(self._world, account_id, query)})

    async def v0_open_app(self, *, principal: Token, body: Json) -> ServerResponse:
        """Bring the app to the front."""
        focus(self._world, body)
        return answer({"success": True})

    async def v0_get_chat(self, *, principal: Token, chat_id: str, max_participant_count: int | None) -> ServerResponse:
        """One chat; those of iMessage are not available here."""
        room = self._world.room(chat_id)
        if room.wire["network"] == "iMessage":
            raise not_found("Chat")
        made = answer(v0_chat(self._world, room, 20 if max_participant_count is None else max_participant_count))
        if self._site.quirks.applies("roster_changes"):
            replace_member(self._world, room)
        return made

    async def v0_search_chats(
        self,
        *,
        principal: Token,
        account_ids: list[str] | None,
        cursor: str | None,
        direction: str | None,
        inbox: str | None,
        include_muted: bool | None,
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
            after_ms=ms(last_activity_after),
            before_ms=ms(last_activity_before),
            query=query,
            scope=str(scope),
            kind=str(type),
            unread=bool(unread_only),
        )
        world = self._world
        rooms = search.matching_chats(world, wanted)
        listing: Listing[Room] = Listing("v0/chats", rooms, lambda room: search.activity(world, room), world.cursors)
        page = listing.page(ask(cursor, direction, limit))
        return answer(page.wire([v0_chat(world, room) for room in page.entries]))

    async def v0_search_messages(
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
        """Messages across chats; a page holds at most 20, whatever the limit is."""
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
        page = await message_page(self._world, wanted, ask(cursor, direction, min(limit, PAGE)))
        return answer(self._found(page))

    async def v0_send_message(self, *, principal: Token, body: Json) -> ServerResponse:
        """Queue a text."""
        room, given = self._world.room(body["chatID"]), body
        keys = ("text", "replyToMessageID")
        wanted = {key: given[key] for key in keys if key in given}
        try:
            return answer(
                {"success": True, **messages.send(self._world, room, wanted, await manner(given.get("text")))}
            )
        except Refused as refused:
            if refused.status != 400:
                raise
            # Both ids are required members, so a failure carries them too.
            return answer({"success": False, "error": refused.message, "chatID": room.id, "pendingMessageID": ""})

    async def v0_create_chat(self, *, principal: Token, body: Json) -> ServerResponse:
        """A direct or group chat."""
        try:
            made = people.create(self._world, body)
        except Refused as refused:
            if refused.status != 400:
                raise
            return answer({"success": False, "error": refused.message})
        return answer({"success": True, "chatID": made["chatID"]})

    async def v0_download_asset(self, *, principal: Token, body: Json) -> ServerResponse:
        """Fetch media to this machine."""
        return answer(download(self._world, body["url"]))

    async def v0_archive_chat(self, *, principal: Token, body: Json) -> ServerResponse:
        """Archive or restore."""
        room = self._world.room(body["chatID"])
        return _done(lambda: archive(self._world, room, body))

    async def v0_set_chat_reminder(self, *, principal: Token, body: Json) -> ServerResponse:
        """Set a reminder, in Unix milliseconds."""
        reminder = body["reminder"]
        room, moment = self._world.room(body["chatID"]), stamp(int(reminder["remindAtMs"]))
        dismiss = reminder.get("dismissOnIncomingMessage")
        return _done(lambda: chats.remind(self._world, room, moment, dismiss=dismiss))

    async def v0_clear_chat_reminder(self, *, principal: Token, body: Json) -> ServerResponse:
        """Clear the reminder."""
        chats.forget_reminder(self._world, self._world.room(body["chatID"]))
        return answer({"success": True})
