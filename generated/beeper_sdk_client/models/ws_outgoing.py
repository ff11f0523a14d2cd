# @generated from openapi.yaml; do not edit

"""WSOutgoing: Every frame of the server; distinguished by `type`.

Beside it: LegacyChatCreateRequest, LegacyMessagePage, WSAppStateUpdated, WSAppSubscription,
WSDomainEvent, WSError, WSReady, WSSubscriptionsSet, WSSubscriptionsUpdated, WSVerificationRemoved,
WSVerificationUpdated.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import define

from .._model import Model, UnknownVariant, as_list, extras, is_object, is_respelled, new, no_variant, to_json
from .._times import parse_time
from .app import AppStateSnapshot, Verification
from .message import Message
from .start_chat_user import StartChatUser

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Literal

    from typing_extensions import Self

    from .._model import Json
    from ._enums import ChatType, LegacyChatCreateMode, WSDomainEventType, WSErrorCode


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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
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
            self.user = StartChatUser.from_dict(v)

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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.items = [Message.from_dict(x) for x in data["items"]] if data["items"] else as_list(data["items"])
        self.has_more = data["hasMore"]
        count = 2
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "items": [x.to_dict() for x in self.items],
            "hasMore": self.has_more,
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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        respelled: tuple[str, ...] = ()
        self.type = data["type"]
        self.seq = data["seq"]
        r3 = data["ts"]
        self.ts = parse_time(r3) if isinstance(r3, str) else r3
        if self.ts is not r3 and is_respelled(self.ts, r3):
            respelled += ("ts",)

        self.app_state = AppStateSnapshot.from_dict(data["appState"])
        count = 4
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self

    def to_dict(self) -> dict[str, Any]:
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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.type = data["type"]
        self.version = data["version"]
        self.chat_ids = as_list(data["chatIDs"])
        count = 3
        if "app" in data and (v := data["app"]) is not None:
            self.app = WSAppSubscription.from_dict(v)

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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
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
            self.app = WSAppSubscription.from_dict(v)

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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
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
            self.app = WSAppSubscription.from_dict(v)

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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
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
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        respelled: tuple[str, ...] = ()
        self.type = data["type"]
        self.seq = data["seq"]
        r3 = data["ts"]
        self.ts = parse_time(r3) if isinstance(r3, str) else r3
        if self.ts is not r3 and is_respelled(self.ts, r3):
            respelled += ("ts",)

        self.verification = Verification.from_dict(data["verification"])
        count = 4
        missing = len(data) - count
        self._extras = extras(cls, data, missing, respelled) if missing or respelled else None
        return self

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "type": self.type,
            "seq": self.seq,
            "ts": to_json(self.ts),
            "verification": self.verification.to_dict(),
        }
        return out if self._extras is None else self._add_extras(out, self._extras)


def load_ws_outgoing(value: Any) -> WSOutgoing:
    """Select the variant by the value of ``type``."""
    if not is_object(value):
        no_variant()
    kind = value["type"]
    if kind == "ready":
        return WSReady.from_dict(value)
    if kind == "subscriptions.updated":
        return WSSubscriptionsUpdated.from_dict(value)
    if kind == "error":
        return WSError.from_dict(value)
    if kind in ("chat.upserted", "chat.deleted", "message.upserted", "message.deleted"):
        return WSDomainEvent.from_dict(value)
    if kind == "app.state.updated":
        return WSAppStateUpdated.from_dict(value)
    if kind == "verification.updated":
        return WSVerificationUpdated.from_dict(value)
    if kind == "verification.removed":
        return WSVerificationRemoved.from_dict(value)
    return UnknownVariant.from_dict(value)


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
