"""Which messages of a chat came after a point: the rules of ``beeper.messages.wait_for_reply``. No I/O.

The order of the history decides, not times: the clocks of this machine, of the server and of networks may differ. Times
of the server are compared with each other only where there is no order: between the members of a merged chat, and for a
send whose message was not found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from ..generated import models
from ..util.validation import optional, string, wrong_type
from .results import Pending
from .wait_rules import check_pending

if TYPE_CHECKING:
    from datetime import datetime

OLDER_IN_A_ROW = 20
"""The point has been passed after so many messages that are older. Networks order messages by clocks of their own."""
GRACE = 300.0
"""A message in a chat that was empty at first is a reply if it is at most this many seconds older than that."""
MAX_PAGES = 5
"""So many pages without a known message mean that messages have got other IDs."""

Start: TypeAlias = "Pending | models.Message | models.Chat | str"
IsReply: TypeAlias = Callable[["models.Message"], object]
"""Called with a message that came; a true result says that it is the reply."""


@frozen(repr=False)
class Point:
    """Where replies begin. Without an ID and a time: at the first read."""

    message_id: str | None = None
    """The message before them."""
    at: float | None = None
    """Its time, or that of the send, in seconds of the server's clock."""
    chat_id: str | None = None
    """The chat of that message."""
    sender_id: str | None = None
    """The sender of your own message; None if it is not known."""

    def in_chat(self, chat_id: str) -> Point:
        """The point in another member of the merged chat: IDs of messages can be the same in several chats."""
        return self if chat_id == self.chat_id else Point(at=self.at)


def check_start(start: Start) -> tuple[str, str | None]:
    """The ID of the chat, and the pending ID of a send. Raises TypeError, ValueError."""
    if isinstance(start, models.Message):
        return start.chat_id, None
    if isinstance(start, models.Chat):
        return start.id, None
    if isinstance(start, str):
        if not start.strip():
            raise ValueError("sent_or_chat must not be blank")
        return start, None
    if hasattr(start, "pending_message_id"):
        return check_pending(start)
    raise wrong_type("sent_or_chat", "the result of messages.send, a Message, a Chat or the ID of a chat", start)


def check_matching(matching: IsReply | None) -> IsReply | None:
    """Check that it can be called. Raises TypeError."""
    if matching is not None and not callable(matching):
        raise wrong_type("matching", "a function of a message", matching)
    return matching


def point_of(message: models.Message, *, is_own: bool) -> Point:
    """The point of a message."""
    return Point(
        string(message.id), seconds(message), string(message.chat_id), string(message.sender_id) if is_own else None
    )


def seconds(message: models.Message) -> float | None:
    """When a message was sent, in seconds since the epoch; None if the server did not say."""
    moment: datetime | None = optional(message.timestamp)
    return None if moment is None else moment.timestamp()


class RepliesInChat:
    """What came after the point in one chat that has messages.

    Each time it is read: `start_read`, then `add` with its pages, newest first, then `finish`.
    """

    def __init__(self, chat_id: str, point: Point) -> None:
        self.chat_id: str = chat_id
        self._point = point.in_chat(chat_id)
        self._known: set[str] = set()
        self._newest: float | None = None
        """The time of the newest known message. None before the first read."""
        self._rows: list[models.Message] = []
        self._end: int | None = None
        """How many of the rows are above the point, or above what was known; None if that is not known yet."""
        self._pages = self._older = 0

    def start_read(self) -> None:
        """Begin to read. A read that failed is made again as a whole."""
        self._rows, self._end, self._pages, self._older = [], None, 0, 0

    def add(self, page: Sequence[models.Message]) -> bool:
        """Add the next page. Returns whether the page after it is needed."""
        first = len(self._rows)
        self._pages += 1
        self._rows += [row for row in page if string(row.id) is not None]
        if self._newest is not None:
            known = [index for index in range(first, len(self._rows)) if self._rows[index].id in self._known]
            self._end = known[-1] if known else None
            return not known and self._pages < MAX_PAGES
        if self._point.message_id is None and self._point.at is None:
            return False
        return self._is_before_point(first)

    def _is_before_point(self, first: int) -> bool:
        """Whether the rows from this one on, those of the first read, are all after the point."""
        for index in range(first, len(self._rows)):
            row = self._rows[index]
            if row.id == self._point.message_id:
                self._end = index
                return False
            self._older = 0 if self._is_later(row, self._point.at) else self._older + 1
        return self._older < OLDER_IN_A_ROW

    @staticmethod
    def _is_later(row: models.Message, at: float | None) -> bool:
        moment = seconds(row)
        return at is None or (moment is not None and moment > at)

    def finish(self, now: float) -> list[models.Message]:
        """The messages that are new since the last read, oldest first; `now` is the time of the server."""
        since = self._point.at if self._newest is None else self._newest
        if self._end is not None:
            rows = [row for row in self._rows[: self._end] if row.id not in self._known]
        elif since is None:  # replies begin now
            rows = []
        else:
            rows = [row for row in self._rows if self._is_later(row, since) and row.id not in self._known]
        times = [moment for row in self._rows if (moment := seconds(row)) is not None]
        if self._newest is None and not times:
            self._newest = now - GRACE
        self._newest = max([*times, *(() if self._newest is None else (self._newest,))])
        self._known.update(row.id for row in self._rows)
        return rows[::-1]
