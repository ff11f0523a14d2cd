"""Which messages of a chat are unread. No I/O.

A chat has the sort key of the last read message, and a number of unread messages; an app may leave out either, or send
a wrong one. The sort key decides if it is reached. If it is much farther back than the number says, the number decides,
so that a wrong sort key, or a number with few messages behind it, does not lead through the whole history.
"""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING

from ..util.message_kinds import NO_CONTENT_KINDS
from ..util.validation import whole
from .cursors import cursor_text
from .sort_keys import key_number
from .time_order import NOWHERE, places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..generated import models
    from .time_order import Place

PATIENCE = 100
"""Number of messages that are read in search of the last read message, in addition to twice the number of unread ones:
own messages, reactions and notices do not count as unread."""


class UnreadMessages:
    """The unread messages of a chat that has messages. While `needs_page`, pass its pages, newest first, to
    `candidates`, and what of them is not by the current user to `add`."""

    def __init__(self, chat: models.Chat) -> None:
        count = whole(chat.unread_count)
        self._count = None if count is None else max(0, count)
        self._last_read = cursor_text(chat.last_read_message_sort_key)
        self._found: list[models.Message] = []
        self._rows = 0
        self._is_at_read = self._count == 0
        self._only_read = False

    def needs_page(self) -> bool:
        """Whether another page is needed."""
        if self._is_at_read or self._only_read:
            return False
        if self._count is None:
            return self._rows <= (PATIENCE if self._last_read else 0)
        if self._last_read is None and len(self._found) >= self._count:
            return False
        return self._rows <= 2 * self._count + PATIENCE

    def candidates(self, page: Sequence[models.Message]) -> list[models.Message]:
        """The messages of a page that are unread unless they are by the current user."""
        new = list(page)
        end = next((index for index, row in enumerate(page) if self._is_read(row)), None)
        if end is not None:
            self._is_at_read, new = True, new[:end]
        self._rows += len(new)
        texts = [row for row in new if row.is_hidden is not True and row.kind not in NO_CONTENT_KINDS]
        marks = [row.is_unread for row in texts if row.is_sender is not True]
        self._only_read = False in marks and set(marks) == {False}
        return [row for row in texts if row.is_unread is not False]

    def _is_read(self, row: models.Message) -> bool:
        if self._last_read is None:
            return False
        key, last = key_number(row.sort_key), key_number(self._last_read)
        return cursor_text(row.sort_key) == self._last_read if key is None or last is None else key <= last

    def add(self, message: models.Message) -> None:
        """Add an unread message."""
        self._found.append(message)

    def result(self) -> list[models.Message]:
        """The unread messages in reading order."""
        found = self._found
        if self._count is None and not self._is_at_read:
            found = [row for row in found if row.is_unread is True]
        elif self._count is not None and not self._is_at_read:
            found = found[: self._count]
        return found[::-1]


def merged_by_time(chats: Iterable[tuple[str, list[models.Message]]]) -> list[models.Message]:
    """The messages of several chats, each in reading order, in the order in which a merged chat has them."""
    placed = [list(zip(places(rows, chat_id, ascending=True), rows, strict=True)) for chat_id, rows in chats]
    return [row for _, row in merge(*placed, key=_order)]


def _order(placed: tuple[Place | None, models.Message]) -> tuple[bool, Place]:
    place, _ = placed
    return place is not None, place or NOWHERE
