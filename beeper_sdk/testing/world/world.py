"""The state of the fake server, by ID. What may be done with it is in ``rules``.

It belongs to the event loop of the server: handlers change it without awaiting anything in between, and tests read and
change it through ``WorldView``, which runs their functions on that loop.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from ..._core.util.validation import check_count, wrong_type
from .._protocols import World as PublicWorld
from ..wire.errors import not_found
from ..wire.json_values import Json
from ..wire.pages import Cursors
from ..wire.requests import Call, check_operation
from .agenda import Agenda
from .clock import Clock, Now
from .journal import Journal
from .room import Room, sort_key
from .seed import seed as start
from .seed.media import File, MediaStore


@dataclass(slots=True)
class Upload:
    """A file somebody uploaded for a message or a draft."""

    id: str
    file: File
    url: str
    until_ms: int
    """When its ID expires, in Unix milliseconds."""


@dataclass(slots=True, eq=False)
class Late:
    """A message that was sent and has not arrived, or of which nobody knows yet what became of it."""

    room: Room
    row: Json
    outcome: str | None
    """The status of the send in the end; None where none is ever reported."""
    reads: int
    """The read of its chat, counted from now, at which it shows."""


class World:
    """All state. Collections are public to the package; only the server's loop touches them."""

    def __init__(self, seed: int = 0, now: Now | datetime | None = None) -> None:
        self.clock: Clock = Clock(now)
        begin = start(seed, self.clock.started_ms)
        self.seed: int = seed
        self.resets: int = 0
        """How often the server that it belongs to was reset before."""
        self.owner_name: str = begin.owner_name
        self.cursors: Cursors = Cursors(f"cursors of world {seed}")
        self.media: MediaStore = begin.media
        self.accounts: dict[str, Json] = {account["accountID"]: account for account in begin.accounts}
        self.contacts: MutableMapping[str, list[Json]] = begin.contacts
        self.strangers: MutableMapping[str, list[Json]] = begin.strangers
        self.labels: list[Json] = begin.labels
        self.bridges: dict[str, Json] = {bridge["id"]: bridge for bridge in begin.bridges}
        self.rooms: dict[str, Room] = {room.id: room for room in begin.rooms}
        self.local: dict[str, str] = begin.local
        self.uploads: dict[str, Upload] = {}
        self.pending: dict[str, tuple[str, str]] = {}
        self.late: list[Late] = []
        self.late_reads: int = 2
        self.journal: Journal = Journal()
        self.agenda: Agenda = Agenda()
        self.edits: dict[str, int] = {}
        """How often messages were edited, by message ID."""
        self.account_data: dict[str, Json] = {}
        self.left: dict[str, Room] = {}
        self.focused: Json = {}
        self._next_id, self._next_key = begin.next_id, begin.next_key
        self._next_local = 1 + max(map(int, self.local))
        self._numbers = 0

    def room(self, chat_id: str) -> Room:
        """The chat with an ID or a local ID."""
        room = self.rooms.get(chat_id) or self.rooms.get(self.local.get(chat_id, ""))
        if room is None:
            raise not_found("Chat")
        return room

    def account(self, account_id: str) -> Json:
        """The account with an ID."""
        account = self.accounts.get(account_id)
        if account is None:
            raise not_found("Account")
        return account

    def members(self, room: Room) -> list[Room]:
        """The member chats of a merged chat; none for any other."""
        merge: Json = room.wire.get("merge") or {}
        return [self.rooms[chat_id] for chat_id in merge.get("chatIDs", [])]

    def split_merged_chats(self) -> None:
        """Remove the merged chats: in apps before them, their members are chats of their own."""
        for room in [room for room in self.rooms.values() if "merge" in room.wire]:
            for member in self.members(room):
                del member.wire["mergedIntoChatID"]
            del self.rooms[room.id], self.local[room.wire["localChatID"]]

    def number(self) -> int:
        """The next number for ids that are made up as things happen; the same in every run."""
        self._numbers += 1
        return self._numbers

    def new_row(self) -> tuple[str, str]:
        """The id and sort key of the next message."""
        self._next_id += 1
        self._next_key += 3
        return str(self._next_id - 1), str(self._next_key - 3)

    def key_before_all(self) -> str:
        """A sort key before those of all messages."""
        keys = (sort_key(room.messages[0]) for room in self.rooms.values() if room.messages)
        return str(min(keys, default=self._next_key) - 1)

    def skip_numbers(self, ids: int, local_ids: int, keys: int) -> tuple[int, int]:
        """Let new messages and chats have higher IDs, local IDs and sort keys; the first ID and local ID left out."""
        first = self._next_id, self._next_local
        self._next_id, self._next_local, self._next_key = first[0] + ids, first[1] + local_ids, self._next_key + keys
        return first

    def new_room(self, room: Room) -> Room:
        """Take a chat that was just made into the world, under a local ID of its own."""
        room.wire["localChatID"] = str(self._next_local)
        self._next_local += 1
        self.local[room.wire["localChatID"]] = room.id
        self.rooms[room.id] = room
        self.journal.chat(room)
        return room


Act: TypeAlias = Callable[[PublicWorld], object]


@dataclass(slots=True)
class _Hook:
    operation: str
    act: Act
    left: int | None


class Hooks:
    """What is to happen before which requests."""

    def __init__(self) -> None:
        self._hooks: list[_Hook] = []
        self._lock = threading.Lock()

    def add(self, operation: str, act: Act, times: int | None) -> None:
        """Let something happen before the next requests of an operation; before all of them without a number."""
        if not callable(act):
            raise wrong_type("act", "a function", act)
        if times is not None:
            check_count("times", times)
        hook = _Hook(check_operation(operation), act, times)
        with self._lock:
            self._hooks.append(hook)

    def clear(self) -> None:
        """Remove all functions."""
        with self._lock:
            self._hooks.clear()

    def run(self, call: Call, world: World) -> None:
        """Do what is to happen before a request."""
        with self._lock:
            due = [hook for hook in self._hooks if hook.operation == call.name]
            for hook in due:
                hook.left = None if hook.left is None else hook.left - 1
            self._hooks = [hook for hook in self._hooks if hook.left != 0]
        if due:
            with world.journal.compare(world.rooms):
                for hook in due:
                    hook.act(world)
