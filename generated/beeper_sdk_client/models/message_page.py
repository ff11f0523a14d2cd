# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, as_list, extras, new
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
        self.items = [Message._read(x) for x in data["items"]] if data["items"] else as_list(data["items"])
        self.has_more = data["hasMore"]

        count = 2
        if "oldestCursor" in data and (v := data["oldestCursor"]) is not None:
            self.oldest_cursor = v

            count += 1
        else:
            self.oldest_cursor = None
        if "newestCursor" in data and (v := data["newestCursor"]) is not None:
            self.newest_cursor = v

            count += 1
        else:
            self.newest_cursor = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self
