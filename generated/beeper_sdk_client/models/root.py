# @generated

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
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.results = UnifiedSearchResults._read(data["results"])

        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class FocusRequest(Model):
    """What to open or prefill; all fields are optional. Without any, the app is only brought to the
    front."""

    chat_id: str | None = None
    """Chat to open, by chat ID or local chat ID."""
    message_id: str | None = None
    """Message to jump to."""
    draft_text: str | None = None
    """Plain text to prefill."""
    draft_attachment_path: str | None = None
    """Path of an image to prefill, on the machine of the app."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "chatID": "chat_id",
        "messageID": "message_id",
        "draftText": "draft_text",
        "draftAttachmentPath": "draft_attachment_path",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class FocusResult(Model):
    """Response of bringing the app to the front."""

    success: bool
    """Whether the app was brought to the front."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "success": "success",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.success = data["success"]

        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.chats = [Chat._read(x) for x in data["chats"]] if data["chats"] else as_list(data["chats"])
        self.in_groups = [Chat._read(x) for x in data["in_groups"]] if data["in_groups"] else as_list(data["in_groups"])
        self.messages = MessageSearchPage._read(data["messages"])

        count = 3
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self
