# @generated

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api.app import setup as _app_setup
from ..api.app.setup import recovery_key as _app_setup_recovery_key
from ..api.app.setup import verifications as _app_setup_verifications
from ..api.app.setup.recovery_key import reset as _app_setup_recovery_key_reset
from ..api.app.setup.verifications import qr as _app_setup_verifications_qr
from ..api.app.setup.verifications import sas as _app_setup_verifications_sas

if TYPE_CHECKING:
    from typing import Literal

    from .._protocols import AsyncSender, Sender
    from ..models._enums import VerificationPurposeInput
    from ..models.app import (
        AppStateSnapshot,
        RecoveryKeyResetResult,
        SessionResult,
        SetupCompleteResult,
        SetupResponseResult,
        SetupStartResult,
        VerificationList,
        VerificationResult,
    )


class AppSetupRecoveryKeyResetApi:
    """Replace the recovery key."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def create(self, *, existing_recovery_key: str | None = None) -> RecoveryKeyResetResult:
        """Create a new recovery key.

        The new key takes effect once it is confirmed.

        Args:
            existing_recovery_key: The old key, if it is known.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /v1/app/setup/verification/recovery-key/reset; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_app_setup_recovery_key_reset.create(existing_recovery_key=existing_recovery_key))

    def confirm(self, *, recovery_key: str) -> SessionResult:
        """Confirm the new recovery key, so that it takes effect.

        Args:
            recovery_key: The key, at least 1 character.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /v1/app/setup/verification/recovery-key/reset/confirm;
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_app_setup_recovery_key_reset.confirm(recovery_key=recovery_key))


class AsyncAppSetupRecoveryKeyResetApi:
    """Replace the recovery key."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    async def create(self, *, existing_recovery_key: str | None = None) -> RecoveryKeyResetResult:
        """Create a new recovery key.

        The new key takes effect once it is confirmed.

        Args:
            existing_recovery_key: The old key, if it is known.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /v1/app/setup/verification/recovery-key/reset; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(
            _app_setup_recovery_key_reset.create(existing_recovery_key=existing_recovery_key)
        )

    async def confirm(self, *, recovery_key: str) -> SessionResult:
        """Confirm the new recovery key, so that it takes effect.

        Args:
            recovery_key: The key, at least 1 character.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /v1/app/setup/verification/recovery-key/reset/confirm;
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_app_setup_recovery_key_reset.confirm(recovery_key=recovery_key))


class AppSetupVerificationsQrApi:
    """Verify a device with a QR code."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def scan(self, *, data: str) -> VerificationResult:
        """Submit a QR code scanned from another device.

        The code identifies the verification it belongs to.

        Args:
            data: What the QR code held.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /v1/app/setup/verifications/qr/scan; error statuses:
        400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_app_setup_verifications_qr.scan(data=data))

    def confirm_scanned(self, verification_id: str) -> VerificationResult:
        """Confirm that the other device scanned the QR code of this device.

        Args:
            verification_id: Verification ID.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST
        /v1/app/setup/verifications/{verificationID}/qr/confirm-scanned; error statuses: 400, 401,
        403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_app_setup_verifications_qr.confirm_scanned(verification_id))


class AsyncAppSetupVerificationsQrApi:
    """Verify a device with a QR code."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    async def scan(self, *, data: str) -> VerificationResult:
        """Submit a QR code scanned from another device.

        The code identifies the verification it belongs to.

        Args:
            data: What the QR code held.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /v1/app/setup/verifications/qr/scan; error statuses:
        400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_app_setup_verifications_qr.scan(data=data))

    async def confirm_scanned(self, verification_id: str) -> VerificationResult:
        """Confirm that the other device scanned the QR code of this device.

        Args:
            verification_id: Verification ID.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST
        /v1/app/setup/verifications/{verificationID}/qr/confirm-scanned; error statuses: 400, 401,
        403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_app_setup_verifications_qr.confirm_scanned(verification_id))


