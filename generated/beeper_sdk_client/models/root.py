# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from attrs import define

from .._model import Model

if TYPE_CHECKING:
    from .chat import Chat
    from .message_search_page import MessageSearchPage


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class UnifiedSearchResult(Model):
    """Response of the search over chats and messages."""

    results: UnifiedSearchResults
    """What was found."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "results": "results",
    }


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
