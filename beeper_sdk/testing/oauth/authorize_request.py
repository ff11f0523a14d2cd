"""Checks the parameters of ``GET /oauth/authorize``. The page that it shows is in ``consent_page``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from ..._core.util.urls import is_loopback_host
from ..wire.errors import Refused
from ..wire.json_values import Json
from ..wire.tokens import SCOPES

_CODE_IN_A_PAGE = {"javascript", "data", "vbscript", "blob", "about", "file"}
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True, slots=True)
class Asked:
    """A good request for consent."""

    client_id: str
    client_name: str
    redirect_uri: str
    scopes: tuple[str, ...]
    challenge: str
    state: str | None
    resource: str | None


def asked(query: str, client_of: Callable[[str], Json | None]) -> Asked:
    """The request for consent that a query is.

    Raises:
        Refused: 400, as the spec has it for every bad one; the page says why, and nobody is sent anywhere.
    """
    given = _once_each(query)
    client = client_of(given.get("client_id", ""))
    if client is None:
        raise Refused(400, "client_id is not one of a registered client")
    redirect_uri = given.get("redirect_uri", "")
    if not any(same_redirect(redirect_uri, one) for one in client["redirect_uris"]) or not _leads_out(redirect_uri):
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
    return Asked(given["client_id"], str(client["client_name"]), redirect_uri, scopes, challenge, state, resource)


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


def _leads_out(uri: str) -> bool:
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
    if parts.scheme != "http" or not is_loopback_host(host) or parts.username is not None:
        return None
    return host, parts.path, parts.query
