# @generated

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import SCALARS, Model, as_list, as_object, extras, is_object, new, null, share, to_json
from .._times import format_time, parse_iso, parse_time
from .dimensions import Dimensions
from .label import Label
from .user import User

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self

    from ._enums import CapabilityLevel, ChatType, DisappearingTimerType, DraftAttachmentType


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class Chat(Model):
    """One conversation."""

    id: str
    """Chat ID, e.g. !alice:beeper.local."""
    account_id: str
    """Account the chat belongs to."""
    type: ChatType
    """Direct message or group."""
    participants: ChatParticipants
    """Members; the list may be incomplete."""
    unread_count: int
    """Number of unread messages."""
    network: str | None = None
    """Display name of the network or account; some builds between app 4.2.509 and 4.2.807 do not send
    it."""
    title: str | None = None
    """Title as displayed; `None` or omitted in some older builds."""
    local_chat_id: str | None = None
    """ID of the chat on this installation only; accepted wherever a chat ID is."""
    description: str | None = None
    """Topic of a group, when known. Since app 4.2.808."""
    img_url: str | None = None
    """Path of the avatar on the machine of the app. Since app 4.2.808."""
    is_read_only: bool | None = None
    """Messages cannot be sent here. Since app 4.2.808."""
    last_activity: datetime | None = None
    """When the chat was last active."""
    unread_mentions_count: int | None = None
    """Number of unread messages that mention the user or @room. Since app 4.2.808."""
    last_read_message_sort_key: int | str | None = None
    """The `sort_key` of the last message read. A string; older builds also send an integer or `None`."""
    draft: ChatDraft | None = None
    """Current draft; `None` if there is none. Since app 4.2.808."""
    reminder: ChatReminder | None = None
    """Current reminder; `None` if there is none. Since app 4.2.808."""
    snooze: ChatSnooze | None = None
    """Current snooze; `None` if there is none. Since app 4.2.808."""
    is_archived: bool | None = None
    """The chat is archived."""
    is_marked_unread: bool | None = None
    """The user marked it unread by hand. Since app 4.2.808."""
    is_muted: bool | None = None
    """Its notifications are off."""
    is_pinned: bool | None = None
    """The chat is pinned."""
    is_low_priority: bool | None = None
    """The chat is in the low-priority inbox. Since app 4.2.808."""
    message_expiry_seconds: int | None = None
    """Timer of disappearing messages, in seconds; `None` if off. Since app 4.2.808."""
    capabilities: ChatCapabilities | None = None
    """What the network allows in this chat. Since app 4.2.808."""
    labels: list[Label] | None = None
    """Labels on the chat; left out when there are none or the user has no labels. Since app 4.3.1."""
    merge: ChatMerge | None = None
    """Only on a merged chat: its members. Since app 4.3.1."""
    merged_into_chat_id: str | None = None
    """Only on a member of a merged chat: ID of the merged chat. Such members are hidden from the list.
    Since app 4.3.1."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "accountID": "account_id",
        "network": "network",
        "title": "title",
        "type": "type",
        "participants": "participants",
        "unreadCount": "unread_count",
        "localChatID": "local_chat_id",
        "description": "description",
        "imgURL": "img_url",
        "isReadOnly": "is_read_only",
        "lastActivity": "last_activity",
        "unreadMentionsCount": "unread_mentions_count",
        "lastReadMessageSortKey": "last_read_message_sort_key",
        "draft": "draft",
        "reminder": "reminder",
        "snooze": "snooze",
        "isArchived": "is_archived",
        "isMarkedUnread": "is_marked_unread",
        "isMuted": "is_muted",
        "isPinned": "is_pinned",
        "isLowPriority": "is_low_priority",
        "messageExpirySeconds": "message_expiry_seconds",
        "capabilities": "capabilities",
        "labels": "labels",
        "merge": "merge",
        "mergedIntoChatID": "merged_into_chat_id",
    }
    _DISPLAY: ClassVar[str | None] = "chat"
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
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AttachmentCapabilities(Model):
    """Limits of one type of attachment. Since app 4.2.808."""

    mime_types: dict[str, CapabilityLevel]
    """Support by MIME type or pattern. A type that is not listed is rejected."""
    caption: CapabilityLevel | None = None
    """Captions."""
    max_caption_length: int | None = None
    """Longest caption, in characters."""
    max_size: int | None = None
    """Largest file, in bytes."""
    max_width: int | None = None
    """Largest width, in pixels."""
    max_height: int | None = None
    """Largest height, in pixels."""
    max_duration: int | None = None
    """Longest duration, in seconds."""
    view_once: bool | None = None
    """Whether it can be sent to be viewed once."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "mimeTypes": "mime_types",
        "caption": "caption",
        "maxCaptionLength": "max_caption_length",
        "maxSize": "max_size",
        "maxWidth": "max_width",
        "maxHeight": "max_height",
        "maxDuration": "max_duration",
        "viewOnce": "view_once",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.mime_types = as_object(data["mimeTypes"])

        nulls = 0
        left = len(data) - 1
        if left and "caption" in data:
            left -= 1
            self.caption = v = data["caption"]
            if v is None:
                nulls += 1
        else:
            self.caption = None
        if left and "maxCaptionLength" in data:
            left -= 1
            self.max_caption_length = v = data["maxCaptionLength"]
            if v is None:
                nulls += 2
        else:
            self.max_caption_length = None
        if left and "maxSize" in data:
            left -= 1
            self.max_size = v = data["maxSize"]
            if v is None:
                nulls += 4
        else:
            self.max_size = None
        if left and "maxWidth" in data:
            left -= 1
            self.max_width = v = data["maxWidth"]
            if v is None:
                nulls += 8
        else:
            self.max_width = None
        if left and "maxHeight" in data:
            left -= 1
            self.max_height = v = data["maxHeight"]
            if v is None:
                nulls += 16
        else:
            self.max_height = None
        if left and "maxDuration" in data:
            left -= 1
            self.max_duration = v = data["maxDuration"]
            if v is None:
                nulls += 32
        else:
            self.max_duration = None
        if left and "viewOnce" in data:
            left -= 1
            self.view_once = v = data["viewOnce"]
            if v is None:
                nulls += 64
        else:
            self.view_once = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (
            self.mime_types,
            self.caption,
            self.max_caption_length,
            self.max_size,
            self.max_width,
            self.max_height,
            self.max_duration,
            self.view_once,
            self._extras,
        )

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "mimeTypes": to_json(self.mime_types),
        }
        if (v := self.caption) is not None:
            out["caption"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.max_caption_length) is not None:
            out["maxCaptionLength"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.max_size) is not None:
            out["maxSize"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.max_width) is not None:
            out["maxWidth"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.max_height) is not None:
            out["maxHeight"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.max_duration) is not None:
            out["maxDuration"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.view_once) is not None:
            out["viewOnce"] = v if type(v) in SCALARS else to_json(v)
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatCapabilities(Model):
    """What the network allows in a chat, and its limits. Since app 4.2.808."""

    formatting: dict[str, CapabilityLevel] | None = None
    """Rich text by feature (bold, inline_code, code_block.syntax_highlighting); left out when none is
    advertised."""
    attachments: dict[str, AttachmentCapabilities] | None = None
    """Limits by Matrix message type or pseudo type (m.image, m.video, org.matrix.msc3245.voice). A
    type that is not listed is rejected."""
    max_text_length: int | None = None
    """Longest text of a message, in characters."""
    location_message: CapabilityLevel | None = None
    """Sending locations."""
    poll: CapabilityLevel | None = None
    """Polls."""
    thread: CapabilityLevel | None = None
    """Threads."""
    reply: CapabilityLevel | None = None
    """Replies."""
    edit: CapabilityLevel | None = None
    """Edits."""
    edit_max_count: int | None = None
    """How often a message can be edited."""
    edit_max_age: int | None = None
    """Age up to which a message can be edited, in seconds."""
    delete: CapabilityLevel | None = None
    """Deleting for everyone."""
    delete_max_age: int | None = None
    """Age up to which a message can be deleted for everyone, in seconds."""
    delete_for_me: bool | None = None
    """Deleting for the user only."""
    message_request: MessageRequestCapabilities | None = None
    """How message requests are accepted."""
    reaction: CapabilityLevel | None = None
    """Reactions."""
    reaction_count: int | None = None
    """How many reactions the user can put on one message."""
    allowed_reactions: list[str] | None = None
    """Emoji that are allowed; omitted if all are."""
    custom_emoji_reactions: bool | None = None
    """Custom emoji as reactions."""
    disappearing_timer: ChatDisappearingTimerCapabilities | None = None
    """Disappearing messages."""
    read_receipts: bool | None = None
    """Read receipts."""
    typing_notifications: bool | None = None
    """Typing indicators."""
    archive: bool | None = None
    """Archiving."""
    mark_as_unread: bool | None = None
    """Marking as unread."""
    delete_chat: bool | None = None
    """Deleting the chat for the user."""
    delete_chat_for_everyone: bool | None = None
    """Deleting the chat for everyone."""
    participant_actions: ParticipantActionCapabilities | None = None
    """Managing members."""
    state: ChatStateCapabilities | None = None
    """Changing title, topic, avatar and timer."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "formatting": "formatting",
        "attachments": "attachments",
        "maxTextLength": "max_text_length",
        "locationMessage": "location_message",
        "poll": "poll",
        "thread": "thread",
        "reply": "reply",
        "edit": "edit",
        "editMaxCount": "edit_max_count",
        "editMaxAge": "edit_max_age",
        "delete": "delete",
        "deleteMaxAge": "delete_max_age",
        "deleteForMe": "delete_for_me",
        "messageRequest": "message_request",
        "reaction": "reaction",
        "reactionCount": "reaction_count",
        "allowedReactions": "allowed_reactions",
        "customEmojiReactions": "custom_emoji_reactions",
        "disappearingTimer": "disappearing_timer",
        "readReceipts": "read_receipts",
        "typingNotifications": "typing_notifications",
        "archive": "archive",
        "markAsUnread": "mark_as_unread",
        "deleteChat": "delete_chat",
        "deleteChatForEveryone": "delete_chat_for_everyone",
        "participantActions": "participant_actions",
        "state": "state",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        nulls = 0
        left = len(data) - 0
        if left and "formatting" in data:
            left -= 1
            v = data["formatting"]
            if v is None:
                self.formatting = None
                nulls += 1
            else:
                self.formatting = as_object(v)

        else:
            self.formatting = None
        if left and "attachments" in data:
            left -= 1
            v = data["attachments"]
            if v is None:
                self.attachments = None
                nulls += 2
            else:
                self.attachments = {k: AttachmentCapabilities._read(v) for k, v in as_object(v).items()}

        else:
            self.attachments = None
        if left and "maxTextLength" in data:
            left -= 1
            self.max_text_length = v = data["maxTextLength"]
            if v is None:
                nulls += 4
        else:
            self.max_text_length = None
        if left and "locationMessage" in data:
            left -= 1
            self.location_message = v = data["locationMessage"]
            if v is None:
                nulls += 8
        else:
            self.location_message = None
        if left and "poll" in data:
            left -= 1
            self.poll = v = data["poll"]
            if v is None:
                nulls += 16
        else:
            self.poll = None
        if left and "thread" in data:
            left -= 1
            self.thread = v = data["thread"]
            if v is None:
                nulls += 32
        else:
            self.thread = None
        if left and "reply" in data:
            left -= 1
            self.reply = v = data["reply"]
            if v is None:
                nulls += 64
        else:
            self.reply = None
        if left and "edit" in data:
            left -= 1
            self.edit = v = data["edit"]
            if v is None:
                nulls += 128
        else:
            self.edit = None
        if left and "editMaxCount" in data:
            left -= 1
            self.edit_max_count = v = data["editMaxCount"]
            if v is None:
                nulls += 256
        else:
            self.edit_max_count = None
        if left and "editMaxAge" in data:
            left -= 1
            self.edit_max_age = v = data["editMaxAge"]
            if v is None:
                nulls += 512
        else:
            self.edit_max_age = None
        if left and "delete" in data:
            left -= 1
            self.delete = v = data["delete"]
            if v is None:
                nulls += 1024
        else:
            self.delete = None
        if left and "deleteMaxAge" in data:
            left -= 1
            self.delete_max_age = v = data["deleteMaxAge"]
            if v is None:
                nulls += 2048
        else:
            self.delete_max_age = None
        if left and "deleteForMe" in data:
            left -= 1
            self.delete_for_me = v = data["deleteForMe"]
            if v is None:
                nulls += 4096
        else:
            self.delete_for_me = None
        if left and "messageRequest" in data:
            left -= 1
            v = data["messageRequest"]
            if v is None:
                self.message_request = None
                nulls += 8192
            else:
                self.message_request = MessageRequestCapabilities._read(v)

        else:
            self.message_request = None
        if left and "reaction" in data:
            left -= 1
            self.reaction = v = data["reaction"]
            if v is None:
                nulls += 16384
        else:
            self.reaction = None
        if left and "reactionCount" in data:
            left -= 1
            self.reaction_count = v = data["reactionCount"]
            if v is None:
                nulls += 32768
        else:
            self.reaction_count = None
        if left and "allowedReactions" in data:
            left -= 1
            v = data["allowedReactions"]
            if v is None:
                self.allowed_reactions = None
                nulls += 65536
            else:
                self.allowed_reactions = v if type(v) is list else as_list(v)

        else:
            self.allowed_reactions = None
        if left and "customEmojiReactions" in data:
            left -= 1
            self.custom_emoji_reactions = v = data["customEmojiReactions"]
            if v is None:
                nulls += 131072
        else:
            self.custom_emoji_reactions = None
        if left and "disappearingTimer" in data:
            left -= 1
            v = data["disappearingTimer"]
            if v is None:
                self.disappearing_timer = None
                nulls += 262144
            else:
                self.disappearing_timer = ChatDisappearingTimerCapabilities._read(v)

        else:
            self.disappearing_timer = None
        if left and "readReceipts" in data:
            left -= 1
            self.read_receipts = v = data["readReceipts"]
            if v is None:
                nulls += 524288
        else:
            self.read_receipts = None
        if left and "typingNotifications" in data:
            left -= 1
            self.typing_notifications = v = data["typingNotifications"]
            if v is None:
                nulls += 1048576
        else:
            self.typing_notifications = None
        if left and "archive" in data:
            left -= 1
            self.archive = v = data["archive"]
            if v is None:
                nulls += 2097152
        else:
            self.archive = None
        if left and "markAsUnread" in data:
            left -= 1
            self.mark_as_unread = v = data["markAsUnread"]
            if v is None:
                nulls += 4194304
        else:
            self.mark_as_unread = None
        if left and "deleteChat" in data:
            left -= 1
            self.delete_chat = v = data["deleteChat"]
            if v is None:
                nulls += 8388608
        else:
            self.delete_chat = None
        if left and "deleteChatForEveryone" in data:
            left -= 1
            self.delete_chat_for_everyone = v = data["deleteChatForEveryone"]
            if v is None:
                nulls += 16777216
        else:
            self.delete_chat_for_everyone = None
        if left and "participantActions" in data:
            left -= 1
            v = data["participantActions"]
            if v is None:
                self.participant_actions = None
                nulls += 33554432
            else:
                self.participant_actions = ParticipantActionCapabilities._read(v)

        else:
            self.participant_actions = None
        if left and "state" in data:
            left -= 1
            v = data["state"]
            if v is None:
                self.state = None
                nulls += 67108864
            else:
                self.state = ChatStateCapabilities._read(v)

        else:
            self.state = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (
            self.formatting,
            self.attachments,
            self.max_text_length,
            self.location_message,
            self.poll,
            self.thread,
            self.reply,
            self.edit,
            self.edit_max_count,
            self.edit_max_age,
            self.delete,
            self.delete_max_age,
            self.delete_for_me,
            self.message_request,
            self.reaction,
            self.reaction_count,
            self.allowed_reactions,
            self.custom_emoji_reactions,
            self.disappearing_timer,
            self.read_receipts,
            self.typing_notifications,
            self.archive,
            self.mark_as_unread,
            self.delete_chat,
            self.delete_chat_for_everyone,
            self.participant_actions,
            self.state,
            self._extras,
        )

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.formatting) is not None:
            out["formatting"] = to_json(v)
        if (v := self.attachments) is not None:
            out["attachments"] = to_json(v)
        if (v := self.max_text_length) is not None:
            out["maxTextLength"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.location_message) is not None:
            out["locationMessage"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.poll) is not None:
            out["poll"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.thread) is not None:
            out["thread"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.reply) is not None:
            out["reply"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.edit) is not None:
            out["edit"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.edit_max_count) is not None:
            out["editMaxCount"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.edit_max_age) is not None:
            out["editMaxAge"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.delete) is not None:
            out["delete"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.delete_max_age) is not None:
            out["deleteMaxAge"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.delete_for_me) is not None:
            out["deleteForMe"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.message_request) is not None:
            out["messageRequest"] = to_json(v)
        if (v := self.reaction) is not None:
            out["reaction"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.reaction_count) is not None:
            out["reactionCount"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.allowed_reactions) is not None:
            out["allowedReactions"] = to_json(v)
        if (v := self.custom_emoji_reactions) is not None:
            out["customEmojiReactions"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.disappearing_timer) is not None:
            out["disappearingTimer"] = to_json(v)
        if (v := self.read_receipts) is not None:
            out["readReceipts"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.typing_notifications) is not None:
            out["typingNotifications"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.archive) is not None:
            out["archive"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.mark_as_unread) is not None:
            out["markAsUnread"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.delete_chat) is not None:
            out["deleteChat"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.delete_chat_for_everyone) is not None:
            out["deleteChatForEveryone"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.participant_actions) is not None:
            out["participantActions"] = to_json(v)
        if (v := self.state) is not None:
            out["state"] = to_json(v)
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatDisappearingTimerCapabilities(Model):
    """Which disappearing timers a chat can have. Since app 4.2.808."""

    types: list[DisappearingTimerType] | None = None
    """Kinds of timer."""
    timers: list[int] | None = None
    """Allowed values, in milliseconds (`message_expiry_seconds` is in seconds). All values are allowed
    if omitted."""
    omit_empty_timer: bool | None = None
    """An empty timer is left out of the content of messages."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "types": "types",
        "timers": "timers",
        "omitEmptyTimer": "omit_empty_timer",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        nulls = 0
        left = len(data) - 0
        if left and "types" in data:
            left -= 1
            v = data["types"]
            if v is None:
                self.types = None
                nulls += 1
            else:
                self.types = v if type(v) is list else as_list(v)

        else:
            self.types = None
        if left and "timers" in data:
            left -= 1
            v = data["timers"]
            if v is None:
                self.timers = None
                nulls += 2
            else:
                self.timers = v if type(v) is list else as_list(v)

        else:
            self.timers = None
        if left and "omitEmptyTimer" in data:
            left -= 1
            self.omit_empty_timer = v = data["omitEmptyTimer"]
            if v is None:
                nulls += 4
        else:
            self.omit_empty_timer = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.types, self.timers, self.omit_empty_timer, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.types) is not None:
            out["types"] = to_json(v)
        if (v := self.timers) is not None:
            out["timers"] = to_json(v)
        if (v := self.omit_empty_timer) is not None:
            out["omitEmptyTimer"] = v if type(v) in SCALARS else to_json(v)
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatDraft(Model):
    """Draft of a chat, as returned. To set a draft, use `ChatDraftInput`. Since app 4.2.808."""

    text: str
    """Text as Matrix HTML."""
    attachments: dict[str, DraftAttachment] | None = None
    """Attachments by ID."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "text": "text",
        "attachments": "attachments",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.text = r1 = data["text"]

        if r1 is None:
            null()
        nulls = 0
        left = len(data) - 1
        if left and "attachments" in data:
            left -= 1
            v = data["attachments"]
            if v is None:
                self.attachments = None
                nulls += 1
            else:
                self.attachments = {k: DraftAttachment._read(v) for k, v in as_object(v).items()}

        else:
            self.attachments = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.text, self.attachments, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "text": v if type(v := self.text) is str else to_json(v),
        }
        if (v := self.attachments) is not None:
            out["attachments"] = to_json(v)
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatMerge(Model):
    """Makes a chat a merged chat: several chats with one person shown as one. It has no messages of
    its own; read those of its members. A send to it goes to one member. Since app 4.3.1."""

    chat_ids: list[str]
    """IDs of the member chats."""
    default_chat_id: str | None = None
    """Member that receives sent messages, if the user chose one on this device; otherwise the member
    that was active last."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "chatIDs": "chat_ids",
        "defaultChatID": "default_chat_id",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.chat_ids = data["chatIDs"] if type(data["chatIDs"]) is list else as_list(data["chatIDs"])

        nulls = 0
        left = len(data) - 1
        if left and "defaultChatID" in data:
            left -= 1
            self.default_chat_id = v = data["defaultChatID"]
            if v is None:
                nulls += 1
        else:
            self.default_chat_id = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.chat_ids, self.default_chat_id, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "chatIDs": to_json(self.chat_ids),
        }
        if (v := self.default_chat_id) is not None:
            out["defaultChatID"] = v if type(v) is str else to_json(v)
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatParticipants(Model):
    """Members of a chat; the list may be incomplete."""

    items: list[Participant]
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
        self.items = [*map(Participant._read, data["items"])] if data["items"] else as_list(data["items"])
        self.has_more = r2 = data["hasMore"]
        self.total = r3 = data["total"]

        if r2 is None or r3 is None:
            null()
        nulls = 0
        left = len(data) - 3
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.items, self.has_more, self.total, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "items": to_json(self.items),
            "hasMore": v if type(v := self.has_more) in SCALARS else to_json(v),
            "total": v if type(v := self.total) in SCALARS else to_json(v),
        }
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatReminder(Model):
    """Reminder of a chat, as returned. Since app 4.2.808."""

    remind_at: datetime | None = None
    """When it fires."""
    dismiss_on_incoming_message: bool | None = None
    """Dropped when someone writes."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "remindAt": "remind_at",
        "dismissOnIncomingMessage": "dismiss_on_incoming_message",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "remindAt": parse_time,
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        respelled: tuple[str, ...] = ()
        nulls = 0
        left = len(data) - 0
        if left and "remindAt" in data:
            left -= 1
            v = data["remindAt"]
            if v is None:
                self.remind_at = None
                nulls += 1
            else:
                if len(v) == 24 and v[4:20:3] == "--T::." and v[23] == "Z" and (v[11] != "2" or v[12] < "4"):
                    self.remind_at = parse_iso(v)
                else:
                    self.remind_at = parse_time(v)
                    respelled += ("remindAt",)

        else:
            self.remind_at = None
        if left and "dismissOnIncomingMessage" in data:
            left -= 1
            self.dismiss_on_incoming_message = v = data["dismissOnIncomingMessage"]
            if v is None:
                nulls += 2
        else:
            self.dismiss_on_incoming_message = None
        self._extras = extras(cls, data, left, nulls, respelled) if left or nulls or respelled else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.remind_at, self.dismiss_on_incoming_message, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.remind_at) is not None:
            out["remindAt"] = format_time(v) if type(v) is datetime else to_json(v)
        if (v := self.dismiss_on_incoming_message) is not None:
            out["dismissOnIncomingMessage"] = v if type(v) in SCALARS else to_json(v)
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatSnooze(Model):
    """Snooze state of a chat. Since app 4.2.808."""

    snooze_until: datetime | None = None
    """When it ends."""
    user_snoozed_at: datetime | None = None
    """When the user set it."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "snoozeUntil": "snooze_until",
        "userSnoozedAt": "user_snoozed_at",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "snoozeUntil": parse_time,
        "userSnoozedAt": parse_time,
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        respelled: tuple[str, ...] = ()
        nulls = 0
        left = len(data) - 0
        if left and "snoozeUntil" in data:
            left -= 1
            v = data["snoozeUntil"]
            if v is None:
                self.snooze_until = None
                nulls += 1
            else:
                if len(v) == 24 and v[4:20:3] == "--T::." and v[23] == "Z" and (v[11] != "2" or v[12] < "4"):
                    self.snooze_until = parse_iso(v)
                else:
                    self.snooze_until = parse_time(v)
                    respelled += ("snoozeUntil",)

        else:
            self.snooze_until = None
        if left and "userSnoozedAt" in data:
            left -= 1
            v = data["userSnoozedAt"]
            if v is None:
                self.user_snoozed_at = None
                nulls += 2
            else:
                if len(v) == 24 and v[4:20:3] == "--T::." and v[23] == "Z" and (v[11] != "2" or v[12] < "4"):
                    self.user_snoozed_at = parse_iso(v)
                else:
                    self.user_snoozed_at = parse_time(v)
                    respelled += ("userSnoozedAt",)

        else:
            self.user_snoozed_at = None
        self._extras = extras(cls, data, left, nulls, respelled) if left or nulls or respelled else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.snooze_until, self.user_snoozed_at, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.snooze_until) is not None:
            out["snoozeUntil"] = format_time(v) if type(v) is datetime else to_json(v)
        if (v := self.user_snoozed_at) is not None:
            out["userSnoozedAt"] = format_time(v) if type(v) is datetime else to_json(v)
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatStateCapabilities(Model):
    """Which chat state can be changed. Since app 4.2.808."""

    disappearing_timer: StateCapability | None = None
    """Changing the disappearing timer."""
    avatar: StateCapability | None = None
    """Changing the avatar."""
    title: StateCapability | None = None
    """Changing the title."""
    description: StateCapability | None = None
    """Changing the topic."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "disappearingTimer": "disappearing_timer",
        "avatar": "avatar",
        "title": "title",
        "description": "description",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        nulls = 0
        left = len(data) - 0
        if left and "disappearingTimer" in data:
            left -= 1
            v = data["disappearingTimer"]
            if v is None:
                self.disappearing_timer = None
                nulls += 1
            else:
                self.disappearing_timer = StateCapability._read(v)

        else:
            self.disappearing_timer = None
        if left and "avatar" in data:
            left -= 1
            v = data["avatar"]
            if v is None:
                self.avatar = None
                nulls += 2
            else:
                self.avatar = StateCapability._read(v)

        else:
            self.avatar = None
        if left and "title" in data:
            left -= 1
            v = data["title"]
            if v is None:
                self.title = None
                nulls += 4
            else:
                self.title = StateCapability._read(v)

        else:
            self.title = None
        if left and "description" in data:
            left -= 1
            v = data["description"]
            if v is None:
                self.description = None
                nulls += 8
            else:
                self.description = StateCapability._read(v)

        else:
            self.description = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.disappearing_timer, self.avatar, self.title, self.description, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.disappearing_timer) is not None:
            out["disappearingTimer"] = to_json(v)
        if (v := self.avatar) is not None:
            out["avatar"] = to_json(v)
        if (v := self.title) is not None:
            out["title"] = to_json(v)
        if (v := self.description) is not None:
            out["description"] = to_json(v)
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class DraftAttachment(Model):
    """An attachment of a draft, as returned. Since app 4.2.808."""

    id: str
    """ID of the draft attachment."""
    type: DraftAttachmentType
    """Kind of attachment."""
    mime_type: str | None = None
    """MIME type."""
    file_name: str | None = None
    """Original file name."""
    file_path: str | None = None
    """Path on the machine of the app."""
    file_size: float | None = None
    """Size in bytes."""
    sticker_id: str | None = None
    """Sticker ID, when it is a sticker."""
    audio_duration_seconds: float | None = None
    """Length of the audio, in seconds."""
    size: Dimensions | None = None
    """Size in pixels."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "type": "type",
        "mimeType": "mime_type",
        "fileName": "file_name",
        "filePath": "file_path",
        "fileSize": "file_size",
        "stickerID": "sticker_id",
        "audioDurationSeconds": "audio_duration_seconds",
        "size": "size",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.id = r1 = data["id"]
        self.type = r2 = data["type"]

        if r1 is None or r2 is None:
            null()
        nulls = 0
        left = len(data) - 2
        if left and "mimeType" in data:
            left -= 1
            self.mime_type = v = data["mimeType"]
            if v is None:
                nulls += 1
        else:
            self.mime_type = None
        if left and "fileName" in data:
            left -= 1
            self.file_name = v = data["fileName"]
            if v is None:
                nulls += 2
        else:
            self.file_name = None
        if left and "filePath" in data:
            left -= 1
            self.file_path = v = data["filePath"]
            if v is None:
                nulls += 4
        else:
            self.file_path = None
        if left and "fileSize" in data:
            left -= 1
            self.file_size = v = data["fileSize"]
            if v is None:
                nulls += 8
        else:
            self.file_size = None
        if left and "stickerID" in data:
            left -= 1
            self.sticker_id = v = data["stickerID"]
            if v is None:
                nulls += 16
        else:
            self.sticker_id = None
        if left and "audioDurationSeconds" in data:
            left -= 1
            self.audio_duration_seconds = v = data["audioDurationSeconds"]
            if v is None:
                nulls += 32
        else:
            self.audio_duration_seconds = None
        if left and "size" in data:
            left -= 1
            v = data["size"]
            if v is None:
                self.size = None
                nulls += 64
            else:
                self.size = Dimensions._read(v)

        else:
            self.size = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (
            self.id,
            self.type,
            self.mime_type,
            self.file_name,
            self.file_path,
            self.file_size,
            self.sticker_id,
            self.audio_duration_seconds,
            self.size,
            self._extras,
        )

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "id": v if type(v := self.id) is str else to_json(v),
            "type": v if type(v := self.type) is str else to_json(v),
        }
        if (v := self.mime_type) is not None:
            out["mimeType"] = v if type(v) is str else to_json(v)
        if (v := self.file_name) is not None:
            out["fileName"] = v if type(v) is str else to_json(v)
        if (v := self.file_path) is not None:
            out["filePath"] = v if type(v) is str else to_json(v)
        if (v := self.file_size) is not None:
            out["fileSize"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.sticker_id) is not None:
            out["stickerID"] = v if type(v) is str else to_json(v)
        if (v := self.audio_duration_seconds) is not None:
            out["audioDurationSeconds"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.size) is not None:
            out["size"] = to_json(v)
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MessageRequestCapabilities(Model):
    """How message requests can be accepted. Since app 4.2.808."""

    accept_with_message: CapabilityLevel | None = None
    """Accepting by sending a message."""
    accept_with_button: CapabilityLevel | None = None
    """Accepting by an action of its own."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "acceptWithMessage": "accept_with_message",
        "acceptWithButton": "accept_with_button",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        nulls = 0
        left = len(data) - 0
        if left and "acceptWithMessage" in data:
            left -= 1
            self.accept_with_message = v = data["acceptWithMessage"]
            if v is None:
                nulls += 1
        else:
            self.accept_with_message = None
        if left and "acceptWithButton" in data:
            left -= 1
            self.accept_with_button = v = data["acceptWithButton"]
            if v is None:
                nulls += 2
        else:
            self.accept_with_button = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.accept_with_message, self.accept_with_button, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.accept_with_message) is not None:
            out["acceptWithMessage"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.accept_with_button) is not None:
            out["acceptWithButton"] = v if type(v) in SCALARS else to_json(v)
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ParticipantActionCapabilities(Model):
    """How far members can be managed. Since app 4.2.808."""

    ban: CapabilityLevel | None = None
    """Banning a member."""
    invite: CapabilityLevel | None = None
    """Inviting someone."""
    kick: CapabilityLevel | None = None
    """Removing a member."""
    leave: CapabilityLevel | None = None
    """Leaving the chat."""
    revoke_invite: CapabilityLevel | None = None
    """Revoking an invitation."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "ban": "ban",
        "invite": "invite",
        "kick": "kick",
        "leave": "leave",
        "revokeInvite": "revoke_invite",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        nulls = 0
        left = len(data) - 0
        if left and "ban" in data:
            left -= 1
            self.ban = v = data["ban"]
            if v is None:
                nulls += 1
        else:
            self.ban = None
        if left and "invite" in data:
            left -= 1
            self.invite = v = data["invite"]
            if v is None:
                nulls += 2
        else:
            self.invite = None
        if left and "kick" in data:
            left -= 1
            self.kick = v = data["kick"]
            if v is None:
                nulls += 4
        else:
            self.kick = None
        if left and "leave" in data:
            left -= 1
            self.leave = v = data["leave"]
            if v is None:
                nulls += 8
        else:
            self.leave = None
        if left and "revokeInvite" in data:
            left -= 1
            self.revoke_invite = v = data["revokeInvite"]
            if v is None:
                nulls += 16
        else:
            self.revoke_invite = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.ban, self.invite, self.kick, self.leave, self.revoke_invite, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {}
        if (v := self.ban) is not None:
            out["ban"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.invite) is not None:
            out["invite"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.kick) is not None:
            out["kick"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.leave) is not None:
            out["leave"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.revoke_invite) is not None:
            out["revokeInvite"] = v if type(v) in SCALARS else to_json(v)
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class StateCapability(Model):
    """How far one piece of chat state can be changed. Since app 4.2.808."""

    level: CapabilityLevel
    """How far it is supported."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "level": "level",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.level = r1 = data["level"]

        if r1 is None:
            null()
        nulls = 0
        left = len(data) - 1
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (self.level, self._extras)

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "level": v if type(v := self.level) in SCALARS else to_json(v),
        }
        return out


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class Participant(User):
    """A user with the flags of their chat membership. Before app 4.2.808 the flags are missing. Since
    app 4.2.808."""

    is_admin: bool | None = None
    """Has admin rights in the chat. Since app 4.2.808."""
    is_pending: bool | None = None
    """Invited, not joined yet. Since app 4.2.808."""
    is_network_bot: bool | None = None
    """An automated account of the network or bridge. Since app 4.2.808."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        **User._ATTRIBUTES,
        "isAdmin": "is_admin",
        "isPending": "is_pending",
        "isNetworkBot": "is_network_bot",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.id = r1 = data["id"]

        if r1 is None:
            null()
        nulls = 0
        left = len(data) - 2
        get = data.get
        self.full_name = v = get("fullName")
        if v is None:
            if "fullName" in data:
                nulls += 1
            else:
                left += 1
        if left and "phoneNumber" in data:
            left -= 1
            self.phone_number = v = data["phoneNumber"]
            if v is None:
                nulls += 2
        else:
            self.phone_number = None
        if left and "username" in data:
            left -= 1
            self.username = v = data["username"]
            if v is None:
                nulls += 4
        else:
            self.username = None
        if left and "email" in data:
            left -= 1
            self.email = v = data["email"]
            if v is None:
                nulls += 8
        else:
            self.email = None
        if left and "imgURL" in data:
            left -= 1
            self.img_url = v = data["imgURL"]
            if v is None:
                nulls += 16
        else:
            self.img_url = None
        if left and "cannotMessage" in data:
            left -= 1
            self.cannot_message = v = data["cannotMessage"]
            if v is None:
                nulls += 32
        else:
            self.cannot_message = None
        if left and "isSelf" in data:
            left -= 1
            self.is_self = v = data["isSelf"]
            if v is None:
                nulls += 64
        else:
            self.is_self = None
        if left and "isAdmin" in data:
            left -= 1
            self.is_admin = v = data["isAdmin"]
            if v is None:
                nulls += 128
        else:
            self.is_admin = None
        if left and "isPending" in data:
            left -= 1
            self.is_pending = v = data["isPending"]
            if v is None:
                nulls += 256
        else:
            self.is_pending = None
        if left and "isNetworkBot" in data:
            left -= 1
            self.is_network_bot = v = data["isNetworkBot"]
            if v is None:
                nulls += 512
        else:
            self.is_network_bot = None
        self._extras = extras(cls, data, left, nulls) if left or nulls else None
        return self

    def _values(self) -> tuple[Any, ...]:
        return (
            self.id,
            self.username,
            self.phone_number,
            self.email,
            self.full_name,
            self.img_url,
            self.cannot_message,
            self.is_self,
            self.is_admin,
            self.is_pending,
            self.is_network_bot,
            self._extras,
        )

    def _json(self) -> dict[str, Any]:
        v: Any
        out: dict[str, Any] = {
            "id": v if type(v := self.id) is str else to_json(v),
        }
        if (v := self.username) is not None:
            out["username"] = v if type(v) is str else to_json(v)
        if (v := self.phone_number) is not None:
            out["phoneNumber"] = v if type(v) is str else to_json(v)
        if (v := self.email) is not None:
            out["email"] = v if type(v) is str else to_json(v)
        if (v := self.full_name) is not None:
            out["fullName"] = v if type(v) is str else to_json(v)
        if (v := self.img_url) is not None:
            out["imgURL"] = v if type(v) is str else to_json(v)
        if (v := self.cannot_message) is not None:
            out["cannotMessage"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.is_self) is not None:
            out["isSelf"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.is_admin) is not None:
            out["isAdmin"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.is_pending) is not None:
            out["isPending"] = v if type(v) in SCALARS else to_json(v)
        if (v := self.is_network_bot) is not None:
            out["isNetworkBot"] = v if type(v) in SCALARS else to_json(v)
        return out
