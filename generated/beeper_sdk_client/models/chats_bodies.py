# @generated from openapi.yaml; do not edit

"""ChatArchiveRequest: Archive or restore.

Beside it: ChatCreateRequest, ChatMarkReadRequest, ChatMarkUnreadRequest, ChatStartRequest,
ChatUpdateRequest, LegacyActionResult, ReactionAddRequest, ReminderCreateRequest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from .._model import Model, as_list, extras, is_object, new
from .chat_draft_input import ChatDraftInput
from .reminder_input import ReminderInput
from .start_chat_user import StartChatUser

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Self

    from ._enums import ChatType


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ChatArchiveRequest(Model):
    """Archive or restore."""

    archived: bool | None = None
    """If `True`, archive the chat; if `False`, restore it."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.account_id = data["accountID"]
        self.user = StartChatUser.from_dict(data["user"])
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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
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
            self.draft = ChatDraftInput.from_dict(v)

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
class LegacyActionResult(Model):
    """Response of archive and reminders in some builds between app 4.2.509 and 4.2.557."""

    success: Literal[True]
    """Always `True`."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "success": "success",
    }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.reminder = ReminderInput.from_dict(data["reminder"])
        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "reminder": self.reminder.to_dict(),
        }
        return out if self._extras is None else self._add_extras(out, self._extras)
