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
from .dates import MINUTE_MS
from .journal import Journal
from .networks import Network, network_of
from .room import Room
from .rows.memory import Memory
from .seed.media import File, MediaStore
from .seed.people import Person
from .sort_keys import first_key, free_key
from .start import Start, StoredStart


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


@dataclass(slots=True, eq=False)
class Expiring:
    """A message that disappears."""

    room: Room
    message_id: str
    at_ms: int
    """When, in Unix milliseconds."""


class World:
    """All state. Collections are public to the package; only the server's loop touches them."""

    def __init__(self, start: StoredStart | Start, now: Now | datetime | None = None) -> None:
        self.clock: Clock = Clock(now)
        begin = start if isinstance(start, Start) else self._dated(start)
        self.seed: int = begin.seed
        self.resets: int = 0
        """How often the server that it belongs to was reset before."""
        self.people: list[Person] = begin.people
        self.cursors: Cursors = Cursors(f"cursors of world {begin.seed}")
        self.media: MediaStore = begin.media
        self.accounts: dict[str, Json] = {account["accountID"]: account for account in begin.accounts}
        self.contacts: MutableMapping[str, list[Json]] = begin.contacts
        self.strangers: MutableMapping[str, list[Json]] = begin.strangers
        self.without_contacts: set[str] = begin.without_contacts
        self.labels: list[Json] = begin.labels
        self.bridges: dict[str, Json] = {bridge["id"]: bridge for bridge in begin.bridges}
        self.memory: Memory = Memory()
        self.rooms: dict[str, Room] = {room.id: room for room in begin.rooms}
        self.local: dict[str, str] = begin.local
        self.uploads: dict[str, Upload] = {}
        self.pending: dict[str, tuple[str, str]] = begin.pending
        self.late: list[Late] = []
        self.late_reads: int = 2
        self.journal: Journal = Journal()
        self.agenda: Agenda = Agenda()
        self.edits: dict[str, int] = begin.edits
        """How often messages were edited, by message ID."""
        self.expiring: dict[str, Expiring] = {}
        """Messages that disappear, by message ID."""
        self.expiring_at_start: list[tuple[str, str, int]] = begin.expiring
        self.account_data: dict[str, Json] = begin.account_data
        self.left: dict[str, Room] = {room.id: room for room in begin.left}
        for room in (*begin.rooms, *begin.left):
            room.use_in(self.memory)
        self.focused: Json = begin.focused
        self._next_id, self._next_local, self._numbers = begin.next_id, begin.next_local, begin.numbers
        self._last_key = 0
        self.merges_chats: bool = True
        """Whether the app has merged chats."""

    def _dated(self, start: StoredStart) -> Start:
        """A start at the time of the clock. A world that was just saved, and may have been milliseconds ahead of its
        clock, keeps its dates: the clock goes on from there.
        """
        starts_ms = self.clock.started_ms
        if 0 < start.made_ms - starts_ms < MINUTE_MS:
            starts_ms = start.made_ms
            self.clock.move_to(starts_ms)
        if start.saved:
            self.clock.go_on()  # its newest message can be of this very millisecond
        return start.start(starts_ms)

    @property
    def owner_name(self) -> str:
        """The name of the user of this Beeper."""
        return self.people[0].full_name

    def network(self, room: Room) -> Network:
        """The network of a chat."""
        return network_of(self.account(room.account_id))

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
        return [self.rooms[chat_id] for chat_id in merge.get("chatIDs", []) if chat_id in self.rooms]

    def split_merged_chats(self) -> None:
        """Remove the merged chats: in apps before them, their members are chats of their own."""
        self.merges_chats = False
        for room in [room for room in self.rooms.values() if "merge" in room.wire]:
            for member in self.members(room):
                del member.wire["mergedIntoChatID"]
            del self.rooms[room.id], self.local[room.wire["localChatID"]]

    def number(self) -> int:
        """The next number for ids that are made up as things happen; the same in every run."""
        self._numbers += 1
        return self._numbers

    def new_row(self, moment_ms: int) -> tuple[str, str]:
        """The ID and sort key of a message of now."""
        self._last_key = max(self._last_key + 1, first_key(moment_ms))
        self._next_id += 1
        return str(self._next_id - 1), str(self._last_key)

    def past_row(self, moment_ms: int) -> tuple[str, str]:
        """The ID and sort key of a message of any moment, which is put between those that are there."""
        key = free_key(self.rooms.values(), moment_ms)
        self._last_key = max(self._last_key, key)
        self._next_id += 1
        return str(self._next_id - 1), str(key)

    def counters(self) -> tuple[int, int, int]:
        """The next message ID, the next local chat ID, and how many numbers `number` has given out."""
        return self._next_id, self._next_local, self._numbers

    def skip_numbers(self, ids: int, local_ids: int, last_key: int) -> tuple[int, int]:
        """Let new messages and chats have IDs and local IDs after these, and sort keys after this one.

        Returns:
            The first ID and the first local ID that are skipped.
        """
        first = self._next_id, self._next_local
        self._next_id, self._next_local = self._next_id + ids, self._next_local + local_ids
        self._last_key = max(self._last_key, last_key)
        return first

    def new_room(self, room: Room) -> Room:
        """Take a chat that was just made into the world, under a local ID of its own."""
        room.use_in(self.memory)
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
            with world.memory.work(), world.journal.compare(world.rooms):
                for hook in due:
                    hook.act(world)
                world.memory.index_used()
