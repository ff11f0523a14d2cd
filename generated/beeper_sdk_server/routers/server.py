# @generated

"""Endpoints of the server operations; regenerate them instead of editing."""

from collections.abc import Sequence
from typing import Annotated, Final

from beeper_sdk_server import models
from fastapi import APIRouter, Depends, Security, params
from fastapi.security import HTTPAuthorizationCredentials

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
from ..services import ServerService


def _add_info_retrieve(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    server: ServerService[object] = wiring.services["server"]
    info_retrieve_handler = checked(
        server.info_retrieve,
        "The server.info_retrieve method of GET /v1/info",
        (),
        asynchronous=True,
    )

    async def info_retrieve() -> object:
        return dispatch(
            await info_retrieve_handler(),
            contract.InfoRetrieve.RESPONSES,
        )

    router.add_api_route(
        "/v1/info",
        info_retrieve,
        methods=["GET"],
        status_code=200,
        response_model=models.ServerInfo,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="info_retrieve",
        tags=["Server"],
        summary="Facts about the running app and its endpoints.",
        description="Returns versions, addresses and the available endpoints.",
        response_description="Facts about the app.",
        dependencies=wiring.dependencies.get("info_retrieve"),
    )


def _add_info_spec(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    server: ServerService[object] = wiring.services["server"]
    info_spec_handler = checked(
        server.info_spec,
        "The server.info_spec method of GET /v1/spec",
        ("principal",),
        asynchronous=True,
    )

    info_spec_authorize = wiring.authorizer()

    async def info_spec_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer)],
    ) -> object:
        return await authenticate(
            ((), (("bearer", ()),)),
            {"bearer": bearer},
            info_spec_authorize,
            "Bearer",
        )

    async def info_spec(
        *,
        principal: Annotated[object, Depends(info_spec_principal)],
    ) -> object:
        return dispatch(
            await info_spec_handler(
                principal=principal,
            ),
            contract.InfoSpec.RESPONSES,
        )

    router.add_api_route(
        "/v1/spec",
        info_spec,
        methods=["GET"],
        status_code=200,
        response_model=models.OpenAPIDocument,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="info_spec",
        tags=["Server"],
        summary="The OpenAPI document of the running app.",
        description="Describes exactly what the running app supports. It is not known whether a token is needed; one is sent if available.",
        response_description="The OpenAPI document.",
        dependencies=wiring.dependencies.get("info_spec"),
    )


LITERAL_ROUTES: Final = (
    ("info_retrieve", _add_info_retrieve),
    ("info_spec", _add_info_spec),
)
TEMPLATED_ROUTES: Final = ()


def build_router(
    *,
    server: ServerService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register the server operations on a new router, literal paths first."""
    return build(
        (*LITERAL_ROUTES, *TEMPLATED_ROUTES),
        services={"server": server},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )
