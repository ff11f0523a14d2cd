"""One chat with everything in it. What may be done with it is in ``rules``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..wire.json_values import Json


def sort_key(message: Json) -> int:
    """The number that orders a message among all messages."""
    return int(message["sortKey"])


def is_shown(message: Json) -> bool:
    """Whether a message is one that a person sees as a message of its own."""
    return not message.get("isHidden") and not message.get("isDeleted")


@dataclass(slots=True)
class Room:
    """A chat: its wire form with the whole roster, and its rows, oldest first."""

    wire: Json
    own_title: str
    """The title the network gives, which an emptied custom title falls back to."""
    messages: list[Json] = field(default_factory=list[Json])
    _by_id: dict[str, Json] = field(default_factory=dict[str, Json])

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
        return self._by_id.get(message_id)

    def add(self, message: Json) -> None:
        """Put a row where its sort key belongs."""
        key = sort_key(message)
        late = not self.messages or sort_key(self.messages[-1]) < key
        place = len(self.messages) if late else bisect_left(self.messages, key, key=sort_key)
        self.messages.insert(place, message)
        self._by_id[message["id"]] = message

    def drop(self, message: Json) -> None:
        """Take a row out."""
        self.messages.remove(message)
        del self._by_id[message["id"]]

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
