# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Incomplete, Model, as_list, extras, is_object, new
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

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "results": self.results.to_dict(),
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        count = 0
        if "chatID" in data and (v := data["chatID"]) is not None:
            self.chat_id = v

            count += 1
        else:
            self.chat_id = None
        if "messageID" in data and (v := data["messageID"]) is not None:
            self.message_id = v

            count += 1
        else:
            self.message_id = None
        if "draftText" in data and (v := data["draftText"]) is not None:
            self.draft_text = v

            count += 1
        else:
            self.draft_text = None
        if "draftAttachmentPath" in data and (v := data["draftAttachmentPath"]) is not None:
            self.draft_attachment_path = v

            count += 1
        else:
            self.draft_attachment_path = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        if self.chat_id is not None:
            out["chatID"] = self.chat_id
        if self.message_id is not None:
            out["messageID"] = self.message_id
        if self.draft_text is not None:
            out["draftText"] = self.draft_text
        if self.draft_attachment_path is not None:
            out["draftAttachmentPath"] = self.draft_attachment_path
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "success": self.success,
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
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.chats = [Chat._read(x) for x in data["chats"]] if data["chats"] else as_list(data["chats"])
        self.in_groups = [Chat._read(x) for x in data["in_groups"]] if data["in_groups"] else as_list(data["in_groups"])
        self.messages = MessageSearchPage._read(data["messages"])

        count = 3
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "chats": [x.to_dict() for x in self.chats],
            "in_groups": [x.to_dict() for x in self.in_groups],
            "messages": self.messages.to_dict(),
        }
        return out if self._extras is None else self._add_extras(out, self._extras)
