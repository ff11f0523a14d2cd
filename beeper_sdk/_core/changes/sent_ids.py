"""The messages that clients of a position sent, so that a bot that was restarted does not answer itself.

The API returns a pending ID for each send. The final message has another ID and no field that links back, but the app
gives it for the pending ID. So pending IDs are kept, and are resolved when a message of your own appears in that chat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .steps import Save, Steps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..generated import Json, models
    from .position_data import Record
    from .requests import Requests

MAX_PENDING, MAX_FINAL = 500, 1_000
PENDING, FINAL = "pending ", "final "
"""What the values of the table begin with; the ID of the chat follows."""


class SentIds:
    """The IDs of sends: pending ones, and final ones. `table` is that of the position, and is changed by its store."""

    def __init__(self, requests: Requests, table: Mapping[str, Json]) -> None:
        self._requests = requests
        self._table = table

    def is_sent_here(self, row: models.Message) -> Steps[bool]:
        """Whether a client of this position sent a message. One request for each send whose final ID is not known."""
        if self._table.get(row.id) == FINAL + row.chat_id:
            return True
        for pending_id in [key for key, value in self._table.items() if value == PENDING + row.chat_id]:
            found = yield from self._requests.message(row.chat_id, pending_id)
            if found is None or found.id == pending_id:
                continue
            yield Save([("sent", pending_id, None), *record_final(self._table, row.chat_id, found.id)])
            if found.id == row.id:
                return True
        return False


def record_pending(table: Mapping[str, Json], chat_id: str, pending_id: str) -> list[Record]:
    """The records of a send that was accepted."""
    return [("sent", pending_id, PENDING + chat_id), *_oldest(table, PENDING, MAX_PENDING)]


def record_final(table: Mapping[str, Json], chat_id: str, message_id: str) -> list[Record]:
    """The records of a send whose message is known."""
    return [("sent", message_id, FINAL + chat_id), *_oldest(table, FINAL, MAX_FINAL)]


def _oldest(table: Mapping[str, Json], kind: str, limit: int) -> list[Record]:
    """Records that remove the oldest entries of a kind, so that there is room for one more."""
    keys = [key for key, value in table.items() if isinstance(value, str) and value.startswith(kind)]
    return [("sent", key, None) for key in keys[: max(0, len(keys) - limit + 1)]]
