# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import SCALARS, Model, as_list, extras, new, to_json
from .message import Message

if TYPE_CHECKING:
    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MessagePage(Model):
    """A page of messages of a chat, newest first. Before app 4.2.808 it has no cursors, and the
    `sort_key` of the last item is the next cursor."""

    items: list[Message]
    """Messages of the page, newest first."""
    has_more: bool
    """Whether more can be fetched; can stay `True` at the start of history."""
    oldest_cursor: str | None = None
    """Cursor to older items, for direction=before; `None` at the end. Since app 4.2.808."""
    newest_cursor: str | None = None
    """Cursor to newer items, for direction=after; `None` at the end. Since app 4.2.808."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "items": "items",
        "hasMore": "has_more",
        "oldestCursor": "oldest_cursor",
        "newestCursor": "newest_cursor",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.items = [*map(Message._read, data["items"])] if data["items"] else as_list(data["items"])
        self.has_more = data["hasMore"]

        nulls = 0
        left = len(data) - 2
        if left and "oldestCursor" in data:
            left -= 1
            self.oldest_cursor = v = data["oldestCursor"]
            if v is None:
                nulls += 1
        else:
            self.oldest_cursor = None
        if left and "newestCursor" in data:
            left -= 1
            self.newest_cursor = v = data["newestCursor"]
            if v is None:
                nulls += 2
        else:
            self.newest_cursor = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.items, self.has_more, self.oldest_cursor, self.newest_cursor, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "items": to_json(self.items),
            "hasMore": v if type(v := self.has_more) in SCALARS else to_json(v),
        }
        if (v := self.oldest_cursor) is not None:
            out["oldestCursor"] = v if type(v) is str else to_json(v)
        if (v := self.newest_cursor) is not None:
            out["newestCursor"] = v if type(v) is str else to_json(v)
        return out
