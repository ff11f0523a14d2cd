"""Who wrote last in a chat: which messages count, and what a chat says about it without a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..util.message_kinds import NO_CONTENT_KINDS
from ..util.validation import usable_id

if TYPE_CHECKING:
    from ..generated import models

_DO_NOT_COUNT = (*NO_CONTENT_KINDS, "unknown")
"""Kinds of messages that nobody replies to. Deleted messages are of the kind "unknown" in apps before 4.2.808."""


def counts(message: models.Message) -> bool:
    """Whether a message is something that somebody wrote or sent."""
    return message.kind not in _DO_NOT_COUNT and message.is_hidden is not True


def may_need_reply(chat: models.ChatWithPreview) -> bool:
    """Whether one may reply in a chat, and something is in it."""
    is_empty = chat.preview is None and chat.last_activity is None and "last_activity" not in chat.missing_fields
    return not (is_empty or chat.is_archived or chat.is_read_only or usable_id(chat.id) is None)
