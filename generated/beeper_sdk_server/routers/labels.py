# @generated

"""Endpoints of the labels operations; regenerate them instead of editing."""

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
from ..services import LabelsService


def _add_labels_list(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    labels: LabelsService[object] = wiring.services["labels"]
    labels_list_handler = checked(
        labels.labels_list,
        "The labels.labels_list method of GET /v1/labels",
        ("principal",),
        asynchronous=True,
    )

    labels_list_authorize = wiring.authorizer()

    async def labels_list_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            labels_list_authorize,
            "Bearer",
        )

    async def labels_list(
        *,
        principal: Annotated[object, Depends(labels_list_principal)],
    ) -> object:
        return dispatch(
            await labels_list_handler(
                principal=principal,
            ),
            contract.LabelsList.RESPONSES,
        )

    router.add_api_route(
        "/v1/labels",
        labels_list,
        methods=["GET"],
        status_code=200,
        response_model=models.LabelsListResponse,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="labels_list",
        tags=["Labels"],
        summary="List the labels of the user, by name.",
        response_description="All labels.",
        dependencies=wiring.dependencies.get("labels_list"),
    )


LITERAL_ROUTES: Final = (("labels_list", _add_labels_list),)
TEMPLATED_ROUTES: Final = ()


def build_router(
    *,
    labels: LabelsService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register the labels operations on a new router, literal paths first."""
    return build(
        (*LITERAL_ROUTES, *TEMPLATED_ROUTES),
        services={"labels": labels},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )
