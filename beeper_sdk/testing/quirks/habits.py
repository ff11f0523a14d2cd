"""Quirks the server asks for by name while it works: other ways to page, other defaults."""

from __future__ import annotations

from ._base import Quirk, only

HABITS = (
    Quirk(
        "stuck_has_more",
        "hasMore of messages stays true; the oldest ones come again under falling cursors.",
        3,
        only("messages_list"),
    ),
    Quirk(
        "after_overlap",
        "Pages with direction=after overlap; at the newest message the same newestCursor comes back.",
        4,
        only("messages_list"),
    ),
    Quirk(
        "participants_default",
        "Retrieving a chat gives 20 participants unless told otherwise.",
        8,
        only("chats_retrieve"),
    ),
)
