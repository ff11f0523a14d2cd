# @generated

"""Endpoints of the oauth operations; regenerate them instead of editing."""

from collections.abc import Sequence
from typing import Annotated, Final

from beeper_sdk_server import models
from fastapi import APIRouter, Body, Depends, Form, Security, params
from fastapi.responses import Response
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
from ..services import OauthService


def _add_oauth_userinfo(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    oauth: OauthService[object] = wiring.services["oauth"]
    oauth_userinfo_handler = checked(
        oauth.oauth_userinfo,
        "The oauth.oauth_userinfo method of GET /oauth/userinfo",
        ("principal",),
        asynchronous=True,
    )

    oauth_userinfo_authorize = wiring.authorizer()

    async def oauth_userinfo_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer)],
    ) -> object:
        return await authenticate(
            ((("bearer", ()),),),
            {"bearer": bearer},
            oauth_userinfo_authorize,
            "Bearer",
        )

    async def oauth_userinfo(
        *,
        principal: Annotated[object, Depends(oauth_userinfo_principal)],
    ) -> object:
        return dispatch(
            await oauth_userinfo_handler(
                principal=principal,
            ),
            contract.OauthUserinfo.RESPONSES,
        )

    router.add_api_route(
        "/oauth/userinfo",
        oauth_userinfo,
        methods=["GET"],
        status_code=200,
        response_model=models.TokenUserInfo,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="oauth_userinfo",
        tags=["Oauth"],
        summary="Facts about the token in use.",
        description="This is the cheapest way to check that a token is valid and to find out the app version.",
        response_description="Facts about the token.",
        dependencies=wiring.dependencies.get("oauth_userinfo"),
    )


