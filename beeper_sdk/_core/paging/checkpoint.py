"""The position of an iteration over a list, which users store as a checkpoint, and the history of its cursors.

No I/O. `pagination` decides which page is next.
"""

from __future__ import annotations

import json
from typing import Any, Literal, NamedTuple, TypeAlias, TypeVar, get_args

from ..generated import AnyRequest, base, senders

T = TypeVar("T")
P = TypeVar("P")
VERSION = 1
REMEMBERED = 20_000
"""Number of item IDs that are kept to detect repeated items. Servers repeat items of neighbouring pages, which have at
most a few hundred items."""
_LIST = "limit"
"""The query parameter for the page size. It does not change which items are in the list."""

Order: TypeAlias = Literal["served", "oldest", "turned", "empty"]
"""The order of an iteration: that of the server; oldest first; oldest first, after the oldest page of a list that the
server returns newest first; or not known, because the list was empty."""


class Checkpoint(NamedTuple):
    """A position in an iteration."""

    list_name: str
    """Identifies the list and direction: a checkpoint is valid for the same list and direction only."""
    cursor: str | None
    """The cursor of the page to request; None for the first page."""
    seen: tuple[str, ...] = ()
    """IDs of items that must not be returned again: those of earlier pages, and those already returned of this one."""
    mid_page: bool = False
    """Whether some items of that page were returned already."""
    order: Order = "served"
    page: int = 0
    """Number of items of the longest page so far: a server may repeat that many of the last items."""
    members: tuple[tuple[str, Checkpoint], ...] = ()
    """The positions in the member chats of a merged chat, by chat ID; then the other attributes have no meaning."""

    def text(self) -> str:
        """The position as a string for users."""
        parts: dict[str, object] = {"v": VERSION, "walk": self.list_name, **_parts(self)}
        if self.members:
            parts["members"] = {chat_id: _parts(position) for chat_id, position in self.members}
        return json.dumps(parts, separators=(",", ":"))

    @property
    def is_start(self) -> bool:
        """Whether it is the beginning of the list: no item was returned before it."""
        return self.cursor is None and not self.seen and not self.mid_page and not self.members


def _parts(position: Checkpoint) -> dict[str, object]:
    # Not the names of the attributes: users store checkpoints, so these keys change only together with VERSION.
    return {
        "cursor": position.cursor,
        "seen": position.seen,
        "within": position.mid_page,
        "order": position.order,
        "page": position.page,
    }


def starting_checkpoint(
    request: AnyRequest, rule: senders.PageRule[P, T], resume: str | None, filters: tuple[str, ...] = ()
) -> Checkpoint:
    """The start of an iteration: the beginning of the list, or a checkpoint. `filters`: names of those that are applied
    here, not by the server.

    Raises:
        ValueError: `resume` is not a checkpoint, or one of another list or direction.
    """
    name = list_name(request, rule, filters)
    if resume is None:
        return Checkpoint(name, dict(request.query).get(rule.cursor_param))
    checkpoint = _read(resume)
    if checkpoint.list_name != name:
        raise ValueError(f"resume must be a checkpoint of {_shown(name)}; {_difference(name, checkpoint.list_name)}")
    return checkpoint


def is_forward(request: AnyRequest, rule: senders.PageRule[P, T]) -> bool:
    """Whether the direction of a request is towards newer items."""
    return dict(request.query).get(rule.direction_param) == "after"


def list_name(request: AnyRequest, rule: senders.PageRule[P, T], filters: tuple[str, ...] = ()) -> str:
    """A name that identifies a list: operation, direction, and a digest of the path and filters.

    A digest, because checkpoints are stored in files and databases, and the filters may contain a search text."""
    from hashlib import sha256

    moving = (rule.cursor_param, rule.direction_param, _LIST)
    query = sorted(pair for pair in request.query if pair[0] not in moving)
    parts: list[object] = [request.path, query, *filters]
    digest = sha256(json.dumps(parts).encode()).hexdigest()[:16]
    return f"{request.operation.name} {'after' if is_forward(request, rule) else 'before'} {digest}"


def _shown(name: str) -> str:
    operation, _, rest = name.partition(" ")
    return f"{operation} with direction='{rest.partition(' ')[0]}'"


def _difference(expected: str, checkpoint: str) -> str:
    if _shown(expected) == _shown(checkpoint):
        return "this checkpoint is from the same operation with another chat or other filters"
    return "this checkpoint is from another list or direction"


def _read(text: str) -> Checkpoint:
    try:
        parts: object = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        parts = None  # the error is raised below, without the text as its context
    if not base.is_object(parts) or "v" not in parts:
        raise ValueError("resume must be an unchanged checkpoint of a pager or page")
    if parts["v"] != VERSION:
        raise ValueError(f"resume must be a checkpoint of version {VERSION}; this checkpoint has another version")
    name: object = parts.get("walk")
    members: object = parts.get("members", {})
    if not isinstance(name, str) or not base.is_object(members):
        raise _incomplete()
    return _position(name, parts)._replace(
        members=tuple((chat_id, _position(name, position)) for chat_id, position in members.items())
    )


def _position(name: str, parts: object) -> Checkpoint:
    if not base.is_object(parts) or not _is_whole(parts):
        raise _incomplete()
    return Checkpoint(name, parts["cursor"], tuple(parts["seen"]), parts["within"], parts["order"], parts["page"])


def _incomplete() -> ValueError:
    return ValueError("resume must be a complete checkpoint of a pager or page; this checkpoint is incomplete")


def _is_whole(parts: dict[str, Any]) -> bool:
    seen: object = parts.get("seen")
    return (
        isinstance(parts.get("cursor", 0), str | None)
        and base.is_list(seen)
        and all(isinstance(key, str) for key in seen)
        and isinstance(parts.get("within"), bool)
        and parts.get("order") in get_args(Order)
        and type(parts.get("page")) is int
    )
