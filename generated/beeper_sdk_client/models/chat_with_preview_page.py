# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, as_list, extras, new, null
from .._times import parse_iso, parse_time
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
        self.items = [ChatWithPreview._read(x) for x in data["items"]] if data["items"] else as_list(data["items"])
        self.has_more = data["hasMore"]
        self.oldest_cursor = data["oldestCursor"]
        self.newest_cursor = data["newestCursor"]

        count = 4
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
        self.account_id = r2 = data["accountID"]
        self.type = r3 = data["type"]
        self.participants = ChatParticipants._read(data["participants"])
        self.unread_count = r5 = data["unreadCount"]

        if r1 is None or r2 is None or r3 is None or r5 is None:
            null()
        count = 5
        if "network" in data and (v := data["network"]) is not None:
            self.network = v

            count += 1
        else:
            self.network = None
        if "title" in data and (v := data["title"]) is not None:
            self.title = v

            count += 1
        else:
            self.title = None
        if "localChatID" in data and (v := data["localChatID"]) is not None:
            self.local_chat_id = v

            count += 1
        else:
            self.local_chat_id = None
        if "description" in data and (v := data["description"]) is not None:
            self.description = v

            count += 1
        else:
            self.description = None
        if "imgURL" in data and (v := data["imgURL"]) is not None:
            self.img_url = v

            count += 1
        else:
            self.img_url = None
        if "isReadOnly" in data and (v := data["isReadOnly"]) is not None:
            self.is_read_only = v

            count += 1
        else:
            self.is_read_only = None
        if "lastActivity" in data and (v := data["lastActivity"]) is not None:
            if len(v) == 24 and v[4:20:3] == "--T::." and v[23] == "Z" and (v[11] != "2" or v[12] < "4"):
                self.last_activity = parse_iso(v)
            else:
                self.last_activity = parse_time(v)
                respelled += ("lastActivity",)

            count += 1
        else:
            self.last_activity = None
        if "unreadMentionsCount" in data and (v := data["unreadMentionsCount"]) is not None:
            self.unread_mentions_count = v

            count += 1
        else:
            self.unread_mentions_count = None
        if "lastReadMessageSortKey" in data and (v := data["lastReadMessageSortKey"]) is not None:
            self.last_read_message_sort_key = v

            count += 1
        else:
            self.last_read_message_sort_key = None
        if "draft" in data and (v := data["draft"]) is not None:
            self.draft = ChatDraft._read(v)

            count += 1
        else:
            self.draft = None
        if "reminder" in data and (v := data["reminder"]) is not None:
            self.reminder = ChatReminder._read(v)

            count += 1
        else:
            self.reminder = None
        if "snooze" in data and (v := data["snooze"]) is not None:
            self.snooze = ChatSnooze._read(v)

            count += 1
        else:
            self.snooze = None
        if "isArchived" in data and (v := data["isArchived"]) is not None:
            self.is_archived = v

            count += 1
        else:
            self.is_archived = None
        if "isMarkedUnread" in data and (v := data["isMarkedUnread"]) is not None:
            self.is_marked_unread = v

            count += 1
        else:
            self.is_marked_unread = None
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
        if "isLowPriority" in data and (v := data["isLowPriority"]) is not None:
            self.is_low_priority = v

            count += 1
        else:
            self.is_low_priority = None
        if "messageExpirySeconds" in data and (v := data["messageExpirySeconds"]) is not None:
            self.message_expiry_seconds = v

            count += 1
        else:
            self.message_expiry_seconds = None
        if "capabilities" in data and (v := data["capabilities"]) is not None:
            self.capabilities = ChatCapabilities._read(v)

            count += 1
        else:
            self.capabilities = None
        if "labels" in data and (v := data["labels"]) is not None:
            self.labels = [Label._read(x) for x in v] if v else as_list(v)

            count += 1
        else:
            self.labels = None
        if "merge" in data and (v := data["merge"]) is not None:
            self.merge = ChatMerge._read(v)

            count += 1
        else:
            self.merge = None
        if "mergedIntoChatID" in data and (v := data["mergedIntoChatID"]) is not None:
            self.merged_into_chat_id = v

            count += 1
        else:
            self.merged_into_chat_id = None
        if "preview" in data and (v := data["preview"]) is not None:
            self.preview = Message._read(v)

            count += 1
        else:
            self.preview = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self
