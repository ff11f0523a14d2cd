"""The messages that clients of a position sent, so that a bot that was restarted does not answer itself.

The API returns a pending ID for each send. The final message has another ID and no field that links back, but the app
gives it for the pending ID; not all do. So pending IDs are kept, with digests of the text for those apps, and are
resolved when a message of your own appears in that chat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .steps import Save, Steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..generated import Json, models
    from .fingerprints import Fingerprints
    from .position_data import Record
    from .requests import Requests

MAX_PENDING, MAX_FINAL = 500, 1_000
PENDING, FINAL = "pending", "final"
"""What the values of the table begin with; the ID of the chat and the digests follow."""


class SentIds:
    """The IDs of sends: pending ones, and final ones. `table` is that of the position, and is changed by its store."""

    def __init__(self, requests: Requests, prints: Fingerprints, table: Mapping[str, Json]) -> None:
        self._requests = requests
        self._prints = prints
        self._table = table

    def is_sent_here(self, row: models.Message) -> Steps[bool]:
        """Whether a client of this position sent a message. One request for each send whose final ID is not known."""
        if self._table.get(row.id) == [FINAL, row.chat_id]:
            return True
        for pending_id, digests in self._pending(row.chat_id):
            found = yield from self._requests.message(row.chat_id, pending_id)
            if found is None and digests.isdisjoint(self._prints.received_text(row)):
                continue
            final_id = row.id if found is None else found.id
            if final_id != pending_id:
                yield Save([("sent", pending_id, None), *record_final(self._table, row.chat_id, final_id)])
            if final_id == row.id:
                return True
        return False

    def _pending(self, chat_id: str) -> list[tuple[str, frozenset[str]]]:
        found: list[tuple[str, frozenset[str]]] = []
        for key, value in list(self._table.items()):
            match value:
                case ["pending", str(chat), *digests] if chat == chat_id:
                    found.append((key, frozenset(map(str, digests))))
                case _:
                    pass
        return found


def record_pending(table: Mapping[str, Json], chat_id: str, pending_id: str, digests: Iterable[str]) -> list[Record]:
    """The records of a send that was accepted."""
    return [("sent", pending_id, [PENDING, chat_id, *digests]), *_oldest(table, PENDING, MAX_PENDING)]


def record_final(table: Mapping[str, Json], chat_id: str, message_id: str) -> list[Record]:
    """The records of a send whose message is known."""
    return [("sent", message_id, [FINAL, chat_id]), *_oldest(table, FINAL, MAX_FINAL)]


def _oldest(table: Mapping[str, Json], kind: str, limit: int) -> list[Record]:
    """Records that remove the oldest entries of a kind, so that there is room for one more."""
    keys = [key for key, value in list(table.items()) if isinstance(value, list) and value[:1] == [kind]]
    return [("sent", key, None) for key in keys[: max(0, len(keys) - limit + 1)]]
