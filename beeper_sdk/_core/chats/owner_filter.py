"""The filters of a chat search, applied to a chat. Other than its words, which only the server compares."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..generated import times
from ..util.validation import optional

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..generated import models


def is_unread(chat: models.Chat) -> bool:
    """Whether a chat is unread by its own flags. A chat whose flags are not known counts as unread."""
    return chat.unread_count != 0 or bool(chat.is_marked_unread)


def fits(query: Mapping[str, str], chat: models.Chat) -> bool:
    """Whether a chat fits the filters of a search other than its words and accounts."""
    label = query.get("labelID")
    checks = (
        query.get("type") in (None, "any", chat.type),
        query.get("inbox") in (None, _inbox(chat)),
        query.get("includeMuted") != "false" or not chat.is_muted,
        query.get("unreadOnly") != "true" or is_unread(chat),
        label is None or any(each.id == label for each in optional(chat.labels) or ()),
    )
    return all(checks) and _was_active(query, chat)


def _inbox(chat: models.Chat) -> str:
    if chat.is_archived:
        return "archive"
    return "low-priority" if chat.is_low_priority else "primary"


def _was_active(query: Mapping[str, str], chat: models.Chat) -> bool:
    after, before = query.get("lastActivityAfter"), query.get("lastActivityBefore")
    if after is None and before is None:
        return True
    last = chat.last_activity
    if not isinstance(last, datetime):
        return False
    return (after is None or last > times.parse_time(after)) and (before is None or last < times.parse_time(before))
