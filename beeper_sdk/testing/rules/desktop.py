"""The window of the app, and the search over everything."""

from __future__ import annotations

import html

from ..wire.json_values import Json
from ..world.room import sort_key
from ..world.world import World
from . import delivery, messages, search, views
from .pages import Ask, Listing, Page

TOP = 5


def focus(world: World, wanted: Json) -> None:
    """Open a chat, jump to a message, prefill a draft; what is opened is kept in ``world.focused``."""
    if "chatID" in wanted:
        room = world.room(wanted["chatID"])
        if "messageID" in wanted:
            messages.find(world, room, wanted["messageID"])
        if wanted.get("draftText"):
            # Plain text here, not Markdown; drafts are read back as HTML.
            room.wire["draft"] = {"text": html.escape(wanted["draftText"], quote=False)}
        wanted = {**wanted, "chatID": room.id}
    world.focused = wanted


def message_page(world: World, wanted: search.MessageFilter, asked: Ask) -> Page[Json]:
    """A page of the messages a search finds."""
    if world.late:
        delivery.looked(world, list(search.sources(world, wanted)))
    rows = search.messages(world, wanted)
    return Listing("messages/search", rows, lambda row: [sort_key(row)], world.cursors).page(asked)


def with_chats(world: World, page: Page[Json]) -> Json:
    """A page of found messages with the chats they are in."""
    rooms = {row["chatID"]: world.rooms[row["chatID"]] for row in page.entries}
    return {**page.wire(page.entries), "chats": {key: views.chat(world, room) for key, room in rooms.items()}}


def search_all(world: World, query: str) -> Json:
    """The groups of ``results``: top chats by title, groups by participant, first page of messages."""
    by_title = search.chats(world, search.ChatFilter(query=query))
    by_member = search.chats(world, search.ChatFilter(query=query, scope="participants", kind="group"))
    found = message_page(world, search.MessageFilter(query=query, low_priority=True), Ask())
    return {
        "chats": [views.chat(world, room) for room in reversed(by_title[-TOP:])],
        "in_groups": [views.chat(world, room) for room in reversed(by_member[-TOP:])],
        "messages": with_chats(world, found),
    }
