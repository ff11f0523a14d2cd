"""Where a walk over a list stands, as a value and as a checkpoint; and the bounded history of its cursors.

Pure. How a walk moves on is decided in `page_walk`.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar, get_args

from ..generated import AnyRequest, base, senders
from ..util.bounded import BoundedSet

T = TypeVar("T")
P = TypeVar("P")
VERSION = 1
REMEMBERED = 20_000
"""Ids kept to notice repeats: repeats come from neighbouring pages, of at most a few hundred items."""
_LIST = "limit"
"""Says how long pages are, not what is in the list."""

Order: TypeAlias = Literal["served", "oldest", "turned"]
"""In which order a walk hands out: as the server does; oldest first; oldest first, and past the oldest page of a list
that is served newest first."""


class Checkpoint(NamedTuple):
    """A place in a walk."""

    walk: str
    """Which list is walked, in which direction; a checkpoint of one does not fit another."""
    cursor: str | None
    """The cursor of the page to ask for; None for the first."""
    seen: tuple[str, ...] = ()
    """Items that must not be handed out again: those of the pages before it, and those taken from this one."""
    mid_page: bool = False
    """Were some items of that page handed out already?"""
    order: Order = "served"
    page: int = 0
    """Items of the longest page so far: as much of what was handed out last can come again."""

    def text(self) -> str:
        """As a checkpoint."""
        parts = {"v": VERSION, **self._asdict()}
        return json.dumps(parts, separators=(",", ":"))


def starting_checkpoint(request: AnyRequest, rule: senders.PageRule[P, T], resume: str | None) -> Checkpoint:
    """Where a walk begins: at its request, or at a checkpoint.

    Raises:
        ValueError: `resume` is no checkpoint, or one of another list or direction.
    """
    name = walk_name(request, rule)
    if resume is None:
        return Checkpoint(name, dict(request.query).get(rule.cursor_param))
    checkpoint = _read(resume)
    if checkpoint.walk != name:
        raise ValueError(f"resume takes a checkpoint of {_shown(name)}; {_difference(name, checkpoint.walk)}")
    return checkpoint


def is_forward(request: AnyRequest, rule: senders.PageRule[P, T]) -> bool:
    """Does it walk towards newer items?"""
    return dict(request.query).get(rule.direction_param) == "after"


def walk_name(request: AnyRequest, rule: senders.PageRule[P, T]) -> str:
    """Operation, direction, and a digest of the chat and the filters: different for every list."""
    moving = (rule.cursor_param, rule.direction_param, _LIST)
    filters = sorted(pair for pair in request.query if pair[0] not in moving)
    digest = sha256(json.dumps([request.path, filters]).encode()).hexdigest()[:16]
    return f"{request.operation.name} {'after' if is_forward(request, rule) else 'before'} {digest}"


def _shown(name: str) -> str:
    return name.rpartition(" ")[0]


def _difference(expected: str, checkpoint: str) -> str:
    if _shown(expected) == _shown(checkpoint):
        return "this one comes from the same operation with another chat or other filters"
    return "this one comes from another list or direction"


def _read(text: str) -> Checkpoint:
    try:
        parts: object = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        parts = None
    if not base.is_object(parts) or "v" not in parts:
        raise ValueError("resume takes the checkpoint of a pager or page, as it was given")
    if parts["v"] != VERSION:
        raise ValueError(f"resume takes a checkpoint of version {VERSION}, this one has another")
    if not _is_whole(parts):
        raise ValueError("resume takes the checkpoint of a pager or page, whole; parts of this one are missing")
    return Checkpoint(
        parts["walk"], parts["cursor"], tuple(parts["seen"]), parts["mid_page"], parts["order"], parts["page"]
    )


def _is_whole(parts: dict[str, Any]) -> bool:
    seen: object = parts.get("seen")
    return (
        isinstance(parts.get("walk"), str)
        and isinstance(parts.get("cursor", 0), str | None)
        and base.is_list(seen)
        and all(isinstance(key, str) for key in seen)
        and isinstance(parts.get("mid_page"), bool)
        and parts.get("order") in get_args(Order)
        and type(parts.get("page")) is int
    )


class CursorHistory:
    """The cursors of a walk. The last thousand are known, and one older, picked at growing distances: so a ring of
    cursors is noticed however long it is (Brent's way of finding cycles)."""

    def __init__(self) -> None:
        self._recent: BoundedSet[str] = BoundedSet(1000)
        self._landmark: str | None = None
        self._steps = 0
        self._distance: int = 1

    def add(self, cursor: str) -> None:
        """A page was asked for with this cursor."""
        self._recent.add(cursor)
        self._steps += 1
        if self._steps == self._distance:
            self._landmark = cursor
            self._steps = 0
            self._distance *= 2

    def __contains__(self, cursor: str) -> bool:
        return cursor == self._landmark or cursor in self._recent
