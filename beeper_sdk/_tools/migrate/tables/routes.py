"""The routes of v0 and their successors, for code that speaks HTTP itself."""

from __future__ import annotations

from typing import Literal

from attrs import frozen


@frozen
class Route:
    """One route of v0."""

    method: str
    path: str
    """In v1; ``{id}`` stands for the id that moves into it."""
    id: str | None = None
    """Name of that id in v0."""
    where: Literal["query", "json"] = "json"
    """Where v0 has it."""
    new_method: str | None = None
    query: tuple[tuple[str, str], ...] = ()
    """Defaults of v0 that v1 does not share."""
    answer: Literal["same", "empty", "flagless"] = "same"
    """Without a body (204), or with one that has lost ``success`` and ``error``."""
    body: bool = True
    """Does v1 take a body here?"""


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
"""``GET /oauth/userinfo`` is the fourteenth; it has no version in its path and stays."""

PLAIN = frozenset({"search", "search-users"})
"""Names so common that only an address known to be Beeper's makes them Beeper's."""

SUCCEEDED = {"requests": "ok", "httpx": "is_success"}
"""The attribute of an HTTP response that says what ``success`` said."""
