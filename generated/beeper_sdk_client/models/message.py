# @generated

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import define

from .._lazy import imported_at_first_call
from .._model import (
    SCALARS,
    Model,
    as_list,
    as_object,
    extras,
    is_object,
    is_respelled,
    new,
    no_variant,
    null,
    share,
    to_json,
)
from .._times import format_time, parse_iso, parse_time
from .dimensions import Dimensions
from .reaction import Reaction

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self

    from .._message_kind import MessageKind, message_kind
    from ._enums import AttachmentType, MessageType, SendStatusCode

if not TYPE_CHECKING:
    message_kind = imported_at_first_call(__name__, ".._message_kind", "message_kind")


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class Message(Model):
    """One message."""

    id: str
    """Message ID, e.g. 1343993. It is valid on this installation only."""
    chat_id: str
    """Chat the message is in."""
    account_id: str
    """Account the message belongs to."""
    sender_id: str
    """User ID of the sender."""
    timestamp: datetime
    """When it was sent."""
    sort_key: str
    """Key to order messages by."""
    sender_name: str | None = None
    """Name of the sender, when known."""
    type: MessageType | None = None
    """Kind of content. Since app 4.2.499."""
    text: str | None = None
    """Matrix HTML or plain text; the API does not indicate which. Always plain text before app
    4.2.808."""
    edited_timestamp: datetime | None = None
    """When it was last edited. Since app 4.2.808."""
    is_sender: bool | None = None
    """The user sent it; some bridges omit it."""
    send_status: SendStatus | None = None
    """Outcome of the send; some networks omit it. Since app 4.2.808."""
    is_hidden: bool | None = None
    """Not normally shown. Since app 4.2.808."""
    is_deleted: bool | None = None
    """Deleted; the message stays as a tombstone. Since app 4.2.808."""
    attachments: list[Attachment] | None = None
    """Attachments."""
    is_unread: bool | None = None
    """Not read by the user; may be left out."""
    linked_message_id: str | None = None
    """Message this one replies or reacts to. Since app 4.2.499."""
    mentions: list[str] | None = None
    """User IDs mentioned, or @room for everyone; `None` in old messages, where it is not known. Since
    app 4.2.808."""
    links: list[LinkPreview] | None = None
    """Previews of links. Since app 4.2.808."""
    reactions: list[Reaction] | None = None
    """Reactions to the message."""
    seen: MessageSeen | None = None
    """Who has read it. Since app 4.2.808."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "chatID": "chat_id",
        "accountID": "account_id",
        "senderID": "sender_id",
        "timestamp": "timestamp",
        "sortKey": "sort_key",
        "senderName": "sender_name",
        "type": "type",
        "text": "text",
        "editedTimestamp": "edited_timestamp",
        "isSender": "is_sender",
        "sendStatus": "send_status",
        "isHidden": "is_hidden",
        "isDeleted": "is_deleted",
        "attachments": "attachments",
        "isUnread": "is_unread",
        "linkedMessageID": "linked_message_id",
        "mentions": "mentions",
        "links": "links",
        "reactions": "reactions",
        "seen": "seen",
    }
    _DISPLAY: ClassVar[str | None] = "message"
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "timestamp": parse_time,
        "editedTimestamp": parse_time,
        "seen": lambda value: load_message_seen(value),
    }

    @property
    def kind(self) -> MessageKind:
        """What kind of message this is, decided from the data, also where ``type`` is missing.

        One of ``text``, ``media`` (images, GIFs, videos, audio and other files), ``voice`` (a voice note), ``sticker``,
        ``location``, ``reaction``, ``notice`` (somebody joined, the picture was changed, ...), ``deleted`` and ``unknown``.
        Newer apps may add others. The first of these rules that applies decides:

        - ``deleted`` if ``is_deleted``: what is left of a deleted message keeps its type.
        - A known ``type``. Among media, the attachments show which are voice notes and stickers.
        - The attachments.
        - Another ``type``, which a newer app may send: the kind is that type in lower case.
        - A hidden message, or one whose text begins with the placeholder ``{{sender}}``: ``reaction`` if it refers to a
          message or says so, otherwise ``notice``.
        - ``notice`` for a message of the user with a text and nothing else (no receipt, reply, mention, link, reaction or
          edit) whose ``type`` is None in the response, rather than missing. Some apps send notices like that.
        - ``location`` for a ``geo:`` URI alone, ``text`` for other texts and for links.
        - ``unknown`` for everything else.

        No request. Does not raise, whatever the fields contain.
        """
        return message_kind(self)

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        respelled: tuple[str, ...] = ()
        self.id = r1 = data["id"]
        r2 = data["chatID"]
        self.chat_id = share(r2, r2) if type(r2) is str else r2
        r3 = data["accountID"]
        self.account_id = share(r3, r3) if type(r3) is str else r3
        r4 = data["senderID"]
        self.sender_id = share(r4, r4) if type(r4) is str else r4
        r5 = data["timestamp"]
        if len(r5) == 24 and r5[4:20:3] == "--T::." and r5[23] == "Z" and (r5[11] != "2" or r5[12] < "4"):
            self.timestamp = parse_iso(r5)
        else:
            self.timestamp = parse_time(r5)
            respelled += ("timestamp",)

        self.sort_key = r6 = data["sortKey"]

        if r1 is None or r2 is None or r3 is None or r4 is None or r6 is None:
            null()
        nulls = 0
        left = len(data) - 10
        get = data.get
        self.sender_name = v = get("senderName")
        if v is None:
            if "senderName" in data:
                nulls += 1
            else:
                left += 1
        self.type = v = get("type")
        if v is None:
            if "type" in data:
                nulls += 2
            else:
                left += 1
        self.text = v = get("text")
        if v is None:
            if "text" in data:
                nulls += 4
            else:
                left += 1
        self.is_sender = v = get("isSender")
        if v is None:
            if "isSender" in data:
                nulls += 8
            else:
                left += 1
        if left and "mentions" in data:
            left -= 1
            v = data["mentions"]
            if v is None:
                self.mentions = None
                nulls += 16
            else:
                self.mentions = v if type(v) is list else as_list(v)

        else:
            self.mentions = None
        if left and "sendStatus" in data:
            left -= 1
            v = data["sendStatus"]
            if v is None:
                self.send_status = None
                nulls += 32
            else:
                self.send_status = SendStatus._read(v)

        else:
            self.send_status = None
        if left and "seen" in data:
            left -= 1
            v = data["seen"]
            if v is None:
                self.seen = None
                nulls += 64
            else:
                self.seen = load_message_seen(v)
                if self.seen is not v and is_respelled(self.seen, v):
                    respelled += ("seen",)

        else:
            self.seen = None
        if left and "isUnread" in data:
            left -= 1
            self.is_unread = v = data["isUnread"]
            if v is None:
                nulls += 128
        else:
            self.is_unread = None
        if left and "attachments" in data:
            left -= 1
            v = data["attachments"]
            if v is None:
                self.attachments = None
                nulls += 256
            else:
                self.attachments = [*map(Attachment._read, v)] if v else as_list(v)

        else:
            self.attachments = None
        if left and "linkedMessageID" in data:
            left -= 1
            self.linked_message_id = v = data["linkedMessageID"]
            if v is None:
                nulls += 512
        else:
            self.linked_message_id = None
        if left and "editedTimestamp" in data:
            left -= 1
            v = data["editedTimestamp"]
            if v is None:
                self.edited_timestamp = None
                nulls += 1024
            else:
                if len(v) == 24 and v[4:20:3] == "--T::." and v[23] == "Z" and (v[11] != "2" or v[12] < "4"):
                    self.edited_timestamp = parse_iso(v)
                else:
                    self.edited_timestamp = parse_time(v)
                    respelled += ("editedTimestamp",)

        else:
            self.edited_timestamp = None
        if left and "isHidden" in data:
            left -= 1
            self.is_hidden = v = data["isHidden"]
            if v is None:
                nulls += 2048
        else:
            self.is_hidden = None
        if left and "isDeleted" in data:
            left -= 1
            self.is_deleted = v = data["isDeleted"]
            if v is None:
                nulls += 4096
        else:
            self.is_deleted = None
        if left and "links" in data:
            left -= 1
            v = data["links"]
            if v is None:
                self.links = None
                nulls += 8192
            else:
                self.links = [*map(LinkPreview._read, v)] if v else as_list(v)

        else:
            self.links = None
        if left and "reactions" in data:
            left -= 1
            v = data["reactions"]
            if v is None:
                self.reactions = None
                nulls += 16384
            else:
                self.reactions = [*map(Reaction._read, v)] if v else as_list(v)

        else:
            self.reactions = None
        self._extras = extras(cls, data, left, nulls, respelled) if left or nulls or respelled else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (
            self.id,
            self.chat_id,
            self.account_id,
            self.sender_id,
            self.timestamp,
            self.sort_key,
            self.sender_name,
            self.type,
            self.text,
            self.edited_timestamp,
            self.is_sender,
            self.send_status,
            self.is_hidden,
            self.is_deleted,
            self.attachments,
            self.is_unread,
            self.linked_message_id,
            self.mentions,
            self.links,
            self.reactions,
            self.seen,
            self._extras,
        )

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "id": v if type(v := self.id) is str else to_json(v),
            "chatID": v if type(v := self.chat_id) is str else to_json(v),
            "accountID": v if type(v := self.account_id) is str else to_json(v),
            "senderID": v if type(v := self.sender_id) is str else to_json(v),
            "timestamp": format_time(v) if type(v := self.timestamp) is datetime else to_json(v),
            "sortKey": v if type(v := self.sort_key) is str else to_json(v),
        }
        if (v := self.sender_name) is not None:
            out["senderName"] = v if type(v) is str else to_json(v)
        if (v := self.type) is not None:
            out["type"] = v if type(v) is str else to_json(v)
        if (v := self.text) is not None:
            out["text"] = v if type(v) is str else to_json(v)
        if (v := self.edited_timestamp) is not None:
            out["editedTimestamp"] = format_time(v) if type(v) is datetime else to_json(v)
        if (v := self.is_sender) is not None:
            out["isSender"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.send_status) is not None:
            out["sendStatus"] = to_json(v)
        if (v := self.is_hidden) is not None:
            out["isHidden"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.is_deleted) is not None:
            out["isDeleted"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.attachments) is not None:
            out["attachments"] = to_json(v)
        if (v := self.is_unread) is not None:
            out["isUnread"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.linked_message_id) is not None:
            out["linkedMessageID"] = v if type(v) is str else to_json(v)
        if (v := self.mentions) is not None:
            out["mentions"] = to_json(v)
        if (v := self.links) is not None:
            out["links"] = to_json(v)
        if (v := self.reactions) is not None:
            out["reactions"] = to_json(v)
        if (v := self.seen) is not None:
            out["seen"] = to_json(v)
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class Attachment(Model):
    """An attachment of a message, as read."""

    type: AttachmentType
    """Kind of attachment."""
    id: str | None = None
    """Usually an mxc:// URL, with which it is downloaded or streamed. Since app 4.2.499."""
    src_url: str | None = None
    """Public URL or local path; may be temporary."""
    mime_type: str | None = None
    """MIME type."""
    file_name: str | None = None
    """Original file name."""
    file_size: float | None = None
    """Size in bytes."""
    is_gif: bool | None = None
    """It is a GIF."""
    is_sticker: bool | None = None
    """It is a sticker."""
    is_voice_note: bool | None = None
    """It is a voice note."""
    duration: float | None = None
    """Length of audio or video, in seconds."""
    transcription: Transcription | None = None
    """Transcript, when there is one. Since app 4.2.808."""
    poster_img: str | None = None
    """URL of the poster frame of a video; may be temporary."""
    size: Dimensions | None = None
    """Size in pixels."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "id": "id",
        "srcURL": "src_url",
        "mimeType": "mime_type",
        "fileName": "file_name",
        "fileSize": "file_size",
        "isGif": "is_gif",
        "isSticker": "is_sticker",
        "isVoiceNote": "is_voice_note",
        "duration": "duration",
        "transcription": "transcription",
        "posterImg": "poster_img",
        "size": "size",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.type = r1 = data["type"]

        if r1 is None:
            null()
        nulls = 0
        left = len(data) - 1
        if left and "id" in data:
            left -= 1
            self.id = v = data["id"]
            if v is None:
                nulls += 1
        else:
            self.id = None
        if left and "srcURL" in data:
            left -= 1
            self.src_url = v = data["srcURL"]
            if v is None:
                nulls += 2
        else:
            self.src_url = None
        if left and "mimeType" in data:
            left -= 1
            self.mime_type = v = data["mimeType"]
            if v is None:
                nulls += 4
        else:
            self.mime_type = None
        if left and "fileName" in data:
            left -= 1
            self.file_name = v = data["fileName"]
            if v is None:
                nulls += 8
        else:
            self.file_name = None
        if left and "fileSize" in data:
            left -= 1
            self.file_size = v = data["fileSize"]
            if v is None:
                nulls += 16
        else:
            self.file_size = None
        if left and "isGif" in data:
            left -= 1
            self.is_gif = v = data["isGif"]
            if v is None:
                nulls += 32
        else:
            self.is_gif = None
        if left and "isSticker" in data:
            left -= 1
            self.is_sticker = v = data["isSticker"]
            if v is None:
                nulls += 64
        else:
            self.is_sticker = None
        if left and "isVoiceNote" in data:
            left -= 1
            self.is_voice_note = v = data["isVoiceNote"]
            if v is None:
                nulls += 128
        else:
            self.is_voice_note = None
        if left and "duration" in data:
            left -= 1
            self.duration = v = data["duration"]
            if v is None:
                nulls += 256
        else:
            self.duration = None
        if left and "transcription" in data:
            left -= 1
            v = data["transcription"]
            if v is None:
                self.transcription = None
                nulls += 512
            else:
                self.transcription = Transcription._read(v)

        else:
            self.transcription = None
        if left and "posterImg" in data:
            left -= 1
            self.poster_img = v = data["posterImg"]
            if v is None:
                nulls += 1024
        else:
            self.poster_img = None
        if left and "size" in data:
            left -= 1
            v = data["size"]
            if v is None:
                self.size = None
                nulls += 2048
            else:
                self.size = Dimensions._read(v)

        else:
            self.size = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (
            self.type,
            self.id,
            self.src_url,
            self.mime_type,
            self.file_name,
            self.file_size,
            self.is_gif,
            self.is_sticker,
            self.is_voice_note,
            self.duration,
            self.transcription,
            self.poster_img,
            self.size,
            self._extras,
        )

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "type": v if type(v := self.type) is str else to_json(v),
        }
        if (v := self.id) is not None:
            out["id"] = v if type(v) is str else to_json(v)
        if (v := self.src_url) is not None:
            out["srcURL"] = v if type(v) is str else to_json(v)
        if (v := self.mime_type) is not None:
            out["mimeType"] = v if type(v) is str else to_json(v)
        if (v := self.file_name) is not None:
            out["fileName"] = v if type(v) is str else to_json(v)
        if (v := self.file_size) is not None:
            out["fileSize"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.is_gif) is not None:
            out["isGif"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.is_sticker) is not None:
            out["isSticker"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.is_voice_note) is not None:
            out["isVoiceNote"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.duration) is not None:
            out["duration"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.transcription) is not None:
            out["transcription"] = to_json(v)
        if (v := self.poster_img) is not None:
            out["posterImg"] = v if type(v) is str else to_json(v)
        if (v := self.size) is not None:
            out["size"] = to_json(v)
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LinkPreview(Model):
    """Preview of a link. Since app 4.2.808."""

    url: str
    """URL after redirects."""
    title: str
    """Title of the page."""
    original_url: str | None = None
    """URL as written, before redirects and shortening."""
    favicon: str | None = None
    """URL of the icon; may be temporary."""
    img: str | None = None
    """URL of the image; may be temporary."""
    img_size: Dimensions | None = None
    """Size of the image, in pixels."""
    summary: str | None = None
    """Summary of the page."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "url": "url",
        "title": "title",
        "originalURL": "original_url",
        "favicon": "favicon",
        "img": "img",
        "imgSize": "img_size",
        "summary": "summary",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.url = r1 = data["url"]
        self.title = r2 = data["title"]

        if r1 is None or r2 is None:
            null()
        nulls = 0
        left = len(data) - 2
        if left and "originalURL" in data:
            left -= 1
            self.original_url = v = data["originalURL"]
            if v is None:
                nulls += 1
        else:
            self.original_url = None
        if left and "favicon" in data:
            left -= 1
            self.favicon = v = data["favicon"]
            if v is None:
                nulls += 2
        else:
            self.favicon = None
        if left and "img" in data:
            left -= 1
            self.img = v = data["img"]
            if v is None:
                nulls += 4
        else:
            self.img = None
        if left and "imgSize" in data:
            left -= 1
            v = data["imgSize"]
            if v is None:
                self.img_size = None
                nulls += 8
            else:
                self.img_size = Dimensions._read(v)

        else:
            self.img_size = None
        if left and "summary" in data:
            left -= 1
            self.summary = v = data["summary"]
            if v is None:
                nulls += 16
        else:
            self.summary = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (
            self.url,
            self.title,
            self.original_url,
            self.favicon,
            self.img,
            self.img_size,
            self.summary,
            self._extras,
        )

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "url": v if type(v := self.url) is str else to_json(v),
            "title": v if type(v := self.title) is str else to_json(v),
        }
        if (v := self.original_url) is not None:
            out["originalURL"] = v if type(v) is str else to_json(v)
        if (v := self.favicon) is not None:
            out["favicon"] = v if type(v) is str else to_json(v)
        if (v := self.img) is not None:
            out["img"] = v if type(v) is str else to_json(v)
        if (v := self.img_size) is not None:
            out["imgSize"] = to_json(v)
        if (v := self.summary) is not None:
            out["summary"] = v if type(v) is str else to_json(v)
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class SendStatus(Model):
    """Outcome of a send, as reported by the bridge. Since app 4.2.808."""

    status: SendStatusCode
    """State of the send."""
    timestamp: datetime
    """When that was reported."""
    reason: str | None = None
    """Machine-readable reason of a failure."""
    message: str | None = None
    """Human-readable explanation."""
    delivered_to_users: list[str] | None = None
    """User IDs it was delivered to."""
    internal_error: str | None = None
    """Diagnostics, not to be shown to users."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "status": "status",
        "timestamp": "timestamp",
        "reason": "reason",
        "message": "message",
        "deliveredToUsers": "delivered_to_users",
        "internalError": "internal_error",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "timestamp": parse_time,
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        respelled: tuple[str, ...] = ()
        self.status = r1 = data["status"]
        r2 = data["timestamp"]
        if len(r2) == 24 and r2[4:20:3] == "--T::." and r2[23] == "Z" and (r2[11] != "2" or r2[12] < "4"):
            self.timestamp = parse_iso(r2)
        else:
            self.timestamp = parse_time(r2)
            respelled += ("timestamp",)

        if r1 is None:
            null()
        nulls = 0
        left = len(data) - 2
        if left and "reason" in data:
            left -= 1
            self.reason = v = data["reason"]
            if v is None:
                nulls += 1
        else:
            self.reason = None
        if left and "message" in data:
            left -= 1
            self.message = v = data["message"]
            if v is None:
                nulls += 2
        else:
            self.message = None
        if left and "deliveredToUsers" in data:
            left -= 1
            v = data["deliveredToUsers"]
            if v is None:
                self.delivered_to_users = None
                nulls += 4
            else:
                self.delivered_to_users = v if type(v) is list else as_list(v)

        else:
            self.delivered_to_users = None
        if left and "internalError" in data:
            left -= 1
            self.internal_error = v = data["internalError"]
            if v is None:
                nulls += 8
        else:
            self.internal_error = None
        self._extras = extras(cls, data, left, nulls, respelled) if left or nulls or respelled else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (
            self.status,
            self.timestamp,
            self.reason,
            self.message,
            self.delivered_to_users,
            self.internal_error,
            self._extras,
        )

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "status": v if type(v := self.status) is str else to_json(v),
            "timestamp": format_time(v) if type(v := self.timestamp) is datetime else to_json(v),
        }
        if (v := self.reason) is not None:
            out["reason"] = v if type(v) is str else to_json(v)
        if (v := self.message) is not None:
            out["message"] = v if type(v) is str else to_json(v)
        if (v := self.delivered_to_users) is not None:
            out["deliveredToUsers"] = to_json(v)
        if (v := self.internal_error) is not None:
            out["internalError"] = v if type(v) is str else to_json(v)
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class Transcription(Model):
    """Transcript of an audio attachment. Since app 4.2.808."""

    transcription: str
    """The text."""
    engine: str
    """What made it."""
    language: str | None = None
    """Its language."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "transcription": "transcription",
        "engine": "engine",
        "language": "language",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.transcription = r1 = data["transcription"]
        self.engine = r2 = data["engine"]

        if r1 is None or r2 is None:
            null()
        nulls = 0
        left = len(data) - 2
        if left and "language" in data:
            left -= 1
            self.language = v = data["language"]
            if v is None:
                nulls += 1
        else:
            self.language = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.transcription, self.engine, self.language, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "transcription": v if type(v := self.transcription) is str else to_json(v),
            "engine": v if type(v := self.engine) is str else to_json(v),
        }
        if (v := self.language) is not None:
            out["language"] = v if type(v) is str else to_json(v)
        return out


def load_message_seen(value: Any) -> MessageSeen:
    """Select the variant by JSON type."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return parse_time(value)
    if is_object(value):
        return {k: parse_time(v) if isinstance(v, str) else v for k, v in as_object(value).items()}
    no_variant()


MessageSeen: TypeAlias = bool | datetime | dict[str, bool | datetime]
"""Who has read a message: a flag, a time, or one of them by participant ID. Since app 4.2.808."""
