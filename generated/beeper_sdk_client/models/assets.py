# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from attrs import define

from .._model import Model

if TYPE_CHECKING:
    pass


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
