"""A login without its I/O: the OAuth 2 authorization code flow with PKCE (RFC 7636).

The requests are in `_async/auth/login`, the server for the redirect in `_callback_server`.
"""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from hashlib import sha256
from hmac import compare_digest
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode

from attrs import field, frozen

from .._core.util.urls import server_origin
from .._core.util.validation import usable_id, wrong_type
from ..errors import LoginFailed, LoginRefused

_ERRORS = frozenset(
    {
        "access_denied",
        "invalid_request",
        "invalid_scope",
        "server_error",
        "temporarily_unavailable",
        "unauthorized_client",
        "unsupported_response_type",
    }
)
"""The error codes of RFC 6749. Other values are not shown, because anyone can put any text into the URL."""
_MAX_CODE = 4096
"""Maximum number of characters of a code."""


class CallbackResult(NamedTuple):
    """The result in the redirect URL: an authorization code, or an error code."""

    code: str | None
    error: str | None


@frozen
class LoginAttempt:
    """A login that waits for the user: open `url`, and pass the URL of the redirect to `finish`.

    It can be pickled, for programs that receive the redirect in another process. Its secrets are valid for one login
    only.
    """

    url: str = field(repr=False)
    """The page on which the user approves the login."""
    redirect_uri: str
    """The URL to which the browser is redirected afterwards."""
    base_url: str
    """URL of the server."""
    client_id: str = field(repr=False)
    """The ID under which the server registered this program."""
    scopes: tuple[str, ...]
    """The requested scopes."""
    state: str = field(repr=False)
    """A random text that proves that a redirect belongs to this login. Secret."""
    verifier: str = field(repr=False)
    """A random text with which the code is redeemed (PKCE). Secret."""
    allow_remote: bool = False
    """Whether unencrypted http to another machine is allowed."""


def callback_result(attempt: LoginAttempt, address: str) -> CallbackResult | None:
    """The result in a redirect URL; None if the URL does not belong to this login."""
    at, _, query = address.partition("#")[0].partition("?")
    if at != attempt.redirect_uri:
        return None
    try:
        fields = parse_qs(query, keep_blank_values=True, max_num_fields=20)
        issuers = {server_origin(issuer) for issuer in fields.get("iss", [])}  # RFC 9207: the issuer
    except ValueError:
        return None
    # Repeated parameters are rejected, because programs disagree on which value counts.
    if any(len(values) > 1 for values in fields.values()) or issuers - {server_origin(attempt.base_url)}:
        return None
    # The state proves that the redirect belongs to this login (CSRF). compare_digest prevents timing attacks.
    state, code, error = (fields.get(name, [""])[0] for name in ("state", "code", "error"))
    if not compare_digest(state.encode(errors="replace"), attempt.state.encode()):
        return None
    if bool(code) == bool(error) or len(code) > _MAX_CODE:
        return None
    return CallbackResult(code or None, error or None)


def code_of(result: CallbackResult | None) -> str:
    """The authorization code.

    Raises:
        LoginRefused: the user denied access.
        LoginFailed: the server returned no code, or the URL belongs to another login.
    """
    if result is None:
        raise LoginFailed(
            "redirect_url does not belong to this login; pass the complete URL from the address bar of the browser"
        )
    if result.error == "access_denied":
        raise LoginRefused("the login was denied in the browser")
    if result.code is None:
        known = result.error if result.error in _ERRORS else "unknown error"
        raise LoginFailed(f"Beeper returned no authorization code: {known}")
    return result.code


class LoginRequest(NamedTuple):
    """The arguments of a login."""

    base_url: str
    scopes: tuple[str, ...]
    client_name: str
    allow_remote: bool


def prepare(request: LoginRequest, page: str, client_id: str, redirect_uri: str) -> LoginAttempt:
    """A login attempt with new secrets and the URL of the page to open. Raises LoginFailed."""
    if usable_id(client_id) is None:
        raise LoginFailed("Beeper did not return a client ID that can be sent")
    state, verifier = _secret(), _secret()
    query = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": redirect_uri,
        "code_challenge": challenge(verifier),
        "code_challenge_method": "S256",
        "scope": " ".join(request.scopes),
        "state": state,
    }
    return LoginAttempt(
        f"{page}?{urlencode(query)}",
        redirect_uri,
        request.base_url,
        client_id,
        request.scopes,
        state,
        verifier,
        request.allow_remote,
    )


def _secret() -> str:
    """A PKCE verifier or a state: 64 random bytes as 86 characters. RFC 7636 allows 43 to 128."""
    return secrets.token_urlsafe(64)


def challenge(verifier: str) -> str:
    """The PKCE challenge of a verifier (S256). It is sent first; only who knows the verifier can redeem the code."""
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")


def check_scopes(scopes: Iterable[str]) -> tuple[str, ...]:
    """Check the ``scopes`` argument. Raises ValueError, TypeError."""
    if isinstance(scopes, str) or not isinstance(scopes, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise wrong_type("scopes", "a list of str, such as ['read', 'write']", scopes)
    names = tuple(scopes)
    if not all(isinstance(name, str) for name in names):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError("scopes must be a list of str, such as ['read', 'write']")
    if not names or not all(name.isascii() and name.isprintable() and name and " " not in name for name in names):
        raise ValueError("scopes must contain at least one scope, and no spaces, such as ['read', 'write']")
    return tuple(dict.fromkeys(names))


def page_of(endpoint: object, base_url: str) -> str:
    """The URL of the consent page: the path in the server's metadata, but always on the server itself.

    Metadata that refers to another server is ignored: that server would receive the user's consent.
    """
    usual = f"{base_url}/oauth/authorize"
    try:
        if not isinstance(endpoint, str) or server_origin(endpoint) != server_origin(base_url):
            return usual
    except ValueError:
        return usual
    # The path is used only if it is plain: a query in it would mix with the parameters of the login.
    path = endpoint.split("/", 3)[3:]
    if not path or not all(sign.isalnum() or sign in "/-._~%" for sign in path[0]) or not path[0].isascii():
        return usual
    return "/".join([*base_url.split("/", 3)[:3], path[0]])
