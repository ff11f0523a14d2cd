# @generated

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from attrs import define

from .._model import Model, is_object, no_variant
from .._times import from_unix

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Literal

    from ._enums import OAuthScope, TokenTypeHint
    from .server_info_app import ServerInfoApp


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ActiveTokenIntrospection(Model):
    """The token is valid. Since app 4.2.557."""

    active: Literal[True]
    """Always `True`."""
    scope: str
    """Scopes, separated by spaces."""
    token_type: Literal["Bearer"]
    """Always Bearer."""
    sub: str
    """Token ID."""
    iss: str
    """Who issued it."""
    app: ServerInfoApp
    """The app."""
    client: IntrospectionClient
    """The client it belongs to."""
    exp: datetime | None = None
    """When it expires; left out when it does not."""
    iat: datetime | None = None
    """When it was issued."""
    nbf: datetime | None = None
    """From when it is valid."""
    aud: str | None = None
    """Client ID."""
    client_id: str | None = None
    """Client ID."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "active": "active",
        "scope": "scope",
        "token_type": "token_type",
        "sub": "sub",
        "iss": "iss",
        "app": "app",
        "client": "client",
        "exp": "exp",
        "iat": "iat",
        "nbf": "nbf",
        "aud": "aud",
        "client_id": "client_id",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "exp": from_unix,
        "iat": from_unix,
        "nbf": from_unix,
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AuthorizationServerMetadata(Model):
    """Authorization server metadata (RFC 8414)."""

    issuer: str
    """Who issues tokens, e.g. http://127.0.0.1:23373."""
    authorization_endpoint: str
    """URL of /oauth/authorize."""
    token_endpoint: str
    """URL of /oauth/token."""
    revocation_endpoint: str
    """URL of /oauth/revoke."""
    userinfo_endpoint: str
    """URL of /oauth/userinfo."""
    registration_endpoint: str
    """URL of /oauth/register."""
    grant_types_supported: list[Literal["authorization_code"]]
    """Only authorization_code."""
    token_endpoint_auth_methods_supported: list[Literal["none"]]
    """Only none."""
    response_types_supported: list[Literal["code"]]
    """Only code."""
    scopes_supported: list[OAuthScope]
    """Scopes there are."""
    code_challenge_methods_supported: list[Literal["S256"]]
    """Only S256."""
    service_documentation: str
    """URL of the OpenAPI document."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "issuer": "issuer",
        "authorization_endpoint": "authorization_endpoint",
        "token_endpoint": "token_endpoint",
        "revocation_endpoint": "revocation_endpoint",
        "userinfo_endpoint": "userinfo_endpoint",
        "registration_endpoint": "registration_endpoint",
        "grant_types_supported": "grant_types_supported",
        "token_endpoint_auth_methods_supported": "token_endpoint_auth_methods_supported",
        "response_types_supported": "response_types_supported",
        "scopes_supported": "scopes_supported",
        "code_challenge_methods_supported": "code_challenge_methods_supported",
        "service_documentation": "service_documentation",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AuthorizeCallbackRequest(Model):
    """What the consent page sends; internal to the flow."""

    client_info: AuthorizeClientInfo | None = None
    """Who asks."""
    scopes: list[OAuthScope] | None = None
    """Scopes asked for."""
    state: str | None = None
    """String of the client that is returned with the result."""
    code_challenge: str | None = None
    """PKCE challenge."""
    code_challenge_method: Literal["S256"] | None = None
    """Always S256."""
    resource: str | None = None
    """Resource the token is for (RFC 8707)."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "clientInfo": "client_info",
        "scopes": "scopes",
        "state": "state",
        "codeChallenge": "code_challenge",
        "codeChallengeMethod": "code_challenge_method",
        "resource": "resource",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "state",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AuthorizeCallbackResponse(Model):
    """Result of the consent."""

    code: str | None = None
    """Authorization code."""
    error: str | None = None
    """Why there is none."""
    state: str | None = None
    """State of the request."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "error": "error",
        "state": "state",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "code",
            "state",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class AuthorizeClientInfo(Model):
    """Who asks for consent; all optional."""

    name: str | None = None
    """Name to show."""
    version: str | None = None
    """Version of the client."""
    user_agent: str | None = None
    """User agent."""
    remote_address: str | None = None
    """Network address."""
    client_id: str | None = None
    """Client ID."""
    client_uri: str | None = None
    """URI of the homepage."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "version": "version",
        "userAgent": "user_agent",
        "remoteAddress": "remote_address",
        "clientID": "client_id",
        "clientURI": "client_uri",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ClientRegistrationRequest(Model):
    """Client to register (RFC 7591)."""

    client_name: str
    """Name to show."""
    redirect_uris: list[str]
    """Redirect URIs that are allowed."""
    client_uri: str | None = None
    """URI of the homepage."""
    grant_types: list[Literal["authorization_code"]] | None = None
    """Grant types; only authorization_code."""
    response_types: list[Literal["code"]] | None = None
    """Response types; only code."""
    scope: str | None = None
    """Scopes, separated by spaces."""
    token_endpoint_auth_method: Literal["none"] | None = None
    """Always none: clients are public."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "client_name": "client_name",
        "redirect_uris": "redirect_uris",
        "client_uri": "client_uri",
        "grant_types": "grant_types",
        "response_types": "response_types",
        "scope": "scope",
        "token_endpoint_auth_method": "token_endpoint_auth_method",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ClientRegistrationResponse(Model):
    """The registered client."""

    client_id: str
    """ID of the new client."""
    client_name: str
    """Name as registered."""
    grant_types: list[Literal["authorization_code"]]
    """Grant types as registered."""
    response_types: list[Literal["code"]]
    """Response types as registered."""
    redirect_uris: list[str]
    """Redirect URIs as registered."""
    scope: str
    """Scopes as registered, separated by spaces."""
    token_endpoint_auth_method: Literal["none"]
    """Always none: clients are public."""
    client_id_issued_at: datetime
    """When it was registered."""
    authorization_endpoint: str
    """URL of /oauth/authorize."""
    token_endpoint: str
    """URL of /oauth/token."""
    client_uri: str | None = None
    """URI of the homepage as registered."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "client_id": "client_id",
        "client_name": "client_name",
        "grant_types": "grant_types",
        "response_types": "response_types",
        "redirect_uris": "redirect_uris",
        "scope": "scope",
        "token_endpoint_auth_method": "token_endpoint_auth_method",
        "client_id_issued_at": "client_id_issued_at",
        "authorization_endpoint": "authorization_endpoint",
        "token_endpoint": "token_endpoint",
        "client_uri": "client_uri",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "client_id_issued_at": from_unix,
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class InactiveTokenIntrospection(Model):
    """The token is unknown, expired or revoked. Since app 4.2.557."""

    active: Literal[False]
    """Always `False`."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "active": "active",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class IntrospectRequest(Model):
    """Token to introspect, as a form. Since app 4.2.557."""

    token: str
    """Token to introspect."""
    token_type_hint: str | None = None
    """access_token; other values are ignored."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "token": "token",
        "token_type_hint": "token_type_hint",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "token",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class IntrospectionClient(Model):
    """The client a token belongs to; all optional. Since app 4.2.557."""

    id: str | None = None
    """Client ID."""
    name: str | None = None
    """Name to show."""
    user_agent: str | None = None
    """User agent it registered with."""
    remote_address: str | None = None
    """Network address it registered from."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "user_agent": "user_agent",
        "remote_address": "remote_address",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class OAuthError(Model):
    """The error envelope of OAuth (RFC 6749)."""

    error: str
    """Machine-readable code, e.g. invalid_request, invalid_client_metadata or server_error."""
    error_description: str | None = None
    """Human-readable explanation; can be missing with status 500."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "error": "error",
        "error_description": "error_description",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class ProtectedResourceMetadata(Model):
    """Protected resource metadata (RFC 9728)."""

    resource: str
    """URL of the resource."""
    authorization_servers: list[str]
    """Who issues tokens for it."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "resource": "resource",
        "authorization_servers": "authorization_servers",
    }


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class RevokeRequest(Model):
    """Token to revoke, as form."""

    token: str
    """Token to revoke."""
    token_type_hint: TokenTypeHint | None = None
    """Kind of the token."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "token": "token",
        "token_type_hint": "token_type_hint",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "token",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class TokenRequest(Model):
    """Authorization code to exchange, as form."""

    grant_type: Literal["authorization_code"]
    """Always authorization_code."""
    code: str
    """Authorization code."""
    code_verifier: str
    """PKCE verifier."""
    client_id: str | None = None
    """Client ID; optional for public clients."""
    resource: str | None = None
    """Resource the token is for (RFC 8707)."""
    redirect_uri: str | None = None
    """Redirect URI of the authorization; optional here."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "grant_type": "grant_type",
        "code": "code",
        "code_verifier": "code_verifier",
        "client_id": "client_id",
        "resource": "resource",
        "redirect_uri": "redirect_uri",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "code",
            "code_verifier",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class TokenResponse(Model):
    """An access token."""

    access_token: str
    """The token."""
    token_type: Literal["Bearer"]
    """Always Bearer."""
    expires_in: int
    """Lifetime in seconds."""
    scope: str
    """Scopes, separated by spaces."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "access_token": "access_token",
        "token_type": "token_type",
        "expires_in": "expires_in",
        "scope": "scope",
    }
    _SECRET: ClassVar[frozenset[str]] = frozenset(
        {
            "access_token",
        }
    )


