"""Tokens for this API, over HTTP."""

from __future__ import annotations

from dataclasses import replace

from ..oauth.consent import consent_page, refusal_page
from ..oauth.grants import read_authorize_request
from ..wire.errors import Refused
from ..wire.json_values import Json
from ..wire.requests import CURRENT, ServerResponse
from ..wire.tokens import SCOPES, Token, introspection, user_info
from ._base import Service, answer


class Oauth(Service):
    """Implements the Protocol OauthService."""

    async def oauth_userinfo(self, *, principal: Token) -> ServerResponse:
        """The token in use."""
        return answer(user_info(self._as_seen(principal)))

    def _as_seen(self, token: Token) -> Token:
        """A token with the scopes it has at the moment."""
        if not any(self._site.quirks.is_on(name, CURRENT.get()) for name in ("read_only_token", "read_only_401")):
            return token
        return replace(token, scopes=tuple(scope for scope in token.scopes if scope != "write"))

    async def oauth_authorize(self, *, query: str) -> ServerResponse:
        """The consent page. No part of the Protocol: the spec leaves out what answers HTML."""
        try:
            authorization = read_authorize_request(query, self._site.oauth.client)
        except Refused as refused:
            html, headers = refusal_page(refused)
            return ServerResponse(refused.status, tuple(headers.items()), html.encode())
        self._site.oauth.opened(authorization)
        html, headers = consent_page(authorization)
        return ServerResponse(200, tuple(headers.items()), html.encode())

    async def oauth_authorize_callback(self, *, body: Json) -> ServerResponse:
        """Somebody agreed on the consent page."""
        return answer(self._site.oauth.consent(body))

    async def oauth_token(self, *, body: Json) -> ServerResponse:
        """A token for a code."""
        return answer(self._site.oauth.exchange(body))

    async def oauth_register(self, *, body: Json) -> ServerResponse:
        """A new client."""
        return answer(self._site.oauth.register(body, self._site.base_url), 201)

    async def oauth_introspect(self, *, body: Json) -> ServerResponse:
        """Any token."""
        if not body["token"]:
            raise Refused(400, "token must not be empty", code="invalid_request")
        token = self._site.tokens.find(body["token"], self._world.clock.seconds())
        seen = None if token is None else self._as_seen(token)
        return answer(introspection(seen, self._site.base_url, self._site.app()))

    async def oauth_revoke(self, *, body: Json) -> ServerResponse:
        """Make a token worthless; 200 and nothing else, whatever it was."""
        self._site.tokens.revoke(body["token"])
        return ServerResponse(200, (), b"")

    async def oauth_authorization_server_metadata(self) -> ServerResponse:
        """RFC 8414. The app does not list its introspection endpoint here, though it has one."""
        base = self._site.base_url
        names = ("authorize", "token", "revoke", "userinfo", "register")
        keys = ("authorization", "token", "revocation", "userinfo", "registration")
        endpoints = {f"{key}_endpoint": f"{base}/oauth/{name}" for key, name in zip(keys, names, strict=True)}
        return answer(
            {
                "issuer": base,
                **endpoints,
                "grant_types_supported": ["authorization_code"],
                "token_endpoint_auth_methods_supported": ["none"],
                "response_types_supported": ["code"],
                "scopes_supported": list(SCOPES),
                "code_challenge_methods_supported": ["S256"],
                "service_documentation": f"{base}/v1/spec",
            }
        )

    async def oauth_protected_resource_metadata(self) -> ServerResponse:
        """RFC 9728."""
        base = self._site.base_url
        return answer({"resource": base, "authorization_servers": [base]})
