# @generated

"""Endpoints of the bridges operations; regenerate them instead of editing."""

from collections.abc import Sequence
from typing import Annotated, Final

from beeper_sdk_server import models
from fastapi import APIRouter, Body, Depends, Path, Security, params
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
from ..services import BridgesService


def _add_bridges_list(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    bridges: BridgesService[object] = wiring.services["bridges"]
    bridges_list_handler = checked(
        bridges.bridges_list,
        "The bridges.bridges_list method of GET /v1/bridges",
        ("principal",),
        asynchronous=True,
    )

    bridges_list_authorize = wiring.authorizer()

    async def bridges_list_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            bridges_list_authorize,
            "Bearer",
        )

    async def bridges_list(
        *,
        principal: Annotated[object, Depends(bridges_list_principal)],
    ) -> object:
        return dispatch(
            await bridges_list_handler(
                principal=principal,
            ),
            contract.BridgesList.RESPONSES,
        )

    router.add_api_route(
        "/v1/bridges",
        bridges_list,
        methods=["GET"],
        status_code=200,
        response_model=models.BridgeList,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="bridges_list",
        tags=["Bridges"],
        summary="List bridges with their connected accounts.",
        description="Not paginated: all bridges are in one response.",
        response_description="All bridges.",
        dependencies=wiring.dependencies.get("bridges_list"),
    )


def _add_bridges_retrieve(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    bridges: BridgesService[object] = wiring.services["bridges"]
    bridges_retrieve_handler = checked(
        bridges.bridges_retrieve,
        "The bridges.bridges_retrieve method of GET /v1/bridges/{bridgeID}",
        ("principal", "bridge_id"),
        asynchronous=True,
    )

    bridges_retrieve_authorize = wiring.authorizer()

    async def bridges_retrieve_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            bridges_retrieve_authorize,
            "Bearer",
        )

    async def bridges_retrieve(
        *,
        principal: Annotated[object, Depends(bridges_retrieve_principal)],
        bridge_id: Annotated[
            str,
            StringConstraints(min_length=1, pattern="^[A-Za-z0-9_-]+$"),
            Path(alias="bridgeID", description="Bridge ID."),
        ],
    ) -> object:
        return dispatch(
            await bridges_retrieve_handler(
                principal=principal,
                bridge_id=bridge_id,
            ),
            contract.BridgesRetrieve.RESPONSES,
        )

    router.add_api_route(
        "/v1/bridges/{bridgeID}",
        bridges_retrieve,
        methods=["GET"],
        status_code=200,
        response_model=models.Bridge,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="bridges_retrieve",
        tags=["Bridges"],
        summary="Get one bridge.",
        response_description="The Bridge.",
        dependencies=wiring.dependencies.get("bridges_retrieve"),
    )


def _add_bridges_retrieve_capabilities(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    bridges: BridgesService[object] = wiring.services["bridges"]
    bridges_retrieve_capabilities_handler = checked(
        bridges.bridges_retrieve_capabilities,
        "The bridges.bridges_retrieve_capabilities method of GET /v1/bridges/{bridgeID}/capabilities",
        ("principal", "bridge_id"),
        asynchronous=True,
    )

    bridges_retrieve_capabilities_authorize = wiring.authorizer()

    async def bridges_retrieve_capabilities_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            bridges_retrieve_capabilities_authorize,
            "Bearer",
        )

    async def bridges_retrieve_capabilities(
        *,
        principal: Annotated[object, Depends(bridges_retrieve_capabilities_principal)],
        bridge_id: Annotated[
            str,
            StringConstraints(min_length=1, pattern="^[A-Za-z0-9_-]+$"),
            Path(alias="bridgeID", description="Bridge ID."),
        ],
    ) -> object:
        return dispatch(
            await bridges_retrieve_capabilities_handler(
                principal=principal,
                bridge_id=bridge_id,
            ),
            contract.BridgesRetrieveCapabilities.RESPONSES,
        )

    router.add_api_route(
        "/v1/bridges/{bridgeID}/capabilities",
        bridges_retrieve_capabilities,
        methods=["GET"],
        status_code=200,
        response_model=models.ProvisioningCapabilities,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="bridges_retrieve_capabilities",
        tags=["Bridges"],
        summary="Get advanced capabilities of a bridge.",
        response_description="The capabilities.",
        dependencies=wiring.dependencies.get("bridges_retrieve_capabilities"),
    )


def _add_bridges_login_flows_list(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    bridges: BridgesService[object] = wiring.services["bridges"]
    bridges_login_flows_list_handler = checked(
        bridges.bridges_login_flows_list,
        "The bridges.bridges_login_flows_list method of GET /v1/bridges/{bridgeID}/login-flows",
        ("principal", "bridge_id"),
        asynchronous=True,
    )

    bridges_login_flows_list_authorize = wiring.authorizer()

    async def bridges_login_flows_list_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            bridges_login_flows_list_authorize,
            "Bearer",
        )

    async def bridges_login_flows_list(
        *,
        principal: Annotated[object, Depends(bridges_login_flows_list_principal)],
        bridge_id: Annotated[
            str,
            StringConstraints(min_length=1, pattern="^[A-Za-z0-9_-]+$"),
            Path(alias="bridgeID", description="Bridge ID."),
        ],
    ) -> object:
        return dispatch(
            await bridges_login_flows_list_handler(
                principal=principal,
                bridge_id=bridge_id,
            ),
            contract.BridgesLoginFlowsList.RESPONSES,
        )

    router.add_api_route(
        "/v1/bridges/{bridgeID}/login-flows",
        bridges_login_flows_list,
        methods=["GET"],
        status_code=200,
        response_model=models.LoginFlowList,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="bridges_login_flows_list",
        tags=["Bridges"],
        summary="List sign-in flows of a bridge.",
        response_description="The sign-in flows.",
        dependencies=wiring.dependencies.get("bridges_login_flows_list"),
    )


def _add_bridges_logins_list(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    bridges: BridgesService[object] = wiring.services["bridges"]
    bridges_logins_list_handler = checked(
        bridges.bridges_logins_list,
        "The bridges.bridges_logins_list method of GET /v1/bridges/{bridgeID}/logins",
        ("principal", "bridge_id"),
        asynchronous=True,
    )

    bridges_logins_list_authorize = wiring.authorizer()

    async def bridges_logins_list_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            bridges_logins_list_authorize,
            "Bearer",
        )

    async def bridges_logins_list(
        *,
        principal: Annotated[object, Depends(bridges_logins_list_principal)],
        bridge_id: Annotated[
            str,
            StringConstraints(min_length=1, pattern="^[A-Za-z0-9_-]+$"),
            Path(alias="bridgeID", description="Bridge ID."),
        ],
    ) -> object:
        return dispatch(
            await bridges_logins_list_handler(
                principal=principal,
                bridge_id=bridge_id,
            ),
            contract.BridgesLoginsList.RESPONSES,
        )

    router.add_api_route(
        "/v1/bridges/{bridgeID}/logins",
        bridges_logins_list,
        methods=["GET"],
        status_code=200,
        response_model=models.BridgeLoginList,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="bridges_logins_list",
        tags=["Bridges"],
        summary="List logins of a bridge.",
        response_description="The logins.",
        dependencies=wiring.dependencies.get("bridges_logins_list"),
    )


