"""Notices that the app gave its messages other IDs, as after an installation, from the pages of one chat.

Messages are then recognised by their sender and time. That alone proves nothing: networks count in seconds, and some
messages have no valid time. And an old ID may be that of another message now, where IDs are small counters of each
chat. So the message with the old ID is requested; with apps that cannot return it, the whole page decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .chat_mark import split
from .fingerprints import LENGTH, NO_IDENTITY, key_of
from .steps import Steps

if TYPE_CHECKING:
    from ..generated import models
    from .chat_mark import ChatMark
    from .fingerprints import Fingerprints
    from .requests import Requests


class Renaming:
    """The check of one read of a chat. It sends at most one request."""

    def __init__(self, requests: Requests, prints: Fingerprints, chat_id: str, mark: ChatMark) -> None:
        self._requests = requests
        self._prints = prints
        self._chat_id = chat_id
        self._mark = mark
        self._is_refuted = False

    def find(self, rows: Sequence[models.Message]) -> Steps[list[models.Message] | None]:
        """The messages of a page, newest first, that are known and have other IDs now. None if the IDs are as they
        were; an empty list if the known IDs are those of other messages."""
        if self._is_refuted or any(self._mark.is_known(row, self._prints) for row in rows):
            return None
        known = {digest[:LENGTH]: key for key, digest in self._mark.recent.items()}
        known.pop(NO_IDENTITY, None)
        renamed = [row for row in rows if self._prints.identity(row) in known]
        taken = [row for row in rows if self._mark.has(row)]
        # One known ID with other data: the message itself may have been changed.
        if not renamed and len(taken) < 2:
            return None
        key = known[self._prints.identity(renamed[0])] if renamed else key_of(taken[0])
        if not (yield from self._is_renamed(key, renamed, rows)):
            self._is_refuted = True
            return None
        return renamed

    def _is_renamed(self, key: str, renamed: Sequence[models.Message], rows: Sequence[models.Message]) -> Steps[bool]:
        found: models.Message | None = None
        if self._requests.can_retrieve:
            found = yield from self._requests.message(self._chat_id, key)
        if not self._requests.can_retrieve:
            return self._looks_renamed(renamed, rows)
        return found is None or not self._prints.is_same(found, self._mark.recent[key])

    def _looks_renamed(self, renamed: Sequence[models.Message], rows: Sequence[models.Message]) -> bool:
        """Whether two messages that cannot be confused have other IDs, or the one above all that are too old."""
        identity = self._prints.identity
        known = Counter(digest[:LENGTH] for digest in self._mark.recent.values())
        shown = Counter(identity(row) for row in rows)
        unique = [row for row in renamed if known[identity(row)] == shown[identity(row)] == 1]
        found = split(self._mark, rows)
        is_last = found.is_covered and found.above > 0 and rows[found.above - 1] in unique
        return len(unique) > 1 or is_last
