# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, as_list, as_object, extras, is_object, new, null
from .._times import parse_iso, parse_time
from .dimensions import Dimensions
from .label import Label
from .user import User

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

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
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self


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

        count = 1
        if "caption" in data and (v := data["caption"]) is not None:
            self.caption = v

            count += 1
        else:
            self.caption = None
        if "maxCaptionLength" in data and (v := data["maxCaptionLength"]) is not None:
            self.max_caption_length = v

            count += 1
        else:
            self.max_caption_length = None
        if "maxSize" in data and (v := data["maxSize"]) is not None:
            self.max_size = v

            count += 1
        else:
            self.max_size = None
        if "maxWidth" in data and (v := data["maxWidth"]) is not None:
            self.max_width = v

            count += 1
        else:
            self.max_width = None
        if "maxHeight" in data and (v := data["maxHeight"]) is not None:
            self.max_height = v

            count += 1
        else:
            self.max_height = None
        if "maxDuration" in data and (v := data["maxDuration"]) is not None:
            self.max_duration = v

            count += 1
        else:
            self.max_duration = None
        if "viewOnce" in data and (v := data["viewOnce"]) is not None:
            self.view_once = v

            count += 1
        else:
            self.view_once = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
        count = 0
        if "formatting" in data and (v := data["formatting"]) is not None:
            self.formatting = as_object(v)

            count += 1
        else:
            self.formatting = None
        if "attachments" in data and (v := data["attachments"]) is not None:
            self.attachments = {k: AttachmentCapabilities._read(v) for k, v in as_object(v).items()}

            count += 1
        else:
            self.attachments = None
        if "maxTextLength" in data and (v := data["maxTextLength"]) is not None:
            self.max_text_length = v

            count += 1
        else:
            self.max_text_length = None
        if "locationMessage" in data and (v := data["locationMessage"]) is not None:
            self.location_message = v

            count += 1
        else:
            self.location_message = None
        if "poll" in data and (v := data["poll"]) is not None:
            self.poll = v

            count += 1
        else:
            self.poll = None
        if "thread" in data and (v := data["thread"]) is not None:
            self.thread = v

            count += 1
        else:
            self.thread = None
        if "reply" in data and (v := data["reply"]) is not None:
            self.reply = v

            count += 1
        else:
            self.reply = None
        if "edit" in data and (v := data["edit"]) is not None:
            self.edit = v

            count += 1
        else:
            self.edit = None
        if "editMaxCount" in data and (v := data["editMaxCount"]) is not None:
            self.edit_max_count = v

            count += 1
        else:
            self.edit_max_count = None
        if "editMaxAge" in data and (v := data["editMaxAge"]) is not None:
            self.edit_max_age = v

            count += 1
        else:
            self.edit_max_age = None
        if "delete" in data and (v := data["delete"]) is not None:
            self.delete = v

            count += 1
        else:
            self.delete = None
        if "deleteMaxAge" in data and (v := data["deleteMaxAge"]) is not None:
            self.delete_max_age = v

            count += 1
        else:
            self.delete_max_age = None
        if "deleteForMe" in data and (v := data["deleteForMe"]) is not None:
            self.delete_for_me = v

            count += 1
        else:
            self.delete_for_me = None
        if "messageRequest" in data and (v := data["messageRequest"]) is not None:
            self.message_request = MessageRequestCapabilities._read(v)

            count += 1
        else:
            self.message_request = None
        if "reaction" in data and (v := data["reaction"]) is not None:
            self.reaction = v

            count += 1
        else:
            self.reaction = None
        if "reactionCount" in data and (v := data["reactionCount"]) is not None:
            self.reaction_count = v

            count += 1
        else:
            self.reaction_count = None
        if "allowedReactions" in data and (v := data["allowedReactions"]) is not None:
            self.allowed_reactions = as_list(v)

            count += 1
        else:
            self.allowed_reactions = None
        if "customEmojiReactions" in data and (v := data["customEmojiReactions"]) is not None:
            self.custom_emoji_reactions = v

            count += 1
        else:
            self.custom_emoji_reactions = None
        if "disappearingTimer" in data and (v := data["disappearingTimer"]) is not None:
            self.disappearing_timer = ChatDisappearingTimerCapabilities._read(v)

            count += 1
        else:
            self.disappearing_timer = None
        if "readReceipts" in data and (v := data["readReceipts"]) is not None:
            self.read_receipts = v

            count += 1
        else:
            self.read_receipts = None
        if "typingNotifications" in data and (v := data["typingNotifications"]) is not None:
            self.typing_notifications = v

            count += 1
        else:
            self.typing_notifications = None
        if "archive" in data and (v := data["archive"]) is not None:
            self.archive = v

            count += 1
        else:
            self.archive = None
        if "markAsUnread" in data and (v := data["markAsUnread"]) is not None:
            self.mark_as_unread = v

            count += 1
        else:
            self.mark_as_unread = None
        if "deleteChat" in data and (v := data["deleteChat"]) is not None:
            self.delete_chat = v

            count += 1
        else:
            self.delete_chat = None
        if "deleteChatForEveryone" in data and (v := data["deleteChatForEveryone"]) is not None:
            self.delete_chat_for_everyone = v

            count += 1
        else:
            self.delete_chat_for_everyone = None
        if "participantActions" in data and (v := data["participantActions"]) is not None:
            self.participant_actions = ParticipantActionCapabilities._read(v)

            count += 1
        else:
            self.participant_actions = None
        if "state" in data and (v := data["state"]) is not None:
            self.state = ChatStateCapabilities._read(v)

            count += 1
        else:
            self.state = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
        count = 0
        if "types" in data and (v := data["types"]) is not None:
            self.types = as_list(v)

            count += 1
        else:
            self.types = None
        if "timers" in data and (v := data["timers"]) is not None:
            self.timers = as_list(v)

            count += 1
        else:
            self.timers = None
        if "omitEmptyTimer" in data and (v := data["omitEmptyTimer"]) is not None:
            self.omit_empty_timer = v

            count += 1
        else:
            self.omit_empty_timer = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
        count = 1
        if "attachments" in data and (v := data["attachments"]) is not None:
            self.attachments = {k: DraftAttachment._read(v) for k, v in as_object(v).items()}

            count += 1
        else:
            self.attachments = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
        self.chat_ids = as_list(data["chatIDs"])

        count = 1
        if "defaultChatID" in data and (v := data["defaultChatID"]) is not None:
            self.default_chat_id = v

            count += 1
        else:
            self.default_chat_id = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
        self.items = [Participant._read(x) for x in data["items"]] if data["items"] else as_list(data["items"])
        self.has_more = r2 = data["hasMore"]
        self.total = r3 = data["total"]

        if r2 is None or r3 is None:
            null()
        count = 3
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
        count = 0
        if "remindAt" in data and (v := data["remindAt"]) is not None:
            if len(v) == 24 and v[4:20:3] == "--T::." and v[23] == "Z" and (v[11] != "2" or v[12] < "4"):
                self.remind_at = parse_iso(v)
            else:
                self.remind_at = parse_time(v)
                respelled += ("remindAt",)

            count += 1
        else:
            self.remind_at = None
        if "dismissOnIncomingMessage" in data and (v := data["dismissOnIncomingMessage"]) is not None:
            self.dismiss_on_incoming_message = v

            count += 1
        else:
            self.dismiss_on_incoming_message = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self


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
        count = 0
        if "snoozeUntil" in data and (v := data["snoozeUntil"]) is not None:
            if len(v) == 24 and v[4:20:3] == "--T::." and v[23] == "Z" and (v[11] != "2" or v[12] < "4"):
                self.snooze_until = parse_iso(v)
            else:
                self.snooze_until = parse_time(v)
                respelled += ("snoozeUntil",)

            count += 1
        else:
            self.snooze_until = None
        if "userSnoozedAt" in data and (v := data["userSnoozedAt"]) is not None:
            if len(v) == 24 and v[4:20:3] == "--T::." and v[23] == "Z" and (v[11] != "2" or v[12] < "4"):
                self.user_snoozed_at = parse_iso(v)
            else:
                self.user_snoozed_at = parse_time(v)
                respelled += ("userSnoozedAt",)

            count += 1
        else:
            self.user_snoozed_at = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self


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
        count = 0
        if "disappearingTimer" in data and (v := data["disappearingTimer"]) is not None:
            self.disappearing_timer = StateCapability._read(v)

            count += 1
        else:
            self.disappearing_timer = None
        if "avatar" in data and (v := data["avatar"]) is not None:
            self.avatar = StateCapability._read(v)

            count += 1
        else:
            self.avatar = None
        if "title" in data and (v := data["title"]) is not None:
            self.title = StateCapability._read(v)

            count += 1
        else:
            self.title = None
        if "description" in data and (v := data["description"]) is not None:
            self.description = StateCapability._read(v)

            count += 1
        else:
            self.description = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
        count = 2
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
        if "filePath" in data and (v := data["filePath"]) is not None:
            self.file_path = v

            count += 1
        else:
            self.file_path = None
        if "fileSize" in data and (v := data["fileSize"]) is not None:
            self.file_size = v

            count += 1
        else:
            self.file_size = None
        if "stickerID" in data and (v := data["stickerID"]) is not None:
            self.sticker_id = v

            count += 1
        else:
            self.sticker_id = None
        if "audioDurationSeconds" in data and (v := data["audioDurationSeconds"]) is not None:
            self.audio_duration_seconds = v

            count += 1
        else:
            self.audio_duration_seconds = None
        if "size" in data and (v := data["size"]) is not None:
            self.size = Dimensions._read(v)

            count += 1
        else:
            self.size = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
        count = 0
        if "acceptWithMessage" in data and (v := data["acceptWithMessage"]) is not None:
            self.accept_with_message = v

            count += 1
        else:
            self.accept_with_message = None
        if "acceptWithButton" in data and (v := data["acceptWithButton"]) is not None:
            self.accept_with_button = v

            count += 1
        else:
            self.accept_with_button = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
        count = 0
        if "ban" in data and (v := data["ban"]) is not None:
            self.ban = v

            count += 1
        else:
            self.ban = None
        if "invite" in data and (v := data["invite"]) is not None:
            self.invite = v

            count += 1
        else:
            self.invite = None
        if "kick" in data and (v := data["kick"]) is not None:
            self.kick = v

            count += 1
        else:
            self.kick = None
        if "leave" in data and (v := data["leave"]) is not None:
            self.leave = v

            count += 1
        else:
            self.leave = None
        if "revokeInvite" in data and (v := data["revokeInvite"]) is not None:
            self.revoke_invite = v

            count += 1
        else:
            self.revoke_invite = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


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
        count = 1
        if "username" in data and (v := data["username"]) is not None:
            self.username = v

            count += 1
        else:
            self.username = None
        if "phoneNumber" in data and (v := data["phoneNumber"]) is not None:
            self.phone_number = v

            count += 1
        else:
            self.phone_number = None
        if "email" in data and (v := data["email"]) is not None:
            self.email = v

            count += 1
        else:
            self.email = None
        if "fullName" in data and (v := data["fullName"]) is not None:
            self.full_name = v

            count += 1
        else:
            self.full_name = None
        if "imgURL" in data and (v := data["imgURL"]) is not None:
            self.img_url = v

            count += 1
        else:
            self.img_url = None
        if "cannotMessage" in data and (v := data["cannotMessage"]) is not None:
            self.cannot_message = v

            count += 1
        else:
            self.cannot_message = None
        if "isSelf" in data and (v := data["isSelf"]) is not None:
            self.is_self = v

            count += 1
        else:
            self.is_self = None
        if "isAdmin" in data and (v := data["isAdmin"]) is not None:
            self.is_admin = v

            count += 1
        else:
            self.is_admin = None
        if "isPending" in data and (v := data["isPending"]) is not None:
            self.is_pending = v

            count += 1
        else:
            self.is_pending = None
        if "isNetworkBot" in data and (v := data["isNetworkBot"]) is not None:
            self.is_network_bot = v

            count += 1
        else:
            self.is_network_bot = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self
