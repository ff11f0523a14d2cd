"""The participants of a chat, also where the server left them or their number out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..util.validation import optional, usable_id, whole

if TYPE_CHECKING:
    from ..generated import models


def roster_of(chat: models.Chat) -> models.ChatParticipants:
    """The participants of a chat. If the server did not send them, none of them are known."""
    roster = optional(chat.participants)
    if roster is not None:
        return roster
    from ..generated import models

    return models.ChatParticipants(items=[], has_more=True, total=0)


def member_ids(chat: models.Chat) -> list[str]:
    """The IDs of the member chats of a merged chat, each once; empty for another chat."""
    ids: list[str] = (optional(chat.merge.chat_ids) if chat.merge else None) or []
    return list(dict.fromkeys(chat_id for chat_id in ids if usable_id(chat_id) is not None))


def is_member(chat: models.Chat) -> bool:
    """Whether a chat is a member of a merged chat."""
    return usable_id(chat.merged_into_chat_id) is not None


def size(roster: models.ChatParticipants) -> int:
    """The number of participants that the server reports; if it reports none, that of those it sent."""
    total = whole(roster.total)
    return len(roster.items) if total is None else total


def is_cut(roster: models.ChatParticipants) -> bool:
    """Whether the chat has more participants than these. They may be more if the server does not say how many."""
    total = whole(roster.total)
    return roster.has_more or total is None or len(roster.items) < total
