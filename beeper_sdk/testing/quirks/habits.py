"""Quirks of habit: other ways to page, other defaults. The server asks for most of them by name while it works."""

from __future__ import annotations

from ._base import Quirk, only

_PAGED = only(
    "accounts_contacts_list",
    "chats_list",
    "chats_search",
    "messages_list",
    "messages_search",
    "v0_search_chats",
    "v0_search_messages",
)
_ARCHIVES = only("chats_archive", "chats_update", "v0_archive_chat")
_RETRIEVES = only("chats_retrieve", "v0_get_chat")


def _no_limit(query: str) -> str:
    return "&".join(part for part in query.split("&") if not part.startswith("limit="))


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
    Quirk(
        "participants_all",
        "Retrieving a chat gives all participants unless told otherwise.",
        8,
        only("chats_retrieve"),
    ),
    Quirk(
        "roster_changes",
        "After a group was retrieved its first member leaves and somebody else joins at the end.",
        8,
        _RETRIEVES,
    ),
    Quirk("ignore_limit", "limit is ignored: pages have their default size.", 7, _PAGED, hears=_no_limit),
    Quirk("pinned_conflict", "Archiving a pinned chat answers 409, and nothing happens.", 27, _ARCHIVES),
    Quirk(
        "token_expires",
        "A token that worked before is at its end, for good: 401. One that is new works, once.",
        25,
        lambda call: call.token is not None,
    ),
    Quirk(
        "read_only_token",
        "No token has the write scope: writes answer 403, and userinfo names read alone.",
        26,
        lambda call: call.operation is not None and "write" in (call.operation.scopes or ()),
    ),
    Quirk(
        "empty_first_page",
        "The first page of a list is empty, and its cursors lead to what should have been there.",
        22,
        lambda call: _PAGED(call) and "cursor=" not in call.query,
    ),
)
