"""OAuth as Beeper does it: registered public clients, codes with PKCE, used once, tokens without refresh.

What a person sees is in ``consent_page``; what is told of a token in ``token_info``.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass, field

from ..wire.errors import Refused
from ..wire.json_values import Json
from ..wire.tokens import SCOPES, Tokens
from ..world.clock import Clock
from .authorize_request import Asked, same_redirect

LIFETIME = 365 * 24 * 3600
"""Seconds a token lives; the real value is not documented."""
CODE_LIFETIME = 600
"""Seconds a code lives: the most RFC 6749 recommends; the real value is not documented."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a code stands for."""

    challenge: str
    scopes: tuple[str, ...]
    client_id: str | None
    expires_at: int
    asked: Asked | None
    """What the consent page was opened with; None for a callback that no page came before."""
    resource: str | None = None


@dataclass(slots=True)
class OAuth:
    """Clients and codes of one server."""

    tokens: Tokens
    clock: Clock
    lifetime: int = LIFETIME
    """Seconds the tokens live that are granted from now on."""
    _clients: dict[str, Json] = field(default_factory=dict[str, Json])
    _grants: dict[str, Grant] = field(default_factory=dict[str, Grant], repr=False)
    _asked: dict[tuple[str, str], Asked] = field(default_factory=dict[tuple[str, str], Asked], repr=False)

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

    def client(self, client_id: str) -> Json | None:
        """A client as it was registered."""
        return self._clients.get(client_id)

    def opened(self, asked: Asked) -> None:
        """Somebody looks at the consent page of a request."""
        self._asked[asked.client_id, asked.challenge] = asked

    def consent(self, body: Json) -> Json:
        """What the consent page gets when somebody agrees: a code, or why there is none."""
        echo: Json = {"state": body["state"]} if "state" in body else {}
        client_id: str | None = body.get("clientInfo", {}).get("clientID")
        challenge: str = body.get("codeChallenge") or ""
        scopes = tuple(body.get("scopes") or ["read"])
        if client_id is not None and client_id not in self._clients:
            return {"error": "invalid_client", **echo}
        if not challenge:
            return {"error": "invalid_request", **echo}
        asked = self._asked.get((client_id or "", challenge))
        if asked is not None and not set(scopes) <= set(asked.scopes):
            return {"error": "invalid_scope", **echo}
        code = f"code_{secrets.token_urlsafe(16)}"
        end = self.clock.seconds() + CODE_LIFETIME
        self._grants[code] = Grant(challenge, scopes, client_id, end, asked, body.get("resource"))
        return {"code": code, **echo}

    def exchange(self, body: Json) -> Json:
        """A token for a code; the code is used up, whether or not the rest fits."""
        grant = self._grants.pop(body["code"], None)
        if grant is None or grant.expires_at <= self.clock.seconds():
            raise Refused(400, "The code is unknown, was used or is too old", code="invalid_grant")
        digest = hashlib.sha256(body["code_verifier"].encode()).digest()
        if base64.urlsafe_b64encode(digest).decode().rstrip("=") != grant.challenge.rstrip("="):
            raise Refused(400, "The code verifier does not fit the challenge", code="invalid_grant")
        if grant.client_id is not None:
            self._same_client(body, grant, grant.client_id)
        if grant.resource is not None and body.get("resource") not in (None, grant.resource):
            raise Refused(400, "The code was given for another resource", code="invalid_target")
        client = self._clients.get(grant.client_id or "")
        named = None if client is None else (str(client["client_id"]), str(client["client_name"]))
        token = self.tokens.issue(grant.scopes, self.clock.seconds(), lifetime=self.lifetime, client=named)
        return {
            "access_token": token,
            "token_type": "Bearer",
            "expires_in": self.lifetime,
            "scope": " ".join(grant.scopes),
        }

    def _same_client(self, body: Json, grant: Grant, client_id: str) -> None:
        if body.get("client_id") not in (None, client_id):
            raise Refused(400, "The code was given to another client", code="invalid_grant")
        given: str | None = body.get("redirect_uri")
        if given is None:
            return
        registered: list[str] = self._clients[client_id]["redirect_uris"]
        fits = (
            given == grant.asked.redirect_uri if grant.asked else any(same_redirect(given, one) for one in registered)
        )
        if not fits:
            raise Refused(400, "The redirect URI is another than before", code="invalid_grant")
