"""Converts payloads of v0 to v1, one function per type. They accept JSON objects or models, and never raise.

``value, lost = upgrade.chat(data)``: ``lost`` contains the fields that v1 does not have, by their path in the original.
It is nearly always empty. The second ID of a message is removed if it equals the first, and otherwise kept as an
unknown field.
"""

from __future__ import annotations

from .._core.compat.payloads.upgrade import (
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