def _add_oauth_authorize_callback(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    oauth: OauthService[object] = wiring.services["oauth"]
    oauth_authorize_callback_handler = checked(
        oauth.oauth_authorize_callback,
        "The oauth.oauth_authorize_callback method of POST /oauth/authorize/callback",
        ("body",),
        asynchronous=True,
    )

    async def oauth_authorize_callback(
        *,
        body: Annotated[models.AuthorizeCallbackRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await oauth_authorize_callback_handler(
                body=body,
            ),
            contract.OauthAuthorizeCallback.RESPONSES,
        )

    router.add_api_route(
        "/oauth/authorize/callback",
        oauth_authorize_callback,
        methods=["POST"],
        status_code=200,
        response_model=models.AuthorizeCallbackResponse,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="oauth_authorize_callback",
        tags=["Oauth"],
        summary="Finish consent; returns the code.",
        description="Sent by the consent page, not by clients.",
        response_description="The code, or why not.",
        dependencies=wiring.dependencies.get("oauth_authorize_callback"),
    )


def _add_oauth_token(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    oauth: OauthService[object] = wiring.services["oauth"]
    oauth_token_handler = checked(
        oauth.oauth_token,
        "The oauth.oauth_token method of POST /oauth/token",
        ("body",),
        asynchronous=True,
    )

    async def oauth_token(
        *,
        body: Annotated[models.TokenRequest, Form(media_type="application/x-www-form-urlencoded")],
    ) -> object:
        return dispatch(
            await oauth_token_handler(
                body=body,
            ),
            contract.OauthToken.RESPONSES,
        )

    router.add_api_route(
        "/oauth/token",
        oauth_token,
        methods=["POST"],
        status_code=200,
        response_model=models.TokenResponse,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="oauth_token",
        tags=["Oauth"],
        summary="Exchange an authorization code for a token.",
        description="Authorization code with PKCE (S256); no refresh token is issued.",
        response_description="The token.",
        dependencies=wiring.dependencies.get("oauth_token"),
    )


def _add_oauth_register(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    oauth: OauthService[object] = wiring.services["oauth"]
    oauth_register_handler = checked(
        oauth.oauth_register,
        "The oauth.oauth_register method of POST /oauth/register",
        ("body",),
        asynchronous=True,
    )

    async def oauth_register(
        *,
        body: Annotated[models.ClientRegistrationRequest, Body(media_type="application/json")],
    ) -> object:
        return dispatch(
            await oauth_register_handler(
                body=body,
            ),
            contract.OauthRegister.RESPONSES,
        )

    router.add_api_route(
        "/oauth/register",
        oauth_register,
        methods=["POST"],
        status_code=201,
        response_model=models.ClientRegistrationResponse,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="oauth_register",
        tags=["Oauth"],
        summary="Register a client (RFC 7591).",
        response_description="The new client.",
        dependencies=wiring.dependencies.get("oauth_register"),
    )


def _add_oauth_introspect(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    oauth: OauthService[object] = wiring.services["oauth"]
    oauth_introspect_handler = checked(
        oauth.oauth_introspect,
        "The oauth.oauth_introspect method of POST /oauth/introspect",
        ("body",),
        asynchronous=True,
    )

    async def oauth_introspect(
        *,
        body: Annotated[models.IntrospectRequest, Form(media_type="application/x-www-form-urlencoded")],
    ) -> object:
        return dispatch(
            await oauth_introspect_handler(
                body=body,
            ),
            contract.OauthIntrospect.RESPONSES,
        )

    router.add_api_route(
        "/oauth/introspect",
        oauth_introspect,
        methods=["POST"],
        status_code=200,
        response_model=models.TokenIntrospection,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="oauth_introspect",
        tags=["Oauth"],
        summary="Introspect a token (RFC 7662).",
        response_description="Facts about the token, or that it is not active.",
        dependencies=wiring.dependencies.get("oauth_introspect"),
    )


def _add_oauth_revoke(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    oauth: OauthService[object] = wiring.services["oauth"]
    oauth_revoke_handler = checked(
        oauth.oauth_revoke,
        "The oauth.oauth_revoke method of POST /oauth/revoke",
        ("body",),
        asynchronous=True,
    )

    async def oauth_revoke(
        *,
        body: Annotated[models.RevokeRequest, Form(media_type="application/x-www-form-urlencoded")],
    ) -> object:
        return dispatch(
            await oauth_revoke_handler(
                body=body,
            ),
            contract.OauthRevoke.RESPONSES,
        )

    router.add_api_route(
        "/oauth/revoke",
        oauth_revoke,
        methods=["POST"],
        status_code=200,
        response_model=None,
        response_class=Response,
        operation_id="oauth_revoke",
        tags=["Oauth"],
        summary="Revoke a token (RFC 7009).",
        description="Succeeds for any token, also for an unknown one.",
        response_description="Revoked, or was not valid; no body.",
        dependencies=wiring.dependencies.get("oauth_revoke"),
    )


def _add_oauth_authorization_server_metadata(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    oauth: OauthService[object] = wiring.services["oauth"]
    oauth_authorization_server_metadata_handler = checked(
        oauth.oauth_authorization_server_metadata,
        "The oauth.oauth_authorization_server_metadata method of GET /.well-known/oauth-authorization-server",
        (),
        asynchronous=True,
    )

    async def oauth_authorization_server_metadata() -> object:
        return dispatch(
            await oauth_authorization_server_metadata_handler(),
            contract.OauthAuthorizationServerMetadata.RESPONSES,
        )

    router.add_api_route(
        "/.well-known/oauth-authorization-server",
        oauth_authorization_server_metadata,
        methods=["GET"],
        status_code=200,
        response_model=models.AuthorizationServerMetadata,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="oauth_authorization_server_metadata",
        tags=["Oauth"],
        summary="Authorization server metadata (RFC 8414).",
        response_description="The metadata.",
        dependencies=wiring.dependencies.get("oauth_authorization_server_metadata"),
    )


def _add_oauth_protected_resource_metadata(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    oauth: OauthService[object] = wiring.services["oauth"]
    oauth_protected_resource_metadata_handler = checked(
        oauth.oauth_protected_resource_metadata,
        "The oauth.oauth_protected_resource_metadata method of GET /.well-known/oauth-protected-resource",
        (),
        asynchronous=True,
    )

    async def oauth_protected_resource_metadata() -> object:
        return dispatch(
            await oauth_protected_resource_metadata_handler(),
            contract.OauthProtectedResourceMetadata.RESPONSES,
        )

    router.add_api_route(
        "/.well-known/oauth-protected-resource",
        oauth_protected_resource_metadata,
        methods=["GET"],
        status_code=200,
        response_model=models.ProtectedResourceMetadata,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="oauth_protected_resource_metadata",
        tags=["Oauth"],
        summary="Protected resource metadata (RFC 9728).",
        response_description="The metadata.",
        dependencies=wiring.dependencies.get("oauth_protected_resource_metadata"),
    )


LITERAL_ROUTES: Final = (
    ("oauth_userinfo", _add_oauth_userinfo),
    ("oauth_authorize_callback", _add_oauth_authorize_callback),
    ("oauth_token", _add_oauth_token),
    ("oauth_register", _add_oauth_register),
    ("oauth_introspect", _add_oauth_introspect),
    ("oauth_revoke", _add_oauth_revoke),
    ("oauth_authorization_server_metadata", _add_oauth_authorization_server_metadata),
    ("oauth_protected_resource_metadata", _add_oauth_protected_resource_metadata),
)
TEMPLATED_ROUTES: Final = ()


def build_router(
    *,
    oauth: OauthService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register the oauth operations on a new router, literal paths first."""
    return build(
        (*LITERAL_ROUTES, *TEMPLATED_ROUTES),
        services={"oauth": oauth},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )
