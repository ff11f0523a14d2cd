# @generated

"""Endpoints of the setup operations; regenerate them instead of editing."""

from collections.abc import Sequence
from typing import Annotated, Final

from beeper_sdk_server import models
from fastapi import APIRouter, Body, Depends, Path, Security, params
from fastapi.responses import Response
from fastapi.security import HTTPAuthorizationCredentials
from pydantic import StringConstraints

from .. import security
from .._generated import contract
from .._generated.contract import OperationDependencies
from .._runtime.server.application import Wiring, build, checked
from .._runtime.server.responses import dispatch
from .._runtime.server.security import (
    AsyncAuthorize,
    Authorize,
    PrincipalT,
    authenticate,
)
from ..services import SetupService


def _add_app_setup_retrieve(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_retrieve_handler = checked(
        setup.app_setup_retrieve,
        "The setup.app_setup_retrieve method of GET /v1/app/setup",
        ("principal",),
        asynchronous=True,
    )

    app_setup_retrieve_authorize = wiring.authorizer()

    async def app_setup_retrieve_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((), (("bearer", ("read",)),)),
            {"bearer": bearer},
            app_setup_retrieve_authorize,
            "Bearer",
        )

    async def app_setup_retrieve(
        *,
        principal: Annotated[object, Depends(app_setup_retrieve_principal)],
    ) -> object:
        return dispatch(
            await app_setup_retrieve_handler(
                principal=principal,
            ),
            contract.AppSetupRetrieve.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup",
        app_setup_retrieve,
        methods=["GET"],
        status_code=200,
        response_model=models.AppStateSnapshot,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_retrieve",
        tags=["Setup"],
        summary="Get the state of sign-in and encryption setup.",
        description="No token is needed before sign-in; afterwards the read scope is required.",
        response_description="The present state.",
        dependencies=wiring.dependencies.get("app_setup_retrieve"),
    )


