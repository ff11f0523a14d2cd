"""Payloads of v1 as those of v0: one pure function per shape. They take JSON objects or models, and never fail.

``value, lost = downgrade.chat(wire)``: ``lost`` holds what v0 has no place for (drafts, reminders, labels, who is an
admin, …), by its place in the original. Fields that neither version knows are kept. Texts are handed on as they
are: v1 may send Matrix HTML where v0 sent plain text, with nothing to tell which.
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
