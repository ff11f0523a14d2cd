# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import define

from .._model import Model, UnknownVariant, is_object, no_variant

if TYPE_CHECKING:
    from typing import Literal

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
    from .account import Account
    from .user import User


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


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class BridgeList(Model):
    """All bridges; there are no pages. Since app 4.3.0."""

    items: list[Bridge]
    """The bridges."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }


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


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class BridgeLoginList(Model):
    """Logins of a bridge; there are no pages. Since app 4.3.0."""

    items: list[BridgeLogin]
    """The logins."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }


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


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class EmptyLoginDisplay(Model):
    """Nothing to show. Since app 4.3.0."""

    type: Literal["nothing"]
    """Always nothing."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "type": "type",
    }


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


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class LoginFlowList(Model):
    """Sign-in flows of a bridge; there are no pages. Since app 4.3.0."""

    items: list[LoginFlow]
    """The flows."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }


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
