"""Which chats and messages a search or a list holds, oldest first, the search over everything, and the app's window."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..wire.json_values import Json, read_stamp
from ..wire.pages import Ask, Listing, Page, Place
from ..world.room import Room, is_shown, sort_key
from ..world.world import World
from . import messages
from .chats import chat_view, last_activity
from .content import has_words, plain
from .messages import deliver_due


@dataclass(frozen=True, slots=True)
class ChatFilter:
    """What chats a search wants; the defaults want all."""

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


@dataclass(frozen=True, slots=True)
class MessageFilter:
    """What messages a search wants; the defaults want all but those of low-priority chats."""

    accounts: Collection[str] | None = None
    chats: Collection[str] | None = None
    kind: str | None = None
    after_ms: int | None = None
    before_ms: int | None = None
    low_priority: bool = False
    muted: bool = True
    media: Collection[str] | None = None
    query: str | None = None
    sender: str | None = None


def matching_messages(world: World, wanted: MessageFilter) -> list[Json]:
    """The messages a search finds; events and tombstones are never found."""
    rows = (row for room in sources(world, wanted) for row in room.messages if is_shown(row))
    return sorted((row for row in rows if _suits(row, wanted)), key=sort_key)


def sources(world: World, wanted: MessageFilter) -> Iterator[Room]:
    """The chats a search looks into."""
    named = None if wanted.chats is None else {world.local.get(chat_id, chat_id) for chat_id in wanted.chats}
    for room in world.rooms.values():
        checks = (
            wanted.accounts is None or room.account_id in wanted.accounts,
            named is None or room.id in named or room.wire.get("mergedIntoChatID") in named,
            wanted.kind is None or room.wire["type"] == wanted.kind,
            wanted.low_priority or named is not None or not room.wire["isLowPriority"],
            wanted.muted or not room.wire["isMuted"],
        )
        if all(checks):
            yield room


def _suits(row: Json, wanted: MessageFilter) -> bool:
    if wanted.query and not has_words(wanted.query, plain(row.get("text") or "")):
        return False
    if wanted.sender == "me" and not row.get("isSender"):
        return False
    if wanted.sender == "others" and row.get("isSender"):
        return False
    if wanted.sender not in (None, "me", "others", row["senderID"]):
        return False
    if wanted.media and not any(_is_media(row, kind) for kind in wanted.media):
        return False
    moment = read_stamp(row["timestamp"]) if wanted.after_ms is not None or wanted.before_ms is not None else 0
    return (wanted.after_ms is None or moment > wanted.after_ms) and (
        wanted.before_ms is None or moment < wanted.before_ms
    )


def _is_media(row: Json, kind: str) -> bool:
    attached: list[Json] = row.get("attachments", [])
    types = {attachment["type"] for attachment in attached}
    if kind == "link":
        return bool(row.get("links"))
    if kind == "any":
        return bool(types) or bool(row.get("links"))
    return {"image": "img", "video": "video", "file": "unknown"}.get(kind) in types


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


def message_page(world: World, wanted: MessageFilter, asked: Ask) -> Page[Json]:
    """A page of the messages a search finds."""
    if world.late:
        deliver_due(world, list(sources(world, wanted)))
    rows = matching_messages(world, wanted)
    return Listing("messages/search", rows, lambda row: [sort_key(row)], world.cursors).page(asked)


def with_chats(world: World, page: Page[Json]) -> Json:
    """A page of found messages with the chats they are in."""
    rooms = {row["chatID"]: world.rooms[row["chatID"]] for row in page.entries}
    return {**page.wire(page.entries), "chats": {key: chat_view(world, room) for key, room in rooms.items()}}


def search_all(world: World, query: str) -> Json:
    """The groups of ``results``: top chats by title, groups by participant, first page of messages."""
    by_title = matching_chats(world, ChatFilter(query=query))
    by_member = matching_chats(world, ChatFilter(query=query, scope="participants", kind="group"))
    found = message_page(world, MessageFilter(query=query, low_priority=True), Ask())
    return {
        "chats": [chat_view(world, room) for room in reversed(by_title[-TOP:])],
        "in_groups": [chat_view(world, room) for room in reversed(by_member[-TOP:])],
        "messages": with_chats(world, found),
    }