def _add_app_setup_start(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_start_handler = checked(
        setup.app_setup_start,
        "The setup.app_setup_start method of POST /v1/app/setup/start",
        (),
        asynchronous=True,
    )

    async def app_setup_start() -> object:
        return dispatch(
            await app_setup_start_handler(),
            contract.AppSetupStart.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/start",
        app_setup_start,
        methods=["POST"],
        status_code=200,
        response_model=models.SetupStartResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_start",
        tags=["Setup"],
        summary="Begin sign-in or sign-up.",
        description="Sign-in or sign-up; no request body.",
        response_description="The setup request.",
        dependencies=wiring.dependencies.get("app_setup_start"),
    )


def _add_app_setup_email(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_email_handler = checked(
        setup.app_setup_email,
        "The setup.app_setup_email method of POST /v1/app/setup/email",
        ("body",),
        asynchronous=True,
    )

    async def app_setup_email(
        *,
        body: Annotated[models.SetupEmailRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await app_setup_email_handler(
                body=body,
            ),
            contract.AppSetupEmail.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/email",
        app_setup_email,
        methods=["POST"],
        status_code=204,
        response_model=None,
        response_class=Response,
        operation_id="app_setup_email",
        tags=["Setup"],
        summary="Send a sign-in code by e-mail.",
        response_description="Done; no body.",
        dependencies=wiring.dependencies.get("app_setup_email"),
    )


def _add_app_setup_response(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_response_handler = checked(
        setup.app_setup_response,
        "The setup.app_setup_response method of POST /v1/app/setup/response",
        ("body",),
        asynchronous=True,
    )

    async def app_setup_response(
        *,
        body: Annotated[models.SetupResponseRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await app_setup_response_handler(
                body=body,
            ),
            contract.AppSetupResponse.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/response",
        app_setup_response,
        methods=["POST"],
        status_code=200,
        response_model=models.SetupResponseResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_response",
        tags=["Setup"],
        summary="Finish sign-in with the code from the e-mail.",
        description="Returns the signed-in session, or that there is no account yet and registration is needed.",
        response_description="Signed in, or registration is needed.",
        dependencies=wiring.dependencies.get("app_setup_response"),
    )


def _add_app_setup_register(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_register_handler = checked(
        setup.app_setup_register,
        "The setup.app_setup_register method of POST /v1/app/setup/register",
        ("body",),
        asynchronous=True,
    )

    async def app_setup_register(
        *,
        body: Annotated[models.SetupRegisterRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await app_setup_register_handler(
                body=body,
            ),
            contract.AppSetupRegister.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/register",
        app_setup_register,
        methods=["POST"],
        status_code=200,
        response_model=models.SetupCompleteResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_register",
        tags=["Setup"],
        summary="Create the Beeper account and finish sign-in.",
        response_description="Signed in.",
        dependencies=wiring.dependencies.get("app_setup_register"),
    )


def _add_app_setup_recovery_key_verify(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_recovery_key_verify_handler = checked(
        setup.app_setup_recovery_key_verify,
        "The setup.app_setup_recovery_key_verify method of POST /v1/app/setup/verification/recovery-key",
        ("principal", "body"),
        asynchronous=True,
    )

    app_setup_recovery_key_verify_authorize = wiring.authorizer()

    async def app_setup_recovery_key_verify_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            app_setup_recovery_key_verify_authorize,
            "Bearer",
        )

    async def app_setup_recovery_key_verify(
        *,
        principal: Annotated[object, Depends(app_setup_recovery_key_verify_principal)],
        body: Annotated[models.RecoveryKeyRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await app_setup_recovery_key_verify_handler(
                principal=principal,
                body=body,
            ),
            contract.AppSetupRecoveryKeyVerify.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/verification/recovery-key",
        app_setup_recovery_key_verify,
        methods=["POST"],
        status_code=200,
        response_model=models.SessionResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_recovery_key_verify",
        tags=["Setup"],
        summary="Unlock encrypted messages with the recovery key.",
        response_description="The state afterwards.",
        dependencies=wiring.dependencies.get("app_setup_recovery_key_verify"),
    )


def _add_app_setup_recovery_key_reset_create(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_recovery_key_reset_create_handler = checked(
        setup.app_setup_recovery_key_reset_create,
        "The setup.app_setup_recovery_key_reset_create method of POST /v1/app/setup/verification/recovery-key/reset",
        ("principal", "body"),
        asynchronous=True,
    )

    app_setup_recovery_key_reset_create_authorize = wiring.authorizer()

    async def app_setup_recovery_key_reset_create_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            app_setup_recovery_key_reset_create_authorize,
            "Bearer",
        )

    async def app_setup_recovery_key_reset_create(
        *,
        principal: Annotated[object, Depends(app_setup_recovery_key_reset_create_principal)],
        body: Annotated[models.RecoveryKeyResetRequest | None, Body(media_type="application/json")] = None,
    ) -> object:
        return dispatch(
            await app_setup_recovery_key_reset_create_handler(
                principal=principal,
                body=body,
            ),
            contract.AppSetupRecoveryKeyResetCreate.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/verification/recovery-key/reset",
        app_setup_recovery_key_reset_create,
        methods=["POST"],
        status_code=200,
        response_model=models.RecoveryKeyResetResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_recovery_key_reset_create",
        tags=["Setup"],
        summary="Create a new recovery key.",
        description="The new key takes effect once it is confirmed.",
        response_description="The new key and the state afterwards.",
        dependencies=wiring.dependencies.get("app_setup_recovery_key_reset_create"),
    )


def _add_app_setup_recovery_key_reset_confirm(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_recovery_key_reset_confirm_handler = checked(
        setup.app_setup_recovery_key_reset_confirm,
        "The setup.app_setup_recovery_key_reset_confirm method of POST /v1/app/setup/verification/recovery-key/reset/confirm",
        ("principal", "body"),
        asynchronous=True,
    )

    app_setup_recovery_key_reset_confirm_authorize = wiring.authorizer()

    async def app_setup_recovery_key_reset_confirm_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            app_setup_recovery_key_reset_confirm_authorize,
            "Bearer",
        )

    async def app_setup_recovery_key_reset_confirm(
        *,
        principal: Annotated[object, Depends(app_setup_recovery_key_reset_confirm_principal)],
        body: Annotated[models.RecoveryKeyRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await app_setup_recovery_key_reset_confirm_handler(
                principal=principal,
                body=body,
            ),
            contract.AppSetupRecoveryKeyResetConfirm.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/verification/recovery-key/reset/confirm",
        app_setup_recovery_key_reset_confirm,
        methods=["POST"],
        status_code=200,
        response_model=models.SessionResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_recovery_key_reset_confirm",
        tags=["Setup"],
        summary="Confirm the new recovery key, so that it takes effect.",
        response_description="The state afterwards.",
        dependencies=wiring.dependencies.get("app_setup_recovery_key_reset_confirm"),
    )


def _add_app_setup_verifications_list(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_verifications_list_handler = checked(
        setup.app_setup_verifications_list,
        "The setup.app_setup_verifications_list method of GET /v1/app/setup/verifications",
        ("principal",),
        asynchronous=True,
    )

    app_setup_verifications_list_authorize = wiring.authorizer()

    async def app_setup_verifications_list_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            app_setup_verifications_list_authorize,
            "Bearer",
        )

    async def app_setup_verifications_list(
        *,
        principal: Annotated[object, Depends(app_setup_verifications_list_principal)],
    ) -> object:
        return dispatch(
            await app_setup_verifications_list_handler(
                principal=principal,
            ),
            contract.AppSetupVerificationsList.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/verifications",
        app_setup_verifications_list,
        methods=["GET"],
        status_code=200,
        response_model=models.VerificationList,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_verifications_list",
        tags=["Setup"],
        summary="List pending and active verifications.",
        response_description="The verifications.",
        dependencies=wiring.dependencies.get("app_setup_verifications_list"),
    )


def _add_app_setup_verifications_create(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_verifications_create_handler = checked(
        setup.app_setup_verifications_create,
        "The setup.app_setup_verifications_create method of POST /v1/app/setup/verifications",
        ("principal", "body"),
        asynchronous=True,
    )

    app_setup_verifications_create_authorize = wiring.authorizer()

    async def app_setup_verifications_create_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            app_setup_verifications_create_authorize,
            "Bearer",
        )

    async def app_setup_verifications_create(
        *,
        principal: Annotated[object, Depends(app_setup_verifications_create_principal)],
        body: Annotated[models.VerificationCreateRequest | None, Body(media_type="application/json")] = None,
    ) -> object:
        return dispatch(
            await app_setup_verifications_create_handler(
                principal=principal,
                body=body,
            ),
            contract.AppSetupVerificationsCreate.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/verifications",
        app_setup_verifications_create,
        methods=["POST"],
        status_code=200,
        response_model=models.VerificationResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_verifications_create",
        tags=["Setup"],
        summary="Start verifying this device from another one.",
        response_description="The verification and the state afterwards.",
        dependencies=wiring.dependencies.get("app_setup_verifications_create"),
    )


def _add_app_setup_verifications_retrieve(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_verifications_retrieve_handler = checked(
        setup.app_setup_verifications_retrieve,
        "The setup.app_setup_verifications_retrieve method of GET /v1/app/setup/verifications/{verificationID}",
        ("principal", "verification_id"),
        asynchronous=True,
    )

    app_setup_verifications_retrieve_authorize = wiring.authorizer()

    async def app_setup_verifications_retrieve_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            app_setup_verifications_retrieve_authorize,
            "Bearer",
        )

    async def app_setup_verifications_retrieve(
        *,
        principal: Annotated[object, Depends(app_setup_verifications_retrieve_principal)],
        verification_id: Annotated[
            str, StringConstraints(min_length=1), Path(alias="verificationID", description="Verification ID.")
        ],
    ) -> object:
        return dispatch(
            await app_setup_verifications_retrieve_handler(
                principal=principal,
                verification_id=verification_id,
            ),
            contract.AppSetupVerificationsRetrieve.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/verifications/{verificationID}",
        app_setup_verifications_retrieve,
        methods=["GET"],
        status_code=200,
        response_model=models.VerificationResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_verifications_retrieve",
        tags=["Setup"],
        summary="Get one verification.",
        response_description="The verification and the state afterwards.",
        dependencies=wiring.dependencies.get("app_setup_verifications_retrieve"),
    )


def _add_app_setup_verifications_accept(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_verifications_accept_handler = checked(
        setup.app_setup_verifications_accept,
        "The setup.app_setup_verifications_accept method of POST /v1/app/setup/verifications/{verificationID}/accept",
        ("principal", "verification_id"),
        asynchronous=True,
    )

    app_setup_verifications_accept_authorize = wiring.authorizer()

    async def app_setup_verifications_accept_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            app_setup_verifications_accept_authorize,
            "Bearer",
        )

    async def app_setup_verifications_accept(
        *,
        principal: Annotated[object, Depends(app_setup_verifications_accept_principal)],
        verification_id: Annotated[
            str, StringConstraints(min_length=1), Path(alias="verificationID", description="Verification ID.")
        ],
    ) -> object:
        return dispatch(
            await app_setup_verifications_accept_handler(
                principal=principal,
                verification_id=verification_id,
            ),
            contract.AppSetupVerificationsAccept.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/verifications/{verificationID}/accept",
        app_setup_verifications_accept,
        methods=["POST"],
        status_code=200,
        response_model=models.VerificationResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_verifications_accept",
        tags=["Setup"],
        summary="Accept an incoming verification.",
        response_description="The verification and the state afterwards.",
        dependencies=wiring.dependencies.get("app_setup_verifications_accept"),
    )


def _add_app_setup_verifications_cancel(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_verifications_cancel_handler = checked(
        setup.app_setup_verifications_cancel,
        "The setup.app_setup_verifications_cancel method of POST /v1/app/setup/verifications/{verificationID}/cancel",
        ("principal", "verification_id", "body"),
        asynchronous=True,
    )

    app_setup_verifications_cancel_authorize = wiring.authorizer()

    async def app_setup_verifications_cancel_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            app_setup_verifications_cancel_authorize,
            "Bearer",
        )

    async def app_setup_verifications_cancel(
        *,
        principal: Annotated[object, Depends(app_setup_verifications_cancel_principal)],
        verification_id: Annotated[
            str, StringConstraints(min_length=1), Path(alias="verificationID", description="Verification ID.")
        ],
        body: Annotated[models.VerificationCancelRequest | None, Body(media_type="application/json")] = None,
    ) -> object:
        return dispatch(
            await app_setup_verifications_cancel_handler(
                principal=principal,
                verification_id=verification_id,
                body=body,
            ),
            contract.AppSetupVerificationsCancel.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/verifications/{verificationID}/cancel",
        app_setup_verifications_cancel,
        methods=["POST"],
        status_code=200,
        response_model=models.VerificationResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_verifications_cancel",
        tags=["Setup"],
        summary="Cancel a verification.",
        response_description="The verification and the state afterwards.",
        dependencies=wiring.dependencies.get("app_setup_verifications_cancel"),
    )


def _add_app_setup_verifications_qr_scan(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_verifications_qr_scan_handler = checked(
        setup.app_setup_verifications_qr_scan,
        "The setup.app_setup_verifications_qr_scan method of POST /v1/app/setup/verifications/qr/scan",
        ("principal", "body"),
        asynchronous=True,
    )

    app_setup_verifications_qr_scan_authorize = wiring.authorizer()

    async def app_setup_verifications_qr_scan_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            app_setup_verifications_qr_scan_authorize,
            "Bearer",
        )

    async def app_setup_verifications_qr_scan(
        *,
        principal: Annotated[object, Depends(app_setup_verifications_qr_scan_principal)],
        body: Annotated[models.QRScanRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await app_setup_verifications_qr_scan_handler(
                principal=principal,
                body=body,
            ),
            contract.AppSetupVerificationsQrScan.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/verifications/qr/scan",
        app_setup_verifications_qr_scan,
        methods=["POST"],
        status_code=200,
        response_model=models.VerificationResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_verifications_qr_scan",
        tags=["Setup"],
        summary="Submit a QR code scanned from another device.",
        description="The code identifies the verification it belongs to.",
        response_description="The verification and the state afterwards.",
        dependencies=wiring.dependencies.get("app_setup_verifications_qr_scan"),
    )


def _add_app_setup_verifications_qr_confirm_scanned(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_verifications_qr_confirm_scanned_handler = checked(
        setup.app_setup_verifications_qr_confirm_scanned,
        "The setup.app_setup_verifications_qr_confirm_scanned method of POST /v1/app/setup/verifications/{verificationID}/qr/confirm-scanned",
        ("principal", "verification_id"),
        asynchronous=True,
    )

    app_setup_verifications_qr_confirm_scanned_authorize = wiring.authorizer()

    async def app_setup_verifications_qr_confirm_scanned_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            app_setup_verifications_qr_confirm_scanned_authorize,
            "Bearer",
        )

    async def app_setup_verifications_qr_confirm_scanned(
        *,
        principal: Annotated[object, Depends(app_setup_verifications_qr_confirm_scanned_principal)],
        verification_id: Annotated[
            str, StringConstraints(min_length=1), Path(alias="verificationID", description="Verification ID.")
        ],
    ) -> object:
        return dispatch(
            await app_setup_verifications_qr_confirm_scanned_handler(
                principal=principal,
                verification_id=verification_id,
            ),
            contract.AppSetupVerificationsQrConfirmScanned.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/verifications/{verificationID}/qr/confirm-scanned",
        app_setup_verifications_qr_confirm_scanned,
        methods=["POST"],
        status_code=200,
        response_model=models.VerificationResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_verifications_qr_confirm_scanned",
        tags=["Setup"],
        summary="Confirm that the other device scanned the QR code of this device.",
        response_description="The verification and the state afterwards.",
        dependencies=wiring.dependencies.get("app_setup_verifications_qr_confirm_scanned"),
    )


def _add_app_setup_verifications_sas_start(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_verifications_sas_start_handler = checked(
        setup.app_setup_verifications_sas_start,
        "The setup.app_setup_verifications_sas_start method of POST /v1/app/setup/verifications/{verificationID}/sas/start",
        ("principal", "verification_id"),
        asynchronous=True,
    )

    app_setup_verifications_sas_start_authorize = wiring.authorizer()

    async def app_setup_verifications_sas_start_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            app_setup_verifications_sas_start_authorize,
            "Bearer",
        )

    async def app_setup_verifications_sas_start(
        *,
        principal: Annotated[object, Depends(app_setup_verifications_sas_start_principal)],
        verification_id: Annotated[
            str, StringConstraints(min_length=1), Path(alias="verificationID", description="Verification ID.")
        ],
    ) -> object:
        return dispatch(
            await app_setup_verifications_sas_start_handler(
                principal=principal,
                verification_id=verification_id,
            ),
            contract.AppSetupVerificationsSasStart.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/verifications/{verificationID}/sas/start",
        app_setup_verifications_sas_start,
        methods=["POST"],
        status_code=200,
        response_model=models.VerificationResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_verifications_sas_start",
        tags=["Setup"],
        summary="Start comparing emoji.",
        response_description="The verification and the state afterwards.",
        dependencies=wiring.dependencies.get("app_setup_verifications_sas_start"),
    )


def _add_app_setup_verifications_sas_confirm(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    setup: SetupService[object] = wiring.services["setup"]
    app_setup_verifications_sas_confirm_handler = checked(
        setup.app_setup_verifications_sas_confirm,
        "The setup.app_setup_verifications_sas_confirm method of POST /v1/app/setup/verifications/{verificationID}/sas/confirm",
        ("principal", "verification_id"),
        asynchronous=True,
    )

    app_setup_verifications_sas_confirm_authorize = wiring.authorizer()

    async def app_setup_verifications_sas_confirm_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            app_setup_verifications_sas_confirm_authorize,
            "Bearer",
        )

    async def app_setup_verifications_sas_confirm(
        *,
        principal: Annotated[object, Depends(app_setup_verifications_sas_confirm_principal)],
        verification_id: Annotated[
            str, StringConstraints(min_length=1), Path(alias="verificationID", description="Verification ID.")
        ],
    ) -> object:
        return dispatch(
            await app_setup_verifications_sas_confirm_handler(
                principal=principal,
                verification_id=verification_id,
            ),
            contract.AppSetupVerificationsSasConfirm.RESPONSES,
        )

    router.add_api_route(
        "/v1/app/setup/verifications/{verificationID}/sas/confirm",
        app_setup_verifications_sas_confirm,
        methods=["POST"],
        status_code=200,
        response_model=models.VerificationResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="app_setup_verifications_sas_confirm",
        tags=["Setup"],
        summary="Confirm that the emoji are the same.",
        response_description="The verification and the state afterwards.",
        dependencies=wiring.dependencies.get("app_setup_verifications_sas_confirm"),
    )


LITERAL_ROUTES: Final = (
    ("app_setup_retrieve", _add_app_setup_retrieve),
    ("app_setup_start", _add_app_setup_start),
    ("app_setup_email", _add_app_setup_email),
    ("app_setup_response", _add_app_setup_response),
    ("app_setup_register", _add_app_setup_register),
    ("app_setup_recovery_key_verify", _add_app_setup_recovery_key_verify),
    ("app_setup_recovery_key_reset_create", _add_app_setup_recovery_key_reset_create),
    ("app_setup_recovery_key_reset_confirm", _add_app_setup_recovery_key_reset_confirm),
    ("app_setup_verifications_list", _add_app_setup_verifications_list),
    ("app_setup_verifications_create", _add_app_setup_verifications_create),
    ("app_setup_verifications_qr_scan", _add_app_setup_verifications_qr_scan),
)
TEMPLATED_ROUTES: Final = (
    ("app_setup_verifications_retrieve", _add_app_setup_verifications_retrieve),
    ("app_setup_verifications_accept", _add_app_setup_verifications_accept),
    ("app_setup_verifications_cancel", _add_app_setup_verifications_cancel),
    ("app_setup_verifications_qr_confirm_scanned", _add_app_setup_verifications_qr_confirm_scanned),
    ("app_setup_verifications_sas_start", _add_app_setup_verifications_sas_start),
    ("app_setup_verifications_sas_confirm", _add_app_setup_verifications_sas_confirm),
)


def build_router(
    *,
    setup: SetupService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register the setup operations on a new router, literal paths first."""
    return build(
        (*LITERAL_ROUTES, *TEMPLATED_ROUTES),
        services={"setup": setup},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )
