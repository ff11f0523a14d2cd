"""Quirks of pages, defaults and tokens. Most are checked by name while a request is handled."""

from __future__ import annotations

from ._base import Quirk, only

_PAGED = only(
    "accounts.contacts.list",
    "chats.list",
    "chats.search",
    "messages.list",
    "messages.search",
    "v0.search_chats",
    "v0.search_messages",
)
_ARCHIVES = only("chats.archive", "chats.update", "v0.archive_chat")
_RETRIEVES = only("chats.retrieve", "v0.get_chat")


def _no_limit(query: str) -> str:
    return "&".join(part for part in query.split("&") if not part.startswith("limit="))


HABITS = (
    Quirk(
        "stuck_has_more",
        "hasMore of messages stays true; the oldest messages are repeated with decreasing cursors.",
        3,
        only("messages.list"),
    ),
    Quirk(
        "after_overlap",
        "Pages with direction=after overlap; at the newest message newestCursor is repeated.",
        4,
        only("messages.list"),
    ),
    Quirk(
        "participants_default",
        "Retrieving a chat returns 20 participants by default.",
        8,
        only("chats.retrieve"),
    ),
    Quirk(
        "participants_all",
        "Retrieving a chat returns all participants by default.",
        8,
        only("chats.retrieve"),
    ),
    Quirk(
        "roster_changes",
        "After a group is retrieved, its first member leaves and another user joins at the end.",
        8,
        _RETRIEVES,
    ),
    Quirk("ignore_limit", "limit is ignored: pages have their default size.", 7, _PAGED, rewrite_query=_no_limit),
    Quirk("pinned_conflict", "Archiving a pinned chat fails with 409.", 27, _ARCHIVES),
    Quirk(
        "token_expires",
        "A token that was used before is rejected permanently: 401. A new token works once.",
        25,
        lambda call: call.token is not None,
    ),
    Quirk(
        "read_only_token",
        "No token has the write scope: writes fail with 403, and userinfo reports only read.",
        26,
        lambda call: call.operation is not None and "write" in (call.operation.scopes or ()),
    ),
    Quirk(
        "read_only_401",
        "As read_only_token, but writes fail with 401.",
        26,
        lambda call: call.operation is not None and "write" in (call.operation.scopes or ()),
    ),
    Quirk("token_expired_text", "The message of a 401 to an expired token is: Token expired.", 40),
    Quirk(
        "empty_first_page",
        "The first page of a list is empty; its cursors lead to the items that belong there.",
        22,
        lambda call: _PAGED(call) and "cursor=" not in call.query,
    ),
)
