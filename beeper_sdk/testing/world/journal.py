"""The changes of a world, in order: what connections that subscribe to events are sent.

Rules record a change where they make it. `flush` passes the changes on between two units of work, so that several
changes of one message or chat within a unit are one event.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ..wire.json_values import Json
from .room import Room

Kind: TypeAlias = Literal["chat.upserted", "chat.deleted", "message.upserted", "message.deleted"]


@dataclass(frozen=True, slots=True)
class Change:
    """One message or chat that was added, changed or removed."""

    kind: Kind
    chat_id: str
    account_id: str
    id: str


class Journal:
    """Collects changes, and passes them to listeners."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[Change], None]] = []
        self._changes: dict[Change, None] = {}

    def message(self, room: Room, row: Json) -> None:
        """A message was added to a chat or changed."""
        self._record(Change("message.upserted", room.id, room.account_id, str(row["id"])))

    def message_deleted(self, room: Room, message_id: str) -> None:
        """A message was deleted for good, or became the mark of a deleted message."""
        self._record(Change("message.deleted", room.id, room.account_id, message_id))

    def chat(self, room: Room) -> None:
        """A chat was added or changed."""
        self._record(Change("chat.upserted", room.id, room.account_id, room.id))

    def chat_deleted(self, room: Room) -> None:
        """A chat was removed."""
        self._record(Change("chat.deleted", room.id, room.account_id, room.id))

    def _record(self, change: Change) -> None:
        if self.listeners:
            self._changes.pop(change, None)
            self._changes[change] = None

    def flush(self) -> None:
        """Pass the changes to the listeners, oldest first."""
        changes, self._changes = self._changes, {}
        for change in changes:
            for listener in list(self.listeners):
                listener(change)