@define(eq=False, repr=False, weakref_slot=False, kw_only=True, getstate_setstate=False)
class TokenUserInfo(Model):
    """Facts about the token in use."""

    sub: str
    """Token ID."""
    scope: str
    """Scopes, separated by spaces."""
    iat: datetime
    """When it was issued."""
    token_use: Literal["access"]
    """Always access."""
    aud: str | None = None
    """Client ID."""
    client_id: str | None = None
    """Client ID."""
    exp: datetime | None = None
    """When it expires; left out when it does not."""

    _ATTRIBUTES: ClassVar[Mapping[str, str]] = {
        "sub": "sub",
        "scope": "scope",
        "iat": "iat",
        "token_use": "token_use",
        "aud": "aud",
        "client_id": "client_id",
        "exp": "exp",
    }
    _READERS: ClassVar[Mapping[str, Callable[[Any], object]]] = {
        "iat": from_unix,
        "exp": from_unix,
    }


def load_token_introspection(value: Any) -> TokenIntrospection:
    """Select the variant by the value of ``active``."""
    if not is_object(value):
        no_variant()
    kind = value["active"]
    if kind is True:
        return ActiveTokenIntrospection._read(value)
    if kind is False:
        return InactiveTokenIntrospection._read(value)
    no_variant()


TokenIntrospection: TypeAlias = ActiveTokenIntrospection | InactiveTokenIntrospection
"""Facts about a token, or that it is not active; distinguished by `active`. Since app 4.2.557."""
