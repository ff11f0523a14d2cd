"""One chat with everything in it. What may be done with it is in ``rules``."""

from __future__ import annotations

import pickle
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self, TypeAlias

from ..wire.json_values import Json
from .dates import Dates


def sort_key(message: Json) -> int:
    """The number that orders a message among all messages."""
    return int(message["sortKey"])


def is_shown(message: Json) -> bool:
    """Whether a message is one that a person sees as a message of its own."""
    return not message.get("isHidden") and not message.get("isDeleted")


Rows: TypeAlias = tuple[list[Json], dict[str, Json]]
"""The rows of a chat, oldest first, and the same rows by ID."""


class MovedRows:
    """The rows of a chat as a pickle, with the dates of servers that start within the same minute.

    To move the 8,000 dates of a world takes as long as to read it: test suites start many servers a minute.
    """

    def __init__(self) -> None:
        self._stored: tuple[Dates | None, bytes | None] = None, None
        """In one piece, as servers in several threads share it."""

    def get(self, dates: Dates) -> bytes | None:
        """The rows with these dates, if they were read twice."""
        stored, rows = self._stored
        return rows if stored is dates else None

    def put(self, dates: Dates, rows: Rows) -> None:
        """Store rows that are read for the second time with these dates."""
        read_before = self._stored[0] is dates
        self._stored = dates, pickle.dumps(rows, protocol=5) if read_before else None


@dataclass(frozen=True, slots=True)
class StoredRoom:
    """A chat that all worlds of a seed share. Each reads a copy of its own, and not before it needs it."""

    id: str
    own_title: str
    wire: bytes
    """The wire form as a pickle, without its roster."""
    roster: list[Json]
    """Flat objects: copying them takes an eighth of the time that reading them from a pickle takes."""
    rows: bytes
    """The rows as a pickle."""
    timed: bool
    """Whether it has a reminder or a snooze."""
    newest: bytes
    """The newest row that a person sees, as a pickle; None if there is none. Lists of chats need no other."""
    moved: MovedRows

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

    def read_rows(self, dates: Dates) -> Rows:
        """A copy of the rows."""
        stored = self.moved.get(dates)
        rows: Rows = pickle.loads(stored or self.rows)  # noqa: S301 - our own bytes, of this process
        if stored is None:
            dates.move_rows(rows[0])
            self.moved.put(dates, rows)
        return rows

    def room(self, dates: Dates) -> Room:
        """The chat for one world."""
        return Room(
            self.id,
            self.own_title,
            lambda: self.read_wire(dates),
            lambda: self.read_rows(dates),
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
        read_rows: Callable[[], Rows],
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

    @classmethod
    def empty(cls, wire: Json, own_title: str) -> Self:
        """A chat without messages."""
        return cls(str(wire["id"]), own_title, lambda: wire, lambda: ([], {}), timed=True)

    def stored(self) -> StoredRoom:
        """The same, for any number of worlds to share."""
        wire = self.wire | {"participants": self.wire["participants"] | {"items": []}}
        rows = pickle.dumps(self._rows, protocol=5)
        timed = bool(wire.get("reminder") or wire.get("snooze"))
        newest = pickle.dumps(self.newest(), protocol=5)
        roster = [person.copy() for person in self.roster]
        return StoredRoom(
            self.id, self.own_title, pickle.dumps(wire, protocol=5), roster, rows, timed, newest, MovedRows()
        )

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

    @cached_property
    def _rows(self) -> Rows:
        return self._read_rows()

    def newest(self) -> Json | None:
        """The newest message that a person sees, to be shown: it can be a copy."""
        if self._read_newest is not None and "_rows" not in self.__dict__:
            return self._read_newest()
        return next(self.shown(), None)

    @property
    def messages(self) -> list[Json]:
        """The rows, oldest first."""
        return self._rows[0]

    @property
    def account_id(self) -> str:
        """The account the chat belongs to."""
        return str(self.wire["accountID"])

    @property
    def roster(self) -> list[Json]:
        """Every participant, in the server's order."""
        items: list[Json] = self.wire["participants"]["items"]
        return items

    def freeze(self) -> bytes:
        """What was read of the chat, and may have been changed since, as a pickle."""
        return pickle.dumps((self._wire, self.__dict__.get("_rows", (None,))[0]), protocol=5)

    def thaw(self, frozen: bytes) -> tuple[Json, list[Json]]:
        """The wire form and the rows at the time of `freeze`."""
        wire, rows = pickle.loads(frozen)  # noqa: S301 - our own bytes, of this process
        return self._read_wire() if wire is None else wire, self._read_rows()[0] if rows is None else rows

    def find(self, message_id: str) -> Json | None:
        """The row with a final ID."""
        return self._rows[1].get(message_id)

    def add(self, message: Json) -> None:
        """Put a row where its sort key belongs."""
        rows, by_id = self._rows
        key = sort_key(message)
        late = not rows or sort_key(rows[-1]) < key
        place = len(rows) if late else bisect_left(rows, key, key=sort_key)
        rows.insert(place, message)
        by_id[message["id"]] = message

    def index_rows(self) -> None:
        """Find rows by their IDs again, after these were changed."""
        rows, by_id = self._rows
        by_id.clear()
        by_id.update({str(row["id"]): row for row in rows})

    def last_key(self, start: int, end: int) -> int:
        """The last sort key of the chat from `start` to below `end`; the one before `start` if there is none."""
        place = bisect_left(self.messages, end, key=sort_key)
        return max(start - 1, sort_key(self.messages[place - 1])) if place else start - 1

    def drop(self, message: Json) -> None:
        """Take a row out."""
        rows, by_id = self._rows
        rows.remove(message)
        del by_id[message["id"]]

    def shown(self) -> Iterator[Json]:
        """The messages a person sees, newest first."""
        return (message for message in reversed(self.messages) if is_shown(message))

    def unread(self) -> list[Json]:
        """The messages of others the owner has not read, oldest first."""
        return [message for message in self.messages if message.get("isUnread") and is_shown(message)]

    def recount(self) -> bool:
        """Bring the counters in line with the rows; returns whether they have changed."""
        unread = self.unread()
        before = self.wire.get("unreadCount"), self.wire.get("unreadMentionsCount")
        self.wire["unreadCount"] = len(unread)
        owner = next((member["id"] for member in self.roster if member.get("isSelf")), "")
        hits = [row for row in unread if {"@room", owner} & set(row.get("mentions") or ())]
        self.wire["unreadMentionsCount"] = len(hits)
        return before != (len(unread), len(hits))
