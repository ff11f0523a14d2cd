# @generated from openapi.yaml; do not edit

"""AssetDownloadRequest: Media to fetch.

Beside it: AssetUploadBase64Request, AssetUploadMultipart.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, extras, new

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

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.url = data["url"]
        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "url": self.url,
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.content = data["content"]
        count = 1
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
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "content": self.content,
        }
        if self.file_name is not None:
            out["fileName"] = self.file_name
        if self.mime_type is not None:
            out["mimeType"] = self.mime_type
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.file = data["file"]
        count = 1
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
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "file": self.file,
        }
        if self.file_name is not None:
            out["fileName"] = self.file_name
        if self.mime_type is not None:
            out["mimeType"] = self.mime_type
        return out if self._extras is None else self._add_extras(out, self._extras)
