"""One chat with everything in it. What may be done with it is in ``rules``."""

from __future__ import annotations

import pickle
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from ..wire.json_values import Json


def sort_key(message: Json) -> int:
    """The number that orders a message among all messages."""
    return int(message["sortKey"])


def is_shown(message: Json) -> bool:
    """Whether a message is one that a person sees as a message of its own."""
    return not message.get("isHidden") and not message.get("isDeleted")


Rows: TypeAlias = tuple[list[Json], dict[str, Json]]
"""The rows of a chat, oldest first, and the same rows by ID."""


@dataclass(slots=True)
class Room:
    """A chat: its wire form with the whole roster, and its rows, oldest first."""

    wire: Json
    own_title: str
    """The title the network gives, which an emptied custom title falls back to."""
    _rows: Rows = field(default_factory=lambda: ([], {}))
    _pickled: bytes | None = None

    def pack(self) -> None:
        """Keep the rows pickled until they are read: a new world copies all rooms, and a test reads few of them."""
        self._pickled = pickle.dumps(self._rows, protocol=5)
        self._rows = ([], {})

    def _unpacked(self) -> Rows:
        if self._pickled is not None:
            self._rows = pickle.loads(self._pickled)  # noqa: S301 - our own bytes, of this process
            self._pickled = None
        return self._rows

    @property
    def messages(self) -> list[Json]:
        """The rows, oldest first."""
        return self._unpacked()[0]

    @property
    def id(self) -> str:
        """The chat ID."""
        return str(self.wire["id"])

    @property
    def account_id(self) -> str:
        """The account the chat belongs to."""
        return str(self.wire["accountID"])

    @property
    def roster(self) -> list[Json]:
        """Every participant, in the server's order."""
        items: list[Json] = self.wire["participants"]["items"]
        return items

    def find(self, message_id: str) -> Json | None:
        """The row with a final ID."""
        return self._unpacked()[1].get(message_id)

    def add(self, message: Json) -> None:
        """Put a row where its sort key belongs."""
        rows, by_id = self._unpacked()
        key = sort_key(message)
        late = not rows or sort_key(rows[-1]) < key
        place = len(rows) if late else bisect_left(rows, key, key=sort_key)
        rows.insert(place, message)
        by_id[message["id"]] = message

    def drop(self, message: Json) -> None:
        """Take a row out."""
        rows, by_id = self._unpacked()
        rows.remove(message)
        del by_id[message["id"]]

    def shown(self) -> Iterator[Json]:
        """The messages a person sees, newest first."""
        return (message for message in reversed(self.messages) if is_shown(message))

    def unread(self) -> list[Json]:
        """The messages of others the owner has not read, oldest first."""
        return [message for message in self.messages if message.get("isUnread") and is_shown(message)]

    def recount(self) -> None:
        """Bring the counters in line with the rows."""
        unread = self.unread()
        self.wire["unreadCount"] = len(unread)
        owner = next((member["id"] for member in self.roster if member.get("isSelf")), "")
        hits = [row for row in unread if {"@room", owner} & set(row.get("mentions") or ())]
        self.wire["unreadMentionsCount"] = len(hits)
