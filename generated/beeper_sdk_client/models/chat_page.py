# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import SCALARS, Model, as_list, extras, new, to_json
from .chat import Chat

if TYPE_CHECKING:
    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatPage(Model):
    """A page of found chats, newest activity first."""

    items: list[Chat]
    """Chats of the page."""
    has_more: bool
    """Whether more can be fetched."""
    oldest_cursor: str | None
    """Cursor to older items, for direction=before; `None` at the end."""
    newest_cursor: str | None
    """Cursor to newer items, for direction=after; `None` at the end."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "items": "items",
        "hasMore": "has_more",
        "oldestCursor": "oldest_cursor",
        "newestCursor": "newest_cursor",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.items = [*map(Chat._read, data["items"])] if data["items"] else as_list(data["items"])
        self.has_more = data["hasMore"]
        self.oldest_cursor = data["oldestCursor"]
        self.newest_cursor = data["newestCursor"]

        nulls = 0
        left = len(data) - 4
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.items, self.has_more, self.oldest_cursor, self.newest_cursor, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "items": to_json(self.items),
            "hasMore": v if type(v := self.has_more) in SCALARS else to_json(v),
            "oldestCursor": v if type(v := self.oldest_cursor) is str else to_json(v),
            "newestCursor": v if type(v := self.newest_cursor) is str else to_json(v),
        }
        return out
