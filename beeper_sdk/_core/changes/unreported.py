"""Notices a connection that stays open but reports nothing, as was seen for 8.5 hours: sweeps find what it should have.

Pings do not show this. A chat that a sweep finds may be reported a moment later, so the next sweep decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..generated import models

SILENT_NETWORKS = frozenset({"imessage"})
"""Networks without events."""


class Unreported:
    """The chats with a new message that no event has reported yet."""

    def __init__(self) -> None:
        self._chats: set[str] = set()

    def found(self, chat: models.ChatWithPreview) -> None:
        """A sweep has found a new message in a chat."""
        network, preview = chat.network, chat.preview
        if preview is not None and not (isinstance(network, str) and network.casefold() in SILENT_NETWORKS):
            self._chats.add(preview.chat_id or chat.id)

    def reported(self, chat_id: str) -> None:
        """An event has reported a change in a chat."""
        self._chats.discard(chat_id)

    def take(self) -> bool:
        """Whether there are any. They are not kept."""
        found, self._chats = bool(self._chats), set()
        return found