def _add_bridges_logins_retrieve(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    bridges: BridgesService[object] = wiring.services["bridges"]
    bridges_logins_retrieve_handler = checked(
        bridges.bridges_logins_retrieve,
        "The bridges.bridges_logins_retrieve method of GET /v1/bridges/{bridgeID}/logins/{loginID}",
        ("principal", "bridge_id", "login_id"),
        asynchronous=True,
    )

    bridges_logins_retrieve_authorize = wiring.authorizer()

    async def bridges_logins_retrieve_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            bridges_logins_retrieve_authorize,
            "Bearer",
        )

    async def bridges_logins_retrieve(
        *,
        principal: Annotated[object, Depends(bridges_logins_retrieve_principal)],
        bridge_id: Annotated[
            str,
            StringConstraints(min_length=1, pattern="^[A-Za-z0-9_-]+$"),
            Path(alias="bridgeID", description="Bridge ID."),
        ],
        login_id: Annotated[
            str, StringConstraints(min_length=1), Path(alias="loginID", description="Login ID on the bridge.")
        ],
    ) -> object:
        return dispatch(
            await bridges_logins_retrieve_handler(
                principal=principal,
                bridge_id=bridge_id,
                login_id=login_id,
            ),
            contract.BridgesLoginsRetrieve.RESPONSES,
        )

    router.add_api_route(
        "/v1/bridges/{bridgeID}/logins/{loginID}",
        bridges_logins_retrieve,
        methods=["GET"],
        status_code=200,
        response_model=models.BridgeLogin,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="bridges_logins_retrieve",
        tags=["Bridges"],
        summary="Get one login of a bridge.",
        response_description="The login.",
        dependencies=wiring.dependencies.get("bridges_logins_retrieve"),
    )


