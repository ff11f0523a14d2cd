# @generated from openapi.yaml; do not edit

"""V0UnifiedSearchResult: Response of the search over chats and messages.

Beside it: V0Account, V0AssetDownloadRequest, V0Attachment, V0BaseResponse, V0Chat,
V0ChatArchiveRequest, V0ChatCreateRequest, V0ChatCreateResponse, V0ChatPage, V0ChatParticipants,
V0Error, V0Message, V0MessageSearchPage, V0MessageSendRequest, V0MessageSendResponse,
V0OpenAppRequest, V0OpenAppResponse, V0ReminderCreateRequest, V0ReminderDeleteRequest,
V0ReminderInput, V0UnifiedSearchResults.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Incomplete, Model, as_list, as_object, extras, is_object, new, null
from .._times import format_time, parse_iso, parse_time
from .dimensions import Dimensions
from .reaction import Reaction
from .user import User

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from typing_extensions import Self

    from ._enums import AttachmentType, ChatType


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0UnifiedSearchResult(Model):
    """Response of the search over chats and messages."""

    results: V0UnifiedSearchResults
    """What was found."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "results": "results",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.results = V0UnifiedSearchResults._read(data["results"])

        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "results": self.results.to_dict(),
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0Account(Model):
    """A connected chat account."""

    account_id: str
    """Account ID, e.g. matrix, discordgo, slackgo.TEAM-USER or local-whatsapp_ba_alice."""
    network: str
    """Display name of the network."""
    user: User
    """The owner's identity on that network."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "accountID": "account_id",
        "network": "network",
        "user": "user",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.account_id = r1 = data["accountID"]
        self.network = r2 = data["network"]
        self.user = User._read(data["user"])

        if r1 is None or r2 is None:
            null()
        count = 3
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "accountID": self.account_id,
            "network": self.network,
            "user": self.user.to_dict(),
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0AssetDownloadRequest(Model):
    """Media to fetch."""

    url: str
    """mxc:// or localmxc:// URL; at least 1 character."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "url": "url",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
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
class V0Attachment(Model):
    """An attachment of a message, as read."""

    type: AttachmentType
    """Kind of attachment."""
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
    poster_img: str | None = None
    """URL of the poster frame of a video; may be temporary."""
    size: Dimensions | None = None
    """Size in pixels."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "srcURL": "src_url",
        "mimeType": "mime_type",
        "fileName": "file_name",
        "fileSize": "file_size",
        "isGif": "is_gif",
        "isSticker": "is_sticker",
        "isVoiceNote": "is_voice_note",
        "duration": "duration",
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

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "type": self.type,
        }
        if self.src_url is not None:
            out["srcURL"] = self.src_url
        if self.mime_type is not None:
            out["mimeType"] = self.mime_type
        if self.file_name is not None:
            out["fileName"] = self.file_name
        if self.file_size is not None:
            out["fileSize"] = self.file_size
        if self.is_gif is not None:
            out["isGif"] = self.is_gif
        if self.is_sticker is not None:
            out["isSticker"] = self.is_sticker
        if self.is_voice_note is not None:
            out["isVoiceNote"] = self.is_voice_note
        if self.duration is not None:
            out["duration"] = self.duration
        if self.poster_img is not None:
            out["posterImg"] = self.poster_img
        if self.size is not None:
            out["size"] = self.size.to_dict()
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0BaseResponse(Model):
    """Outcome of a change; `success` is `True` if it worked."""

    success: bool
    """Whether it worked."""
    error: str | None = None
    """Why it did not."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "success": "success",
        "error": "error",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.success = data["success"]

        count = 1
        if "error" in data and (v := data["error"]) is not None:
            self.error = v

            count += 1
        else:
            self.error = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "success": self.success,
        }
        if self.error is not None:
            out["error"] = self.error
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0Chat(Model):
    """One conversation."""

    id: str
    """Chat ID, e.g. !alice:beeper.local."""
    account_id: str
    """Account the chat belongs to."""
    network: str
    """Display name of the network."""
    title: str
    """Title as displayed."""
    type: ChatType
    """Direct message or group."""
    participants: V0ChatParticipants
    """Members; the list may be incomplete."""
    unread_count: int
    """Number of unread messages."""
    local_chat_id: str | None = None
    """ID of the chat on this installation only; accepted wherever a chat ID is."""
    last_activity: datetime | None = None
    """When the chat was last active."""
    last_read_message_sort_key: int | str | None = None
    """The `sort_key` of the last message read: an integer, a string or `None`."""
    is_archived: bool | None = None
    """The chat is archived."""
    is_muted: bool | None = None
    """Its notifications are off."""
    is_pinned: bool | None = None
    """The chat is pinned."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "accountID": "account_id",
        "network": "network",
        "title": "title",
        "type": "type",
        "participants": "participants",
        "unreadCount": "unread_count",
        "localChatID": "local_chat_id",
        "lastActivity": "last_activity",
        "lastReadMessageSortKey": "last_read_message_sort_key",
        "isArchived": "is_archived",
        "isMuted": "is_muted",
        "isPinned": "is_pinned",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "lastActivity": parse_time,
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        respelled: tuple[str, ...] = ()
        self.id = r1 = data["id"]
        self.account_id = r2 = data["accountID"]
        self.network = r3 = data["network"]
        self.title = r4 = data["title"]
        self.type = r5 = data["type"]
        self.participants = V0ChatParticipants._read(data["participants"])
        self.unread_count = r7 = data["unreadCount"]

        if r1 is None or r2 is None or r3 is None or r4 is None or r5 is None or r7 is None:
            null()
        count = 7
        if "localChatID" in data and (v := data["localChatID"]) is not None:
            self.local_chat_id = v

            count += 1
        else:
            self.local_chat_id = None
        if "lastActivity" in data and (v := data["lastActivity"]) is not None:
            if len(v) == 24 and v[4:20:3] == "--T::." and v[23] == "Z" and (v[11] != "2" or v[12] < "4"):
                self.last_activity = parse_iso(v)
            else:
                self.last_activity = parse_time(v)
                respelled += ("lastActivity",)

            count += 1
        else:
            self.last_activity = None
        if "lastReadMessageSortKey" in data and (v := data["lastReadMessageSortKey"]) is not None:
            self.last_read_message_sort_key = v

            count += 1
        else:
            self.last_read_message_sort_key = None
        if "isArchived" in data and (v := data["isArchived"]) is not None:
            self.is_archived = v

            count += 1
        else:
            self.is_archived = None
        if "isMuted" in data and (v := data["isMuted"]) is not None:
            self.is_muted = v

            count += 1
        else:
            self.is_muted = None
        if "isPinned" in data and (v := data["isPinned"]) is not None:
            self.is_pinned = v

            count += 1
        else:
            self.is_pinned = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "id": self.id,
            "accountID": self.account_id,
            "network": self.network,
            "title": self.title,
            "type": self.type,
            "participants": self.participants.to_dict(),
            "unreadCount": self.unread_count,
        }
        if self.local_chat_id is not None:
            out["localChatID"] = self.local_chat_id
        if self.last_activity is not None:
            out["lastActivity"] = format_time(self.last_activity)
        if self.last_read_message_sort_key is not None:
            out["lastReadMessageSortKey"] = self.last_read_message_sort_key
        if self.is_archived is not None:
            out["isArchived"] = self.is_archived
        if self.is_muted is not None:
            out["isMuted"] = self.is_muted
        if self.is_pinned is not None:
            out["isPinned"] = self.is_pinned
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0ChatArchiveRequest(Model):
    """Chat to archive or restore."""

    chat_id: str
    """Chat to archive, by chat ID or local chat ID."""
    archived: bool | None = None
    """If `True`, archive the chat; if `False`, restore it."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "chatID": "chat_id",
        "archived": "archived",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.chat_id = data["chatID"]

        count = 1
        if "archived" in data and (v := data["archived"]) is not None:
            self.archived = v

            count += 1
        else:
            self.archived = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "chatID": self.chat_id,
        }
        if self.archived is not None:
            out["archived"] = self.archived
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0ChatCreateRequest(Model):
    """Chat to create."""

    account_id: str
    """Account to use."""
    participant_ids: list[str]
    """User IDs, at least 1."""
    type: ChatType
    """Kind of chat; single needs exactly one participant."""
    message_text: str | None = None
    """First message, if the network needs one."""
    title: str | None = None
    """Title of a group."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "accountID": "account_id",
        "participantIDs": "participant_ids",
        "type": "type",
        "messageText": "message_text",
        "title": "title",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.account_id = data["accountID"]
        self.participant_ids = as_list(data["participantIDs"])
        self.type = data["type"]

        count = 3
        if "messageText" in data and (v := data["messageText"]) is not None:
            self.message_text = v

            count += 1
        else:
            self.message_text = None
        if "title" in data and (v := data["title"]) is not None:
            self.title = v

            count += 1
        else:
            self.title = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "accountID": self.account_id,
            "participantIDs": self.participant_ids,
            "type": self.type,
        }
        if self.message_text is not None:
            out["messageText"] = self.message_text
        if self.title is not None:
            out["title"] = self.title
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0ChatPage(Model):
    """A page of found chats."""

    items: list[V0Chat]
    """Chats of the page."""
    has_more: bool
    """Whether more can be fetched."""
    oldest_cursor: str | None
    """Cursor to older items, for direction=before; `None` at the end."""
    newest_cursor: str | None
    """Cursor to newer items, for direction=after; `None` at the end."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "items": "items",
        "hasMore": "has_more",
        "oldestCursor": "oldest_cursor",
        "newestCursor": "newest_cursor",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.items = [V0Chat._read(x) for x in data["items"]] if data["items"] else as_list(data["items"])
        self.has_more = data["hasMore"]
        self.oldest_cursor = data["oldestCursor"]
        self.newest_cursor = data["newestCursor"]

        count = 4
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "items": [x.to_dict() for x in self.items],
            "hasMore": self.has_more,
            "oldestCursor": self.oldest_cursor,
            "newestCursor": self.newest_cursor,
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0ChatParticipants(Model):
    """Members of a chat, without membership flags; the list may be incomplete."""

    items: list[User]
    """Members returned; at most 20 per chat in lists and searches."""
    has_more: bool
    """There are more members than returned."""
    total: int
    """Real number of members."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "items": "items",
        "hasMore": "has_more",
        "total": "total",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.items = [User._read(x) for x in data["items"]] if data["items"] else as_list(data["items"])
        self.has_more = r2 = data["hasMore"]
        self.total = r3 = data["total"]

        if r2 is None or r3 is None:
            null()
        count = 3
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "items": [x.to_dict() for x in self.items],
            "hasMore": self.has_more,
            "total": self.total,
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0Error(Model):
    """The error envelope of version 0."""

    error: str
    """Human-readable explanation."""
    code: str | None = None
    """Machine-readable code."""
    details: dict[str, str] | None = None
    """More strings, by key."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "error": "error",
        "code": "code",
        "details": "details",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.error = data["error"]

        count = 1
        if "code" in data and (v := data["code"]) is not None:
            self.code = v

            count += 1
        else:
            self.code = None
        if "details" in data and (v := data["details"]) is not None:
            self.details = as_object(v)

            count += 1
        else:
            self.details = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "error": self.error,
        }
        if self.code is not None:
            out["code"] = self.code
        if self.details is not None:
            out["details"] = self.details
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0Message(Model):
    """One message."""

    id: str
    """Message ID, e.g. 1343993. It is valid on this installation only."""
    message_id: str
    """Same as id."""
    chat_id: str
    """Chat the message is in."""
    account_id: str
    """Account the message belongs to."""
    sender_id: str
    """User ID of the sender."""
    timestamp: datetime
    """When it was sent."""
    sort_key: str | float
    """Key to order messages by: a string or a number."""
    sender_name: str | None = None
    """Name of the sender, when known."""
    text: str | None = None
    """Plain text; may be JSON with entities."""
    is_sender: bool | None = None
    """The user sent it."""
    is_unread: bool | None = None
    """Not read by the user; may be left out."""
    attachments: list[V0Attachment] | None = None
    """Attachments."""
    reactions: list[Reaction] | None = None
    """Reactions to the message."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "messageID": "message_id",
        "chatID": "chat_id",
        "accountID": "account_id",
        "senderID": "sender_id",
        "timestamp": "timestamp",
        "sortKey": "sort_key",
        "senderName": "sender_name",
        "text": "text",
        "isSender": "is_sender",
        "isUnread": "is_unread",
        "attachments": "attachments",
        "reactions": "reactions",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "timestamp": parse_time,
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        respelled: tuple[str, ...] = ()
        self.id = r1 = data["id"]
        self.message_id = r2 = data["messageID"]
        self.chat_id = r3 = data["chatID"]
        self.account_id = r4 = data["accountID"]
        self.sender_id = r5 = data["senderID"]
        r6 = data["timestamp"]
        if len(r6) == 24 and r6[4:20:3] == "--T::." and r6[23] == "Z" and (r6[11] != "2" or r6[12] < "4"):
            self.timestamp = parse_iso(r6)
        else:
            self.timestamp = parse_time(r6)
            respelled += ("timestamp",)

        self.sort_key = r7 = data["sortKey"]

        if r1 is None or r2 is None or r3 is None or r4 is None or r5 is None or r7 is None:
            null()
        count = 7
        if "senderName" in data and (v := data["senderName"]) is not None:
            self.sender_name = v

            count += 1
        else:
            self.sender_name = None
        if "text" in data and (v := data["text"]) is not None:
            self.text = v

            count += 1
        else:
            self.text = None
        if "isSender" in data and (v := data["isSender"]) is not None:
            self.is_sender = v

            count += 1
        else:
            self.is_sender = None
        if "isUnread" in data and (v := data["isUnread"]) is not None:
            self.is_unread = v

            count += 1
        else:
            self.is_unread = None
        if "attachments" in data and (v := data["attachments"]) is not None:
            self.attachments = [V0Attachment._read(x) for x in v] if v else as_list(v)

            count += 1
        else:
            self.attachments = None
        if "reactions" in data and (v := data["reactions"]) is not None:
            self.reactions = [Reaction._read(x) for x in v] if v else as_list(v)

            count += 1
        else:
            self.reactions = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "id": self.id,
            "messageID": self.message_id,
            "chatID": self.chat_id,
            "accountID": self.account_id,
            "senderID": self.sender_id,
            "timestamp": format_time(self.timestamp),
            "sortKey": self.sort_key,
        }
        if self.sender_name is not None:
            out["senderName"] = self.sender_name
        if self.text is not None:
            out["text"] = self.text
        if self.is_sender is not None:
            out["isSender"] = self.is_sender
        if self.is_unread is not None:
            out["isUnread"] = self.is_unread
        if self.attachments is not None:
            out["attachments"] = [x.to_dict() for x in self.attachments]
        if self.reactions is not None:
            out["reactions"] = [x.to_dict() for x in self.reactions]
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0MessageSearchPage(Model):
    """A page of found messages, with their chats."""

    items: list[V0Message]
    """Messages of the page."""
    has_more: bool
    """Whether more can be fetched."""
    oldest_cursor: str | None
    """Cursor to older items, for direction=before; `None` at the end."""
    newest_cursor: str | None
    """Cursor to newer items, for direction=after; `None` at the end."""
    chats: dict[str, V0Chat]
    """Chats of the messages, by chat ID."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "items": "items",
        "hasMore": "has_more",
        "oldestCursor": "oldest_cursor",
        "newestCursor": "newest_cursor",
        "chats": "chats",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.items = [V0Message._read(x) for x in data["items"]] if data["items"] else as_list(data["items"])
        self.has_more = data["hasMore"]
        self.oldest_cursor = data["oldestCursor"]
        self.newest_cursor = data["newestCursor"]
        self.chats = {k: V0Chat._read(v) for k, v in as_object(data["chats"]).items()}

        count = 5
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "items": [x.to_dict() for x in self.items],
            "hasMore": self.has_more,
            "oldestCursor": self.oldest_cursor,
            "newestCursor": self.newest_cursor,
            "chats": {k: v.to_dict() for k, v in self.chats.items()},
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0MessageSendRequest(Model):
    """Text to send."""

    chat_id: str
    """Chat to send to, by chat ID or local chat ID."""
    text: str | None = None
    """Plain text or Markdown."""
    reply_to_message_id: str | None = None
    """Message to reply to."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "chatID": "chat_id",
        "text": "text",
        "replyToMessageID": "reply_to_message_id",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.chat_id = data["chatID"]

        count = 1
        if "text" in data and (v := data["text"]) is not None:
            self.text = v

            count += 1
        else:
            self.text = None
        if "replyToMessageID" in data and (v := data["replyToMessageID"]) is not None:
            self.reply_to_message_id = v

            count += 1
        else:
            self.reply_to_message_id = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "chatID": self.chat_id,
        }
        if self.text is not None:
            out["text"] = self.text
        if self.reply_to_message_id is not None:
            out["replyToMessageID"] = self.reply_to_message_id
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0OpenAppRequest(Model):
    """What to open or prefill; all optional."""

    chat_id: str | None = None
    """Chat to open, by chat ID or local chat ID."""
    message_id: str | None = None
    """Message to jump to."""
    draft_text: str | None = None
    """Plain text to prefill."""
    draft_attachment_path: str | None = None
    """Path of an image to prefill, on the machine of the app."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "chatID": "chat_id",
        "messageID": "message_id",
        "draftText": "draft_text",
        "draftAttachmentPath": "draft_attachment_path",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        count = 0
        if "chatID" in data and (v := data["chatID"]) is not None:
            self.chat_id = v

            count += 1
        else:
            self.chat_id = None
        if "messageID" in data and (v := data["messageID"]) is not None:
            self.message_id = v

            count += 1
        else:
            self.message_id = None
        if "draftText" in data and (v := data["draftText"]) is not None:
            self.draft_text = v

            count += 1
        else:
            self.draft_text = None
        if "draftAttachmentPath" in data and (v := data["draftAttachmentPath"]) is not None:
            self.draft_attachment_path = v

            count += 1
        else:
            self.draft_attachment_path = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        if self.chat_id is not None:
            out["chatID"] = self.chat_id
        if self.message_id is not None:
            out["messageID"] = self.message_id
        if self.draft_text is not None:
            out["draftText"] = self.draft_text
        if self.draft_attachment_path is not None:
            out["draftAttachmentPath"] = self.draft_attachment_path
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0OpenAppResponse(Model):
    """Response of opening the app."""

    success: bool
    """Whether the app was brought to the front."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "success": "success",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.success = data["success"]

        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "success": self.success,
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0ReminderCreateRequest(Model):
    """Reminder to set."""

    chat_id: str
    """Chat to be reminded of, by chat ID or local chat ID."""
    reminder: V0ReminderInput
    """The reminder."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "chatID": "chat_id",
        "reminder": "reminder",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.chat_id = data["chatID"]
        self.reminder = V0ReminderInput._read(data["reminder"])

        count = 2
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "chatID": self.chat_id,
            "reminder": self.reminder.to_dict(),
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0ReminderDeleteRequest(Model):
    """Chat whose reminder is cleared."""

    chat_id: str
    """Chat whose reminder is cleared, by chat ID or local chat ID."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "chatID": "chat_id",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.chat_id = data["chatID"]

        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "chatID": self.chat_id,
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0ReminderInput(Model):
    """When and how to remind; also the form of version 1 before app 4.2.808."""

    remind_at_ms: float
    """When to remind, in Unix milliseconds."""
    dismiss_on_incoming_message: bool | None = None
    """Drop the reminder when someone writes."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "remindAtMs": "remind_at_ms",
        "dismissOnIncomingMessage": "dismiss_on_incoming_message",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.remind_at_ms = data["remindAtMs"]

        count = 1
        if "dismissOnIncomingMessage" in data and (v := data["dismissOnIncomingMessage"]) is not None:
            self.dismiss_on_incoming_message = v

            count += 1
        else:
            self.dismiss_on_incoming_message = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "remindAtMs": self.remind_at_ms,
        }
        if self.dismiss_on_incoming_message is not None:
            out["dismissOnIncomingMessage"] = self.dismiss_on_incoming_message
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0UnifiedSearchResults(Model):
    """Results of the search over chats and messages."""

    chats: list[V0Chat]
    """Chats found by title."""
    in_groups: list[V0Chat]
    """Groups with a matching participant."""
    messages: V0MessageSearchPage
    """First page of messages found."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "chats": "chats",
        "in_groups": "in_groups",
        "messages": "messages",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.chats = [V0Chat._read(x) for x in data["chats"]] if data["chats"] else as_list(data["chats"])
        self.in_groups = (
            [V0Chat._read(x) for x in data["in_groups"]] if data["in_groups"] else as_list(data["in_groups"])
        )
        self.messages = V0MessageSearchPage._read(data["messages"])

        count = 3
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "chats": [x.to_dict() for x in self.chats],
            "in_groups": [x.to_dict() for x in self.in_groups],
            "messages": self.messages.to_dict(),
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0ChatCreateResponse(V0BaseResponse):
    """Outcome of creating a chat."""

    chat_id: str | None = None
    """ID of the new chat, when there is one."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        **V0BaseResponse._ATTRIBUTES,
        "chatID": "chat_id",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.success = data["success"]

        count = 1
        if "error" in data and (v := data["error"]) is not None:
            self.error = v

            count += 1
        else:
            self.error = None
        if "chatID" in data and (v := data["chatID"]) is not None:
            self.chat_id = v

            count += 1
        else:
            self.chat_id = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "success": self.success,
        }
        if self.error is not None:
            out["error"] = self.error
        if self.chat_id is not None:
            out["chatID"] = self.chat_id
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0MessageSendResponse(V0BaseResponse):
    """Outcome of sending a message."""

    chat_id: str
    """Chat the message went to."""
    pending_message_id: str
    """Temporary ID, until the message has its final one."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        **V0BaseResponse._ATTRIBUTES,
        "chatID": "chat_id",
        "pendingMessageID": "pending_message_id",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.success = data["success"]
        self.chat_id = data["chatID"]
        self.pending_message_id = data["pendingMessageID"]

        count = 3
        if "error" in data and (v := data["error"]) is not None:
            self.error = v

            count += 1
        else:
            self.error = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "success": self.success,
            "chatID": self.chat_id,
            "pendingMessageID": self.pending_message_id,
        }
        if self.error is not None:
            out["error"] = self.error
        return out if self._extras is None else self._add_extras(out, self._extras)
