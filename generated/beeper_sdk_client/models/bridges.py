# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import define

from .._model import (
    Model,
    UnknownVariant,
    as_list,
    as_object,
    extras,
    is_object,
    new,
    no_variant,
    null,
)
from .account import Account
from .user import User

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Self

    from .._model import Json
    from ._enums import (
        BridgeLoginStatus,
        BridgeProvider,
        BridgeStatus,
        CookieFieldType,
        GroupTimerType,
        LoginRemovalScope,
        LoginSessionStatus,
        LoginStepKind,
        LoginStepSource,
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LoginSession(Model):
    """A temporary sign-in session on a bridge. Since app 4.3.0."""

    bridge_id: str
    """Bridge signed in to."""
    login_session_id: str
    """ID of the session."""
    status: LoginSessionStatus
    """State of the session."""
    login_id: str | None = None
    """Login being reconnected, when known."""
    account_id: str | None = None
    """Account being reconnected, when known."""
    current_step: LoginStep | None = None
    """What to do next; left out when complete, cancelled or failed."""
    account: Account | None = None
    """The account, once complete."""
    login: BridgeLogin | None = None
    """The login, once complete."""
    error: APIError | None = None
    """Why it failed."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "bridgeID": "bridge_id",
        "loginSessionID": "login_session_id",
        "status": "status",
        "loginID": "login_id",
        "accountID": "account_id",
        "currentStep": "current_step",
        "account": "account",
        "login": "login",
        "error": "error",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.bridge_id = data["bridgeID"]
        self.login_session_id = data["loginSessionID"]
        self.status = data["status"]

        count = 3
        if "loginID" in data and (v := data["loginID"]) is not None:
            self.login_id = v

            count += 1
        else:
            self.login_id = None
        if "accountID" in data and (v := data["accountID"]) is not None:
            self.account_id = v

            count += 1
        else:
            self.account_id = None
        if "currentStep" in data and (v := data["currentStep"]) is not None:
            self.current_step = load_login_step(v)

            count += 1
        else:
            self.current_step = None
        if "account" in data and (v := data["account"]) is not None:
            self.account = Account._read(v)

            count += 1
        else:
            self.account = None
        if "login" in data and (v := data["login"]) is not None:
            self.login = BridgeLogin._read(v)

            count += 1
        else:
            self.login = None
        if "error" in data and (v := data["error"]) is not None:
            self.error = APIError._read(v)

            count += 1
        else:
            self.error = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class APIError(Model):
    """An error inside a sign-in session, not an HTTP error. Since app 4.3.0."""

    code: str
    """Machine-readable code."""
    message: str
    """Human-readable explanation."""
    details: dict[str, Json] | None = None
    """Extra data; free-form."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "message": "message",
        "details": "details",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.code = data["code"]
        self.message = data["message"]

        count = 2
        if "details" in data and (v := data["details"]) is not None:
            self.details = as_object(v)

            count += 1
        else:
            self.details = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class Bridge(Model):
    """A connector to a network, through which accounts are connected or reconnected. Since app 4.3.0."""

    id: str
    """Bridge ID."""
    type: str
    """Kind of bridge (an open set)."""
    provider: BridgeProvider
    """Where its accounts run."""
    display_name: str
    """Name shown in the app."""
    active_account_count: int
    """Active accounts of this network on this device; at least 0."""
    supports_multiple_accounts: bool
    """Several accounts are allowed."""
    status: BridgeStatus
    """Whether new accounts can be connected."""
    accounts: list[Account]
    """Accounts connected through it."""
    network: str | None = None
    """Group of bridges that share counts and limits."""
    status_text: str | None = None
    """Human-readable state."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "type": "type",
        "provider": "provider",
        "displayName": "display_name",
        "activeAccountCount": "active_account_count",
        "supportsMultipleAccounts": "supports_multiple_accounts",
        "status": "status",
        "accounts": "accounts",
        "network": "network",
        "statusText": "status_text",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.id = r1 = data["id"]
        self.type = r2 = data["type"]
        self.provider = r3 = data["provider"]
        self.display_name = r4 = data["displayName"]
        self.active_account_count = r5 = data["activeAccountCount"]
        self.supports_multiple_accounts = r6 = data["supportsMultipleAccounts"]
        self.status = r7 = data["status"]
        self.accounts = [Account._read(x) for x in data["accounts"]] if data["accounts"] else as_list(data["accounts"])

        if r1 is None or r2 is None or r3 is None or r4 is None or r5 is None or r6 is None or r7 is None:
            null()
        count = 8
        if "network" in data and (v := data["network"]) is not None:
            self.network = v

            count += 1
        else:
            self.network = None
        if "statusText" in data and (v := data["statusText"]) is not None:
            self.status_text = v

            count += 1
        else:
            self.status_text = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class BridgeList(Model):
    """All bridges; there are no pages. Since app 4.3.0."""

    items: list[Bridge]
    """The bridges."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.items = [Bridge._read(x) for x in data["items"]] if data["items"] else as_list(data["items"])

        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class BridgeLogin(Model):
    """A signed-in identity on a bridge; it may hold several accounts. Since app 4.3.0."""

    bridge_id: str
    """Bridge of the login."""
    login_id: str
    """Login ID."""
    status: BridgeLoginStatus
    """Connection state."""
    remove_scopes: list[LoginRemovalScope]
    """Where it can be removed."""
    account_ids: list[str] | None = None
    """Accounts of this login, when known."""
    user: User | None = None
    """Who is signed in."""
    status_text: str | None = None
    """Human-readable state."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "bridgeID": "bridge_id",
        "loginID": "login_id",
        "status": "status",
        "removeScopes": "remove_scopes",
        "accountIDs": "account_ids",
        "user": "user",
        "statusText": "status_text",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.bridge_id = r1 = data["bridgeID"]
        self.login_id = r2 = data["loginID"]
        self.status = r3 = data["status"]
        self.remove_scopes = as_list(data["removeScopes"])

        if r1 is None or r2 is None or r3 is None:
            null()
        count = 4
        if "accountIDs" in data and (v := data["accountIDs"]) is not None:
            self.account_ids = as_list(v)

            count += 1
        else:
            self.account_ids = None
        if "user" in data and (v := data["user"]) is not None:
            self.user = User._read(v)

            count += 1
        else:
            self.user = None
        if "statusText" in data and (v := data["statusText"]) is not None:
            self.status_text = v

            count += 1
        else:
            self.status_text = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class BridgeLoginList(Model):
    """Logins of a bridge; there are no pages. Since app 4.3.0."""

    items: list[BridgeLogin]
    """The logins."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.items = [BridgeLogin._read(x) for x in data["items"]] if data["items"] else as_list(data["items"])

        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class BridgeLoginRemoval(Model):
    """Response of removing a login. Since app 4.3.0."""

    bridge_id: str
    """Bridge of the login."""
    login_id: str
    """Login that was removed."""
    status: Literal["removed"]
    """Always removed."""
    scope: LoginRemovalScope
    """Where it was removed."""
    affected_account_ids: list[str] | None = None
    """Accounts that were removed."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "bridgeID": "bridge_id",
        "loginID": "login_id",
        "status": "status",
        "scope": "scope",
        "affectedAccountIDs": "affected_account_ids",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.bridge_id = data["bridgeID"]
        self.login_id = data["loginID"]
        self.status = data["status"]
        self.scope = data["scope"]

        count = 4
        if "affectedAccountIDs" in data and (v := data["affectedAccountIDs"]) is not None:
            self.affected_account_ids = as_list(v)

            count += 1
        else:
            self.affected_account_ids = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class BridgeLoginRemoveRequest(Model):
    """Where to remove the login. Since app 4.3.0."""

    scope: LoginRemovalScope
    """Where to remove it."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "scope": "scope",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class CodeLoginDisplay(Model):
    """A pairing code to show. Since app 4.3.1."""

    type: Literal["code"]
    """Always code."""
    data: str
    """Code to show."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "data": "data",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "data",
        }
    )

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.type = data["type"]
        self.data = data["data"]

        count = 2
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class CompleteLoginStep(Model):
    """The last step: sign-in is complete. It may have no `step_id`. Since app 4.3.0."""

    type: Literal["complete"]
    """Always complete."""
    step_id: str | None = None
    """ID of the step."""
    instructions: str | None = None
    """Closing text."""
    account: Account | None = None
    """The account."""
    login: BridgeLogin | None = None
    """The login."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "stepID": "step_id",
        "instructions": "instructions",
        "account": "account",
        "login": "login",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.type = data["type"]

        count = 1
        if "stepID" in data and (v := data["stepID"]) is not None:
            self.step_id = v

            count += 1
        else:
            self.step_id = None
        if "instructions" in data and (v := data["instructions"]) is not None:
            self.instructions = v

            count += 1
        else:
            self.instructions = None
        if "account" in data and (v := data["account"]) is not None:
            self.account = Account._read(v)

            count += 1
        else:
            self.account = None
        if "login" in data and (v := data["login"]) is not None:
            self.login = BridgeLogin._read(v)

            count += 1
        else:
            self.login = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class CookieField(Model):
    """One value to collect from the browser. Since app 4.3.0."""

    id: str
    """Key of the value in the submitted step."""
    name: str | None = None
    """Key of the cookie, header or storage entry."""
    type: CookieFieldType | None = None
    """Where it lives."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "type": "type",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.id = r1 = data["id"]

        if r1 is None:
            null()
        count = 1
        if "name" in data and (v := data["name"]) is not None:
            self.name = v

            count += 1
        else:
            self.name = None
        if "type" in data and (v := data["type"]) is not None:
            self.type = v

            count += 1
        else:
            self.type = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class CookiesLoginStep(Model):
    """A step that collects values from a sign-in in a browser. Since app 4.3.0."""

    type: Literal["cookies"]
    """Always cookies."""
    step_id: str
    """ID of the step."""
    url: str
    """Page to open."""
    fields: list[CookieField]
    """Values to collect."""
    instructions: str | None = None
    """Message for the user."""
    user_agent: str | None = None
    """User agent to open the page with."""
    expected_final_url_regex: str | None = None
    """Regular expression that recognises the final URL."""
    extract_js: str | None = None
    """Script that extracts the values."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "stepID": "step_id",
        "url": "url",
        "fields": "fields",
        "instructions": "instructions",
        "userAgent": "user_agent",
        "expectedFinalURLRegex": "expected_final_url_regex",
        "extractJS": "extract_js",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.type = data["type"]
        self.step_id = data["stepID"]
        self.url = data["url"]
        self.fields = [CookieField._read(x) for x in data["fields"]] if data["fields"] else as_list(data["fields"])

        count = 4
        if "instructions" in data and (v := data["instructions"]) is not None:
            self.instructions = v

            count += 1
        else:
            self.instructions = None
        if "userAgent" in data and (v := data["userAgent"]) is not None:
            self.user_agent = v

            count += 1
        else:
            self.user_agent = None
        if "expectedFinalURLRegex" in data and (v := data["expectedFinalURLRegex"]) is not None:
            self.expected_final_url_regex = v

            count += 1
        else:
            self.expected_final_url_regex = None
        if "extractJS" in data and (v := data["extractJS"]) is not None:
            self.extract_js = v

            count += 1
        else:
            self.extract_js = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class DisappearingTimerCapability(Model):
    """Disappearing timers of new groups; like those of chats, with keys in snake_case. Since app
    4.3.0."""

    types: list[GroupTimerType]
    """Kinds of timer."""
    timers: list[int] | None = None
    """Allowed values; the unit is not known."""
    omit_empty_timer: Literal[True] | None = None
    """Always `True`: an empty timer is omitted."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "types": "types",
        "timers": "timers",
        "omit_empty_timer": "omit_empty_timer",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.types = as_list(data["types"])

        count = 1
        if "timers" in data and (v := data["timers"]) is not None:
            self.timers = as_list(v)

            count += 1
        else:
            self.timers = None
        if "omit_empty_timer" in data and (v := data["omit_empty_timer"]) is not None:
            self.omit_empty_timer = v

            count += 1
        else:
            self.omit_empty_timer = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class DisplayAndWaitLoginStep(Model):
    """A step that shows something. Submit it to wait for the result. Since app 4.3.0."""

    type: Literal["display_and_wait"]
    """Always display_and_wait."""
    step_id: str
    """ID of the step."""
    display: LoginDisplay
    """What to show."""
    instructions: str | None = None
    """Message for the user."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "stepID": "step_id",
        "display": "display",
        "instructions": "instructions",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.type = data["type"]
        self.step_id = data["stepID"]
        self.display = load_login_display(data["display"])

        count = 3
        if "instructions" in data and (v := data["instructions"]) is not None:
            self.instructions = v

            count += 1
        else:
            self.instructions = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class EmojiLoginDisplay(Model):
    """An emoji to show, as an image. Since app 4.3.0."""

    type: Literal["emoji"]
    """Always emoji."""
    image_url: str
    """URL of the image."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "imageURL": "image_url",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.type = data["type"]
        self.image_url = data["imageURL"]

        count = 2
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class EmptyLoginDisplay(Model):
    """Nothing to show. Since app 4.3.0."""

    type: Literal["nothing"]
    """Always nothing."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.type = data["type"]

        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class GroupFieldCapability(Model):
    """Whether and how one field of a new group can be set. Since app 4.3.0."""

    allowed: bool
    """It can be set."""
    required: bool | None = None
    """It must be set."""
    min_length: int | None = None
    """Shortest value, in characters or entries."""
    max_length: int | None = None
    """Longest value, in characters or entries."""
    settings: DisappearingTimerCapability | None = None
    """Limits of the disappearing timer."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "allowed": "allowed",
        "required": "required",
        "min_length": "min_length",
        "max_length": "max_length",
        "settings": "settings",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.allowed = r1 = data["allowed"]

        if r1 is None:
            null()
        count = 1
        if "required" in data and (v := data["required"]) is not None:
            self.required = v

            count += 1
        else:
            self.required = None
        if "min_length" in data and (v := data["min_length"]) is not None:
            self.min_length = v

            count += 1
        else:
            self.min_length = None
        if "max_length" in data and (v := data["max_length"]) is not None:
            self.max_length = v

            count += 1
        else:
            self.max_length = None
        if "settings" in data and (v := data["settings"]) is not None:
            self.settings = DisappearingTimerCapability._read(v)

            count += 1
        else:
            self.settings = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class GroupTypeCapabilities(Model):
    """What can be set when a group of this type is created. Since app 4.3.0."""

    type_description: str
    """Name of the type."""
    name: GroupFieldCapability | None = None
    """Setting the name."""
    username: GroupFieldCapability | None = None
    """Setting the username."""
    avatar: GroupFieldCapability | None = None
    """Setting the avatar."""
    topic: GroupFieldCapability | None = None
    """Setting the topic."""
    disappear: GroupFieldCapability | None = None
    """Setting the disappearing timer."""
    participants: GroupFieldCapability | None = None
    """Setting the participants."""
    parent: GroupFieldCapability | None = None
    """Setting the parent."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type_description": "type_description",
        "name": "name",
        "username": "username",
        "avatar": "avatar",
        "topic": "topic",
        "disappear": "disappear",
        "participants": "participants",
        "parent": "parent",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.type_description = r1 = data["type_description"]

        if r1 is None:
            null()
        count = 1
        if "name" in data and (v := data["name"]) is not None:
            self.name = GroupFieldCapability._read(v)

            count += 1
        else:
            self.name = None
        if "username" in data and (v := data["username"]) is not None:
            self.username = GroupFieldCapability._read(v)

            count += 1
        else:
            self.username = None
        if "avatar" in data and (v := data["avatar"]) is not None:
            self.avatar = GroupFieldCapability._read(v)

            count += 1
        else:
            self.avatar = None
        if "topic" in data and (v := data["topic"]) is not None:
            self.topic = GroupFieldCapability._read(v)

            count += 1
        else:
            self.topic = None
        if "disappear" in data and (v := data["disappear"]) is not None:
            self.disappear = GroupFieldCapability._read(v)

            count += 1
        else:
            self.disappear = None
        if "participants" in data and (v := data["participants"]) is not None:
            self.participants = GroupFieldCapability._read(v)

            count += 1
        else:
            self.participants = None
        if "parent" in data and (v := data["parent"]) is not None:
            self.parent = GroupFieldCapability._read(v)

            count += 1
        else:
            self.parent = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LoginFlow(Model):
    """One way to sign in to a bridge. Since app 4.3.0."""

    id: str
    """Flow ID."""
    name: str | None = None
    """Name to show."""
    description: str | None = None
    """When to use it."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.id = r1 = data["id"]

        if r1 is None:
            null()
        count = 1
        if "name" in data and (v := data["name"]) is not None:
            self.name = v

            count += 1
        else:
            self.name = None
        if "description" in data and (v := data["description"]) is not None:
            self.description = v

            count += 1
        else:
            self.description = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LoginFlowList(Model):
    """Sign-in flows of a bridge; there are no pages. Since app 4.3.0."""

    items: list[LoginFlow]
    """The flows."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.items = [LoginFlow._read(x) for x in data["items"]] if data["items"] else as_list(data["items"])

        count = 1
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LoginInputField(Model):
    """One value to ask the user for. Since app 4.3.0."""

    id: str
    """Key of the value in the submitted step."""
    type: str | None = None
    """Kind of input, e.g. text, password or email (an open set)."""
    label: str | None = None
    """Label to show."""
    placeholder: str | None = None
    """Placeholder to show."""
    initial_value: str | None = None
    """Value to start with."""
    optional: bool | None = None
    """May stay empty."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "type": "type",
        "label": "label",
        "placeholder": "placeholder",
        "initialValue": "initial_value",
        "optional": "optional",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.id = r1 = data["id"]

        if r1 is None:
            null()
        count = 1
        if "type" in data and (v := data["type"]) is not None:
            self.type = v

            count += 1
        else:
            self.type = None
        if "label" in data and (v := data["label"]) is not None:
            self.label = v

            count += 1
        else:
            self.label = None
        if "placeholder" in data and (v := data["placeholder"]) is not None:
            self.placeholder = v

            count += 1
        else:
            self.placeholder = None
        if "initialValue" in data and (v := data["initialValue"]) is not None:
            self.initial_value = v

            count += 1
        else:
            self.initial_value = None
        if "optional" in data and (v := data["optional"]) is not None:
            self.optional = v

            count += 1
        else:
            self.optional = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LoginSessionCancellation(Model):
    """Response of cancelling a sign-in session. Since app 4.3.0."""

    bridge_id: str
    """Bridge of the session."""
    login_session_id: str
    """ID of the session."""
    status: Literal["cancelled"]
    """Always cancelled."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "bridgeID": "bridge_id",
        "loginSessionID": "login_session_id",
        "status": "status",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.bridge_id = data["bridgeID"]
        self.login_session_id = data["loginSessionID"]
        self.status = data["status"]

        count = 3
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LoginSessionCreateRequest(Model):
    """How to sign in; all fields are optional. Connects a new account unless `login_id` or
    `account_id` is given. Since app 4.3.0."""

    flow_id: str | None = None
    """Sign-in flow, at least 1 character; the default flow if omitted."""
    login_id: str | None = None
    """Login to reconnect, at least 1 character."""
    account_id: str | None = None
    """Account to reconnect, at least 1 character."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "flowID": "flow_id",
        "loginID": "login_id",
        "accountID": "account_id",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LoginStepSubmitRequest(Model):
    """Values for the current step. Since app 4.3.0."""

    type: LoginStepKind
    """Kind of the step."""
    fields: dict[str, str] | None = None
    """Values by the id of the field."""
    source: LoginStepSource | None = None
    """How the values were obtained."""
    last_url: str | None = None
    """Last URL of the browser, for a step of kind cookies."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "fields": "fields",
        "source": "source",
        "lastURL": "last_url",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "fields",
            "last_url",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ProvisioningCapabilities(Model):
    """Advanced capabilities of a bridge. Keys are snake_case. Since app 4.3.0."""

    resolve_identifier: ResolveIdentifierCapabilities
    """How people can be looked up."""
    group_creation: dict[str, GroupTypeCapabilities]
    """What new groups can have, by type of group."""
    image_pack_import: bool | None = None
    """Image packs can be imported."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "resolve_identifier": "resolve_identifier",
        "group_creation": "group_creation",
        "image_pack_import": "image_pack_import",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.resolve_identifier = ResolveIdentifierCapabilities._read(data["resolve_identifier"])
        self.group_creation = {k: GroupTypeCapabilities._read(v) for k, v in as_object(data["group_creation"]).items()}

        count = 2
        if "image_pack_import" in data and (v := data["image_pack_import"]) is not None:
            self.image_pack_import = v

            count += 1
        else:
            self.image_pack_import = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class QRCodeLoginDisplay(Model):
    """A QR code to show. Since app 4.3.0."""

    type: Literal["qr"]
    """Always qr."""
    data: str
    """What to encode."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "data": "data",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "data",
        }
    )

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.type = data["type"]
        self.data = data["data"]

        count = 2
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ResolveIdentifierCapabilities(Model):
    """How people can be looked up. Since app 4.3.0."""

    create_dm: bool
    """A direct chat can be opened."""
    lookup_phone: bool
    """Lookup by phone number."""
    lookup_email: bool
    """Lookup by e-mail."""
    lookup_username: bool
    """Lookup by username."""
    any_phone: bool
    """Any phone number can be written to."""
    contact_list: bool
    """There is a contact list."""
    search: bool
    """There is a search."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "create_dm": "create_dm",
        "lookup_phone": "lookup_phone",
        "lookup_email": "lookup_email",
        "lookup_username": "lookup_username",
        "any_phone": "any_phone",
        "contact_list": "contact_list",
        "search": "search",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.create_dm = data["create_dm"]
        self.lookup_phone = data["lookup_phone"]
        self.lookup_email = data["lookup_email"]
        self.lookup_username = data["lookup_username"]
        self.any_phone = data["any_phone"]
        self.contact_list = data["contact_list"]
        self.search = data["search"]

        count = 7
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class UserInputLoginStep(Model):
    """A step that asks the user for values. Since app 4.3.0."""

    type: Literal["user_input"]
    """Always user_input."""
    step_id: str
    """ID of the step."""
    fields: list[LoginInputField]
    """Values to ask for."""
    instructions: str | None = None
    """Message for the user."""
    attachments: list[Json] | None = None
    """Things to show; free-form."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "stepID": "step_id",
        "fields": "fields",
        "instructions": "instructions",
        "attachments": "attachments",
    }

    @classmethod
    def _read(cls, data: Mapping[str, Any]) -> Self:
        self = new(cls)
        self.type = data["type"]
        self.step_id = data["stepID"]
        self.fields = [LoginInputField._read(x) for x in data["fields"]] if data["fields"] else as_list(data["fields"])

        count = 3
        if "instructions" in data and (v := data["instructions"]) is not None:
            self.instructions = v

            count += 1
        else:
            self.instructions = None
        if "attachments" in data and (v := data["attachments"]) is not None:
            self.attachments = as_list(v)

            count += 1
        else:
            self.attachments = None
        missing = len(data) - count
        self._extras = extras(cls, data, missing) if missing else None
        return self