def _add_bridges_logins_remove(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    bridges: BridgesService[object] = wiring.services["bridges"]
    bridges_logins_remove_handler = checked(
        bridges.bridges_logins_remove,
        "The bridges.bridges_logins_remove method of POST /v1/bridges/{bridgeID}/logins/{loginID}/remove",
        ("principal", "bridge_id", "login_id", "body"),
        asynchronous=True,
    )

    bridges_logins_remove_authorize = wiring.authorizer()

    async def bridges_logins_remove_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            bridges_logins_remove_authorize,
            "Bearer",
        )

    async def bridges_logins_remove(
        *,
        principal: Annotated[object, Depends(bridges_logins_remove_principal)],
        bridge_id: Annotated[
            str,
            StringConstraints(min_length=1, pattern="^[A-Za-z0-9_-]+$"),
            Path(alias="bridgeID", description="Bridge ID."),
        ],
        login_id: Annotated[
            str, StringConstraints(min_length=1), Path(alias="loginID", description="Login ID on the bridge.")
        ],
        body: Annotated[models.BridgeLoginRemoveRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await bridges_logins_remove_handler(
                principal=principal,
                bridge_id=bridge_id,
                login_id=login_id,
                body=body,
            ),
            contract.BridgesLoginsRemove.RESPONSES,
        )

    router.add_api_route(
        "/v1/bridges/{bridgeID}/logins/{loginID}/remove",
        bridges_logins_remove,
        methods=["POST"],
        status_code=200,
        response_model=models.BridgeLoginRemoval,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="bridges_logins_remove",
        tags=["Bridges"],
        summary="Remove a login.",
        description="From this device or everywhere.",
        response_description="What was removed.",
        dependencies=wiring.dependencies.get("bridges_logins_remove"),
    )


def _add_bridges_login_sessions_create(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    bridges: BridgesService[object] = wiring.services["bridges"]
    bridges_login_sessions_create_handler = checked(
        bridges.bridges_login_sessions_create,
        "The bridges.bridges_login_sessions_create method of POST /v1/bridges/{bridgeID}/login-sessions",
        ("principal", "bridge_id", "body"),
        asynchronous=True,
    )

    bridges_login_sessions_create_authorize = wiring.authorizer()

    async def bridges_login_sessions_create_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            bridges_login_sessions_create_authorize,
            "Bearer",
        )

    async def bridges_login_sessions_create(
        *,
        principal: Annotated[object, Depends(bridges_login_sessions_create_principal)],
        bridge_id: Annotated[
            str,
            StringConstraints(min_length=1, pattern="^[A-Za-z0-9_-]+$"),
            Path(alias="bridgeID", description="Bridge ID."),
        ],
        body: Annotated[models.LoginSessionCreateRequest | None, Body(media_type="application/json")] = None,
    ) -> object:
        return dispatch(
            await bridges_login_sessions_create_handler(
                principal=principal,
                bridge_id=bridge_id,
                body=body,
            ),
            contract.BridgesLoginSessionsCreate.RESPONSES,
        )

    router.add_api_route(
        "/v1/bridges/{bridgeID}/login-sessions",
        bridges_login_sessions_create,
        methods=["POST"],
        status_code=200,
        response_model=models.LoginSession,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="bridges_login_sessions_create",
        tags=["Bridges"],
        summary="Start a sign-in session on a bridge.",
        description="Connects a new account unless loginID or accountID is given.",
        response_description="The session with its current step.",
        dependencies=wiring.dependencies.get("bridges_login_sessions_create"),
    )


def _add_bridges_login_sessions_retrieve(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    bridges: BridgesService[object] = wiring.services["bridges"]
    bridges_login_sessions_retrieve_handler = checked(
        bridges.bridges_login_sessions_retrieve,
        "The bridges.bridges_login_sessions_retrieve method of GET /v1/bridges/{bridgeID}/login-sessions/{loginSessionID}",
        ("principal", "bridge_id", "login_session_id"),
        asynchronous=True,
    )

    bridges_login_sessions_retrieve_authorize = wiring.authorizer()

    async def bridges_login_sessions_retrieve_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            bridges_login_sessions_retrieve_authorize,
            "Bearer",
        )

    async def bridges_login_sessions_retrieve(
        *,
        principal: Annotated[object, Depends(bridges_login_sessions_retrieve_principal)],
        bridge_id: Annotated[
            str,
            StringConstraints(min_length=1, pattern="^[A-Za-z0-9_-]+$"),
            Path(alias="bridgeID", description="Bridge ID."),
        ],
        login_session_id: Annotated[
            str, StringConstraints(min_length=1), Path(alias="loginSessionID", description="ID of the sign-in session.")
        ],
    ) -> object:
        return dispatch(
            await bridges_login_sessions_retrieve_handler(
                principal=principal,
                bridge_id=bridge_id,
                login_session_id=login_session_id,
            ),
            contract.BridgesLoginSessionsRetrieve.RESPONSES,
        )

    router.add_api_route(
        "/v1/bridges/{bridgeID}/login-sessions/{loginSessionID}",
        bridges_login_sessions_retrieve,
        methods=["GET"],
        status_code=200,
        response_model=models.LoginSession,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="bridges_login_sessions_retrieve",
        tags=["Bridges"],
        summary="Get one sign-in session.",
        response_description="The session with its current step.",
        dependencies=wiring.dependencies.get("bridges_login_sessions_retrieve"),
    )


def _add_bridges_login_sessions_cancel(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    bridges: BridgesService[object] = wiring.services["bridges"]
    bridges_login_sessions_cancel_handler = checked(
        bridges.bridges_login_sessions_cancel,
        "The bridges.bridges_login_sessions_cancel method of DELETE /v1/bridges/{bridgeID}/login-sessions/{loginSessionID}",
        ("principal", "bridge_id", "login_session_id"),
        asynchronous=True,
    )

    bridges_login_sessions_cancel_authorize = wiring.authorizer()

    async def bridges_login_sessions_cancel_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            bridges_login_sessions_cancel_authorize,
            "Bearer",
        )

    async def bridges_login_sessions_cancel(
        *,
        principal: Annotated[object, Depends(bridges_login_sessions_cancel_principal)],
        bridge_id: Annotated[
            str,
            StringConstraints(min_length=1, pattern="^[A-Za-z0-9_-]+$"),
            Path(alias="bridgeID", description="Bridge ID."),
        ],
        login_session_id: Annotated[
            str, StringConstraints(min_length=1), Path(alias="loginSessionID", description="ID of the sign-in session.")
        ],
    ) -> object:
        return dispatch(
            await bridges_login_sessions_cancel_handler(
                principal=principal,
                bridge_id=bridge_id,
                login_session_id=login_session_id,
            ),
            contract.BridgesLoginSessionsCancel.RESPONSES,
        )

    router.add_api_route(
        "/v1/bridges/{bridgeID}/login-sessions/{loginSessionID}",
        bridges_login_sessions_cancel,
        methods=["DELETE"],
        status_code=200,
        response_model=models.LoginSessionCancellation,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="bridges_login_sessions_cancel",
        tags=["Bridges"],
        summary="Cancel a sign-in session.",
        description="Returns the cancelled session.",
        response_description="Cancelled.",
        dependencies=wiring.dependencies.get("bridges_login_sessions_cancel"),
    )


def _add_bridges_login_sessions_steps_submit(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    bridges: BridgesService[object] = wiring.services["bridges"]
    bridges_login_sessions_steps_submit_handler = checked(
        bridges.bridges_login_sessions_steps_submit,
        "The bridges.bridges_login_sessions_steps_submit method of POST /v1/bridges/{bridgeID}/login-sessions/{loginSessionID}/steps/{stepID}",
        ("principal", "bridge_id", "login_session_id", "step_id", "body"),
        asynchronous=True,
    )

    bridges_login_sessions_steps_submit_authorize = wiring.authorizer()

    async def bridges_login_sessions_steps_submit_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            bridges_login_sessions_steps_submit_authorize,
            "Bearer",
        )

    async def bridges_login_sessions_steps_submit(
        *,
        principal: Annotated[object, Depends(bridges_login_sessions_steps_submit_principal)],
        bridge_id: Annotated[
            str,
            StringConstraints(min_length=1, pattern="^[A-Za-z0-9_-]+$"),
            Path(alias="bridgeID", description="Bridge ID."),
        ],
        login_session_id: Annotated[
            str, StringConstraints(min_length=1), Path(alias="loginSessionID", description="ID of the sign-in session.")
        ],
        step_id: Annotated[
            str, StringConstraints(min_length=1), Path(alias="stepID", description="ID of the current step.")
        ],
        body: Annotated[models.LoginStepSubmitRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await bridges_login_sessions_steps_submit_handler(
                principal=principal,
                bridge_id=bridge_id,
                login_session_id=login_session_id,
                step_id=step_id,
                body=body,
            ),
            contract.BridgesLoginSessionsStepsSubmit.RESPONSES,
        )

    router.add_api_route(
        "/v1/bridges/{bridgeID}/login-sessions/{loginSessionID}/steps/{stepID}",
        bridges_login_sessions_steps_submit,
        methods=["POST"],
        status_code=200,
        response_model=models.LoginSession,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="bridges_login_sessions_steps_submit",
        tags=["Bridges"],
        summary="Submit the current step of a sign-in session.",
        description="Returns the session with its next step. For a step of type display_and_wait, the call blocks until the person has acted.",
        response_description="The session with its current step.",
        dependencies=wiring.dependencies.get("bridges_login_sessions_steps_submit"),
    )


LITERAL_ROUTES: Final = (("bridges_list", _add_bridges_list),)
TEMPLATED_ROUTES: Final = (
    ("bridges_retrieve", _add_bridges_retrieve),
    ("bridges_retrieve_capabilities", _add_bridges_retrieve_capabilities),
    ("bridges_login_flows_list", _add_bridges_login_flows_list),
    ("bridges_logins_list", _add_bridges_logins_list),
    ("bridges_logins_retrieve", _add_bridges_logins_retrieve),
    ("bridges_logins_remove", _add_bridges_logins_remove),
    ("bridges_login_sessions_create", _add_bridges_login_sessions_create),
    ("bridges_login_sessions_retrieve", _add_bridges_login_sessions_retrieve),
    ("bridges_login_sessions_cancel", _add_bridges_login_sessions_cancel),
    ("bridges_login_sessions_steps_submit", _add_bridges_login_sessions_steps_submit),
)


def build_router(
    *,
    bridges: BridgesService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register the bridges operations on a new router, literal paths first."""
    return build(
        (*LITERAL_ROUTES, *TEMPLATED_ROUTES),
        services={"bridges": bridges},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )
