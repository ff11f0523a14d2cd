"""The place of a chat in a list: when it was active last."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..generated import models

NEVER = -1
"""The place of a chat that was never active, or not at a known time: after all others."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def activity_ms(chat: models.Chat) -> int:
    """The time of the last activity in Unix milliseconds, or `NEVER`."""
    last = chat.last_activity
    if not isinstance(last, datetime):
        return NEVER
    moment = last if last.tzinfo is not None else last.replace(tzinfo=UTC)
    return max(NEVER, (moment - _EPOCH) // _MILLISECOND)


def is_since(chat: models.Chat, begin: datetime | None) -> bool:
    """Whether a chat was active at or after a time; True for any chat if the time is None."""
    last = chat.last_activity
    return begin is None or (isinstance(last, datetime) and activity_ms(chat) >= (begin - _EPOCH) // _MILLISECOND)
