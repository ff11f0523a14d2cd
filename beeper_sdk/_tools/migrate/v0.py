"""Tables for v0: the methods of this SDK's v0 client and the v0 routes, with their replacements in v1."""

from __future__ import annotations

from typing import Literal

from attrs import frozen


@frozen
class Call:
    """One v0 method."""

    target: str
    """The v1 method, as a dotted path below the client."""
    arguments: tuple[str, ...] = ()
    """Its v0 arguments, in order."""
    positional: str | None = None
    """The ID that is the first argument in v1."""
    defaults: tuple[tuple[str, str], ...] = ()
    """Defaults that differ from v1, as code."""
    gone: tuple[tuple[str, str], ...] = ()
    """Fields that the v1 result does not have, and their value after a successful call, as code."""
    moved: tuple[tuple[str, str], ...] = ()
    """Fields of the result that were renamed."""
    paged: bool = False


SENT = (("success", "True"), ("error", "None"))
"""v1 reports success by the HTTP status: a call that returns has succeeded."""

_CHAT_SEARCH = (
    "account_ids", "cursor", "direction", "inbox", "include_muted", "last_activity_after", "last_activity_before",
    "limit", "query", "scope", "type", "unread_only",
)  # fmt: skip
_MESSAGE_SEARCH = (
    "account_ids", "chat_ids", "chat_type", "cursor", "date_after", "date_before", "direction",
    "exclude_low_priority", "include_muted", "limit", "media_types", "query", "sender",
)  # fmt: skip

CALLS: dict[str, Call] = {
    "get_accounts": Call("accounts.list"),
    "search": Call("search", ("query",)),
    "search_users": Call("accounts.contacts.search", ("account_id", "query"), "account_id"),
    "open_app": Call("focus", ("chat_id", "message_id", "draft_text", "draft_attachment_path")),
    "get_chat": Call(
        "chats.retrieve", ("chat_id", "max_participant_count"), "chat_id", (("max_participant_count", "20"),)
    ),
    "search_chats": Call("chats.search", _CHAT_SEARCH, paged=True),
    "search_messages": Call("messages.search", _MESSAGE_SEARCH, paged=True),
    "send_message": Call(
        "messages.send", ("chat_id", "text", "reply_to_message_id"), "chat_id", gone=SENT,
        moved=(("message_id", "pending_message_id"),),
    ),
    "create_chat": Call("chats.create", ("account_id", "participant_ids", "type", "message_text", "title"), gone=SENT),
    "download_asset": Call("assets.download", ("url",)),
    "archive_chat": Call("chats.archive", ("chat_id", "archived"), "chat_id", gone=SENT),
    "set_chat_reminder": Call("chats.reminders.create", ("chat_id", "reminder"), "chat_id", gone=SENT),
    "clear_chat_reminder": Call("chats.reminders.delete", ("chat_id",), "chat_id", gone=SENT),
    "userinfo": Call("oauth.userinfo"),
}  # fmt: skip

PAGE_LIMIT = 20
"""Message search: v0 accepted a limit of up to 500 and returned 20 items; v1 rejects more than 20."""

FIELDS = {"message_id": "id"}
"""Fields of v0 models that were renamed. A v0 message had its ID twice."""

MODELS = {
    "V0Account": "Account",
    "V0Attachment": "Attachment",
    "V0Chat": "Chat",
    "V0ChatPage": "ChatPage",
    "V0ChatParticipants": "ChatParticipants",
    "V0Message": "Message",
    "V0MessageSearchPage": "MessageSearchPage",
    "V0MessageSendResponse": "MessageSendResult",
    "V0OpenAppResponse": "FocusResult",
    "V0ReminderInput": "ReminderInput",
    "V0UnifiedSearchResult": "UnifiedSearchResult",
    "V0UnifiedSearchResults": "UnifiedSearchResults",
}
"""v0 models that have an equivalent model."""

CLIENTS = {"Client": "Beeper", "AsyncClient": "AsyncBeeper"}


@frozen
class Route:
    """One route of v0."""

    method: str
    path: str
    """The v1 path; ``{id}`` is the ID that moves into it."""
    id: str | None = None
    """Name of that ID in v0."""
    where: Literal["query", "json"] = "json"
    """Where v0 has that ID."""
    new_method: str | None = None
    query: tuple[tuple[str, str], ...] = ()
    """Defaults that differ from v1."""
    answer: Literal["same", "empty", "flagless"] = "same"
    """``empty``: the v1 response is 204 without a body; ``flagless``: it has no ``success`` and ``error``."""
    body: bool = True
    """Whether the v1 request has a body."""


ROUTES: dict[str, Route] = {
    "get-accounts": Route("GET", "/v1/accounts"),
    "search": Route("GET", "/v1/search"),
    "search-users": Route("GET", "/v1/accounts/{id}/contacts", "accountID", "query"),
    "open-app": Route("POST", "/v1/focus"),
    "get-chat": Route("GET", "/v1/chats/{id}", "chatID", "query", query=(("maxParticipantCount", "20"),)),
    "search-chats": Route("GET", "/v1/chats/search"),
    "search-messages": Route("GET", "/v1/messages/search"),
    "send-message": Route("POST", "/v1/chats/{id}/messages", "chatID", answer="flagless"),
    "create-chat": Route("POST", "/v1/chats", answer="flagless"),
    "download-asset": Route("POST", "/v1/assets/download"),
    "archive-chat": Route("POST", "/v1/chats/{id}/archive", "chatID", answer="empty"),
    "set-chat-reminder": Route("POST", "/v1/chats/{id}/reminders", "chatID", answer="empty"),
    "clear-chat-reminder": Route(
        "POST", "/v1/chats/{id}/reminders", "chatID", new_method="DELETE", answer="empty", body=False
    ),
}
"""``GET /oauth/userinfo`` is not listed: its path has no version and did not change."""

PLAIN_ROUTES = frozenset({"search", "search-users"})
"""Common names that count as Beeper's routes only in a URL known to be Beeper's."""

SUCCEEDED = {"requests": "ok", "httpx": "is_success"}
"""The attribute of an HTTP response that replaces ``success``."""
