"""What is shown of a change: what happened, and to which message or chat, in at most two lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .summaries import message_parts, summary, title_of
from .texts import clean, cut, joined, lines, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..generated import base, models

_TITLE = 20
_CHATS = 3
_REASON = 40
_ID = 40


def message_change(name: str, message: models.Message, chat: models.Chat | None = None) -> str:
    """The repr of a change of a message."""
    head, tail = message_parts(message)
    place = "" if chat is None else f" in {quoted(title_of(chat), _TITLE)}"
    return lines(f"{name}{place} {head}", tail)


def chat_change(name: str, chat: base.Model) -> str:
    """The repr of a change of a chat: that of the chat, with the name of the change."""
    shown = summary(chat) or ""
    return f"<{name}{shown.removeprefix(f'<{type(chat).__name__}')}"


def gap_text(chats: Sequence[str], reason: str) -> str:
    """The repr of a gap: the reason, and the first chats."""
    shown = [quoted(chat_id, _ID, "'") for chat_id in chats[:_CHATS]]
    more = f"{len(chats) - _CHATS} more" if len(chats) > _CHATS else None
    return lines(f"Gap {cut(clean(reason), _REASON)}", joined(*shown, more))
