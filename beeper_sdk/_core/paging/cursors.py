"""The cursors of pages: which one leads to the next page, and which were used."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import TYPE_CHECKING, TypeVar

from ..util.bounded import BoundedSet
from ..util.validation import is_number, usable_id

if TYPE_CHECKING:
    from ..generated import senders

T = TypeVar("T")
P = TypeVar("P")


def reports_more(more: object) -> bool | None:
    """Whether the server reports another page; None if it does not say."""
    return more if isinstance(more, bool) else None


def next_cursor(rule: senders.PageRule[P, T], page: P, items: Sequence[T], *, forward: bool) -> str | None:
    """The cursor of the page after this one.

    Towards newer items that is the page's newest cursor. With the oldest one the same items would be returned again:
    the official SDK made 12 requests and returned 60 items of which 16 were distinct."""
    backward, onward = cursor_text(rule.before(page)), cursor_text(rule.after(page))
    # Apps before 4.2.808 return pages of messages without cursors; the sort key of the last item serves as one.
    if backward is None and onward is None and rule.fallback is not None:
        ordered = items if forward and rule.newest_first else reversed(items)
        return next((text for item in ordered if (text := cursor_text(rule.fallback(item))) is not None), None)
    return onward if forward else backward


def cursor_text(cursor: object) -> str | None:
    """A cursor as a string; None if it cannot be used. Older apps also send numbers."""
    if is_number(cursor) and isfinite(cursor):
        return str(int(cursor) if cursor == int(cursor) else cursor)
    return usable_id(cursor)


class CursorHistory:
    """The cursors that an iteration has used, in bounded memory.

    It holds the last 1,000 cursors, and one older cursor that is replaced at growing distances. So a cycle of cursors
    is detected whatever its length (Brent's algorithm)."""

    def __init__(self) -> None:
        self._recent: BoundedSet[str] = BoundedSet(1000)
        self._landmark: str | None = None
        self._steps = 0
        self._distance: int = 1

    def add(self, cursor: str) -> None:
        """Add a cursor with which a page was requested."""
        self._recent.add(cursor)
        self._steps += 1
        if self._steps == self._distance:  # doubling distances: at some point the landmark is inside of any cycle
            self._landmark = cursor
            self._steps = 0
            self._distance *= 2

    def __contains__(self, cursor: str) -> bool:
        return cursor == self._landmark or cursor in self._recent


def stall_reason(
    used: CursorHistory, items: Sequence[object], cursor: str | None, *, is_new: bool, skipped: bool
) -> str | None:
    """Why an iteration ends although the page has ``hasMore: true``; None if it goes on, or ends regularly. `skipped`:
    whether the page before was empty."""
    if cursor is None:
        return "the server returned no cursor for the next page" if items else None
    if cursor in used:
        return "the server returned the same cursor twice"
    if items and not is_new:
        return "the server returned a page without new items"
    if not items and skipped:
        return "the server returned two empty pages in a row"
    return None
