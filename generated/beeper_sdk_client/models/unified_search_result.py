# @generated from openapi.yaml; do not edit

"""UnifiedSearchResult: Response of the search over chats and messages.

Beside it: UnifiedSearchResults.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, as_list, extras, new
from .chat import Chat
from .message_search_page import MessageSearchPage

if TYPE_CHECKING:
    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class UnifiedSearchResult(Model):
    """Response of the search over chats and messages."""

    results: UnifiedSearchResults
    """What was found."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "results": "results",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.results = UnifiedSearchResults.from_dict(data["results"])
        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "results": self.results.to_dict(),
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class UnifiedSearchResults(Model):
    """Results of the search over chats and messages."""

    chats: list[Chat]
    """Chats found by title."""
    in_groups: list[Chat]
    """Groups with a matching participant."""
    messages: MessageSearchPage
    """First page of messages found."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "chats": "chats",
        "in_groups": "in_groups",
        "messages": "messages",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.chats = [Chat.from_dict(x) for x in data["chats"]] if data["chats"] else as_list(data["chats"])
        self.in_groups = (
            [Chat.from_dict(x) for x in data["in_groups"]] if data["in_groups"] else as_list(data["in_groups"])
        )
        self.messages = MessageSearchPage.from_dict(data["messages"])
        count = 3
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "chats": [x.to_dict() for x in self.chats],
            "in_groups": [x.to_dict() for x in self.in_groups],
            "messages": self.messages.to_dict(),
        }
        return out if self._extras is None else self._add_extras(out, self._extras)
