# @generated

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api import oauth as _oauth

if TYPE_CHECKING:
    from typing import Literal

    from .._protocols import AsyncSender, ItemsOf, Sender
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


class OauthApi:
    """Access tokens of this API: OAuth 2.0 with PKCE."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    def userinfo(self) -> TokenUserInfo:
        """Facts about the token in use.

        This is the cheapest way to check that a token is valid and to find out the app version.

        Read-only. Since app 4.1.92. A token is needed. Endpoint: GET /oauth/userinfo; error
        statuses: 401.
        """
        return self._sender.send(_oauth.userinfo())

    def authorize_callback(
        self,
        *,
        client_info: AuthorizeClientInfo | AuthorizeClientInfoDict | None = None,
        scopes: ItemsOf[OAuthScopeInput] | tuple[OAuthScopeInput, ...] | None = None,
        state: str | None = None,
        code_challenge: str | None = None,
        code_challenge_method: Literal["S256"] | None = None,
        resource: str | None = None,
    ) -> AuthorizeCallbackResponse:
        """Finish consent; returns the code.

        Sent by the consent page, not by clients.

        Args:
            client_info: Who asks.
            scopes: Scopes asked for. (the server's default is ['read'])
            state: String of the client that is returned with the result.
            code_challenge: PKCE challenge.
            code_challenge_method: Always S256.
            resource: Resource the token is for (RFC 8707).

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.1.92.
        No token is needed. Endpoint: POST /oauth/authorize/callback; error statuses: not
        documented.
        """
        return self._sender.send(
            _oauth.authorize_callback(
                client_info=client_info,
                scopes=scopes,
                state=state,
                code_challenge=code_challenge,
                code_challenge_method=code_challenge_method,
                resource=resource,
            )
        )

    def token(
        self,
        *,
        code: str,
        code_verifier: str,
        grant_type: Literal["authorization_code"] = "authorization_code",
        client_id: str | None = None,
        resource: str | None = None,
        redirect_uri: str | None = None,
    ) -> TokenResponse:
        """Exchange an authorization code for a token.

        Authorization code with PKCE (S256); no refresh token is issued.

        Args:
            grant_type: Always authorization_code.
            code: Authorization code.
            code_verifier: PKCE verifier.
            client_id: Client ID; optional for public clients.
            resource: Resource the token is for (RFC 8707).
            redirect_uri: Redirect URI of the authorization; optional here.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.1.92.
        No token is needed. Endpoint: POST /oauth/token; error statuses: 400, 500.
        """
        return self._sender.send(
            _oauth.token(
                grant_type=grant_type,
                code=code,
                code_verifier=code_verifier,
                client_id=client_id,
                resource=resource,
                redirect_uri=redirect_uri,
            )
        )

    def register(
        self,
        *,
        client_name: str,
        redirect_uris: ItemsOf[str],
        client_uri: str | None = None,
        grant_types: ItemsOf[Literal["authorization_code"]] | None = None,
        response_types: ItemsOf[Literal["code"]] | None = None,
        scope: str | None = None,
        token_endpoint_auth_method: Literal["none"] | None = None,
    ) -> ClientRegistrationResponse:
        """Register a client (RFC 7591).

        Args:
            client_name: Name to show.
            redirect_uris: Redirect URIs that are allowed.
            client_uri: URI of the homepage.
            grant_types: Grant types; only authorization_code. (the server's default is
                ['authorization_code'])
            response_types: Response types; only code. (the server's default is ['code'])
            scope: Scopes, separated by spaces. (the server's default is read write)
            token_endpoint_auth_method: Always none: clients are public. (the server's default
                is none)

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.1.92.
        No token is needed. Endpoint: POST /oauth/register; error statuses: 400.
        """
        return self._sender.send(
            _oauth.register(
                client_name=client_name,
                redirect_uris=redirect_uris,
                client_uri=client_uri,
                grant_types=grant_types,
                response_types=response_types,
                scope=scope,
                token_endpoint_auth_method=token_endpoint_auth_method,
            )
        )

    def introspect(self, *, token: str, token_type_hint: str | None = None) -> TokenIntrospection:
        """Introspect a token (RFC 7662).

        Args:
            token: Token to introspect.
            token_type_hint: access_token; other values are ignored.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.2.557. No token is needed. Endpoint: POST /oauth/introspect; error
        statuses: 400, 500.
        """
        return self._sender.send(_oauth.introspect(token=token, token_type_hint=token_type_hint))

    def revoke(self, *, token: str, token_type_hint: TokenTypeHint | None = None) -> None:
        """Revoke a token (RFC 7009).

        Succeeds for any token, also for an unknown one.

        Args:
            token: Token to revoke.
            token_type_hint: Kind of the token.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.92. No token is needed.
        Endpoint: POST /oauth/revoke; error statuses: not documented.
        """
        return self._sender.send(_oauth.revoke(token=token, token_type_hint=token_type_hint))

    def authorization_server_metadata(self) -> AuthorizationServerMetadata:
        """Authorization server metadata (RFC 8414).

        Read-only. Since app 4.1.92. No token is needed. Endpoint: GET
        /.well-known/oauth-authorization-server; error statuses: not documented.
        """
        return self._sender.send(_oauth.authorization_server_metadata())

    def protected_resource_metadata(self) -> ProtectedResourceMetadata:
        """Protected resource metadata (RFC 9728).

        Read-only. Since app 4.1.92. No token is needed. Endpoint: GET
        /.well-known/oauth-protected-resource; error statuses: not documented.
        """
        return self._sender.send(_oauth.protected_resource_metadata())


class AsyncOauthApi:
    """Access tokens of this API: OAuth 2.0 with PKCE."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    def __repr__(self) -> str:
        from .._display import resource_text

        return resource_text(self, self._sender)

    async def userinfo(self) -> TokenUserInfo:
        """Facts about the token in use.

        This is the cheapest way to check that a token is valid and to find out the app version.

        Read-only. Since app 4.1.92. A token is needed. Endpoint: GET /oauth/userinfo; error
        statuses: 401.
        """
        return await self._sender.send(_oauth.userinfo())

    async def authorize_callback(
        self,
        *,
        client_info: AuthorizeClientInfo | AuthorizeClientInfoDict | None = None,
        scopes: ItemsOf[OAuthScopeInput] | tuple[OAuthScopeInput, ...] | None = None,
        state: str | None = None,
        code_challenge: str | None = None,
        code_challenge_method: Literal["S256"] | None = None,
        resource: str | None = None,
    ) -> AuthorizeCallbackResponse:
        """Finish consent; returns the code.

        Sent by the consent page, not by clients.

        Args:
            client_info: Who asks.
            scopes: Scopes asked for. (the server's default is ['read'])
            state: String of the client that is returned with the result.
            code_challenge: PKCE challenge.
            code_challenge_method: Always S256.
            resource: Resource the token is for (RFC 8707).

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.1.92.
        No token is needed. Endpoint: POST /oauth/authorize/callback; error statuses: not
        documented.
        """
        return await self._sender.send(
            _oauth.authorize_callback(
                client_info=client_info,
                scopes=scopes,
                state=state,
                code_challenge=code_challenge,
                code_challenge_method=code_challenge_method,
                resource=resource,
            )
        )

    async def token(
        self,
        *,
        code: str,
        code_verifier: str,
        grant_type: Literal["authorization_code"] = "authorization_code",
        client_id: str | None = None,
        resource: str | None = None,
        redirect_uri: str | None = None,
    ) -> TokenResponse:
        """Exchange an authorization code for a token.

        Authorization code with PKCE (S256); no refresh token is issued.

        Args:
            grant_type: Always authorization_code.
            code: Authorization code.
            code_verifier: PKCE verifier.
            client_id: Client ID; optional for public clients.
            resource: Resource the token is for (RFC 8707).
            redirect_uri: Redirect URI of the authorization; optional here.

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.1.92.
        No token is needed. Endpoint: POST /oauth/token; error statuses: 400, 500.
        """
        return await self._sender.send(
            _oauth.token(
                grant_type=grant_type,
                code=code,
                code_verifier=code_verifier,
                client_id=client_id,
                resource=resource,
                redirect_uri=redirect_uri,
            )
        )

    async def register(
        self,
        *,
        client_name: str,
        redirect_uris: ItemsOf[str],
        client_uri: str | None = None,
        grant_types: ItemsOf[Literal["authorization_code"]] | None = None,
        response_types: ItemsOf[Literal["code"]] | None = None,
        scope: str | None = None,
        token_endpoint_auth_method: Literal["none"] | None = None,
    ) -> ClientRegistrationResponse:
        """Register a client (RFC 7591).

        Args:
            client_name: Name to show.
            redirect_uris: Redirect URIs that are allowed.
            client_uri: URI of the homepage.
            grant_types: Grant types; only authorization_code. (the server's default is
                ['authorization_code'])
            response_types: Response types; only code. (the server's default is ['code'])
            scope: Scopes, separated by spaces. (the server's default is read write)
            token_endpoint_auth_method: Always none: clients are public. (the server's default
                is none)

        Raises:
            DeliveryUncertain: No response confirms the outcome: the request may have succeeded,
                and was not retried.
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Not idempotent: retried only if the request cannot have reached the app. Since app 4.1.92.
        No token is needed. Endpoint: POST /oauth/register; error statuses: 400.
        """
        return await self._sender.send(
            _oauth.register(
                client_name=client_name,
                redirect_uris=redirect_uris,
                client_uri=client_uri,
                grant_types=grant_types,
                response_types=response_types,
                scope=scope,
                token_endpoint_auth_method=token_endpoint_auth_method,
            )
        )

    async def introspect(self, *, token: str, token_type_hint: str | None = None) -> TokenIntrospection:
        """Introspect a token (RFC 7662).

        Args:
            token: Token to introspect.
            token_type_hint: access_token; other values are ignored.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Read-only. Since app 4.2.557. No token is needed. Endpoint: POST /oauth/introspect; error
        statuses: 400, 500.
        """
        return await self._sender.send(_oauth.introspect(token=token, token_type_hint=token_type_hint))

    async def revoke(self, *, token: str, token_type_hint: TokenTypeHint | None = None) -> None:
        """Revoke a token (RFC 7009).

        Succeeds for any token, also for an unknown one.

        Args:
            token: Token to revoke.
            token_type_hint: Kind of the token.

        Raises:
            TypeError, ValueError: An argument is invalid; nothing was sent.

        Idempotent: repeating it has no further effect. Since app 4.1.92. No token is needed.
        Endpoint: POST /oauth/revoke; error statuses: not documented.
        """
        return await self._sender.send(_oauth.revoke(token=token, token_type_hint=token_type_hint))

    async def authorization_server_metadata(self) -> AuthorizationServerMetadata:
        """Authorization server metadata (RFC 8414).

        Read-only. Since app 4.1.92. No token is needed. Endpoint: GET
        /.well-known/oauth-authorization-server; error statuses: not documented.
        """
        return await self._sender.send(_oauth.authorization_server_metadata())

    async def protected_resource_metadata(self) -> ProtectedResourceMetadata:
        """Protected resource metadata (RFC 9728).

        Read-only. Since app 4.1.92. No token is needed. Endpoint: GET
        /.well-known/oauth-protected-resource; error statuses: not documented.
        """
        return await self._sender.send(_oauth.protected_resource_metadata())