class AppSetupVerificationsSasApi:
    """Verify a device by comparing emoji."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def start(self, verification_id: str) -> VerificationResult:
        """Start comparing emoji.

        Args:
            verification_id: Verification ID.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST
        /v1/app/setup/verifications/{verificationID}/sas/start; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return self._sender.send(_app_setup_verifications_sas.start(verification_id))

    def confirm(self, verification_id: str) -> VerificationResult:
        """Confirm that the emoji are the same.

        Args:
            verification_id: Verification ID.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST
        /v1/app/setup/verifications/{verificationID}/sas/confirm; error statuses: 400, 401, 403,
        404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_app_setup_verifications_sas.confirm(verification_id))


class AsyncAppSetupVerificationsSasApi:
    """Verify a device by comparing emoji."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    async def start(self, verification_id: str) -> VerificationResult:
        """Start comparing emoji.

        Args:
            verification_id: Verification ID.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST
        /v1/app/setup/verifications/{verificationID}/sas/start; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return await self._sender.send(_app_setup_verifications_sas.start(verification_id))

    async def confirm(self, verification_id: str) -> VerificationResult:
        """Confirm that the emoji are the same.

        Args:
            verification_id: Verification ID.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST
        /v1/app/setup/verifications/{verificationID}/sas/confirm; error statuses: 400, 401, 403,
        404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_app_setup_verifications_sas.confirm(verification_id))


class AppSetupRecoveryKeyApi:
    """The recovery key, which unlocks encrypted messages."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def reset(self) -> AppSetupRecoveryKeyResetApi:
        """Replace the recovery key."""
        return AppSetupRecoveryKeyResetApi(self._sender)

    def verify(self, *, recovery_key: str) -> SessionResult:
        """Unlock encrypted messages with the recovery key.

        Args:
            recovery_key: The key, at least 1 character.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /v1/app/setup/verification/recovery-key; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_app_setup_recovery_key.verify(recovery_key=recovery_key))


class AsyncAppSetupRecoveryKeyApi:
    """The recovery key, which unlocks encrypted messages."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def reset(self) -> AsyncAppSetupRecoveryKeyResetApi:
        """Replace the recovery key."""
        return AsyncAppSetupRecoveryKeyResetApi(self._sender)

    async def verify(self, *, recovery_key: str) -> SessionResult:
        """Unlock encrypted messages with the recovery key.

        Args:
            recovery_key: The key, at least 1 character.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /v1/app/setup/verification/recovery-key; error
        statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_app_setup_recovery_key.verify(recovery_key=recovery_key))


