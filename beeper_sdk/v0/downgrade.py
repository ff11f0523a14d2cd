"""Converts payloads of v1 to v0, one function per type. They accept JSON objects or models, and never raise.

``value, lost = downgrade.chat(data)``: ``lost`` contains the fields that v0 does not have (drafts, reminders, labels,
admin flags, …), by their path in the original. Unknown fields are kept. Texts are not changed: v1 may return Matrix
HTML where v0 returned plain text, and no field says which it is.
"""

from __future__ import annotations

from .._core.compat.payloads.downgrade import (
    account,
    archive_result,
    asset_result,
    attachment,
    chat,
    chat_page,
    contacts,
    create_result,
    error,
    focus_result,
    message,
    message_page,
    participants,
    reminder,
    search_result,
    send_result,
    user,
)

__all__ = [
    "account",
    "archive_result",
    "asset_result",
    "attachment",
    "chat",
    "chat_page",
    "contacts",
    "create_result",
    "error",
    "focus_result",
    "message",
    "message_page",
    "participants",
    "reminder",
    "search_result",
    "send_result",
    "user",
]


def __dir__() -> list[str]:
    return sorted(__all__)