def load_login_display(value: Any) -> LoginDisplay:
    """Select the variant by the value of ``type``."""
    if not is_object(value):
        no_variant()
    kind = value["type"]
    if kind == "qr":
        return QRCodeLoginDisplay._read(value)
    if kind == "emoji":
        return EmojiLoginDisplay._read(value)
    if kind == "code":
        return CodeLoginDisplay._read(value)
    if kind == "nothing":
        return EmptyLoginDisplay._read(value)
    return UnknownVariant._read(value)


def load_login_step(value: Any) -> LoginStep:
    """Select the variant by the value of ``type``."""
    if not is_object(value):
        no_variant()
    kind = value["type"]
    if kind == "user_input":
        return UserInputLoginStep._read(value)
    if kind == "cookies":
        return CookiesLoginStep._read(value)
    if kind == "display_and_wait":
        return DisplayAndWaitLoginStep._read(value)
    if kind == "complete":
        return CompleteLoginStep._read(value)
    return UnknownVariant._read(value)


LoginDisplay: TypeAlias = QRCodeLoginDisplay | EmojiLoginDisplay | CodeLoginDisplay | EmptyLoginDisplay | UnknownVariant
"""What a display step shows. Since app 4.3.0."""

LoginStep: TypeAlias = (
    UserInputLoginStep | CookiesLoginStep | DisplayAndWaitLoginStep | CompleteLoginStep | UnknownVariant
)
"""The step of a sign-in to show or to submit. Since app 4.3.0."""
