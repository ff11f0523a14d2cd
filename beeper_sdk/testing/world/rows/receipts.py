"""Who has seen the messages of a sender."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...wire.json_values import Json, is_object
from ..dates import move_by
from .packed import Seen
from .row import is_shown, sort_key


@dataclass(frozen=True, slots=True)
class Receipt:
    """Somebody has seen all messages of a sender up to some message."""

    sender_id: str
    user_id: str | None
    """Who has seen them; None in a direct chat, whose messages do not say it."""
    moment: str
    """When, as a timestamp."""

    def moved(self, shift_ms: int) -> Receipt:
        """The same at another date."""
        return replace(self, moment=move_by(shift_ms).moved(self.moment))

    def is_in(self, seen: Seen) -> bool:
        """Whether rows with these receipts have this one."""
        if self.sender_id not in seen:
            return False
        users = seen[self.sender_id]
        return self.user_id is None or users is None or self.user_id in users

    def added_to(self, seen: Seen) -> Seen:
        """The receipts of rows after this one."""
        if self.is_in(seen):
            return seen
        users = None if self.user_id is None else (seen.get(self.sender_id) or frozenset()) | {self.user_id}
        return {**seen, self.sender_id: users}

    def mark(self, rows: list[Json], last_key: int | None = None) -> Iterator[Json]:
        """Mark the rows up to a sort key, newest first, and return those that have changed."""
        for row in reversed(rows):
            is_meant = row["senderID"] == self.sender_id and (last_key is None or sort_key(row) <= last_key)
            if is_meant and is_shown(row) and self._see(row):
                yield row

    def _see(self, row: Json) -> bool:
        seen: object = row.get("seen")
        if self.user_id is None:
            if seen:
                return False
            row["seen"] = self.moment
            return True
        by_user: Json = seen if is_object(seen) else {}
        if seen is True or self.user_id in by_user:
            return False
        row["seen"] = {**by_user, self.user_id: self.moment}
        return True
