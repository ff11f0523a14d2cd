"""The shapes of v0: what it called a chat, a message and an account (facts: v0-to-v1.md section 3)."""

from __future__ import annotations

from ..wire.json_values import Json
from ..world.room import Room
from ..world.world import World
from . import views
from .text import plain

_CHAT = ("id", "localChatID", "accountID", "network", "title", "type", "lastActivity", "unreadCount")
_CHAT_FLAGS = ("isArchived", "isMuted", "isPinned")
_MESSAGE = ("id", "chatID", "accountID", "senderID", "timestamp", "senderName", "isSender", "isUnread", "reactions")
_NEW_IN_ATTACHMENTS = ("id", "transcription")
_MEMBERSHIP = ("isAdmin", "isPending", "isNetworkBot")


def account(wire: Json) -> Json:
    """An account of v0."""
    return {"accountID": wire["accountID"], "network": wire.get("network", ""), "user": wire["user"]}


def chat(world: World, room: Room, most: int = views.IN_LISTS) -> Json:
    """A chat of v0: plain users for members, a number for the sort key."""
    wire = views.chat(world, room, most)
    old: Json = {key: wire[key] for key in (*_CHAT, *_CHAT_FLAGS) if key in wire}
    members = wire["participants"]
    users = [{key: value for key, value in user.items() if key not in _MEMBERSHIP} for user in members["items"]]
    old["participants"] = {**members, "items": users}
    if "lastReadMessageSortKey" in wire:
        old["lastReadMessageSortKey"] = int(wire["lastReadMessageSortKey"])
    return old


def message(row: Json) -> Json:
    """A message of v0: its id twice, a number for the sort key, plain text."""
    old: Json = {key: row[key] for key in _MESSAGE if key in row}
    old |= {"messageID": row["id"], "sortKey": int(row["sortKey"])}
    if "text" in row:
        old["text"] = plain(row["text"])
    if "attachments" in row:
        old["attachments"] = [
            {key: value for key, value in each.items() if key not in _NEW_IN_ATTACHMENTS} for each in row["attachments"]
        ]
    return old
