"""How a list is walked page by page: which cursor comes next, which items are new, where to go on later.

Pure: a `Walk` says what to ask for, is given the pages, and hands out items. It trusts ``hasMore`` only when it says
no: servers were seen to serve their oldest page again and again (traps.md rows 3 and 4). It ends on a page that
says it is the last, an empty page, a cursor already used, and a page without an unseen item.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from ._api import base, contract, senders
from ._typing import override

T = TypeVar("T")
P = TypeVar("P")
VERSION = 1
_REMEMBERED = 20_000
"""Ids kept to notice repeats: repeats come from neighbouring pages, of at most a few hundred items."""


class Position(NamedTuple):
    """A place in a walk."""

    walk: str
    """Which list is walked, in which direction; a checkpoint of one does not fit another."""
    cursor: str | None
    """The cursor of the page to ask for; None for the first."""
    seen: tuple[str, ...] = ()
    """Items that must not be handed out again: those of the page before, and those taken from this one."""
    within: bool = False
    """Were some items of that page handed out already?"""

    def text(self) -> str:
        """As a checkpoint."""
        parts = {"v": VERSION, "walk": self.walk, "cursor": self.cursor, "seen": self.seen, "within": self.within}
        return json.dumps(parts, separators=(",", ":"))

    @classmethod
    def read(cls, text: str, walk: str) -> Position:
        """From a checkpoint. Raises ValueError for text that is none, or comes from another walk."""
        try:
            parts: object = json.loads(text)
        except (ValueError, TypeError):
            parts = None
        if not base.is_object(parts) or "v" not in parts:
            raise ValueError("resume takes the checkpoint of a pager or page, as it was given")
        if parts["v"] != VERSION:
            raise ValueError(f"resume takes a checkpoint of version {VERSION}, this one has version {parts['v']!r}")
        if parts.get("walk") != walk:
            raise ValueError(f"resume takes a checkpoint of {walk}; this one comes from another list or direction")
        return cls(walk, parts["cursor"], tuple(parts["seen"]), parts["within"])


class WalkedPage(Generic[T]):
    """One page of a walk."""

    __slots__ = ("_position", "items")

    def __init__(self, items: Sequence[T], position: Position) -> None:
        self.items = items
        """Those not handed out before, in the server's order."""
        self._position = position

    @property
    def checkpoint(self) -> str:
        """Opaque text: ``resume=`` with it goes on after this page."""
        return self._position.text()

    @override
    def __repr__(self) -> str:
        return f"<WalkedPage, {len(self.items)} items>"


class _Recent:
    """The last so many keys: memory stays flat however long the walk is."""

    def __init__(self, keys: Sequence[str] = ()) -> None:
        self._keys = set(keys)
        self._order = deque(keys)

    def add(self, key: str) -> bool:
        """Remember a key. Was it new?"""
        if key in self._keys:
            return False
        self._keys.add(key)
        self._order.append(key)
        if len(self._order) > _REMEMBERED:
            self._keys.discard(self._order.popleft())
        return True

    def __contains__(self, key: str) -> bool:
        return key in self._keys


class Walk(Generic[P, T]):
    """One walk over a list. Ask `next_request`, send it, give `take` the page, and `hand_out` while `ready`."""

    def __init__(self, request: contract.Request[P], rule: senders.PageRule[P, T], resume: str | None) -> None:
        """Raises ValueError where `resume` is no checkpoint of this list."""
        query = dict(request.query)
        self._request = request
        self._rule = rule
        self._forward = query.get(rule.direction_param) == "after"
        name = f"{request.operation.name} {'after' if self._forward else 'before'}"
        begin = Position(name, query.get(rule.cursor_param))
        self._start = begin if resume is None else Position.read(resume, name)
        self._asked = self._start.cursor
        self._before = self._start.seen
        self._seen = _Recent(self._before)
        self._used = _Recent()
        self._ended = False
        self._clear()

    def _clear(self) -> None:
        """No page at hand."""
        self._keys: list[str] = []
        self._fresh: list[tuple[int, T]] = []
        self._given = 0
        self._following: str | None = None

    @property
    def ready(self) -> bool:
        """Is there an item to hand out?"""
        return self._given < len(self._fresh)

    def next_request(self) -> contract.Request[P] | None:
        """The request for the next page; None at the end."""
        if self._ended:
            return None
        if self._keys:
            self._asked, self._before = self._following, tuple(self._keys)
            self._start = Position(self._start.walk, self._asked, self._before)
            self._clear()
        if self._asked is None:
            return self._request
        return self._request.with_query(**{self._rule.cursor_param: self._asked})

    def take(self, page: P) -> None:
        """The page that came."""
        rule = self._rule
        items = rule.items(page)
        keys = [rule.key(item) for item in items]
        fresh = [(place, item) for place, item in enumerate(items) if self._seen.add(keys[place])]
        if self._asked is not None:
            self._used.add(self._asked)
        if not fresh and not (items and self._start.within):
            self._ended = True  # nothing new: the place to go on from is still the one before this page
            return
        self._keys, self._fresh = keys, fresh
        self._following = self._cursor(page, items)
        self._ended = self._following is None or self._following in self._used or not rule.has_more(page)

    def _cursor(self, page: P, items: Sequence[T]) -> str | None:
        """The cursor of the page after this one."""
        rule = self._rule
        older, newer = rule.before(page), rule.after(page)
        if older is None and newer is None and rule.fallback is not None:
            last = items[0] if self._forward and rule.newest_first else items[-1]
            return rule.fallback(last)
        return newer if self._forward else older

    def hand_out(self) -> T:
        """The next item of the page at hand."""
        _, item = self._fresh[self._given]
        self._given += 1
        return item

    def whole_page(self) -> WalkedPage[T]:
        """The page at hand, with all its items handed out."""
        self._given = len(self._fresh)
        return WalkedPage([item for _, item in self._fresh], self.position)

    @property
    def position(self) -> Position:
        """The place after the last item handed out."""
        name = self._start.walk
        if not self._keys:
            return self._start
        if not self.ready and self._following is not None:
            return Position(name, self._following, tuple(self._keys))
        if not self._given:
            return self._start
        last, _ = self._fresh[self._given - 1]
        done = self._keys if not self.ready else self._keys[: last + 1]
        return Position(name, self._asked, tuple(dict.fromkeys((*self._before, *done))), within=True)
