"""Media over HTTP: download, stream, upload."""

from __future__ import annotations

import asyncio
import base64
import re
from typing import TYPE_CHECKING

from ..rules.content import download, store_upload
from ..wire import limits
from ..wire.errors import Refused, invalid
from ..wire.file_part import PART_BYTES, FilePart
from ..wire.json_values import Json
from ..wire.requests import CURRENT, ServerResponse
from ..wire.tokens import Token
from ..world.contents import Contents
from ._base import Service, answer

if TYPE_CHECKING:
    from starlette.requests import Request

    from .upload_form import Part

_RANGE = re.compile(r"bytes=(\d{0,99})-(\d{0,99})")
_MEDIA_TYPE = re.compile(r"[!-~]+/[ -~]+")


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
        if not file.contents.is_intact():
            raise Refused(404, "The file in the media folder was changed or removed")
        tag = f'"{file.contents.digest[:16]}"'
        # The type is what a client stated in an upload: it may be anything.
        mime_type = file.mime_type if _MEDIA_TYPE.fullmatch(file.mime_type) else "application/octet-stream"
        headers = (("accept-ranges", "bytes"), ("etag", tag), ("content-type", mime_type))
        conditions = CURRENT.get().headers
        known = conditions.get("if-none-match", "")
        if known == "*" or tag in known:
            return ServerResponse(304, (("etag", tag),), b"")
        is_same = conditions.get("if-range", tag) == tag
        return _part(file.contents, range if is_same else None, headers)

    async def assets_upload(self, *, request: Request, principal: Token) -> ServerResponse:
        """Keep a file of a multipart form."""
        content_type = request.headers.get("content-type", "")
        if not content_type.lower().startswith("multipart/form-data"):
            raise Refused(415, "The body must be multipart/form-data")
        from .upload_form import UploadForm  # imported by the first upload

        with UploadForm(content_type, self._world.media) as form:
            parts = await form.read(request.stream())
            file, name, mime_type = (parts.get(name) for name in ("file", "fileName", "mimeType"))
            if file is None:
                raise invalid("Field required", "body", "file", code="missing")
            if file.size > limits.FILE_BYTES:
                raise limits.too_large()
            # A part without a type was seen to stay a generic file, whatever its name and bytes show.
            given = _text(mime_type) or file.media_type or "application/octet-stream"
            return answer(store_upload(self._world, file.contents(), _text(name) or file.file_name, given))

    async def assets_upload_base64(self, *, principal: Token, body: Json) -> ServerResponse:
        """Store a file that was received as a base64 string."""
        try:
            data = base64.b64decode(body["content"], validate=True)
        except ValueError:  # characters that are not ASCII, or not base64
            raise invalid("content must be base64 text", "body", "content") from None
        if len(data) > limits.FILE_BYTES:
            raise limits.too_large()
        contents = await self._kept(data)
        return answer(store_upload(self._world, contents, body.get("fileName"), body.get("mimeType")))

    async def _kept(self, data: bytes) -> Contents:
        """The contents of a file. A large one is written part by part, between which other requests are handled."""
        with self._world.media.incoming() as incoming:
            for start in range(0, len(data), PART_BYTES):
                incoming.write(memoryview(data)[start : start + PART_BYTES])
                await asyncio.sleep(0)
            return incoming.finish()


def _text(part: Part | None) -> str | None:
    """The value of a field; a file is none."""
    return None if part is None or part.file_name is not None else part.text or None


def _part(contents: Contents, wanted: str | None, headers: tuple[tuple[str, str], ...]) -> ServerResponse:
    """The whole file, or the requested range; an invalid range is ignored (RFC 9110)."""
    found, size = _RANGE.fullmatch(wanted or ""), contents.size
    if found is None or not any(found.groups()):
        return ServerResponse(200, headers, b"", file=FilePart(contents, 0, size))
    first, last = found.groups()
    low = int(first) if first else max(0, size - int(last))
    high = min(int(last), size - 1) if first and last else size - 1
    if low >= size or low > high:
        return ServerResponse(416, (*headers, ("content-range", f"bytes */{size}")), b"")
    headers = (*headers, ("content-range", f"bytes {low}-{high}/{size}"))
    return ServerResponse(206, headers, b"", file=FilePart(contents, low, high + 1))
