"""One chat with everything in it. What may be done with it is in ``rules``."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Self, TypeAlias

from ..wire.json_values import Json
from .dates import Dates
from .rows.blocks import Block
from .rows.memory import Memory
from .rows.row import is_shown
from .rows.rows import Parts, Rows, parts_of, rows_of
from .rows.stored import StoredRows

FrozenRoom: TypeAlias = tuple[bytes, Parts | None]
"""What was read of a chat at some time: its wire form, and its rows, packed or pickled in blocks."""


@dataclass(frozen=True, slots=True)
class StoredRoom:
    """A chat that all worlds of a seed share. Each reads a copy of its own, and not before it needs it."""

    id: str
    own_title: str
    wire: bytes
    """The wire form as a pickle, without its roster."""
    roster: list[Json]
    """Flat objects: copying them takes an eighth of the time that reading them from a pickle takes."""
    rows: StoredRows
    timed: bool
    """Whether it has a reminder or a snooze."""
    newest: bytes
    """The newest row that a person sees, as a pickle; None if there is none. Lists of chats need no other."""

    def read_newest(self, dates: Dates) -> Json | None:
        """A copy of the newest row that a person sees."""
        row: Json | None = pickle.loads(self.newest)  # noqa: S301 - our own bytes, of this process
        dates.move_rows([] if row is None else [row])
        return row

    def read_wire(self, dates: Dates) -> Json:
        """A copy of the wire form with the whole roster."""
        wire: Json = pickle.loads(self.wire)  # noqa: S301 - our own bytes, of this process
        dates.move_chat(wire)
        wire["participants"]["items"] = [person.copy() for person in self.roster]
        return wire

    def room(self, dates: Dates) -> Room:
        """The chat for one world."""
        return Room(
            self.id,
            self.own_title,
            lambda: self.read_wire(dates),
            lambda: self.rows.read(dates),
            timed=self.timed,
            read_newest=lambda: self.read_newest(dates),
        )


class Room:
    """A chat: its wire form with the whole roster, and its rows, oldest first. Both are read when they are needed."""

    def __init__(
        self,
        chat_id: str,
        own_title: str,
        read_wire: Callable[[], Json],
        read_rows: Callable[[], list[Block]],
        *,
        timed: bool = False,
        read_newest: Callable[[], Json | None] | None = None,
    ) -> None:
        self.id: str = chat_id
        self.own_title: str = own_title
        """The title the network gives, which an emptied custom title falls back to."""
        self._read_wire, self._read_rows, self._read_newest = read_wire, read_rows, read_newest
        self._wire: Json | None = None
        self._timed = timed
        self._memory: Memory | None = None
        self._rows: Rows | None = None

    @classmethod
    def empty(cls, wire: Json, own_title: str) -> Self:
        """A chat without messages."""
        return cls(str(wire["id"]), own_title, lambda: wire, list, timed=True)

    def stored(self) -> StoredRoom:
        """The same, for any number of worlds to share."""
        wire = self.wire | {"participants": self.wire["participants"] | {"items": []}}
        rows = StoredRows(self.messages)
        timed = bool(wire.get("reminder") or wire.get("snooze"))
        newest = pickle.dumps(self.newest(), protocol=5)
        roster = [person.copy() for person in self.roster]
        return StoredRoom(self.id, self.own_title, pickle.dumps(wire, protocol=5), roster, rows, timed, newest)

    @property
    def wire(self) -> Json:
        """The chat as the API has it."""
        if self._wire is None:
            self._wire = self._read_wire()
        return self._wire

    @property
    def may_have_times(self) -> bool:
        """Whether it can have a reminder or a snooze. Its wire form need not be read to know that it has none."""
        return self._timed or self._wire is not None

    def use_in(self, memory: Memory) -> None:
        """Let the rows be packed with those of other chats of a world."""
        self._memory = memory
        if self._is_read:
            self.messages.use_in(memory)

    @property
    def _is_read(self) -> bool:
        return self._rows is not None

    def newest(self) -> Json | None:
        """The newest message that a person sees, to be shown: it can be a copy."""
        if self._read_newest is not None and not self._is_read:
            return self._read_newest()
        for block in reversed(self.messages.blocks):
            if (row := block.newest()) is not None:
                return row
        return None

    @property
    def messages(self) -> Rows:
        """The rows, oldest first."""
        if self._rows is None:
            self._rows = Rows(self._read_rows(), self._memory or Memory())
        return self._rows

    @property
    def account_id(self) -> str:
        """The account the chat belongs to."""
        return str(self.wire["accountID"])

    @property
    def roster(self) -> list[Json]:
        """Every participant, in the server's order."""
        items: list[Json] = self.wire["participants"]["items"]
        return items

    def freeze(self) -> FrozenRoom:
        """What was read of the chat, and may have been changed since."""
        return pickle.dumps(self._wire, protocol=5), self.messages.parts() if self._is_read else None

    def thaw(self, frozen: FrozenRoom) -> tuple[Json, list[Json]]:
        """The wire form and the rows at the time of `freeze`."""
        return self.wire_of(frozen), rows_of(self._parts_of(frozen))

    def _parts_of(self, frozen: FrozenRoom) -> Parts:
        return parts_of(self._read_rows()) if frozen[1] is None else frozen[1]

    def wire_of(self, frozen: FrozenRoom) -> Json:
        """The wire form at the time of `freeze`."""
        wire: Json | None = pickle.loads(frozen[0])  # noqa: S301 - our own bytes, of this process
        return self._read_wire() if wire is None else wire

    def changes_since(self, frozen: FrozenRoom) -> tuple[list[Json], list[Json]]:
        """The rows of the blocks that have changed since `freeze`, as they were and as they are."""
        was, now = self._parts_of(frozen), self.messages.parts()
        same = set(was) & set(now)
        return rows_of(part for part in was if part not in same), rows_of(part for part in now if part not in same)

    def find(self, message_id: str) -> Json | None:
        """The row with a final ID."""
        return self.messages.find(message_id)

    def add(self, message: Json) -> None:
        """Put a row where its sort key belongs."""
        self.messages.add(message)

    def index_rows(self) -> None:
        """Find rows by their IDs again, after these were changed."""
        self.messages.index_rows()

    def last_key(self, start: int, end: int) -> int:
        """The last sort key of the chat from `start` to below `end`; the one before `start` if there is none."""
        found = self.messages.key_before(end)
        return start - 1 if found is None else max(start - 1, found)

    def drop(self, message: Json) -> None:
        """Take a row out."""
        self.messages.drop(message)

    def shown(self) -> Iterator[Json]:
        """The messages a person sees, newest first."""
        for block in reversed(list(self.messages.blocks)):
            if block.shows_any:
                yield from filter(is_shown, reversed(self.messages.open(block)))

    def recount(self) -> bool:
        """Bring the counters in line with the rows; returns whether they have changed."""
        before = self.wire.get("unreadCount"), self.wire.get("unreadMentionsCount")
        owner = next((member["id"] for member in self.roster if member.get("isSelf")), "")
        counts = self.messages.count_unread({"@room", owner})
        self.wire["unreadCount"], self.wire["unreadMentionsCount"] = counts
        return before != counts
