# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import define

from .._model import (
    DECODE_ERRORS,
    Incomplete,
    Model,
    UnknownVariant,
    as_list,
    extras,
    is_object,
    is_respelled,
    new,
    no_variant,
    to_json,
)
from .._times import parse_time
from .app import AppStateSnapshot, Verification
from .inputs import ChatDraftInput, MessageAttachmentInput, ReminderInput, StartChatUser
from .message import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Literal

    from typing_extensions import Self

    from .._model import Json
    from ._enums import ChatType, LegacyChatCreateMode, WSDomainEventType, WSErrorCode


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatArchiveRequest(Model):
    """Archive or restore."""

    archived: bool | None = None
    """If `True`, archive the chat; if `False`, restore it."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        count = 0
        if "archived" in data and (v := data["archived"]) is not None:
            self.archived = v

            count += 1
        else:
            self.archived = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        if self.archived is not None:
            out["archived"] = self.archived
        return out if self._extras is None else self._add_extras(out, self._extras)


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
class ChatMarkReadRequest(Model):
    """How far to mark read. Since app 4.2.808."""

    message_id: str | None = None
    """Mark read up to this message; the whole chat if omitted."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "messageID": "message_id",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        count = 0
        if "messageID" in data and (v := data["messageID"]) is not None:
            self.message_id = v

            count += 1
        else:
            self.message_id = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        if self.message_id is not None:
            out["messageID"] = self.message_id
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatMarkUnreadRequest(Model):
    """From where to mark unread. Since app 4.2.808."""

    message_id: str | None = None
    """Mark unread from this message on."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "messageID": "message_id",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        count = 0
        if "messageID" in data and (v := data["messageID"]) is not None:
            self.message_id = v

            count += 1
        else:
            self.message_id = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        if self.message_id is not None:
            out["messageID"] = self.message_id
        return out if self._extras is None else self._add_extras(out, self._extras)


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
    """First message, if the network needs one."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "accountID": "account_id",
        "user": "user",
        "allowInvite": "allow_invite",
        "messageText": "message_text",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.account_id = data["accountID"]
        self.user = StartChatUser._read(data["user"])

        count = 2
        if "allowInvite" in data and (v := data["allowInvite"]) is not None:
            self.allow_invite = v

            count += 1
        else:
            self.allow_invite = None
        if "messageText" in data and (v := data["messageText"]) is not None:
            self.message_text = v

            count += 1
        else:
            self.message_text = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "accountID": self.account_id,
            "user": self.user.to_dict(),
        }
        if self.allow_invite is not None:
            out["allowInvite"] = self.allow_invite
        if self.message_text is not None:
            out["messageText"] = self.message_text
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        count = 0
        if "title" in data and (v := data["title"]) is not None:
            self.title = v

            count += 1
        else:
            self.title = None
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
        if "draft" in data and (v := data["draft"]) is not None:
            self.draft = ChatDraftInput._read(v)

            count += 1
        else:
            self.draft = None
        if "isArchived" in data and (v := data["isArchived"]) is not None:
            self.is_archived = v

            count += 1
        else:
            self.is_archived = None
        if "isLowPriority" in data and (v := data["isLowPriority"]) is not None:
            self.is_low_priority = v

            count += 1
        else:
            self.is_low_priority = None
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
        if "messageExpirySeconds" in data and (v := data["messageExpirySeconds"]) is not None:
            self.message_expiry_seconds = v

            count += 1
        else:
            self.message_expiry_seconds = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        if self.title is not None:
            out["title"] = self.title
        if self.description is not None:
            out["description"] = self.description
        if self.img_url is not None:
            out["imgURL"] = self.img_url
        if self.draft is not None:
            out["draft"] = self.draft.to_dict()
        if self.is_archived is not None:
            out["isArchived"] = self.is_archived
        if self.is_low_priority is not None:
            out["isLowPriority"] = self.is_low_priority
        if self.is_muted is not None:
            out["isMuted"] = self.is_muted
        if self.is_pinned is not None:
            out["isPinned"] = self.is_pinned
        if self.message_expiry_seconds is not None:
            out["messageExpirySeconds"] = self.message_expiry_seconds
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.message = data["message"]
        self.code = data["code"]

        count = 2
        if "details" in data and (v := data["details"]) is not None:
            self.details = load_error_details(v)

            count += 1
        else:
            self.details = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "message": self.message,
            "code": self.code,
        }
        if self.details is not None:
            out["details"] = to_json(self.details)
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LegacyActionResult(Model):
    """Response of archive and reminders in some builds between app 4.2.509 and 4.2.557."""

    success: Literal[True]
    """Always `True`."""

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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.account_id = data["accountID"]

        count = 1
        if "mode" in data and (v := data["mode"]) is not None:
            self.mode = v

            count += 1
        else:
            self.mode = None
        if "type" in data and (v := data["type"]) is not None:
            self.type = v

            count += 1
        else:
            self.type = None
        if "participantIDs" in data and (v := data["participantIDs"]) is not None:
            self.participant_ids = as_list(v)

            count += 1
        else:
            self.participant_ids = None
        if "title" in data and (v := data["title"]) is not None:
            self.title = v

            count += 1
        else:
            self.title = None
        if "user" in data and (v := data["user"]) is not None:
            self.user = StartChatUser._read(v)

            count += 1
        else:
            self.user = None
        if "allowInvite" in data and (v := data["allowInvite"]) is not None:
            self.allow_invite = v

            count += 1
        else:
            self.allow_invite = None
        if "messageText" in data and (v := data["messageText"]) is not None:
            self.message_text = v

            count += 1
        else:
            self.message_text = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "accountID": self.account_id,
        }
        if self.mode is not None:
            out["mode"] = self.mode
        if self.type is not None:
            out["type"] = self.type
        if self.participant_ids is not None:
            out["participantIDs"] = self.participant_ids
        if self.title is not None:
            out["title"] = self.title
        if self.user is not None:
            out["user"] = self.user.to_dict()
        if self.allow_invite is not None:
            out["allowInvite"] = self.allow_invite
        if self.message_text is not None:
            out["messageText"] = self.message_text
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.items = [Message._read(x) for x in data["items"]] if data["items"] else as_list(data["items"])
        self.has_more = data["hasMore"]

        count = 2
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "items": [x.to_dict() for x in self.items],
            "hasMore": self.has_more,
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        if not is_object(data):
            raise TypeError("not an object")
        self = new(cls)
        count = 0
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
        if "attachment" in data and (v := data["attachment"]) is not None:
            self.attachment = MessageAttachmentInput._read(v)

            count += 1
        else:
            self.attachment = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        if self.text is not None:
            out["text"] = self.text
        if self.reply_to_message_id is not None:
            out["replyToMessageID"] = self.reply_to_message_id
        if self.attachment is not None:
            out["attachment"] = self.attachment.to_dict()
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class MessageUpdateRequest(Model):
    """The new text. Since app 4.2.499."""

    text: str
    """New text, at least 1 character."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "text": "text",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.text = data["text"]

        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "text": self.text,
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.reaction_key = data["reactionKey"]

        count = 1
        if "transactionID" in data and (v := data["transactionID"]) is not None:
            self.transaction_id = v

            count += 1
        else:
            self.transaction_id = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "reactionKey": self.reaction_key,
        }
        if self.transaction_id is not None:
            out["transactionID"] = self.transaction_id
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ReminderCreateRequest(Model):
    """Reminder to set."""

    reminder: ReminderInput
    """The reminder."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "reminder": "reminder",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.reminder = ReminderInput._read(data["reminder"])

        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "reminder": self.reminder.to_dict(),
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ValidationErrorDetails(Model):
    """Details of a validation failure."""

    issues: list[ValidationIssue]
    """One entry per problem."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "issues": "issues",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.issues = [ValidationIssue._read(x) for x in data["issues"]] if data["issues"] else as_list(data["issues"])

        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "issues": [x.to_dict() for x in self.issues],
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.code = data["code"]
        self.message = data["message"]
        self.path = as_list(data["path"])

        count = 3
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "code": self.code,
            "message": self.message,
            "path": self.path,
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class WSAppStateUpdated(Model):
    """The setup state changed. Since app 4.3.0."""

    type: Literal["app.state.updated"]
    """Always app.state.updated."""
    seq: int
    """Counter of this connection over all events, at least 0; a gap means lost frames."""
    ts: datetime | float
    """When it happened: an ISO 8601 string, or a number of Unix milliseconds."""
    app_state: AppStateSnapshot
    """The new state."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "seq": "seq",
        "ts": "ts",
        "appState": "app_state",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "ts": lambda value: parse_time(value) if isinstance(value, str) else value,
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        respelled: tuple[str, ...] = ()
        self.type = data["type"]
        self.seq = data["seq"]
        r3 = data["ts"]
        self.ts = parse_time(r3) if isinstance(r3, str) else r3
        if self.ts is not r3 and is_respelled(self.ts, r3):
            respelled += ("ts",)

        self.app_state = AppStateSnapshot._read(data["appState"])

        count = 4
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "type": self.type,
            "seq": self.seq,
            "ts": to_json(self.ts),
            "appState": self.app_state.to_dict(),
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class WSAppSubscription(Model):
    """Subscription to the setup state. Since app 4.3.0."""

    state: bool
    """Subscribe to the setup state."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "state": "state",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.state = data["state"]

        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "state": self.state,
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class WSDomainEvent(Model):
    """Chats or messages changed. Since app 4.2.557."""

    type: WSDomainEventType
    """What happened."""
    seq: int
    """Counter of this connection over all events, at least 0; a gap means lost frames."""
    ts: datetime | float
    """When it happened: an ISO 8601 string, or a number of Unix milliseconds."""
    chat_id: str
    """Chat it happened in."""
    ids: list[str]
    """IDs of what changed: messages for message events, chats for chat events."""
    entries: list[dict[str, Json]] | None = None
    """The chats or messages themselves, for upserts; may be omitted."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "seq": "seq",
        "ts": "ts",
        "chatID": "chat_id",
        "ids": "ids",
        "entries": "entries",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "ts": lambda value: parse_time(value) if isinstance(value, str) else value,
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        respelled: tuple[str, ...] = ()
        self.type = data["type"]
        self.seq = data["seq"]
        r3 = data["ts"]
        self.ts = parse_time(r3) if isinstance(r3, str) else r3
        if self.ts is not r3 and is_respelled(self.ts, r3):
            respelled += ("ts",)

        self.chat_id = data["chatID"]
        self.ids = as_list(data["ids"])

        count = 5
        if "entries" in data and (v := data["entries"]) is not None:
            self.entries = as_list(v)

            count += 1
        else:
            self.entries = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "type": self.type,
            "seq": self.seq,
            "ts": to_json(self.ts),
            "chatID": self.chat_id,
            "ids": self.ids,
        }
        if self.entries is not None:
            out["entries"] = self.entries
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.type = data["type"]
        self.code = data["code"]
        self.message = data["message"]

        count = 3
        if "requestID" in data and (v := data["requestID"]) is not None:
            self.request_id = v

            count += 1
        else:
            self.request_id = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "type": self.type,
            "code": self.code,
            "message": self.message,
        }
        if self.request_id is not None:
            out["requestID"] = self.request_id
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.type = data["type"]
        self.version = data["version"]
        self.chat_ids = as_list(data["chatIDs"])

        count = 3
        if "app" in data and (v := data["app"]) is not None:
            self.app = WSAppSubscription._read(v)

            count += 1
        else:
            self.app = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "type": self.type,
            "version": self.version,
            "chatIDs": self.chat_ids,
        }
        if self.app is not None:
            out["app"] = self.app.to_dict()
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.type = data["type"]

        count = 1
        if "requestID" in data and (v := data["requestID"]) is not None:
            self.request_id = v

            count += 1
        else:
            self.request_id = None
        if "chatIDs" in data and (v := data["chatIDs"]) is not None:
            self.chat_ids = as_list(v)

            count += 1
        else:
            self.chat_ids = None
        if "app" in data and (v := data["app"]) is not None:
            self.app = WSAppSubscription._read(v)

            count += 1
        else:
            self.app = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "type": self.type,
        }
        if self.request_id is not None:
            out["requestID"] = self.request_id
        if self.chat_ids is not None:
            out["chatIDs"] = self.chat_ids
        if self.app is not None:
            out["app"] = self.app.to_dict()
        return out if self._extras is None else self._add_extras(out, self._extras)


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

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.type = data["type"]
        self.chat_ids = as_list(data["chatIDs"])

        count = 2
        if "requestID" in data and (v := data["requestID"]) is not None:
            self.request_id = v

            count += 1
        else:
            self.request_id = None
        if "app" in data and (v := data["app"]) is not None:
            self.app = WSAppSubscription._read(v)

            count += 1
        else:
            self.app = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "type": self.type,
            "chatIDs": self.chat_ids,
        }
        if self.request_id is not None:
            out["requestID"] = self.request_id
        if self.app is not None:
            out["app"] = self.app.to_dict()
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class WSVerificationRemoved(Model):
    """A verification is gone. Since app 4.3.0."""

    type: Literal["verification.removed"]
    """Always verification.removed."""
    seq: int
    """Counter of this connection over all events, at least 0; a gap means lost frames."""
    ts: datetime | float
    """When it happened: an ISO 8601 string, or a number of Unix milliseconds."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "seq": "seq",
        "ts": "ts",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "ts": lambda value: parse_time(value) if isinstance(value, str) else value,
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        respelled: tuple[str, ...] = ()
        self.type = data["type"]
        self.seq = data["seq"]
        r3 = data["ts"]
        self.ts = parse_time(r3) if isinstance(r3, str) else r3
        if self.ts is not r3 and is_respelled(self.ts, r3):
            respelled += ("ts",)

        count = 3
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "type": self.type,
            "seq": self.seq,
            "ts": to_json(self.ts),
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class WSVerificationUpdated(Model):
    """A verification changed. Since app 4.3.0."""

    type: Literal["verification.updated"]
    """Always verification.updated."""
    seq: int
    """Counter of this connection over all events, at least 0; a gap means lost frames."""
    ts: datetime | float
    """When it happened: an ISO 8601 string, or a number of Unix milliseconds."""
    verification: Verification
    """The new state."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "seq": "seq",
        "ts": "ts",
        "verification": "verification",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "ts": lambda value: parse_time(value) if isinstance(value, str) else value,
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        respelled: tuple[str, ...] = ()
        self.type = data["type"]
        self.seq = data["seq"]
        r3 = data["ts"]
        self.ts = parse_time(r3) if isinstance(r3, str) else r3
        if self.ts is not r3 and is_respelled(self.ts, r3):
            respelled += ("ts",)

        self.verification = Verification._read(data["verification"])

        count = 4
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self

    def to_dict(self) -> dict[str, Any]:
        if type(self._extras) is Incomplete:
            return self._extras.to_dict(self)
        out: dict[str, Any] = {
            "type": self.type,
            "seq": self.seq,
            "ts": to_json(self.ts),
            "verification": self.verification.to_dict(),
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


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
    if kind in ("chat.upserted", "chat.deleted", "message.upserted", "message.deleted"):
        return WSDomainEvent._read(value)
    if kind == "app.state.updated":
        return WSAppStateUpdated._read(value)
    if kind == "verification.updated":
        return WSVerificationUpdated._read(value)
    if kind == "verification.removed":
        return WSVerificationRemoved._read(value)
    return UnknownVariant._read(value)


ErrorDetails: TypeAlias = "ValidationErrorDetails | dict[str, Json] | Json | None"
"""Details of a failure: a list of issues for validation failures, otherwise any JSON."""

WSOutgoing: TypeAlias = (
    WSReady
    | WSSubscriptionsUpdated
    | WSError
    | WSDomainEvent
    | WSAppStateUpdated
    | WSVerificationUpdated
    | WSVerificationRemoved
    | UnknownVariant
)
"""Every frame of the server; distinguished by `type`. Since app 4.2.557."""
