# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import define

from .._model import Model, is_object, no_variant

if TYPE_CHECKING:
    from typing import Literal

    from ._enums import (
        AppSetupState,
        VerificationAction,
        VerificationDirection,
        VerificationMethod,
        VerificationPurpose,
        VerificationState,
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AppE2EE(Model):
    """State of end-to-end encryption. Since app 4.3.0."""

    initialized: bool
    """Encryption is set up."""
    secret_storage: bool
    """Secret storage exists."""
    cross_signing: bool
    """Cross-signing works: devices can be verified."""
    verified: bool
    """This device is trusted."""
    secrets: AppE2EESecrets
    """Keys on this device."""
    key_backup: bool
    """A backup of message keys exists."""
    first_sync_done: bool
    """The first encrypted sync is done."""
    has_backed_up_recovery_key: bool
    """The user confirmed to have saved the recovery key."""
    recovery_key_generated_at: float | None = None
    """When the recovery key was made, in Unix time."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "initialized": "initialized",
        "secretStorage": "secret_storage",
        "crossSigning": "cross_signing",
        "verified": "verified",
        "secrets": "secrets",
        "keyBackup": "key_backup",
        "firstSyncDone": "first_sync_done",
        "hasBackedUpRecoveryKey": "has_backed_up_recovery_key",
        "recoveryKeyGeneratedAt": "recovery_key_generated_at",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AppE2EESecrets(Model):
    """Which keys are on this device. Since app 4.3.0."""

    master_key: bool
    """The identity key is on this device."""
    self_signing_key: bool
    """The key that trusts devices is on this device."""
    user_signing_key: bool
    """The key that trusts users is on this device."""
    megolm_backup_key: bool
    """The backup key is on this device."""
    recovery_key: bool
    """The recovery key is on this device."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "masterKey": "master_key",
        "selfSigningKey": "self_signing_key",
        "userSigningKey": "user_signing_key",
        "megolmBackupKey": "megolm_backup_key",
        "recoveryKey": "recovery_key",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AppMatrixIdentity(Model):
    """The signed-in identity. Since app 4.3.0."""

    user_id: str
    """Beeper user ID."""
    device_id: str
    """Device ID."""
    homeserver: str
    """URL of the homeserver."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "userID": "user_id",
        "deviceID": "device_id",
        "homeserver": "homeserver",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AppStateSnapshot(Model):
    """State of sign-in and encryption setup. Also the session in many responses, and `app_state` of a
    WebSocket event. Since app 4.3.0."""

    state: AppSetupState
    """Stage of the setup."""
    e2ee: AppE2EE
    """State of encryption."""
    matrix: AppMatrixIdentity | None = None
    """The signed-in identity; left out until signed in."""
    verification: Verification | None = None
    """The verification under way."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "state": "state",
        "e2ee": "e2ee",
        "matrix": "matrix",
        "verification": "verification",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class QRScanRequest(Model):
    """The QR code that was scanned. Since app 4.3.0."""

    data: str
    """What the QR code held."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "data": "data",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "data",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class RecoveryKeyRequest(Model):
    """A recovery key, to verify or to confirm. Since app 4.3.0."""

    recovery_key: str
    """The key, at least 1 character."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "recoveryKey": "recovery_key",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "recovery_key",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class RecoveryKeyResetRequest(Model):
    """What is needed to replace the recovery key. Since app 4.3.0."""

    existing_recovery_key: str | None = None
    """The old key, if it is known."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "existingRecoveryKey": "existing_recovery_key",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "existing_recovery_key",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class RecoveryKeyResetResult(Model):
    """The new recovery key, which has not taken effect yet. Since app 4.3.0."""

    recovery_key: str
    """The new key; shown once."""
    session: AppStateSnapshot
    """The state afterwards."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "recoveryKey": "recovery_key",
        "session": "session",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "recovery_key",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class SessionResult(Model):
    """The state after a recovery key was used. Since app 4.3.0."""

    session: AppStateSnapshot
    """The state afterwards."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "session": "session",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class SetupCompleteResult(Model):
    """Signed in. Since app 4.3.0."""

    matrix: SetupCredentials
    """Credentials."""
    session: AppStateSnapshot
    """The state afterwards."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "matrix": "matrix",
        "session": "session",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class SetupCredentials(Model):
    """Credentials, handed out once. The access token also works as bearer token of this API. Since app
    4.3.0."""

    user_id: str
    """Beeper user ID."""
    device_id: str
    """Device ID."""
    access_token: str
    """Access token of the account; handed out once."""
    homeserver: str
    """URL of the homeserver."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "userID": "user_id",
        "deviceID": "device_id",
        "accessToken": "access_token",
        "homeserver": "homeserver",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "access_token",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class SetupEmailRequest(Model):
    """E-mail address for the code. Since app 4.3.0."""

    setup_request_id: str
    """ID from the start."""
    email: str
    """E-mail address."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "setupRequestID": "setup_request_id",
        "email": "email",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class SetupRegisterRequest(Model):
    """The account to create. Since app 4.3.0."""

    setup_request_id: str
    """ID from the response to the code."""
    lead_token: str
    """Token from the response to the code."""
    username: str
    """Username, at least 1 character."""
    accept_terms: Literal[True]
    """Must be `True`."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "setupRequestID": "setup_request_id",
        "leadToken": "lead_token",
        "username": "username",
        "acceptTerms": "accept_terms",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "lead_token",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class SetupRegistrationCopy(Model):
    """Texts to show while registering. Since app 4.3.0."""

    title: str
    """Heading."""
    username_placeholder: str
    """Placeholder of the username."""
    submit: str
    """Text of the button."""
    terms: str
    """Legal notice."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "title": "title",
        "usernamePlaceholder": "username_placeholder",
        "submit": "submit",
        "terms": "terms",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class SetupRegistrationRequired(Model):
    """There is no account yet: register next. Since app 4.3.0."""

    registration_required: Literal[True]
    """Always `True`."""
    setup_request_id: str
    """ID to register with."""
    lead_token: str
    """Token to register with."""
    copy: SetupRegistrationCopy
    """Texts to show."""
    username_suggestions: list[str] | None = None
    """Usernames that are free."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "registrationRequired": "registration_required",
        "setupRequestID": "setup_request_id",
        "leadToken": "lead_token",
        "copy": "copy",
        "usernameSuggestions": "username_suggestions",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "lead_token",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class SetupResponseRequest(Model):
    """The code from the e-mail. Since app 4.3.0."""

    setup_request_id: str
    """ID from the start."""
    response: str
    """The code."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "setupRequestID": "setup_request_id",
        "response": "response",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "response",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class SetupStartResult(Model):
    """Response of starting a sign-in. Since app 4.3.0."""

    setup_request_id: str
    """ID for the next steps."""
    sign_in_methods: list[str]
    """Methods to sign in with (an open set)."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "setupRequestID": "setup_request_id",
        "signInMethods": "sign_in_methods",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class Verification(Model):
    """Progress of a device verification. Since app 4.3.0."""

    id: str
    """ID of the verification, for the paths of its actions."""
    purpose: VerificationPurpose
    """What it is for."""
    direction: VerificationDirection
    """Who started it."""
    state: VerificationState
    """State of the verification."""
    methods: list[VerificationMethod]
    """Methods that can be used."""
    available_actions: list[VerificationAction]
    """Actions that are allowed next."""
    other_user_id: str | None = None
    """The other user."""
    other_device: VerificationDevice | None = None
    """The other device."""
    qr: VerificationQR | None = None
    """QR code to show."""
    sas: VerificationSAS | None = None
    """What the user compares."""
    error: VerificationError | None = None
    """Why it stopped."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "purpose": "purpose",
        "direction": "direction",
        "state": "state",
        "methods": "methods",
        "availableActions": "available_actions",
        "otherUserID": "other_user_id",
        "otherDevice": "other_device",
        "qr": "qr",
        "sas": "sas",
        "error": "error",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class VerificationCancelRequest(Model):
    """Why to cancel; all optional. Since app 4.3.0."""

    code: str | None = None
    """Machine-readable reason."""
    reason: str | None = None
    """Human-readable reason."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "reason": "reason",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class VerificationCreateRequest(Model):
    """What to verify; all optional. Since app 4.3.0."""

    user_id: str | None = None
    """User to verify; the signed-in user if omitted."""
    purpose: VerificationPurpose | None = None
    """What it is for."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "userID": "user_id",
        "purpose": "purpose",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class VerificationDevice(Model):
    """The other device of a verification. Since app 4.3.0."""

    id: str
    """Device ID."""
    name: str | None = None
    """Name of the device."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class VerificationError(Model):
    """Why a verification stopped. Since app 4.3.0."""

    code: str
    """Machine-readable reason."""
    reason: str
    """Human-readable reason."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "reason": "reason",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class VerificationList(Model):
    """Pending and active verifications; there are no pages. Since app 4.3.0."""

    items: list[Verification]
    """The verifications."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class VerificationQR(Model):
    """QR code to show to the other device. Since app 4.3.0."""

    data: str
    """What to encode."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "data": "data",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "data",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class VerificationResult(Model):
    """Response of every verification action. Since app 4.3.0."""

    session: AppStateSnapshot
    """The state afterwards."""
    verification: Verification | None = None
    """The verification."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "session": "session",
        "verification": "verification",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class VerificationSAS(Model):
    """What the user compares on both devices. Since app 4.3.0."""

    emojis: str
    """The emoji, as one string."""
    decimals: str | None = None
    """The numbers, as one string."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "emojis": "emojis",
        "decimals": "decimals",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "emojis",
            "decimals",
        }
    )


def load_setup_response_result(value: Any) -> SetupResponseResult:
    """Select the variant by the keys that are present."""
    if not is_object(value):
        no_variant()
    if "matrix" in value:
        return SetupCompleteResult._read(value)
    return SetupRegistrationRequired._read(value)


SetupResponseResult: TypeAlias = SetupCompleteResult | SetupRegistrationRequired
"""Signed in, or registration is needed. Only the latter has the key `registration_required`. Since
    app 4.3.0."""
