"""OAuth as Beeper does it: registered public clients, codes with PKCE, used once, tokens without refresh."""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass, field

from ._values import Json
from .auth import SCOPES, Token, Tokens
from .clock import Clock
from .errors import Refused

LIFETIME = 365 * 24 * 3600
"""Seconds a token lives; the real value is not documented."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a code stands for."""

    challenge: str
    scopes: tuple[str, ...]
    client_id: str | None


@dataclass(slots=True)
class OAuth:
    """Clients and codes of one server."""

    tokens: Tokens
    clock: Clock
    _clients: dict[str, Json] = field(default_factory=dict[str, Json])
    _grants: dict[str, Grant] = field(default_factory=dict[str, Grant], repr=False)

    def register(self, body: Json, base_url: str) -> Json:
        """Take in a client (RFC 7591)."""
        if not body["redirect_uris"]:
            raise Refused(400, "redirect_uris must not be empty", code="invalid_client_metadata")
        client: Json = {
            "client_id": f"client_{len(self._clients) + 1}",
            "client_name": body["client_name"],
            "grant_types": body.get("grant_types", ["authorization_code"]),
            "response_types": body.get("response_types", ["code"]),
            "redirect_uris": body["redirect_uris"],
            "scope": body.get("scope", " ".join(SCOPES)),
            "token_endpoint_auth_method": "none",
            "client_id_issued_at": self.clock.seconds(),
            "authorization_endpoint": f"{base_url}/oauth/authorize",
            "token_endpoint": f"{base_url}/oauth/token",
        }
        if "client_uri" in body:
            client["client_uri"] = body["client_uri"]
        self._clients[client["client_id"]] = client
        return client

    def consent(self, body: Json) -> Json:
        """What the consent page gets when somebody agrees: a code, or why there is none."""
        echo: Json = {"state": body["state"]} if "state" in body else {}
        client_id: str | None = body.get("clientInfo", {}).get("clientID")
        if client_id is not None and client_id not in self._clients:
            return {"error": "invalid_client", **echo}
        if not body.get("codeChallenge"):
            return {"error": "invalid_request", **echo}
        code = f"code_{secrets.token_urlsafe(16)}"
        self._grants[code] = Grant(body["codeChallenge"], tuple(body.get("scopes") or ["read"]), client_id)
        return {"code": code, **echo}

    def exchange(self, body: Json) -> Json:
        """A token for a code; the code is used up, whether or not the verifier fits."""
        grant = self._grants.pop(body["code"], None)
        if grant is None:
            raise Refused(400, "The code is unknown or was used", code="invalid_grant")
        digest = hashlib.sha256(body["code_verifier"].encode()).digest()
        if base64.urlsafe_b64encode(digest).decode().rstrip("=") != grant.challenge.rstrip("="):
            raise Refused(400, "The code verifier does not fit the challenge", code="invalid_grant")
        if grant.client_id is not None:
            self._same_client(body, grant.client_id)
        client = self._clients.get(grant.client_id or "")
        named = None if client is None else (str(client["client_id"]), str(client["client_name"]))
        token = self.tokens.issue(grant.scopes, self.clock.seconds(), lifetime=LIFETIME, client=named)
        return {
            "access_token": token,
            "token_type": "Bearer",
            "expires_in": LIFETIME,
            "scope": " ".join(grant.scopes),
        }

    def _same_client(self, body: Json, client_id: str) -> None:
        if body.get("client_id") not in (None, client_id):
            raise Refused(400, "The code was given to another client", code="invalid_grant")
        redirects: list[str] = self._clients[client_id]["redirect_uris"]
        if body.get("redirect_uri") not in (None, *redirects):
            raise Refused(400, "The redirect URI is not registered", code="invalid_grant")


def user_info(token: Token) -> Json:
    """The facts about a token that its holder may know."""
    info: Json = {
        "sub": token.id,
        "scope": " ".join(token.scopes),
        "iat": token.issued_at,
        "token_use": "access",
    }
    if token.expires_at is not None:
        info["exp"] = token.expires_at
    if token.client_id is not None:
        info |= {"aud": token.client_id, "client_id": token.client_id}
    return info


def introspection(token: Token | None, issuer: str, app: dict[str, str]) -> Json:
    """RFC 7662: the facts about any token."""
    if token is None:
        return {"active": False}
    facts: Json = {key: value for key, value in user_info(token).items() if key != "token_use"}
    client: Json = {}
    if token.client_id is not None:
        client = {"id": token.client_id, "name": token.client_name}
    facts |= {"nbf": token.issued_at, "iss": issuer, "app": app, "client": client}
    return {"active": True, "token_type": "Bearer", **facts}
