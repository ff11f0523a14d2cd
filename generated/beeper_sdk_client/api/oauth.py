# @generated

"""The operations of oauth: each function returns a `Request` and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _arguments
from .._decoding import JsonDecoder, NoContent
from .._request import FormBody, JsonBody, Operation, Request

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from .._protocols import ItemsOf
    from ..models._enums import OAuthScopeInput, TokenTypeHint
    from ..models.input_dicts import AuthorizeClientInfoDict
    from ..models.oauth import (
        AuthorizationServerMetadata,
        AuthorizeCallbackResponse,
        AuthorizeClientInfo,
        ClientRegistrationResponse,
        ProtectedResourceMetadata,
        TokenIntrospection,
        TokenResponse,
        TokenUserInfo,
    )


def _userinfo_reader() -> Callable[[Any], TokenUserInfo]:
    from ..models.oauth import TokenUserInfo

    return TokenUserInfo._read


USERINFO: Operation[TokenUserInfo] = Operation(
    "oauth.userinfo",
    "GET",
    "/oauth/userinfo",
    "read",
    "required",
    JsonDecoder(_userinfo_reader),
)


def userinfo() -> Request[TokenUserInfo]:
    """Facts about the token in use.

    See `Beeper.oauth.userinfo` for its errors.
    """
    return Request(
        USERINFO,
        "/oauth/userinfo",
    )


def _authorize_callback_reader() -> Callable[[Any], AuthorizeCallbackResponse]:
    from ..models.oauth import AuthorizeCallbackResponse

    return AuthorizeCallbackResponse._read


AUTHORIZE_CALLBACK: Operation[AuthorizeCallbackResponse] = Operation(
    "oauth.authorize_callback",
    "POST",
    "/oauth/authorize/callback",
    "once",
    "none",
    JsonDecoder(_authorize_callback_reader),
)


def authorize_callback(
    *,
    client_info: AuthorizeClientInfo | AuthorizeClientInfoDict | None = None,
    scopes: ItemsOf[OAuthScopeInput] | tuple[OAuthScopeInput, ...] | None = None,
    state: str | None = None,
    code_challenge: str | None = None,
    code_challenge_method: Literal["S256"] | None = None,
    resource: str | None = None,
) -> Request[AuthorizeCallbackResponse]:
    """Finish consent; returns the code.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.oauth.authorize_callback` for its arguments and errors.
    """
    from ..models.oauth import AuthorizeClientInfo

    return Request(
        AUTHORIZE_CALLBACK,
        "/oauth/authorize/callback",
        body=JsonBody(
            _arguments.body(
                (
                    "clientInfo",
                    _arguments.optional(
                        None
                        if client_info is None
                        else _arguments.model_json(AuthorizeClientInfo, "client_info", client_info)
                    ),
                ),
                (
                    "scopes",
                    _arguments.optional(
                        _arguments.convert_items(
                            "scopes",
                            _arguments.sequence("scopes", scopes),
                            lambda item, at: _arguments.choice(at, item, ("read", "write")),
                        )
                    ),
                ),
                ("state", _arguments.optional(_arguments.string("state", state))),
                ("codeChallenge", _arguments.optional(_arguments.string("code_challenge", code_challenge))),
                (
                    "codeChallengeMethod",
                    _arguments.optional(_arguments.constant("code_challenge_method", code_challenge_method, "S256")),
                ),
                ("resource", _arguments.optional(_arguments.string("resource", resource))),
            )
        ),
    )


def _token_reader() -> Callable[[Any], TokenResponse]:
    from ..models.oauth import TokenResponse

    return TokenResponse._read


TOKEN: Operation[TokenResponse] = Operation(
    "oauth.token",
    "POST",
    "/oauth/token",
    "once",
    "none",
    JsonDecoder(_token_reader),
)


def token(
    *,
    code: str,
    code_verifier: str,
    grant_type: Literal["authorization_code"] = "authorization_code",
    client_id: str | None = None,
    resource: str | None = None,
    redirect_uri: str | None = None,
) -> Request[TokenResponse]:
    """Exchange an authorization code for a token.

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.oauth.token` for its arguments and errors.
    """
    return Request(
        TOKEN,
        "/oauth/token",
        body=FormBody(
            _arguments.pairs(
                (
                    "grant_type",
                    _arguments.constant(
                        "grant_type", _arguments.required("grant_type", grant_type), "authorization_code"
                    ),
                ),
                ("code", _arguments.string("code", _arguments.required("code", code))),
                (
                    "code_verifier",
                    _arguments.string("code_verifier", _arguments.required("code_verifier", code_verifier)),
                ),
                ("client_id", _arguments.string("client_id", client_id, 1)),
                ("resource", _arguments.string("resource", resource)),
                ("redirect_uri", _arguments.string("redirect_uri", redirect_uri)),
            )
        ),
    )


def _register_reader() -> Callable[[Any], ClientRegistrationResponse]:
    from ..models.oauth import ClientRegistrationResponse

    return ClientRegistrationResponse._read


REGISTER: Operation[ClientRegistrationResponse] = Operation(
    "oauth.register",
    "POST",
    "/oauth/register",
    "once",
    "none",
    JsonDecoder(_register_reader),
)


def register(
    *,
    client_name: str,
    redirect_uris: ItemsOf[str],
    client_uri: str | None = None,
    grant_types: ItemsOf[Literal["authorization_code"]] | None = None,
    response_types: ItemsOf[Literal["code"]] | None = None,
    scope: str | None = None,
    token_endpoint_auth_method: Literal["none"] | None = None,
) -> Request[ClientRegistrationResponse]:
    """Register a client (RFC 7591).

    Raises:
        DeliveryUncertain: When it is sent: no response confirms the outcome.

    See `Beeper.oauth.register` for its arguments and errors.
    """
    return Request(
        REGISTER,
        "/oauth/register",
        body=JsonBody(
            _arguments.body(
                ("client_name", _arguments.string("client_name", _arguments.required("client_name", client_name))),
                (
                    "redirect_uris",
                    _arguments.convert_items(
                        "redirect_uris",
                        _arguments.sequence("redirect_uris", _arguments.required("redirect_uris", redirect_uris)),
                        lambda item, at: _arguments.string(at, item),
                    ),
                ),
                ("client_uri", _arguments.optional(_arguments.string("client_uri", client_uri))),
                (
                    "grant_types",
                    _arguments.optional(
                        _arguments.convert_items(
                            "grant_types",
                            _arguments.sequence("grant_types", grant_types),
                            lambda item, at: _arguments.constant(at, item, "authorization_code"),
                        )
                    ),
                ),
                (
                    "response_types",
                    _arguments.optional(
                        _arguments.convert_items(
                            "response_types",
                            _arguments.sequence("response_types", response_types),
                            lambda item, at: _arguments.constant(at, item, "code"),
                        )
                    ),
                ),
                ("scope", _arguments.optional(_arguments.string("scope", scope))),
                (
                    "token_endpoint_auth_method",
                    _arguments.optional(
                        _arguments.constant("token_endpoint_auth_method", token_endpoint_auth_method, "none")
                    ),
                ),
            )
        ),
    )


def _introspect_reader() -> Callable[[Any], TokenIntrospection]:
    from ..models.oauth import load_token_introspection

    return load_token_introspection


INTROSPECT: Operation[TokenIntrospection] = Operation(
    "oauth.introspect",
    "POST",
    "/oauth/introspect",
    "read",
    "none",
    JsonDecoder(_introspect_reader),
)


def introspect(*, token: str, token_type_hint: str | None = None) -> Request[TokenIntrospection]:
    """Introspect a token (RFC 7662).

    See `Beeper.oauth.introspect` for its arguments and errors.
    """
    return Request(
        INTROSPECT,
        "/oauth/introspect",
        body=FormBody(
            _arguments.pairs(
                ("token", _arguments.string("token", _arguments.required("token", token))),
                ("token_type_hint", _arguments.string("token_type_hint", token_type_hint)),
            )
        ),
    )


REVOKE: Operation[None] = Operation(
    "oauth.revoke",
    "POST",
    "/oauth/revoke",
    "idempotent",
    "none",
    NoContent(empty=True),
)


def revoke(*, token: str, token_type_hint: TokenTypeHint | None = None) -> Request[None]:
    """Revoke a token (RFC 7009).

    See `Beeper.oauth.revoke` for its arguments and errors.
    """
    return Request(
        REVOKE,
        "/oauth/revoke",
        body=FormBody(
            _arguments.pairs(
                ("token", _arguments.string("token", _arguments.required("token", token))),
                (
                    "token_type_hint",
                    _arguments.choice("token_type_hint", token_type_hint, ("access_token", "refresh_token")),
                ),
            )
        ),
    )


def _authorization_server_metadata_reader() -> Callable[[Any], AuthorizationServerMetadata]:
    from ..models.oauth import AuthorizationServerMetadata

    return AuthorizationServerMetadata._read


AUTHORIZATION_SERVER_METADATA: Operation[AuthorizationServerMetadata] = Operation(
    "oauth.authorization_server_metadata",
    "GET",
    "/.well-known/oauth-authorization-server",
    "read",
    "none",
    JsonDecoder(_authorization_server_metadata_reader),
)


def authorization_server_metadata() -> Request[AuthorizationServerMetadata]:
    """Authorization server metadata (RFC 8414).

    See `Beeper.oauth.authorization_server_metadata` for its errors.
    """
    return Request(
        AUTHORIZATION_SERVER_METADATA,
        "/.well-known/oauth-authorization-server",
    )


def _protected_resource_metadata_reader() -> Callable[[Any], ProtectedResourceMetadata]:
    from ..models.oauth import ProtectedResourceMetadata

    return ProtectedResourceMetadata._read


PROTECTED_RESOURCE_METADATA: Operation[ProtectedResourceMetadata] = Operation(
    "oauth.protected_resource_metadata",
    "GET",
    "/.well-known/oauth-protected-resource",
    "read",
    "none",
    JsonDecoder(_protected_resource_metadata_reader),
)


def protected_resource_metadata() -> Request[ProtectedResourceMetadata]:
    """Protected resource metadata (RFC 9728).

    See `Beeper.oauth.protected_resource_metadata` for its errors.
    """
    return Request(
        PROTECTED_RESOURCE_METADATA,
        "/.well-known/oauth-protected-resource",
    )
