# @generated

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import SCALARS, Model, as_list, extras, new, null, share, to_json
from .._times import format_time, parse_iso, parse_time
from .chat import Chat, ChatCapabilities, ChatDraft, ChatMerge, ChatParticipants, ChatReminder, ChatSnooze
from .label import Label
from .message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatWithPreviewPage(Model):
    """A page of listed chats, newest activity first."""

    items: list[ChatWithPreview]
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
        self.items = [*map(ChatWithPreview._read, data["items"])] if data["items"] else as_list(data["items"])
        self.has_more = data["hasMore"]
        self.oldest_cursor = data["oldestCursor"]
        self.newest_cursor = data["newestCursor"]

        nulls = 0
        left = len(data) - 4
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.items, self.has_more, self.oldest_cursor, self.newest_cursor, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "items": to_json(self.items),
            "hasMore": v if type(v := self.has_more) in SCALARS else to_json(v),
            "oldestCursor": v if type(v := self.oldest_cursor) is str else to_json(v),
            "newestCursor": v if type(v := self.newest_cursor) is str else to_json(v),
        }
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatWithPreview(Chat):
    """A chat as listed: with its last message."""

    preview: Message | None = None
    """The last message, when there is one."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        **Chat._ATTRIBUTES,
        "preview": "preview",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "lastActivity": parse_time,
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        respelled: tuple[str, ...] = ()
        self.id = r1 = data["id"]
        r2 = data["accountID"]
        self.account_id = share(r2, r2) if type(r2) is str else r2
        self.type = r3 = data["type"]
        self.participants = ChatParticipants._read(data["participants"])
        self.unread_count = r5 = data["unreadCount"]

        if r1 is None or r2 is None or r3 is None or r5 is None:
            null()
        nulls = 0
        left = len(data) - 5
        if left and "network" in data:
            left -= 1
            self.network = v = data["network"]
            if v is None:
                nulls += 1
        else:
            self.network = None
        if left and "title" in data:
            left -= 1
            self.title = v = data["title"]
            if v is None:
                nulls += 2
        else:
            self.title = None
        if left and "localChatID" in data:
            left -= 1
            self.local_chat_id = v = data["localChatID"]
            if v is None:
                nulls += 4
        else:
            self.local_chat_id = None
        if left and "description" in data:
            left -= 1
            self.description = v = data["description"]
            if v is None:
                nulls += 8
        else:
            self.description = None
        if left and "imgURL" in data:
            left -= 1
            self.img_url = v = data["imgURL"]
            if v is None:
                nulls += 16
        else:
            self.img_url = None
        if left and "isReadOnly" in data:
            left -= 1
            self.is_read_only = v = data["isReadOnly"]
            if v is None:
                nulls += 32
        else:
            self.is_read_only = None
        if left and "lastActivity" in data:
            left -= 1
            v = data["lastActivity"]
            if v is None:
                self.last_activity = None
                nulls += 64
            else:
                if len(v) == 24 and v[4:20:3] == "--T::." and v[23] == "Z" and (v[11] != "2" or v[12] < "4"):
                    self.last_activity = parse_iso(v)
                else:
                    self.last_activity = parse_time(v)
                    respelled += ("lastActivity",)

        else:
            self.last_activity = None
        if left and "unreadMentionsCount" in data:
            left -= 1
            self.unread_mentions_count = v = data["unreadMentionsCount"]
            if v is None:
                nulls += 128
        else:
            self.unread_mentions_count = None
        if left and "lastReadMessageSortKey" in data:
            left -= 1
            self.last_read_message_sort_key = v = data["lastReadMessageSortKey"]
            if v is None:
                nulls += 256
        else:
            self.last_read_message_sort_key = None
        if left and "draft" in data:
            left -= 1
            v = data["draft"]
            if v is None:
                self.draft = None
                nulls += 512
            else:
                self.draft = ChatDraft._read(v)

        else:
            self.draft = None
        if left and "reminder" in data:
            left -= 1
            v = data["reminder"]
            if v is None:
                self.reminder = None
                nulls += 1024
            else:
                self.reminder = ChatReminder._read(v)

        else:
            self.reminder = None
        if left and "snooze" in data:
            left -= 1
            v = data["snooze"]
            if v is None:
                self.snooze = None
                nulls += 2048
            else:
                self.snooze = ChatSnooze._read(v)

        else:
            self.snooze = None
        if left and "isArchived" in data:
            left -= 1
            self.is_archived = v = data["isArchived"]
            if v is None:
                nulls += 4096
        else:
            self.is_archived = None
        if left and "isMarkedUnread" in data:
            left -= 1
            self.is_marked_unread = v = data["isMarkedUnread"]
            if v is None:
                nulls += 8192
        else:
            self.is_marked_unread = None
        if left and "isMuted" in data:
            left -= 1
            self.is_muted = v = data["isMuted"]
            if v is None:
                nulls += 16384
        else:
            self.is_muted = None
        if left and "isPinned" in data:
            left -= 1
            self.is_pinned = v = data["isPinned"]
            if v is None:
                nulls += 32768
        else:
            self.is_pinned = None
        if left and "isLowPriority" in data:
            left -= 1
            self.is_low_priority = v = data["isLowPriority"]
            if v is None:
                nulls += 65536
        else:
            self.is_low_priority = None
        if left and "messageExpirySeconds" in data:
            left -= 1
            self.message_expiry_seconds = v = data["messageExpirySeconds"]
            if v is None:
                nulls += 131072
        else:
            self.message_expiry_seconds = None
        if left and "capabilities" in data:
            left -= 1
            v = data["capabilities"]
            if v is None:
                self.capabilities = None
                nulls += 262144
            else:
                self.capabilities = ChatCapabilities._read(v)

        else:
            self.capabilities = None
        if left and "labels" in data:
            left -= 1
            v = data["labels"]
            if v is None:
                self.labels = None
                nulls += 524288
            else:
                self.labels = [*map(Label._read, v)] if v else as_list(v)

        else:
            self.labels = None
        if left and "merge" in data:
            left -= 1
            v = data["merge"]
            if v is None:
                self.merge = None
                nulls += 1048576
            else:
                self.merge = ChatMerge._read(v)

        else:
            self.merge = None
        if left and "mergedIntoChatID" in data:
            left -= 1
            self.merged_into_chat_id = v = data["mergedIntoChatID"]
            if v is None:
                nulls += 2097152
        else:
            self.merged_into_chat_id = None
        if left and "preview" in data:
            left -= 1
            v = data["preview"]
            if v is None:
                self.preview = None
                nulls += 4194304
            else:
                self.preview = Message._read(v)

        else:
            self.preview = None
        self._extras = extras(cls, data, left, nulls, respelled) if left or nulls or respelled else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (
            self.id,
            self.account_id,
            self.network,
            self.title,
            self.type,
            self.participants,
            self.unread_count,
            self.local_chat_id,
            self.description,
            self.img_url,
            self.is_read_only,
            self.last_activity,
            self.unread_mentions_count,
            self.last_read_message_sort_key,
            self.draft,
            self.reminder,
            self.snooze,
            self.is_archived,
            self.is_marked_unread,
            self.is_muted,
            self.is_pinned,
            self.is_low_priority,
            self.message_expiry_seconds,
            self.capabilities,
            self.labels,
            self.merge,
            self.merged_into_chat_id,
            self.preview,
            self._extras,
        )

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "id": v if type(v := self.id) is str else to_json(v),
            "accountID": v if type(v := self.account_id) is str else to_json(v),
        }
        if (v := self.network) is not None:
            out["network"] = v if type(v) is str else to_json(v)
        if (v := self.title) is not None:
            out["title"] = v if type(v) is str else to_json(v)
        out["type"] = v if type(v := self.type) is str else to_json(v)
        out["participants"] = to_json(self.participants)
        out["unreadCount"] = v if type(v := self.unread_count) in SCALARS else to_json(v)
        if (v := self.local_chat_id) is not None:
            out["localChatID"] = v if type(v) is str else to_json(v)
        if (v := self.description) is not None:
            out["description"] = v if type(v) is str else to_json(v)
        if (v := self.img_url) is not None:
            out["imgURL"] = v if type(v) is str else to_json(v)
        if (v := self.is_read_only) is not None:
            out["isReadOnly"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.last_activity) is not None:
            out["lastActivity"] = format_time(v) if type(v) is datetime else to_json(v)
        if (v := self.unread_mentions_count) is not None:
            out["unreadMentionsCount"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.last_read_message_sort_key) is not None:
            out["lastReadMessageSortKey"] = to_json(v)
        if (v := self.draft) is not None:
            out["draft"] = to_json(v)
        if (v := self.reminder) is not None:
            out["reminder"] = to_json(v)
        if (v := self.snooze) is not None:
            out["snooze"] = to_json(v)
        if (v := self.is_archived) is not None:
            out["isArchived"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.is_marked_unread) is not None:
            out["isMarkedUnread"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.is_muted) is not None:
            out["isMuted"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.is_pinned) is not None:
            out["isPinned"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.is_low_priority) is not None:
            out["isLowPriority"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.message_expiry_seconds) is not None:
            out["messageExpirySeconds"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.capabilities) is not None:
            out["capabilities"] = to_json(v)
        if (v := self.labels) is not None:
            out["labels"] = to_json(v)
        if (v := self.merge) is not None:
            out["merge"] = to_json(v)
        if (v := self.merged_into_chat_id) is not None:
            out["mergedIntoChatID"] = v if type(v) is str else to_json(v)
        if (v := self.preview) is not None:
            out["preview"] = to_json(v)
        return out
