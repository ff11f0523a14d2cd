"""Which chats and messages a search or a list holds, oldest first, the search over everything, and the app's window."""

from __future__ import annotations

import html
from collections.abc import Collection
from dataclasses import dataclass

from ..wire.json_values import Json, read_stamp
from ..wire.pages import Ask, Place
from ..world.room import Room
from ..world.words import has_words
from ..world.world import World
from . import messages
from .chats import chat_view, last_activity
from .message_filter import MessageFilter
from .message_search import message_page, with_chats


@dataclass(frozen=True, slots=True)
class ChatFilter:
    """Which chats a search finds; by default all."""

    accounts: Collection[str] | None = None
    inbox: str | None = None
    muted: bool = True
    label: str | None = None
    after_ms: int | None = None
    before_ms: int | None = None
    query: str | None = None
    scope: str = "titles"
    kind: str = "any"
    unread: bool = False


def activity(world: World, room: Room) -> Place:
    """The place of a chat in lists: by last activity, then by id."""
    last = last_activity(world, room)
    return [read_stamp(last) if last else 0, room.id]


def listed(world: World, accounts: Collection[str] | None) -> list[Room]:
    """The chats of ``GET /v1/chats``: members of a merged chat are hidden behind it."""
    rooms = [room for room in world.rooms.values() if "mergedIntoChatID" not in room.wire]
    return _in_order(world, [room for room in rooms if accounts is None or room.account_id in accounts])


def matching_chats(world: World, wanted: ChatFilter) -> list[Room]:
    """The chats a search finds."""
    return _in_order(world, [room for room in world.rooms.values() if _fits(world, room, wanted)])


def _in_order(world: World, rooms: list[Room]) -> list[Room]:
    return sorted(rooms, key=lambda room: activity(world, room))


def _fits(world: World, room: Room, wanted: ChatFilter) -> bool:
    wire = room.wire
    labels: list[Json] = wire.get("labels", [])
    checks = (
        wanted.accounts is None or room.account_id in wanted.accounts,
        wanted.inbox is None or inbox(room) == wanted.inbox,
        wanted.muted or not wire["isMuted"],
        wanted.label is None or wanted.label in {label["id"] for label in labels},
        wanted.kind in ("any", wire["type"]),
        not wanted.unread or is_unread(world, room),
    )
    return all(checks) and _in_time(world, room, wanted) and _has_words(room, wanted)


def _in_time(world: World, room: Room, wanted: ChatFilter) -> bool:
    if wanted.after_ms is None and wanted.before_ms is None:
        return True
    last = last_activity(world, room)
    if not last:
        return False
    moment = read_stamp(last)
    return (wanted.after_ms is None or moment > wanted.after_ms) and (
        wanted.before_ms is None or moment < wanted.before_ms
    )


def _has_words(room: Room, wanted: ChatFilter) -> bool:
    if wanted.query is None:
        return True
    if wanted.scope == "participants":
        return any(person_matches(wanted.query, person) for person in room.roster)
    return has_words(wanted.query, f"{room.wire['title']} {room.wire['network']}")


def person_matches(query: str, person: Json) -> bool:
    """Whether a person's names or addresses hold the words."""
    keys = ("fullName", "username", "phoneNumber", "email")
    return has_words(query, " ".join(str(person[key]) for key in keys if key in person))


def inbox(room: Room) -> str:
    """The inbox a chat is in."""
    if room.wire["isArchived"]:
        return "archive"
    return "low-priority" if room.wire["isLowPriority"] else "primary"


def is_unread(world: World, room: Room) -> bool:
    """Whether a chat counts as unread: by its messages or by hand."""
    return bool(room.wire["isMarkedUnread"]) or any(
        member.wire["unreadCount"] for member in world.members(room) or [room]
    )


TOP = 5


def focus(world: World, wanted: Json) -> None:
    """Open a chat, jump to a message, prefill a draft; what is opened is kept in ``world.focused``.

    A draft that the chat has already is not replaced, as by a PATCH; the chat is opened all the same.
    """
    if "chatID" in wanted:
        room = world.room(wanted["chatID"])
        if "messageID" in wanted:
            messages.find(world, room, wanted["messageID"])
        if wanted.get("draftText") and not room.wire.get("draft"):
            # Plain text here, not Markdown; drafts are read back as HTML.
            room.wire["draft"] = {"text": html.escape(wanted["draftText"], quote=False)}
            world.journal.chat(room)
        wanted = {**wanted, "chatID": room.id}
    world.focused = wanted


async def search_all(world: World, query: str) -> Json:
    """The groups of ``results``: top chats by title, groups by participant, first page of messages."""
    found = await message_page(world, MessageFilter(query=query, low_priority=True), Ask())
    by_title = matching_chats(world, ChatFilter(query=query))
    by_member = matching_chats(world, ChatFilter(query=query, scope="participants", kind="group"))
    return {
        "chats": [chat_view(world, room) for room in reversed(by_title[-TOP:])],
        "in_groups": [chat_view(world, room) for room in reversed(by_member[-TOP:])],
        "messages": with_chats(world, found),
    }
