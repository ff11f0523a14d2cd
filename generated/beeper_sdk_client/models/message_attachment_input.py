# @generated from openapi.yaml; do not edit

"""MessageAttachmentInput: Attachment of a message to send."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, extras, new
from .required_dimensions import RequiredDimensions

if TYPE_CHECKING:
    from typing_extensions import Self

    from ._enums import AttachmentHint


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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
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
            self.size = RequiredDimensions.from_dict(v)

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
