"""Chats, messages and people with fixed values, and what every text that is shown must be like."""

from __future__ import annotations

import unicodedata
from typing import Any

from beeper_sdk import models

CHAT: dict[str, Any] = {
    "id": "!family:beeper.local",
    "accountID": "whatsapp",
    "network": "WhatsApp",
    "title": "Family",
    "type": "group",
    "participants": {
        "items": [
            {"id": "@bob:beeper.local", "fullName": "Bob"},
            {"id": "@alice:beeper.local", "fullName": "Alice", "isSelf": True, "isAdmin": True},
        ],
        "hasMore": True,
        "total": 5,
    },
    "unreadCount": 3,
    "isPinned": True,
    "isMuted": True,
    "lastActivity": "2026-11-30T14:05:59.000Z",
}
MESSAGE: dict[str, Any] = {
    "id": "1343993",
    "chatID": "!family:beeper.local",
    "accountID": "whatsapp",
    "senderID": "@bob:beeper.local",
    "senderName": "Bob",
    "timestamp": "2026-11-30T15:05:59.000+01:00",
    "sortKey": "1",
    "text": "See you at the <b>station</b>",
}
ACCOUNT: dict[str, Any] = {
    "accountID": "whatsapp",
    "network": "WhatsApp",
    "status": "connected",
    "user": {"id": "@alice:beeper.local", "fullName": "Alice", "isSelf": True},
}
_DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
MAX_LINE = 110
"""Length of a line of a repr: about 100."""


def chat(**changes: Any) -> models.Chat:
    """A chat with these fields of its JSON changed."""
    return models.Chat.from_dict({**CHAT, **changes})


def message(**changes: Any) -> models.Message:
    """A message with these fields of its JSON changed."""
    return models.Message.from_dict({**MESSAGE, **changes})


def is_terminal_safe(text: str) -> bool:
    """Whether a terminal shows a text as it is: no control characters but newlines, and no overrides of direction."""
    return not any(letter in _DIRECTION or (is_control(letter) and letter != "\n") for letter in text)


def is_control(letter: str) -> bool:
    """Whether a character is a control character or half of a surrogate pair."""
    return unicodedata.category(letter) in ("Cc", "Cs")


HOSTILE: tuple[object, ...] = (
    *(None, True, -1, 10**6, float("nan"), "", " ", [], {}, [1], {"a": 1}, {"items": 1}, {"items": [1], "total": "x"}),
    *("x" * 100_000, "<script>alert(1)</script>", "say \"hi\" & 'bye'\\", "\x1b[31mred\x1b[0m\r\n\t", "\u202ea\u2066"),
    *("\u0301" * 300, "👨\u200d👩\u200d👧" * 100, "\ud800", "\u2028\u2029\x85", "\\" * 100, '"' * 200),
)
"""What a field can have: other types, and texts that are long or not meant to be shown as they are."""
MODELS: tuple[tuple[dict[str, Any], Any], ...] = (
    *((CHAT, models.Chat), (MESSAGE, models.Message), (ACCOUNT, models.Account)),
    *((CHAT["participants"]["items"][1], models.Participant), (CHAT, models.V0Chat), (MESSAGE, models.V0Message)),
)
"""JSON, and the model that reads it."""