class AppSetupVerificationsApi:
    """Verify this device with another one."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def qr(self) -> AppSetupVerificationsQrApi:
        """Verify a device with a QR code."""
        return AppSetupVerificationsQrApi(self._sender)

    @property
    def sas(self) -> AppSetupVerificationsSasApi:
        """Verify a device by comparing emoji."""
        return AppSetupVerificationsSasApi(self._sender)

    def list(self) -> VerificationList:
        """List pending and active verifications.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET /v1/app/setup/verifications;
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_app_setup_verifications.list())

    def create(
        self, *, user_id: str | None = None, purpose: VerificationPurposeInput | None = None
    ) -> VerificationResult:
        """Start verifying this device from another one.

        Args:
            user_id: User to verify; the signed-in user if omitted.
            purpose: What it is for.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /v1/app/setup/verifications; error statuses: 400, 401,
        403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_app_setup_verifications.create(user_id=user_id, purpose=purpose))

    def retrieve(self, verification_id: str) -> VerificationResult:
        """Get one verification.

        Args:
            verification_id: Verification ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /v1/app/setup/verifications/{verificationID}; error statuses: 400, 401, 403, 404, 409, 422,
        429, 500, 502.
        """
        return self._sender.send(_app_setup_verifications.retrieve(verification_id))

    def accept(self, verification_id: str) -> VerificationResult:
        """Accept an incoming verification.

        Args:
            verification_id: Verification ID.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /v1/app/setup/verifications/{verificationID}/accept;
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_app_setup_verifications.accept(verification_id))

    def cancel(self, verification_id: str, *, code: str | None = None, reason: str | None = None) -> VerificationResult:
        """Cancel a verification.

        Args:
            verification_id: Verification ID.
            code: Machine-readable reason.
            reason: Human-readable reason.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.3.0. Required scope: write.
        Endpoint: POST /v1/app/setup/verifications/{verificationID}/cancel; error statuses: 400,
        401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_app_setup_verifications.cancel(verification_id, code=code, reason=reason))


class AsyncAppSetupVerificationsApi:
    """Verify this device with another one."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def qr(self) -> AsyncAppSetupVerificationsQrApi:
        """Verify a device with a QR code."""
        return AsyncAppSetupVerificationsQrApi(self._sender)

    @property
    def sas(self) -> AsyncAppSetupVerificationsSasApi:
        """Verify a device by comparing emoji."""
        return AsyncAppSetupVerificationsSasApi(self._sender)

    async def list(self) -> VerificationList:
        """List pending and active verifications.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET /v1/app/setup/verifications;
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_app_setup_verifications.list())

    async def create(
        self, *, user_id: str | None = None, purpose: VerificationPurposeInput | None = None
    ) -> VerificationResult:
        """Start verifying this device from another one.

        Args:
            user_id: User to verify; the signed-in user if omitted.
            purpose: What it is for.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /v1/app/setup/verifications; error statuses: 400, 401,
        403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_app_setup_verifications.create(user_id=user_id, purpose=purpose))

    async def retrieve(self, verification_id: str) -> VerificationResult:
        """Get one verification.

        Args:
            verification_id: Verification ID.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.3.0. Required scope: read. Endpoint: GET
        /v1/app/setup/verifications/{verificationID}; error statuses: 400, 401, 403, 404, 409, 422,
        429, 500, 502.
        """
        return await self._sender.send(_app_setup_verifications.retrieve(verification_id))

    async def accept(self, verification_id: str) -> VerificationResult:
        """Accept an incoming verification.

        Args:
            verification_id: Verification ID.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0.
        Required scope: write. Endpoint: POST /v1/app/setup/verifications/{verificationID}/accept;
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_app_setup_verifications.accept(verification_id))

    async def cancel(
        self, verification_id: str, *, code: str | None = None, reason: str | None = None
    ) -> VerificationResult:
        """Cancel a verification.

        Args:
            verification_id: Verification ID.
            code: Machine-readable reason.
            reason: Human-readable reason.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.3.0. Required scope: write.
        Endpoint: POST /v1/app/setup/verifications/{verificationID}/cancel; error statuses: 400,
        401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_app_setup_verifications.cancel(verification_id, code=code, reason=reason))


class AppSetupApi:
    """Sign in to Beeper and set up encryption."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def recovery_key(self) -> AppSetupRecoveryKeyApi:
        """The recovery key, which unlocks encrypted messages."""
        return AppSetupRecoveryKeyApi(self._sender)

    @property
    def verifications(self) -> AppSetupVerificationsApi:
        """Verify this device with another one."""
        return AppSetupVerificationsApi(self._sender)

    def retrieve(self) -> AppStateSnapshot:
        """Get the state of sign-in and encryption setup.

        No token is needed before sign-in; afterwards the read scope is required.

        Read-only. Since app 4.3.0. A token is optional (scope: read). Endpoint: GET /v1/app/setup;
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return self._sender.send(_app_setup.retrieve())

    def start(self) -> SetupStartResult:
        """Begin sign-in or sign-up.

        Sign-in or sign-up; no request body.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0. No
        token is needed. Endpoint: POST /v1/app/setup/start; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return self._sender.send(_app_setup.start())

    def email(self, *, setup_request_id: str, email: str) -> None:
        """Send a sign-in code by e-mail.

        Args:
            setup_request_id: ID from the start.
            email: E-mail address.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0. No
        token is needed. Endpoint: POST /v1/app/setup/email; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return self._sender.send(_app_setup.email(setup_request_id=setup_request_id, email=email))

    def response(self, *, setup_request_id: str, response: str) -> SetupResponseResult:
        """Finish sign-in with the code from the e-mail.

        Returns the signed-in session, or that there is no account yet and registration is needed.

        Args:
            setup_request_id: ID from the start.
            response: The code.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0. No
        token is needed. Endpoint: POST /v1/app/setup/response; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return self._sender.send(_app_setup.response(setup_request_id=setup_request_id, response=response))

    def register(
        self, *, setup_request_id: str, lead_token: str, username: str, accept_terms: Literal[True]
    ) -> SetupCompleteResult:
        """Create the Beeper account and finish sign-in.

        Args:
            setup_request_id: ID from the response to the code.
            lead_token: Token from the response to the code.
            username: Username, at least 1 character.
            accept_terms: Must be `True`.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0. No
        token is needed. Endpoint: POST /v1/app/setup/register; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return self._sender.send(
            _app_setup.register(
                setup_request_id=setup_request_id, lead_token=lead_token, username=username, accept_terms=accept_terms
            )
        )


