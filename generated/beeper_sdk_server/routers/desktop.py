# @generated

"""Endpoints of the desktop operations; regenerate them instead of editing."""

from collections.abc import Sequence
from typing import Annotated, Final

from beeper_sdk_server import models
from fastapi import APIRouter, Body, Depends, Query, Security, params
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
from ..services import DesktopService


def _add_focus(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    desktop: DesktopService[object] = wiring.services["desktop"]
    focus_handler = checked(
        desktop.focus,
        "The desktop.focus method of POST /v1/focus",
        ("principal", "body"),
        asynchronous=True,
    )

    focus_authorize = wiring.authorizer()

    async def focus_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            focus_authorize,
            "Bearer",
        )

    async def focus(
        *,
        principal: Annotated[object, Depends(focus_principal)],
        body: Annotated[models.FocusRequest | None, Body(media_type="application/json")] = None,
    ) -> object:
        return dispatch(
            await focus_handler(
                principal=principal,
                body=body,
            ),
            contract.Focus.RESPONSES,
        )

    router.add_api_route(
        "/v1/focus",
        focus,
        methods=["POST"],
        status_code=200,
        response_model=models.FocusResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="focus",
        tags=["Desktop"],
        summary="Bring Beeper to the front.",
        description="Optionally opens a chat, jumps to a message, or prefills text or an image. draftText is plain text here, not Markdown.",
        response_description="Whether the app was brought to the front.",
        dependencies=wiring.dependencies.get("focus"),
    )


def _add_search(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    desktop: DesktopService[object] = wiring.services["desktop"]
    search_handler = checked(
        desktop.search,
        "The desktop.search method of GET /v1/search",
        ("principal", "query"),
        asynchronous=True,
    )

    search_authorize = wiring.authorizer()

    async def search_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            search_authorize,
            "Bearer",
        )

    async def search(
        *,
        principal: Annotated[object, Depends(search_principal)],
        query: Annotated[
            str,
            StringConstraints(min_length=1),
            Query(alias="query", description="Words as typed, matched literally. At least 1 character."),
        ],
    ) -> object:
        return dispatch(
            await search_handler(
                principal=principal,
                query=query,
            ),
            contract.Search.RESPONSES,
        )

    router.add_api_route(
        "/v1/search",
        search,
        methods=["GET"],
        status_code=200,
        response_model=models.UnifiedSearchResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="search",
        tags=["Desktop"],
        summary="Search once for chats, groups by participant and messages.",
        description="Not paginated: use `chats.search` and `messages.search` for more results.",
        response_description="Chats, groups and messages found.",
        dependencies=wiring.dependencies.get("search"),
    )


LITERAL_ROUTES: Final = (
    ("focus", _add_focus),
    ("search", _add_search),
)
TEMPLATED_ROUTES: Final = ()


def build_router(
    *,
    desktop: DesktopService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register the desktop operations on a new router, literal paths first."""
    return build(
        (*LITERAL_ROUTES, *TEMPLATED_ROUTES),
        services={"desktop": desktop},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )
