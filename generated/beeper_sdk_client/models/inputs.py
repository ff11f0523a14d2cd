# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define, field
from attrs.setters import NO_OP

from .._model import Model
from .._objects import asset_upload_result_upload_id
from .._times import parse_time

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ._enums import AttachmentHint


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatDraftInput(Model):
    """Draft to set. Since app 4.2.808."""

    text: str
    """Plain text or Markdown."""
    attachments: dict[str, DraftAttachmentInput] | None = None
    """Attachments by ID."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "text": "text",
        "attachments": "attachments",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class DraftAttachmentInput(Model):
    """Attachment of a draft to set. Since app 4.2.808."""

    upload_id: str = field(converter=asset_upload_result_upload_id, on_setattr=NO_OP)
    """Handle of the upload."""
    id: str | None = None
    """Attachment ID; generated if omitted."""
    type: AttachmentHint | None = None
    """Kind of attachment; derived from the MIME type if omitted."""
    file_name: str | None = None
    """File name, instead of that of the upload."""
    mime_type: str | None = None
    """MIME type, instead of that of the upload."""
    size: RequiredDimensions | None = None
    """Size in pixels, instead of that of the upload."""
    duration: float | None = None
    """Length of audio or video in seconds, instead of that of the upload."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "uploadID": "upload_id",
        "id": "id",
        "type": "type",
        "fileName": "file_name",
        "mimeType": "mime_type",
        "size": "size",
        "duration": "duration",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MessageAttachmentInput(Model):
    """Attachment of a message to send. Since app 4.2.499."""

    upload_id: str = field(converter=asset_upload_result_upload_id, on_setattr=NO_OP)
    """Handle of the upload."""
    type: AttachmentHint | None = None
    """Kind of attachment; derived from the MIME type if omitted."""
    file_name: str | None = None
    """File name, instead of that of the upload."""
    mime_type: str | None = None
    """MIME type, instead of that of the upload."""
    size: RequiredDimensions | None = None
    """Size in pixels, instead of that of the upload."""
    duration: float | None = None
    """Length of audio or video in seconds, instead of that of the upload."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "uploadID": "upload_id",
        "type": "type",
        "fileName": "file_name",
        "mimeType": "mime_type",
        "size": "size",
        "duration": "duration",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ReminderInput(Model):
    """When and how to remind. Since app 4.2.808."""

    remind_at: datetime
    """When to remind, ISO 8601. Since app 4.2.808."""
    dismiss_on_incoming_message: bool | None = None
    """Drop the reminder when someone writes."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "remindAt": "remind_at",
        "dismissOnIncomingMessage": "dismiss_on_incoming_message",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "remindAt": parse_time,
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class RequiredDimensions(Model):
    """Size in pixels, as given; both members are required. Since app 4.2.499."""

    width: float
    """Width in pixels."""
    height: float
    """Height in pixels."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "width": "width",
        "height": "height",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class StartChatUser(Model):
    """What is known of the person; all optional. Since app 4.2.557."""

    id: str | None = None
    """User ID."""
    email: str | None = None
    """E-mail address."""
    full_name: str | None = None
    """Name, used for ranking only."""
    phone_number: str | None = None
    """Phone number, preferably in E.164 form."""
    username: str | None = None
    """Handle."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "email": "email",
        "fullName": "full_name",
        "phoneNumber": "phone_number",
        "username": "username",
    }
