"""Media over HTTP: download, stream, upload."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from typing import TYPE_CHECKING

from ..rules.content import download, store_upload
from ..wire.errors import Refused, invalid
from ..wire.json_values import Json
from ..wire.requests import CURRENT, ServerResponse
from ..wire.tokens import Token
from ._base import Service, answer

if TYPE_CHECKING:
    from starlette.requests import Request

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


class Assets(Service):
    """Implements the Protocol AssetsService."""

    async def assets_download(self, *, principal: Token, body: Json) -> ServerResponse:
        """Fetch a file to this machine; a failure is reported with status 200."""
        return answer(download(self._world, body["url"]))

    async def assets_serve(self, *, principal: Token, url: str, range: str | None) -> ServerResponse:  # noqa: A002
        """The bytes of a file, whole or in part."""
        if not url.startswith(("mxc://", "localmxc://", "file://")):
            raise Refused(400, "url must be an mxc://, localmxc:// or file:// URL")
        file = self._world.media.get(url)
        if file is None and self._world.media.is_outside(url):
            raise Refused(403, "The file is outside the media folder")
        if file is None:
            raise Refused(404, "Media not found")
        tag = f'"{hashlib.sha256(file.data).hexdigest()[:16]}"'
        headers = {"accept-ranges": "bytes", "etag": tag, "content-type": file.mime_type}
        known = CURRENT.get().headers.get("if-none-match", "")
        if known == "*" or tag in known:
            return ServerResponse(304, (("etag", tag),), b"")
        return _part(file.data, range, headers)

    async def assets_upload(self, *, request: Request, principal: Token) -> ServerResponse:
        """Keep a file of a multipart form."""
        from starlette.datastructures import UploadFile

        if not request.headers.get("content-type", "").startswith("multipart/form-data"):
            raise Refused(415, "The body must be multipart/form-data")
        async with request.form() as form:
            file, name, mime_type = form.get("file"), form.get("fileName"), form.get("mimeType")
            if isinstance(file, str):
                data, part_name, part_type = file.encode(), None, None
            elif isinstance(file, UploadFile):
                data, part_name, part_type = await file.read(), file.filename, file.content_type
            else:
                raise invalid("Field required", "body", "file", code="missing")
        # A part without a type was seen to stay a generic file, whatever its name and bytes show.
        given = _text(mime_type) or part_type or "application/octet-stream"
        return answer(store_upload(self._world, data, _text(name) or part_name, given))

    async def assets_upload_base64(self, *, principal: Token, body: Json) -> ServerResponse:
        """Store a file that was received as a base64 string."""
        try:
            data = base64.b64decode(body["content"], validate=True)
        except binascii.Error:
            raise invalid("content must be base64 text", "body", "content") from None
        return answer(store_upload(self._world, data, body.get("fileName"), body.get("mimeType")))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _part(data: bytes, wanted: str | None, headers: dict[str, str]) -> ServerResponse:
    """The whole file, or the requested range; an invalid range is ignored (RFC 9110)."""
    found = _RANGE.fullmatch(wanted or "")
    if found is None or not any(found.groups()):
        return ServerResponse(200, tuple(headers.items()), data)
    first, last = found.groups()
    low = int(first) if first else max(0, len(data) - int(last))
    high = min(int(last), len(data) - 1) if first and last else len(data) - 1
    if low >= len(data) or low > high:
        return ServerResponse(416, (*headers.items(), ("content-range", f"bytes */{len(data)}")), b"")
    shown = ("content-range", f"bytes {low}-{high}/{len(data)}")
    return ServerResponse(206, (*headers.items(), shown), data[low : high + 1])
