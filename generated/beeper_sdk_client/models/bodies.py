# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import define

from .._model import (
    DECODE_ERRORS,
    Model,
    UnknownVariant,
    is_object,
    no_variant,
)
from .._times import parse_time

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Literal

    from .._model import Json
    from ._enums import ChatType, LegacyChatCreateMode, WSErrorCode
    from .app import AppStateSnapshot, Verification
    from .chat import Chat
    from .inputs import ChatDraftInput, MessageAttachmentInput, ReminderInput, StartChatUser
    from .message import Message


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AppStateUpdated(Model):
    """The setup state changed. Since app 4.3.0."""

    type: Literal["app.state.updated"]
    """Always app.state.updated."""
    seq: int
    """Counter of this connection over all events, at least 0; a gap means lost frames."""
    ts: datetime
    """When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."""
    app_state: AppStateSnapshot
    """The new state."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "seq": "seq",
        "ts": "ts",
        "appState": "app_state",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "ts": parse_time,
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatArchiveRequest(Model):
    """Archive or restore."""

    archived: bool | None = None
    """If `True`, archive the chat; if `False`, restore it."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatCreateRequest(Model):
    """Chat to create from user IDs."""

    account_id: str
    """Account to use."""
    participant_ids: list[str]
    """User IDs, at least 1."""
    type: ChatType
    """Kind of chat; single needs exactly one participant."""
    message_text: str | None = None
    """First message, if the network needs one. See `text_status` of the result."""
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
class ChatDeleted(Model):
    """A chat was deleted. Since app 4.2.557."""

    type: Literal["chat.deleted"]
    """Always chat.deleted."""
    seq: int
    """Counter of this connection over all events, at least 0; a gap means lost frames."""
    ts: datetime
    """When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."""
    chat_id: str
    """The chat."""
    ids: list[str]
    """ID of the chat."""
    account_id: str | None = None
    """Account of the chat; in no document, but apps were seen to send it."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "seq": "seq",
        "ts": "ts",
        "chatID": "chat_id",
        "ids": "ids",
        "accountID": "account_id",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "ts": parse_time,
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatMarkReadRequest(Model):
    """How far to mark read. Since app 4.2.808."""

    message_id: str | None = None
    """Mark read up to this message; the whole chat if omitted."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "messageID": "message_id",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatMarkUnreadRequest(Model):
    """From where to mark unread. Since app 4.2.808."""

    message_id: str | None = None
    """Mark unread from this message on."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "messageID": "message_id",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatStartRequest(Model):
    """Person to open a direct chat with. Since app 4.2.808."""

    account_id: str
    """Account to use."""
    user: StartChatUser
    """What is known of the person."""
    allow_invite: bool | None = None
    """Allow a direct chat that starts with an invitation."""
    message_text: str | None = None
    """First message, if the network needs one. See `text_status` of the result."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "accountID": "account_id",
        "user": "user",
        "allowInvite": "allow_invite",
        "messageText": "message_text",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatUpdateRequest(Model):
    """What to change; every field is optional. Use `None` to clear a field, where that is allowed.
    Since app 4.2.808."""

    title: str | None = None
    """Title. Use `None` to restore the title of the network."""
    description: str | None = None
    """Topic of a group. Use `None` to clear it."""
    img_url: str | None = None
    """Path of a new avatar, on the machine of the app. Use `None` to clear it."""
    draft: ChatDraftInput | None = None
    """Draft to set. Use `None` to clear it. A new draft is accepted only while there is none: clear
    the old one first."""
    is_archived: bool | None = None
    """Archive or restore."""
    is_low_priority: bool | None = None
    """Move to or out of the low-priority inbox."""
    is_muted: bool | None = None
    """Turn notifications off or on."""
    is_pinned: bool | None = None
    """Pin or unpin."""
    message_expiry_seconds: int | None = None
    """Timer of disappearing messages, in seconds, at least 0. Use `None` to turn it off."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "title": "title",
        "description": "description",
        "imgURL": "img_url",
        "draft": "draft",
        "isArchived": "is_archived",
        "isLowPriority": "is_low_priority",
        "isMuted": "is_muted",
        "isPinned": "is_pinned",
        "messageExpirySeconds": "message_expiry_seconds",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatUpserted(Model):
    """A chat is new or has changed. Since app 4.2.557."""

    type: Literal["chat.upserted"]
    """Always chat.upserted."""
    seq: int
    """Counter of this connection over all events, at least 0; a gap means lost frames."""
    ts: datetime
    """When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."""
    chat_id: str
    """The chat."""
    ids: list[str]
    """ID of the chat."""
    entries: list[Chat] | None = None
    """The chat itself; mostly omitted."""
    account_id: str | None = None
    """Account of the chat; in no document, but apps were seen to send it."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "seq": "seq",
        "ts": "ts",
        "chatID": "chat_id",
        "ids": "ids",
        "entries": "entries",
        "accountID": "account_id",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "ts": parse_time,
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class Error(Model):
    """The error envelope of version 1, for every response that is not a success."""

    message: str
    """Human-readable explanation."""
    code: str
    """Machine-readable code, e.g. unauthorized; there is no published list."""
    details: ErrorDetails | None = None
    """Extra data about the failure; its shape depends on it."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "message": "message",
        "code": "code",
        "details": "details",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LegacyActionResult(Model):
    """Response of archive and reminders in some builds between app 4.2.509 and 4.2.557."""

    success: Literal[True]
    """Always `True`."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "success": "success",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LegacyChatCreateRequest(Model):
    """Body of POST /v1/chats in apps 4.2.557 to 4.2.807. Since app 4.2.557."""

    account_id: str
    """Account to use."""
    mode: LegacyChatCreateMode | None = None
    """create (the default) or start."""
    type: ChatType | None = None
    """Kind of chat; needed for create."""
    participant_ids: list[str] | None = None
    """User IDs; needed for create."""
    title: str | None = None
    """Title of a group, for create."""
    user: StartChatUser | None = None
    """What is known of the person; needed for start."""
    allow_invite: bool | None = None
    """Allow a direct chat that starts with an invitation; for start."""
    message_text: str | None = None
    """First message, if the network needs one."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "accountID": "account_id",
        "mode": "mode",
        "type": "type",
        "participantIDs": "participant_ids",
        "title": "title",
        "user": "user",
        "allowInvite": "allow_invite",
        "messageText": "message_text",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LegacyMessagePage(Model):
    """Page of messages in apps 4.1.294 to 4.2.807; the `sort_key` of the last item is the next cursor."""

    items: list[Message]
    """Messages of the page."""
    has_more: bool
    """Whether more can be fetched."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "items": "items",
        "hasMore": "has_more",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MessageDeleted(Model):
    """Messages were deleted. Since app 4.2.557."""

    type: Literal["message.deleted"]
    """Always message.deleted."""
    seq: int
    """Counter of this connection over all events, at least 0; a gap means lost frames."""
    ts: datetime
    """When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."""
    chat_id: str
    """Chat of the messages."""
    ids: list[str]
    """IDs of the messages."""
    account_id: str | None = None
    """Account of the chat; in no document, but apps were seen to send it."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "seq": "seq",
        "ts": "ts",
        "chatID": "chat_id",
        "ids": "ids",
        "accountID": "account_id",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "ts": parse_time,
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MessageSendRequest(Model):
    """Message to send: text, an attachment or both."""

    text: str | None = None
    """Plain text or Markdown. HTML in JSON quotes is sent unchanged, as Matrix HTML."""
    reply_to_message_id: str | None = None
    """Message to reply to."""
    attachment: MessageAttachmentInput | None = None
    """One attachment. Since app 4.2.499."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "text": "text",
        "replyToMessageID": "reply_to_message_id",
        "attachment": "attachment",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MessageUpdateRequest(Model):
    """The new text. Since app 4.2.499."""

    text: str
    """New text, at least 1 character."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "text": "text",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MessageUpserted(Model):
    """Messages are new or have changed: edits, reactions, deliveries. Since app 4.2.557."""

    type: Literal["message.upserted"]
    """Always message.upserted."""
    seq: int
    """Counter of this connection over all events, at least 0; a gap means lost frames."""
    ts: datetime
    """When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."""
    chat_id: str
    """Chat of the messages."""
    ids: list[str]
    """IDs of the messages."""
    entries: list[Message] | None = None
    """The messages themselves; may be omitted."""
    account_id: str | None = None
    """Account of the chat; in no document, but apps were seen to send it."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "seq": "seq",
        "ts": "ts",
        "chatID": "chat_id",
        "ids": "ids",
        "entries": "entries",
        "accountID": "account_id",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "ts": parse_time,
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ReactionAddRequest(Model):
    """Reaction to add. Since app 4.2.557."""

    reaction_key: str
    """Emoji, shortcode or key of the network; at least 1 character."""
    transaction_id: str | None = None
    """ID with which the reaction is tracked and duplicates are dropped."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "reactionKey": "reaction_key",
        "transactionID": "transaction_id",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ReminderCreateRequest(Model):
    """Reminder to set."""

    reminder: ReminderInput
    """The reminder."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "reminder": "reminder",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ValidationErrorDetails(Model):
    """Details of a validation failure."""

    issues: list[ValidationIssue]
    """One entry per problem."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "issues": "issues",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ValidationIssue(Model):
    """One problem found by validation."""

    code: str
    """Kind of the problem, e.g. invalid_type."""
    message: str
    """Human-readable explanation."""
    path: list[str | float]
    """Path of the invalid value: strings are keys, numbers are positions in arrays."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "message": "message",
        "path": "path",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class VerificationRemoved(Model):
    """A verification is gone. Since app 4.3.0."""

    type: Literal["verification.removed"]
    """Always verification.removed."""
    seq: int
    """Counter of this connection over all events, at least 0; a gap means lost frames."""
    ts: datetime
    """When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "seq": "seq",
        "ts": "ts",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "ts": parse_time,
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class VerificationUpdated(Model):
    """A verification changed. Since app 4.3.0."""

    type: Literal["verification.updated"]
    """Always verification.updated."""
    seq: int
    """Counter of this connection over all events, at least 0; a gap means lost frames."""
    ts: datetime
    """When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."""
    verification: Verification
    """The new state."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "seq": "seq",
        "ts": "ts",
        "verification": "verification",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "ts": parse_time,
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class WSAppSubscription(Model):
    """Subscription to the setup state. Since app 4.3.0."""

    state: bool
    """Subscribe to the setup state."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "state": "state",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class WSError(Model):
    """A command was rejected. Since app 4.2.557."""

    type: Literal["error"]
    """Always error."""
    code: WSErrorCode
    """Machine-readable reason."""
    message: str
    """Human-readable explanation."""
    request_id: str | None = None
    """The `request_id` of the command."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "requestID": "request_id",
        "code": "code",
        "message": "message",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class WSReady(Model):
    """First frame from the server. Since app 4.2.557."""

    type: Literal["ready"]
    """Always ready."""
    version: Literal[1]
    """Version of the protocol, always 1."""
    chat_ids: list[str]
    """Chats subscribed to; empty at first."""
    app: WSAppSubscription | None = None
    """Subscription to the setup state. Since app 4.3.0."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "version": "version",
        "chatIDs": "chat_ids",
        "app": "app",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class WSSubscriptionsSet(Model):
    """Command of the client: replaces all subscriptions. Since app 4.2.557."""

    type: Literal["subscriptions.set"]
    """Always subscriptions.set."""
    request_id: str | None = None
    """String that is returned with the response."""
    chat_ids: list[str] | None = None
    """Chats to subscribe to: only * for all, IDs for these, an empty list to pause. Apps before 4.3.0
    require it."""
    app: WSAppSubscription | None = None
    """Also subscribe to the setup state. Since app 4.3.0."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "requestID": "request_id",
        "chatIDs": "chat_ids",
        "app": "app",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class WSSubscriptionsUpdated(Model):
    """Confirms a command; nothing arrives between the command and this. Since app 4.2.557."""

    type: Literal["subscriptions.updated"]
    """Always subscriptions.updated."""
    chat_ids: list[str]
    """Chats subscribed to now."""
    request_id: str | None = None
    """The `request_id` of the command."""
    app: WSAppSubscription | None = None
    """Subscription to the setup state. Since app 4.3.0."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "requestID": "request_id",
        "chatIDs": "chat_ids",
        "app": "app",
    }


def load_error_details(value: Any) -> ErrorDetails:
    """Select the variant by JSON type."""
    try:
        return ValidationErrorDetails._read(value)
    except DECODE_ERRORS:
        pass
    rest: Json = value
    return rest


def load_ws_outgoing(value: Any) -> WSOutgoing:
    """Select the variant by the value of ``type``."""
    if not is_object(value):
        no_variant()
    kind = value["type"]
    if kind == "ready":
        return WSReady._read(value)
    if kind == "subscriptions.updated":
        return WSSubscriptionsUpdated._read(value)
    if kind == "error":
        return WSError._read(value)
    if kind == "chat.upserted":
        return ChatUpserted._read(value)
    if kind == "chat.deleted":
        return ChatDeleted._read(value)
    if kind == "message.upserted":
        return MessageUpserted._read(value)
    if kind == "message.deleted":
        return MessageDeleted._read(value)
    if kind == "app.state.updated":
        return AppStateUpdated._read(value)
    if kind == "verification.updated":
        return VerificationUpdated._read(value)
    if kind == "verification.removed":
        return VerificationRemoved._read(value)
    return UnknownVariant._read(value)


ErrorDetails: TypeAlias = "ValidationErrorDetails | dict[str, Json] | Json | None"
"""Details of a failure: a list of issues for validation failures, otherwise any JSON."""

WSOutgoing: TypeAlias = (
    WSReady
    | WSSubscriptionsUpdated
    | WSError
    | ChatUpserted
    | ChatDeleted
    | MessageUpserted
    | MessageDeleted
    | AppStateUpdated
    | VerificationUpdated
    | VerificationRemoved
    | UnknownVariant
)
"""Every frame of the server; distinguished by `type`. Since app 4.2.557."""
