# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, extras, is_object, new

if TYPE_CHECKING:
    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AssetDownloadRequest(Model):
    """Media to fetch."""

    url: str
    """mxc:// or localmxc:// URL; at least 1 character."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "url": "url",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AssetUploadBase64Request(Model):
    """A file to upload, as a base64 string. Since app 4.2.499."""

    content: str
    """The file as a base64 string, 1 to 750,000,000 characters (about 500 MB)."""
    file_name: str | None = None
    """File name; generated if omitted."""
    mime_type: str | None = None
    """MIME type; detected if omitted."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "content": "content",
        "fileName": "file_name",
        "mimeType": "mime_type",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AssetUploadMultipart(Model):
    """A file to upload, as multipart form. Since app 4.2.499."""

    file: bytes
    """The file, at most 500 MB."""
    file_name: str | None = None
    """File name, instead of that of the part."""
    mime_type: str | None = None
    """MIME type, instead of that of the part."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "file": "file",
        "fileName": "file_name",
        "mimeType": "mime_type",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AssetUploadResult(Model):
    """Response of both upload operations; every field is optional. Since app 4.2.499."""

    upload_id: str | None = None
    """Temporary handle for sends and drafts."""
    src_url: str | None = None
    """file:// URL on the machine of the app."""
    file_name: str | None = None
    """File name as used."""
    mime_type: str | None = None
    """MIME type, detected or given."""
    file_size: float | None = None
    """Size in bytes."""
    width: float | None = None
    """Width in pixels."""
    height: float | None = None
    """Height in pixels."""
    duration: float | None = None
    """Length of audio or video, in seconds."""
    error: str | None = None
    """Why it failed."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "uploadID": "upload_id",
        "srcURL": "src_url",
        "fileName": "file_name",
        "mimeType": "mime_type",
        "fileSize": "file_size",
        "width": "width",
        "height": "height",
        "duration": "duration",
        "error": "error",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        count = 0
        if "uploadID" in data and (v := data["uploadID"]) is not None:
            self.upload_id = v

            count += 1
        else:
            self.upload_id = None
        if "srcURL" in data and (v := data["srcURL"]) is not None:
            self.src_url = v

            count += 1
        else:
            self.src_url = None
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
        if "fileSize" in data and (v := data["fileSize"]) is not None:
            self.file_size = v

            count += 1
        else:
            self.file_size = None
        if "width" in data and (v := data["width"]) is not None:
            self.width = v

            count += 1
        else:
            self.width = None
        if "height" in data and (v := data["height"]) is not None:
            self.height = v

            count += 1
        else:
            self.height = None
        if "duration" in data and (v := data["duration"]) is not None:
            self.duration = v

            count += 1
        else:
            self.duration = None
        if "error" in data and (v := data["error"]) is not None:
            self.error = v

            count += 1
        else:
            self.error = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self
