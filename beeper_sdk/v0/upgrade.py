"""Payloads of v0 as those of v1: one pure function per shape. They take JSON objects or models, and never fail.

``value, lost = upgrade.chat(wire)``. Nearly everything of v0 has a place in v1; a message's second id is left out
when it says the same as the first, and kept as an unknown field when it does not.
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
