# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Incomplete, Model, as_object, extras, is_object, new
from .._times import format_time, parse_iso, parse_time

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from typing_extensions import Self

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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.text = data["text"]

        count = 1
        if "attachments" in data and (v := data["attachments"]) is not None:
            self.attachments = {k: DraftAttachmentInput._read(v) for k, v in as_object(v).items()}

            count += 1
        else:
            self.attachments = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "text": self.text,
        }
        if self.attachments is not None:
            out["attachments"] = {k: v.to_dict() for k, v in self.attachments.items()}
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class DraftAttachmentInput(Model):
    """Attachment of a draft to set. Since app 4.2.808."""

    upload_id: str
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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.upload_id = data["uploadID"]

        count = 1
        if "id" in data and (v := data["id"]) is not None:
            self.id = v

            count += 1
        else:
            self.id = None
        if "type" in data and (v := data["type"]) is not None:
            self.type = v

            count += 1
        else:
            self.type = None
        if "fileName" in data and (v := data["fileName"]) is not None:
            self.file_name = v

            count += 1
        else:
            self.file_name = None
        if "mimeType" in data and (v := data["mimeType"]) is not None:
            self.mime_type = v

            count += 1
        else:
            self.mime_type = None
        if "size" in data and (v := data["size"]) is not None:
            self.size = RequiredDimensions._read(v)

            count += 1
        else:
            self.size = None
        if "duration" in data and (v := data["duration"]) is not None:
            self.duration = v

            count += 1
        else:
            self.duration = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "uploadID": self.upload_id,
        }
        if self.id is not None:
            out["id"] = self.id
        if self.type is not None:
            out["type"] = self.type
        if self.file_name is not None:
            out["fileName"] = self.file_name
        if self.mime_type is not None:
            out["mimeType"] = self.mime_type
        if self.size is not None:
            out["size"] = self.size.to_dict()
        if self.duration is not None:
            out["duration"] = self.duration
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MessageAttachmentInput(Model):
    """Attachment of a message to send. Since app 4.2.499."""

    upload_id: str
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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.upload_id = data["uploadID"]

        count = 1
        if "type" in data and (v := data["type"]) is not None:
            self.type = v

            count += 1
        else:
            self.type = None
        if "fileName" in data and (v := data["fileName"]) is not None:
            self.file_name = v

            count += 1
        else:
            self.file_name = None
        if "mimeType" in data and (v := data["mimeType"]) is not None:
            self.mime_type = v

            count += 1
        else:
            self.mime_type = None
        if "size" in data and (v := data["size"]) is not None:
            self.size = RequiredDimensions._read(v)

            count += 1
        else:
            self.size = None
        if "duration" in data and (v := data["duration"]) is not None:
            self.duration = v

            count += 1
        else:
            self.duration = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "uploadID": self.upload_id,
        }
        if self.type is not None:
            out["type"] = self.type
        if self.file_name is not None:
            out["fileName"] = self.file_name
        if self.mime_type is not None:
            out["mimeType"] = self.mime_type
        if self.size is not None:
            out["size"] = self.size.to_dict()
        if self.duration is not None:
            out["duration"] = self.duration
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        respelled: tuple[str, ...] = ()
        r1 = data["remindAt"]
        if len(r1) == 24 and r1[4:20:3] == "--T::." and r1[23] == "Z" and (r1[11] != "2" or r1[12] < "4"):
            self.remind_at = parse_iso(r1)
        else:
            self.remind_at = parse_time(r1)
            respelled += ("remindAt",)

        count = 1
        if "dismissOnIncomingMessage" in data and (v := data["dismissOnIncomingMessage"]) is not None:
            self.dismiss_on_incoming_message = v

            count += 1
        else:
            self.dismiss_on_incoming_message = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "remindAt": format_time(self.remind_at),
        }
        if self.dismiss_on_incoming_message is not None:
            out["dismissOnIncomingMessage"] = self.dismiss_on_incoming_message
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.width = data["width"]
        self.height = data["height"]

        count = 2
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "width": self.width,
            "height": self.height,
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        count = 0
        if "id" in data and (v := data["id"]) is not None:
            self.id = v

            count += 1
        else:
            self.id = None
        if "email" in data and (v := data["email"]) is not None:
            self.email = v

            count += 1
        else:
            self.email = None
        if "fullName" in data and (v := data["fullName"]) is not None:
            self.full_name = v

            count += 1
        else:
            self.full_name = None
        if "phoneNumber" in data and (v := data["phoneNumber"]) is not None:
            self.phone_number = v

            count += 1
        else:
            self.phone_number = None
        if "username" in data and (v := data["username"]) is not None:
            self.username = v

            count += 1
        else:
            self.username = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        if self.id is not None:
            out["id"] = self.id
        if self.email is not None:
            out["email"] = self.email
        if self.full_name is not None:
            out["fullName"] = self.full_name
        if self.phone_number is not None:
            out["phoneNumber"] = self.phone_number
        if self.username is not None:
            out["username"] = self.username
        return out if self._extras is None else self._add_extras(out, self._extras)
