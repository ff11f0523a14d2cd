# @generated

"""Endpoints of the assets operations; regenerate them instead of editing."""

from collections.abc import Sequence
from typing import Annotated, Final

from beeper_sdk_server import models
from fastapi import APIRouter, Body, Depends, Header, Query, Request, Security, params
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
from ..services import AssetsService


def _add_assets_download(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    assets: AssetsService[object] = wiring.services["assets"]
    assets_download_handler = checked(
        assets.assets_download,
        "The assets.assets_download method of POST /v1/assets/download",
        ("principal", "body"),
        asynchronous=True,
    )

    assets_download_authorize = wiring.authorizer()

    async def assets_download_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            assets_download_authorize,
            "Bearer",
        )

    async def assets_download(
        *,
        principal: Annotated[object, Depends(assets_download_principal)],
        body: Annotated[models.AssetDownloadRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await assets_download_handler(
                principal=principal,
                body=body,
            ),
            contract.AssetsDownload.RESPONSES,
        )

    router.add_api_route(
        "/v1/assets/download",
        assets_download,
        methods=["POST"],
        status_code=200,
        response_model=models.AssetDownloadResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="assets_download",
        tags=["Assets"],
        summary="Fetch media and get its local URL.",
        description="Downloads the file to the machine of the app and returns its local URL. A failed download can be a successful response that holds only `error`.",
        response_description="The local URL, or why not.",
        dependencies=wiring.dependencies.get("assets_download"),
    )


def _add_assets_serve(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    assets: AssetsService[object] = wiring.services["assets"]
    assets_serve_handler = checked(
        assets.assets_serve,
        "The assets.assets_serve method of GET /v1/assets/serve",
        ("principal", "url", "range"),
        asynchronous=True,
    )

    assets_serve_authorize = wiring.authorizer()

    async def assets_serve_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            assets_serve_authorize,
            "Bearer",
        )

    async def assets_serve(
        *,
        principal: Annotated[object, Depends(assets_serve_principal)],
        url: Annotated[
            str,
            StringConstraints(min_length=1),
            Query(alias="url", description="mxc://, localmxc:// or file:// URL of the media."),
        ],
        range: Annotated[
            str | None, Header(alias="Range", convert_underscores=False, description="Byte range, e.g. bytes=0-1023.")
        ] = None,
    ) -> object:
        return dispatch(
            await assets_serve_handler(
                principal=principal,
                url=url,
                range=range,
            ),
            contract.AssetsServe.RESPONSES,
        )

    router.add_api_route(
        "/v1/assets/serve",
        assets_serve,
        methods=["GET"],
        status_code=200,
        response_model=None,
        response_class=Response,
        operation_id="assets_serve",
        tags=["Assets"],
        summary="Stream a media file.",
        description="The app downloads the file first if it is not cached. Returns a part of the file if a byte range is given. Status 502 means that the file is permanently unavailable.",
        response_description="The file.",
        dependencies=wiring.dependencies.get("assets_serve"),
    )


def _add_assets_upload(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    assets: AssetsService[object] = wiring.services["assets"]
    assets_upload_handler = checked(
        assets.assets_upload,
        "The assets.assets_upload method of POST /v1/assets/upload",
        ("request", "principal"),
        asynchronous=True,
    )

    assets_upload_authorize = wiring.authorizer()

    async def assets_upload_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            assets_upload_authorize,
            "Bearer",
        )

    async def assets_upload(
        *,
        request: Request,
        principal: Annotated[object, Depends(assets_upload_principal)],
    ) -> object:
        return dispatch(
            await assets_upload_handler(
                request=request,
                principal=principal,
            ),
            contract.AssetsUpload.RESPONSES,
        )

    router.add_api_route(
        "/v1/assets/upload",
        assets_upload,
        methods=["POST"],
        status_code=200,
        response_model=models.AssetUploadResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="assets_upload",
        tags=["Assets"],
        summary="Upload a file.",
        description="The upload is temporary, for use in messages and drafts. At most 500 MB, sent as a multipart form.",
        response_description="The upload handle.",
        dependencies=wiring.dependencies.get("assets_upload"),
    )


def _add_assets_upload_base64(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    assets: AssetsService[object] = wiring.services["assets"]
    assets_upload_base64_handler = checked(
        assets.assets_upload_base64,
        "The assets.assets_upload_base64 method of POST /v1/assets/upload/base64",
        ("principal", "body"),
        asynchronous=True,
    )

    assets_upload_base64_authorize = wiring.authorizer()

    async def assets_upload_base64_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["write"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("write",)),),),
            {"bearer": bearer},
            assets_upload_base64_authorize,
            "Bearer",
        )

    async def assets_upload_base64(
        *,
        principal: Annotated[object, Depends(assets_upload_base64_principal)],
        body: Annotated[models.AssetUploadBase64Request, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await assets_upload_base64_handler(
                principal=principal,
                body=body,
            ),
            contract.AssetsUploadBase64.RESPONSES,
        )

    router.add_api_route(
        "/v1/assets/upload/base64",
        assets_upload_base64,
        methods=["POST"],
        status_code=200,
        response_model=models.AssetUploadResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="assets_upload_base64",
        tags=["Assets"],
        summary="Upload a file as a base64 string.",
        description="The upload is temporary, for use in messages and drafts. The file is sent as a base64 string in JSON.",
        response_description="The upload handle.",
        dependencies=wiring.dependencies.get("assets_upload_base64"),
    )


LITERAL_ROUTES: Final = (
    ("assets_download", _add_assets_download),
    ("assets_serve", _add_assets_serve),
    ("assets_upload", _add_assets_upload),
    ("assets_upload_base64", _add_assets_upload_base64),
)
TEMPLATED_ROUTES: Final = ()


def build_router(
    *,
    assets: AssetsService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register the assets operations on a new router, literal paths first."""
    return build(
        (*LITERAL_ROUTES, *TEMPLATED_ROUTES),
        services={"assets": assets},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )
