"""One log-in from its secrets to the browser's answer, without I/O: OAuth 2 authorization code with PKCE (RFC 7636).

What is sent is `_async/auth/login`'s; who listens for the browser is `_callback_server`.
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
"""Those of RFC 6749; anything else is not shown, as it may be anything."""
_LONGEST = 4096
"""Characters of a code."""


class CallbackResult(NamedTuple):
    """With what the browser came back: a code, or why there is none."""

    code: str | None
    error: str | None


@frozen
class LoginAttempt:
    """A log-in that waits for a person: open `url`, and hand the address the browser ends at to `finish`.

    It can be pickled, for programs whose redirect arrives elsewhere; what it holds is for one log-in only.
    """

    url: str = field(repr=False)
    """The page on which the person lets this program in."""
    redirect_uri: str
    """Where the browser goes afterwards."""
    base_url: str
    client_id: str = field(repr=False)
    scopes: tuple[str, ...]
    state: str = field(repr=False)
    verifier: str = field(repr=False)
    allow_remote: bool = False
    """Whether plain http to another machine was allowed."""


def callback_result(attempt: LoginAttempt, address: str) -> CallbackResult | None:
    """What the browser came back with; None where that is not the answer to this log-in."""
    at, _, query = address.partition("#")[0].partition("?")
    if at != attempt.redirect_uri:
        return None
    try:
        fields = parse_qs(query, keep_blank_values=True, max_num_fields=20)
        issuers = {server_origin(issuer) for issuer in fields.get("iss", [])}  # RFC 9207: who says that it answers
    except ValueError:
        return None
    if any(len(values) > 1 for values in fields.values()) or issuers - {server_origin(attempt.base_url)}:
        return None
    state, code, error = (fields.get(name, [""])[0] for name in ("state", "code", "error"))
    if not compare_digest(state.encode(errors="replace"), attempt.state.encode()):
        return None
    if bool(code) == bool(error) or len(code) > _LONGEST:
        return None
    return CallbackResult(code or None, error or None)


def code_of(result: CallbackResult | None) -> str:
    """The code.

    Raises:
        LoginRefused: the person said no.
        LoginFailed: the server gave no code, or the address belongs to another log-in.
    """
    if result is None:
        raise LoginFailed("this address is not the answer to this log-in: give the one the browser ended at, whole")
    if result.error == "access_denied":
        raise LoginRefused("the log-in was refused in the browser")
    if result.code is None:
        known = result.error if result.error in _ERRORS else "an error of no known name"
        raise LoginFailed(f"Beeper gave no code: {known}")
    return result.code


class LoginRequest(NamedTuple):
    """Who asks which server for what."""

    base_url: str
    scopes: tuple[str, ...]
    client_name: str
    allow_remote: bool


def prepare(request: LoginRequest, page: str, client_id: str, redirect_uri: str) -> LoginAttempt:
    """An attempt with new secrets, and the address of the page to open."""
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
    """A verifier, or a state: 64 random bytes as 86 characters."""
    return secrets.token_urlsafe(64)


def challenge(verifier: str) -> str:
    """What the server is told of the verifier at first (S256)."""
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")


def check_scopes(scopes: Iterable[str]) -> tuple[str, ...]:
    """Names of scopes, at least one."""
    if isinstance(scopes, str) or not isinstance(scopes, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError("scopes takes names in a sequence, such as ('read', 'write')")
    names = tuple(scopes)
    if not all(isinstance(name, str) for name in names):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError("scopes takes names in a sequence, such as ('read', 'write')")
    if not names or not all(name.isascii() and name.isprintable() and name and " " not in name for name in names):
        raise ValueError("scopes takes at least one name, each a word, such as ('read', 'write')")
    return tuple(dict.fromkeys(names))


def page_of(endpoint: str | None, base_url: str) -> str:
    """The address of the consent page: the path that the server told of, always on the server that was asked.

    A document that points to another server is not followed: whoever wrote it would get the person's consent.
    """
    usual = f"{base_url}/oauth/authorize"
    try:
        if endpoint is None or server_origin(endpoint) != server_origin(base_url):
            return usual
    except ValueError:
        return usual
    path = endpoint.split("/", 3)[3:]
    if not path or not all(sign.isalnum() or sign in "/-._~%" for sign in path[0]) or not path[0].isascii():
        return usual
    return "/".join([*base_url.split("/", 3)[:3], path[0]])
