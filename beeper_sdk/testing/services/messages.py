"""Messages and their reactions, and media: download, stream, upload, over HTTP."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Sequence
from datetime import datetime

from fastapi import Request, Response
from starlette.datastructures import UploadFile

from beeper_sdk_server import models

from ..rules import edits, history, messages, reactions, search
from ..rules.content import download, store_upload
from ..rules.messages import deliver_due
from ..rules.search import message_page, with_chats
from ..wire.errors import Refused, invalid
from ..wire.json_values import Json
from ..wire.pages import Listing
from ..wire.requests import CURRENT
from ..wire.tokens import Token
from ..world.room import Room, sort_key
from ._base import Service, answer, ask, chosen, manner, ms, nothing, sent

PAGE = 20


class Messages(Service):
    """Implements the Protocol MessagesService."""

    async def messages_list(
        self,
        *,
        principal: Token,
        chat_id: str,
        cursor: str | None,
        direction: models.Direction | None,
    ) -> Response:
        """The rows of a chat, about twenty a page; a merged chat has none of its own.

        A cursor is one of a page, or the sort key of a message of the chat, as before app 4.2.808. A message ID is
        neither, and is refused with 400, as every other text.
        """
        room = self._world.room(chat_id)
        quirks = self._site.quirks
        deliver_due(self._world, [room, *self._world.members(room)])
        stuck, overlap = quirks.applies("stuck_has_more"), quirks.applies("after_overlap")
        rows: Sequence[Json] = room.messages
        listing = Listing(room.id, rows, lambda row: [sort_key(row)], self._world.cursors, stuck, overlap)
        asked = ask(self._cursor(room, cursor), direction, PAGE)
        page = listing.page(asked)
        response = answer(page.wire(page.entries))
        if history.reaches_start(room, asked, page) and self._site.backfills(room.id):
            history.arrive(self._world, room)
        return response

    def _cursor(self, room: Room, cursor: str | None) -> str | None:
        """A cursor; before app 4.2.808 it was the sort key of the last message, which still is one here."""
        if cursor is None or not cursor.isdecimal():
            return cursor
        if not any(row["sortKey"] == cursor for row in room.messages):
            raise Refused(400, "Invalid cursor")
        return self._world.cursors.write(room.id, [int(cursor)])

    async def messages_send(self, *, principal: Token, chat_id: str, body: models.MessageSendRequest) -> Response:
        """Queue a message; the answer holds only a pending ID."""
        room, given, quirks = self._world.room(chat_id), sent(body), self._site.quirks
        how = await manner(given.get("text"))
        return answer(messages.send(self._world, room, given, how, retracts=lambda: quirks.applies("gif_as_image")))

    async def messages_search(
        self,
        *,
        principal: Token,
        account_ids: list[str] | None,
        chat_ids: list[str] | None,
        chat_type: models.ChatType | None,
        cursor: str | None,
        date_after: datetime | None,
        date_before: datetime | None,
        direction: models.Direction | None,
        exclude_low_priority: bool | None,
        include_muted: bool | None,
        limit: int,
        media_types: list[models.MediaType] | None,
        query: str | None,
        sender: str | None,
    ) -> Response:
        """Messages across chats, newest first, with the chats they are in."""
        wanted = search.MessageFilter(
            accounts=chosen(account_ids),
            chats=chosen(chat_ids),
            kind=None if chat_type is None else str(chat_type),
            after_ms=ms(date_after),
            before_ms=ms(date_before),
            low_priority=exclude_low_priority is False,
            muted=include_muted is not False,
            media=None if media_types is None else [str(kind) for kind in media_types],
            query=query,
            sender=sender,
        )
        page = message_page(self._world, wanted, ask(cursor, direction, limit))
        return answer(with_chats(self._world, page))

    async def messages_retrieve(self, *, principal: Token, chat_id: str, message_id: str) -> Response:
        """A message by final, pending or event ID."""
        room = self._world.room(chat_id)
        deliver_due(self._world, [room, *self._world.members(room)])
        return answer(messages.find(self._world, room, message_id))

    async def messages_update(
        self, *, principal: Token, chat_id: str, message_id: str, body: models.MessageUpdateRequest
    ) -> Response:
        """Edit the text of an own message."""
        room, quirks = self._world.room(chat_id), self._site.quirks

        def drop_late() -> bool:
            return quirks.applies("edit_too_late")

        before = messages.find(self._world, room, message_id).copy()
        edited = edits.edit(self._world, room, message_id, body.text, drop_late=drop_late)
        return answer(edits.edited_view(before) if quirks.applies("stale_edit") else edited)

    async def messages_delete(
        self, *, principal: Token, chat_id: str, message_id: str, for_everyone: bool | None
    ) -> Response:
        """Delete a message; this Beeper sees the same tombstone either way."""
        everyone = for_everyone is not False
        edits.delete(self._world, self._world.room(chat_id), message_id, for_everyone=everyone)
        return nothing()

    async def chats_messages_reactions_add(
        self, *, principal: Token, chat_id: str, message_id: str, body: models.ReactionAddRequest
    ) -> Response:
        """React to a message."""
        room, given = self._world.room(chat_id), sent(body)
        result = reactions.add(self._world, room, message_id, given["reactionKey"], given.get("transactionID"))
        return answer(result)

    async def chats_messages_reactions_delete(
        self, *, principal: Token, chat_id: str, message_id: str, reaction_key: str
    ) -> Response:
        """Take back a reaction."""
        return answer(reactions.remove(self._world, self._world.room(chat_id), message_id, reaction_key))


_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


class Assets(Service):
    """Implements the Protocol AssetsService."""

    async def assets_download(self, *, principal: Token, body: models.AssetDownloadRequest) -> Response:
        """Fetch a file to this machine; a failure is reported with status 200."""
        return answer(download(self._world, body.url))

    async def assets_serve(self, *, principal: Token, url: str, range: str | None) -> Response:  # noqa: A002
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
            return Response(status_code=304, headers={"etag": tag})
        return _part(file.data, range, headers)

    async def assets_upload(self, *, request: Request, principal: Token) -> Response:
        """Keep a file of a multipart form."""
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

    async def assets_upload_base64(self, *, principal: Token, body: models.AssetUploadBase64Request) -> Response:
        """Store a file that was received as a base64 string."""
        given = sent(body)
        try:
            data = base64.b64decode(given["content"], validate=True)
        except binascii.Error:
            raise invalid("content must be base64 text", "body", "content") from None
        return answer(store_upload(self._world, data, given.get("fileName"), given.get("mimeType")))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _part(data: bytes, wanted: str | None, headers: dict[str, str]) -> Response:
    """The whole file, or the requested range; an invalid range is ignored (RFC 9110)."""
    found = _RANGE.fullmatch(wanted or "")
    if found is None or not any(found.groups()):
        return Response(data, 200, headers)
    first, last = found.groups()
    low = int(first) if first else max(0, len(data) - int(last))
    high = min(int(last), len(data) - 1) if first and last else len(data) - 1
    if low >= len(data) or low > high:
        return Response(b"", 416, {**headers, "content-range": f"bytes */{len(data)}"})
    return Response(data[low : high + 1], 206, {**headers, "content-range": f"bytes {low}-{high}/{len(data)}"})
