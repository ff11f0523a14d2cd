"""OAuth as Beeper does it: registered public clients, codes with PKCE, used once, tokens without refresh.

The page that a person sees is in ``consent``.
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from ..._core.util.urls import is_loopback_address
from ..wire.errors import Refused
from ..wire.json_values import Json
from ..wire.tokens import SCOPES, Tokens
from ..world.clock import Clock

_CODE_IN_A_PAGE = {"javascript", "data", "vbscript", "blob", "about", "file"}
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True, slots=True)
class AuthorizationRequest:
    """A good request for consent."""

    client_id: str
    client_name: str
    redirect_uri: str
    scopes: tuple[str, ...]
    challenge: str
    state: str | None
    resource: str | None


def read_authorize_request(query: str, client_of: Callable[[str], Json | None]) -> AuthorizationRequest:
    """The request for consent that a query is.

    Raises:
        Refused: 400, as the spec defines for every invalid one; the page explains why, without a redirect.
    """
    given = _once_each(query)
    client = client_of(given.get("client_id", ""))
    if client is None:
        raise Refused(400, "client_id is not one of a registered client")
    redirect_uri = given.get("redirect_uri", "")
    if not any(
        same_redirect(redirect_uri, registered_uri) for registered_uri in client["redirect_uris"]
    ) or not leads_out(redirect_uri):
        raise Refused(400, "redirect_uri is not one the client registered")
    if given.get("response_type") != "code":
        raise Refused(400, "response_type must be code")
    if given.get("code_challenge_method") != "S256":
        raise Refused(400, "code_challenge_method must be S256")
    challenge = given.get("code_challenge", "")
    if not _CHALLENGE.fullmatch(challenge):
        raise Refused(400, "code_challenge must be a SHA-256 hash in base64url")
    scopes = _scopes(given.get("scope", " ".join(SCOPES)), str(client["scope"]))
    state, resource = given.get("state"), given.get("resource")
    return AuthorizationRequest(
        given["client_id"], str(client["client_name"]), redirect_uri, scopes, challenge, state, resource
    )


def _once_each(query: str) -> dict[str, str]:
    pairs = parse_qsl(query, keep_blank_values=True)
    given = dict(pairs)
    if len(given) < len(pairs):
        raise Refused(400, "A parameter is there more than once")
    return given


def _scopes(wanted: str, registered: str) -> tuple[str, ...]:
    scopes = tuple(dict.fromkeys(wanted.split()))
    if not scopes or not set(scopes) <= set(SCOPES) & set(registered.split()):
        raise Refused(400, "scope must be of those the client registered: read, write or both")
    return scopes


def leads_out(uri: str) -> bool:
    """Whether a page may send a person there: an absolute URI, not code, and without a fragment."""
    scheme, colon, _ = uri.partition(":")
    return bool(colon) and scheme.lower() not in _CODE_IN_A_PAGE and "#" not in uri


def same_redirect(given: str, registered: str) -> bool:
    """Whether a redirect URI is a registered one; on the loopback interface any port will do (RFC 8252, 7.3)."""
    return given == registered or (_portless(given) is not None and _portless(given) == _portless(registered))


def _portless(uri: str) -> tuple[str, str, str] | None:
    """A URI on the loopback interface without its port; None for any other."""
    try:
        parts = urlsplit(uri)
        parts.port  # noqa: B018 - raises where it is none
    except ValueError:
        return None
    host = parts.hostname or ""
    if parts.scheme != "http" or not is_loopback_address(host) or parts.username is not None:
        return None
    return host, parts.path, parts.query


LIFETIME = 365 * 24 * 3600
"""Seconds a token lives; the real value is not documented."""
CODE_LIFETIME = 600
"""Lifetime of a code in seconds: the maximum that RFC 6749 recommends; the real value is not documented."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a code stands for."""

    challenge: str
    scopes: tuple[str, ...]
    client_id: str | None
    expires_at: int
    request: AuthorizationRequest | None
    """The parameters of the consent page; None for a callback without a page."""
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
    _requests: dict[tuple[str, str], AuthorizationRequest] = field(
        default_factory=dict[tuple[str, str], AuthorizationRequest], repr=False
    )

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

    def opened(self, request: AuthorizationRequest) -> None:
        """Somebody looks at the consent page of a request."""
        self._requests[request.client_id, request.challenge] = request

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
        request = self._requests.get((client_id or "", challenge))
        if request is not None and not set(scopes) <= set(request.scopes):
            return {"error": "invalid_scope", **echo}
        code = f"code_{secrets.token_urlsafe(16)}"
        end = self.clock.seconds() + CODE_LIFETIME
        self._grants[code] = Grant(challenge, scopes, client_id, end, request, body.get("resource"))
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
            given == grant.request.redirect_uri
            if grant.request
            else any(same_redirect(given, registered_uri) for registered_uri in registered)
        )
        if not fits:
            raise Refused(400, "The redirect URI is another than before", code="invalid_grant")