class AsyncAppSetupApi:
    """Sign in to Beeper and set up encryption."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def recovery_key(self) -> AsyncAppSetupRecoveryKeyApi:
        """The recovery key, which unlocks encrypted messages."""
        return AsyncAppSetupRecoveryKeyApi(self._sender)

    @property
    def verifications(self) -> AsyncAppSetupVerificationsApi:
        """Verify this device with another one."""
        return AsyncAppSetupVerificationsApi(self._sender)

    async def retrieve(self) -> AppStateSnapshot:
        """Get the state of sign-in and encryption setup.

        No token is needed before sign-in; afterwards the read scope is required.

        Read-only. Since app 4.3.0. A token is optional (scope: read). Endpoint: GET /v1/app/setup;
        error statuses: 400, 401, 403, 404, 409, 422, 429, 500, 502.
        """
        return await self._sender.send(_app_setup.retrieve())

    async def start(self) -> SetupStartResult:
        """Begin sign-in or sign-up.

        Sign-in or sign-up; no request body.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0. No
        token is needed. Endpoint: POST /v1/app/setup/start; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return await self._sender.send(_app_setup.start())

    async def email(self, *, setup_request_id: str, email: str) -> None:
        """Send a sign-in code by e-mail.

        Args:
            setup_request_id: ID from the start.
            email: E-mail address.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0. No
        token is needed. Endpoint: POST /v1/app/setup/email; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return await self._sender.send(_app_setup.email(setup_request_id=setup_request_id, email=email))

    async def response(self, *, setup_request_id: str, response: str) -> SetupResponseResult:
        """Finish sign-in with the code from the e-mail.

        Returns the signed-in session, or that there is no account yet and registration is needed.

        Args:
            setup_request_id: ID from the start.
            response: The code.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0. No
        token is needed. Endpoint: POST /v1/app/setup/response; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return await self._sender.send(_app_setup.response(setup_request_id=setup_request_id, response=response))

    async def register(
        self, *, setup_request_id: str, lead_token: str, username: str, accept_terms: Literal[True]
    ) -> SetupCompleteResult:
        """Create the Beeper account and finish sign-in.

        Args:
            setup_request_id: ID from the response to the code.
            lead_token: Token from the response to the code.
            username: Username, at least 1 character.
            accept_terms: Must be `True`.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.3.0. No
        token is needed. Endpoint: POST /v1/app/setup/register; error statuses: 400, 401, 403, 404,
        409, 422, 429, 500, 502.
        """
        return await self._sender.send(
            _app_setup.register(
                setup_request_id=setup_request_id, lead_token=lead_token, username=username, accept_terms=accept_terms
            )
        )


class AppApi:
    """The app: sign in to Beeper and set up encryption."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def setup(self) -> AppSetupApi:
        """Sign in to Beeper and set up encryption."""
        return AppSetupApi(self._sender)


class AsyncAppApi:
    """The app: sign in to Beeper and set up encryption."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    @property
    def setup(self) -> AsyncAppSetupApi:
        """Sign in to Beeper and set up encryption."""
        return AsyncAppSetupApi(self._sender)
