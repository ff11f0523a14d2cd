# @generated

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import define

from .._model import Model, as_list, as_object, extras, is_object, is_respelled, new, no_variant, null
from .._times import parse_iso, parse_time
from .dimensions import Dimensions
from .reaction import Reaction

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self

    from ._enums import AttachmentType, MessageType, SendStatusCode


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
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "timestamp": parse_time,
        "editedTimestamp": parse_time,
        "seen": lambda value: load_message_seen(value),
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        respelled: tuple[str, ...] = ()
        self.id = r1 = data["id"]
        self.chat_id = r2 = data["chatID"]
        self.account_id = r3 = data["accountID"]
        self.sender_id = r4 = data["senderID"]
        r5 = data["timestamp"]
        if len(r5) == 24 and r5[4:20:3] == "--T::." and r5[23] == "Z" and (r5[11] != "2" or r5[12] < "4"):
            self.timestamp = parse_iso(r5)
        else:
            self.timestamp = parse_time(r5)
            respelled += ("timestamp",)

        self.sort_key = r6 = data["sortKey"]

        if r1 is None or r2 is None or r3 is None or r4 is None or r6 is None:
            null()
        count = 6
        if "senderName" in data and (v := data["senderName"]) is not None:
            self.sender_name = v

            count += 1
        else:
            self.sender_name = None
        if "type" in data and (v := data["type"]) is not None:
            self.type = v

            count += 1
        else:
            self.type = None
        if "text" in data and (v := data["text"]) is not None:
            self.text = v

            count += 1
        else:
            self.text = None
        if "editedTimestamp" in data and (v := data["editedTimestamp"]) is not None:
            if len(v) == 24 and v[4:20:3] == "--T::." and v[23] == "Z" and (v[11] != "2" or v[12] < "4"):
                self.edited_timestamp = parse_iso(v)
            else:
                self.edited_timestamp = parse_time(v)
                respelled += ("editedTimestamp",)

            count += 1
        else:
            self.edited_timestamp = None
        if "isSender" in data and (v := data["isSender"]) is not None:
            self.is_sender = v

            count += 1
        else:
            self.is_sender = None
        if "sendStatus" in data and (v := data["sendStatus"]) is not None:
            self.send_status = SendStatus._read(v)

            count += 1
        else:
            self.send_status = None
        if "isHidden" in data and (v := data["isHidden"]) is not None:
            self.is_hidden = v

            count += 1
        else:
            self.is_hidden = None
        if "isDeleted" in data and (v := data["isDeleted"]) is not None:
            self.is_deleted = v

            count += 1
        else:
            self.is_deleted = None
        if "attachments" in data and (v := data["attachments"]) is not None:
            self.attachments = [Attachment._read(x) for x in v] if v else as_list(v)

            count += 1
        else:
            self.attachments = None
        if "isUnread" in data and (v := data["isUnread"]) is not None:
            self.is_unread = v

            count += 1
        else:
            self.is_unread = None
        if "linkedMessageID" in data and (v := data["linkedMessageID"]) is not None:
            self.linked_message_id = v

            count += 1
        else:
            self.linked_message_id = None
        if "mentions" in data and (v := data["mentions"]) is not None:
            self.mentions = as_list(v)

            count += 1
        else:
            self.mentions = None
        if "links" in data and (v := data["links"]) is not None:
            self.links = [LinkPreview._read(x) for x in v] if v else as_list(v)

            count += 1
        else:
            self.links = None
        if "reactions" in data and (v := data["reactions"]) is not None:
            self.reactions = [Reaction._read(x) for x in v] if v else as_list(v)

            count += 1
        else:
            self.reactions = None
        if "seen" in data and (v := data["seen"]) is not None:
            self.seen = load_message_seen(v)
            if self.seen is not v and is_respelled(self.seen, v):
                respelled += ("seen",)

            count += 1
        else:
            self.seen = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self


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
        count = 1
        if "id" in data and (v := data["id"]) is not None:
            self.id = v

            count += 1
        else:
            self.id = None
        if "srcURL" in data and (v := data["srcURL"]) is not None:
            self.src_url = v

            count += 1
        else:
            self.src_url = None
        if "mimeType" in data and (v := data["mimeType"]) is not None:
            self.mime_type = v

            count += 1
        else:
            self.mime_type = None
        if "fileName" in data and (v := data["fileName"]) is not None:
            self.file_name = v

            count += 1
        else:
            self.file_name = None
        if "fileSize" in data and (v := data["fileSize"]) is not None:
            self.file_size = v

            count += 1
        else:
            self.file_size = None
        if "isGif" in data and (v := data["isGif"]) is not None:
            self.is_gif = v

            count += 1
        else:
            self.is_gif = None
        if "isSticker" in data and (v := data["isSticker"]) is not None:
            self.is_sticker = v

            count += 1
        else:
            self.is_sticker = None
        if "isVoiceNote" in data and (v := data["isVoiceNote"]) is not None:
            self.is_voice_note = v

            count += 1
        else:
            self.is_voice_note = None
        if "duration" in data and (v := data["duration"]) is not None:
            self.duration = v

            count += 1
        else:
            self.duration = None
        if "transcription" in data and (v := data["transcription"]) is not None:
            self.transcription = Transcription._read(v)

            count += 1
        else:
            self.transcription = None
        if "posterImg" in data and (v := data["posterImg"]) is not None:
            self.poster_img = v

            count += 1
        else:
            self.poster_img = None
        if "size" in data and (v := data["size"]) is not None:
            self.size = Dimensions._read(v)

            count += 1
        else:
            self.size = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
        count = 2
        if "originalURL" in data and (v := data["originalURL"]) is not None:
            self.original_url = v

            count += 1
        else:
            self.original_url = None
        if "favicon" in data and (v := data["favicon"]) is not None:
            self.favicon = v

            count += 1
        else:
            self.favicon = None
        if "img" in data and (v := data["img"]) is not None:
            self.img = v

            count += 1
        else:
            self.img = None
        if "imgSize" in data and (v := data["imgSize"]) is not None:
            self.img_size = Dimensions._read(v)

            count += 1
        else:
            self.img_size = None
        if "summary" in data and (v := data["summary"]) is not None:
            self.summary = v

            count += 1
        else:
            self.summary = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
        count = 2
        if "reason" in data and (v := data["reason"]) is not None:
            self.reason = v

            count += 1
        else:
            self.reason = None
        if "message" in data and (v := data["message"]) is not None:
            self.message = v

            count += 1
        else:
            self.message = None
        if "deliveredToUsers" in data and (v := data["deliveredToUsers"]) is not None:
            self.delivered_to_users = as_list(v)

            count += 1
        else:
            self.delivered_to_users = None
        if "internalError" in data and (v := data["internalError"]) is not None:
            self.internal_error = v

            count += 1
        else:
            self.internal_error = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self


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
        count = 2
        if "language" in data and (v := data["language"]) is not None:
            self.language = v

            count += 1
        else:
            self.language = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
