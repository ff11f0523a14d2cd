# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._lazy import imported_at_first_call
from .._model import Model
from .._times import parse_time

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from .._message_kind import MessageKind, message_kind
    from ._enums import AttachmentType, ChatType
    from .dimensions import Dimensions
    from .reaction import Reaction
    from .user import User

if not TYPE_CHECKING:
    message_kind = imported_at_first_call(__name__, ".._message_kind", "message_kind")


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0UnifiedSearchResult(Model):
    """Response of the search over chats and messages."""

    results: V0UnifiedSearchResults
    """What was found."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "results": "results",
    }


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
    _DISPLAY: ClassVar[str | None] = "account"


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0AssetDownloadRequest(Model):
    """Media to fetch."""

    url: str
    """mxc:// or localmxc:// URL; at least 1 character."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "url": "url",
    }


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
    _DISPLAY: ClassVar[str | None] = "chat"
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "lastActivity": parse_time,
    }


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
    _DISPLAY: ClassVar[str | None] = "message"
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "timestamp": parse_time,
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


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0OpenAppResponse(Model):
    """Response of opening the app."""

    success: bool
    """Whether the app was brought to the front."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "success": "success",
    }


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


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0ReminderDeleteRequest(Model):
    """Chat whose reminder is cleared."""

    chat_id: str
    """Chat whose reminder is cleared, by chat ID or local chat ID."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "chatID": "chat_id",
    }


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


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class V0ChatCreateResponse(V0BaseResponse):
    """Outcome of creating a chat."""

    chat_id: str | None = None
    """ID of the new chat, when there is one."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        **V0BaseResponse._ATTRIBUTES,
        "chatID": "chat_id",
    }


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
