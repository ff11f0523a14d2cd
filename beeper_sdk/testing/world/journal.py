"""The changes of a world, in order: what connections that subscribe to events are sent.

Rules record a change where they make it. `flush` passes the changes on between two units of work, so that several
changes of one message or chat within a unit are one event. Functions of tests change the state directly: `compare`
finds out what they changed.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ..wire.json_values import Json
from .room import FrozenRoom, Room

Kind: TypeAlias = Literal["chat.upserted", "chat.deleted", "message.upserted", "message.deleted"]


@dataclass(frozen=True, slots=True)
class Change:
    """One message or chat that was added, changed or removed."""

    kind: Kind
    chat_id: str
    account_id: str
    network: str
    id: str


class Journal:
    """Collects changes, and passes them to listeners."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[Change], None]] = []
        self.shows_edits: Callable[[], bool] = lambda: True
        """Whether an edit or a deletion has events. It is called by the rule that makes the change."""
        self._changes: dict[tuple[bool, str, str], Change] = {}
        self._comparing = False

    def message(self, room: Room, row: Json) -> None:
        """A message was added to a chat or changed; what marks a deleted one is reported as deleted."""
        self._record("message.deleted" if row.get("isDeleted") else "message.upserted", room, str(row["id"]))

    def message_deleted(self, room: Room, message_id: str) -> None:
        """A message was removed."""
        self._record("message.deleted", room, message_id)

    def chat(self, room: Room) -> None:
        """A chat was added or changed, and with it the merged chat that it is a member of."""
        self._record("chat.upserted", room, room.id)
        merged_id = room.wire.get("mergedIntoChatID")
        if merged_id is not None:
            self._record("chat.upserted", room, merged_id, merged_id)

    def chat_deleted(self, room: Room) -> None:
        """A chat was removed."""
        self._record("chat.deleted", room, room.id)

    def _record(self, kind: Kind, room: Room, changed: str, chat_id: str = "") -> None:
        if self.listeners:
            key = kind.startswith("message"), chat_id or room.id, changed
            network = str(room.wire.get("network", ""))
            self._changes[key] = Change(kind, chat_id or room.id, room.account_id, network, changed)

    def flush(self) -> None:
        """Pass the changes to the listeners, oldest first. Within `compare`, they wait for its end."""
        if self._comparing:
            return
        changes, self._changes = self._changes, {}
        for change in changes.values():
            for listener in list(self.listeners):
                listener(change)

    @contextmanager
    def compare(self, rooms: Mapping[str, Room]) -> Generator[None]:
        """Record what the code in the block changes directly. It costs nothing while nobody listens."""
        if not self.listeners:
            yield
            return
        before = {chat_id: (room, room.freeze()) for chat_id, room in rooms.items()}
        outer, self._comparing = self._comparing, True
        try:
            yield
        finally:
            self._comparing = outer
            for chat_id, (room, frozen) in before.items():
                if rooms.get(chat_id) is room:
                    self._compare_room(room, frozen)
                else:
                    self.chat_deleted(room)
            for chat_id, room in rooms.items():
                if chat_id not in before or before[chat_id][0] is not room:
                    self._compare_rows(room, [], room.messages.scan())
                    self.chat(room)

    def _compare_room(self, room: Room, frozen: FrozenRoom) -> None:
        if room.freeze() == frozen:
            return
        self._compare_rows(room, *room.changes_since(frozen))
        if room.wire_of(frozen) != room.wire:
            self.chat(room)

    def _compare_rows(self, room: Room, before: Iterable[Json], after: Iterable[Json]) -> None:
        old = {str(row["id"]): row for row in before}
        new = {str(row["id"]): row for row in after}
        for message_id in old:
            if message_id not in new:
                self.message_deleted(room, message_id)
        for message_id, row in new.items():
            known = old.get(message_id, {})
            edited = known and (known.get("text"), known.get("isDeleted")) != (row.get("text"), row.get("isDeleted"))
            if known != row and (not edited or self.shows_edits()):
                self.message(room, row)
