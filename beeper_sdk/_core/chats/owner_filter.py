"""The filters of a chat search, applied to a chat that was retrieved because the search did not return it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..generated import times
from ..people.names import fold
from ..people.rosters import roster_of
from ..util.validation import optional, string

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


def has_words(query: Mapping[str, str], chat: models.Chat) -> bool:
    """Whether a chat has all words of a search: in its title and network, or with ``scope`` in a participant."""
    words = fold(query.get("query", "")).split()
    texts: list[list[object]] = [[chat.title, chat.network]]
    if query.get("scope") == "participants":
        people = roster_of(chat).items
        texts = [[person.full_name, person.username, person.phone_number, person.email] for person in people]
    joined = [fold(" ".join(filter(None, map(string, parts)))) for parts in texts]
    return not words or any(all(word in text for word in words) for text in joined)


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
