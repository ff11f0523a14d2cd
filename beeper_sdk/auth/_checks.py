"""Checks the arguments of a login and the responses to it. No I/O; the steps are in `_async/auth/login`."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .._core.config.environment import find_base_url
from .._core.config.retry_policy import RetryPolicy
from .._core.util.urls import check_not_plain, origin, server_origin
from .._core.util.validation import check_flags, check_kind, check_port, check_seconds, check_text
from ..errors import AnsweredError, APIStatusError, DeliveryUncertain, LoginFailed, ResponseDecodeError
from ._pkce_flow import LoginAttempt, LoginRequest, check_scopes
from ._store import TokenStore
from ._token import Token, is_token, moment, words

if TYPE_CHECKING:
    from .._core.generated import models

TIMEOUT = 3.0
"""Seconds for a request of a login, with its retries: a person waits, and the app may be frozen."""
IN_TIME = RetryPolicy(deadline=TIMEOUT)


def check(base_url: str | None, scopes: Iterable[str], client_name: str, allow_remote: bool) -> LoginRequest:
    """Check the arguments that `login` and `begin` have in common. Raises ValueError, TypeError."""
    url = check_server(base_url, allow_remote)
    if not check_text("client_name", client_name).strip():
        raise ValueError("client_name must not be blank; Beeper shows it to the user who approves the login")
    return LoginRequest(url, check_scopes(scopes), client_name, allow_remote)


def check_server(base_url: str | None, allow_remote: bool) -> str:
    """The base URL, if a token may be sent to it. Raises ValueError, TypeError."""
    check_flags(allow_remote=allow_remote)
    url = find_base_url(base_url)
    if not allow_remote:
        check_not_plain(url)
    return url


def check_store(store: TokenStore | None) -> None:
    """Check the ``store`` argument, and that it can store a token. Raises TypeError, TokenStoreError."""
    check_kind("store", store, TokenStore | None, "a TokenStore or None")
    if store is not None:
        store.check()


def check_attempt(attempt: LoginAttempt, redirect_url: str) -> None:
    """Check the arguments of `finish`. Raises TypeError."""
    check_kind("attempt", attempt, LoginAttempt, "the result of begin")
    check_text("redirect_url", redirect_url)


def check_waiting(port: int, timeout: float, open_browser: bool) -> None:
    """Check other arguments of `login`. Raises ValueError, TypeError."""
    check_port(port)
    check_flags(open_browser=open_browser)
    check_seconds("timeout", timeout)


def check_redirect(redirect_uri: str) -> str:
    """Check a redirect URI: an absolute URL without query and fragment, which hold the result. Raises ValueError."""
    wanted = "redirect_uri must be a URL such as http://127.0.0.1:8400/callback, without a query or fragment"
    try:
        parts = urlsplit(redirect_uri)
    except ValueError:  # not re-raised here: it contains the URL, and would be the __context__ of our error
        parts = urlsplit("")
    if not parts.scheme or not parts.netloc or "?" in redirect_uri or "#" in redirect_uri:
        raise ValueError(wanted)
    return redirect_uri


def check_method(methods: Sequence[str]) -> None:
    """Raise LoginFailed if the server does not support PKCE with S256."""
    if methods and "S256" not in methods:
        raise LoginFailed("the server does not support PKCE with S256, which protects the authorization code")


def check_given(given: models.TokenResponse) -> str:
    """The access token of a response. Raises LoginFailed if it is not a bearer token."""
    if not is_token(given.access_token) or str(given.token_type).lower() != "bearer":
        raise LoginFailed("Beeper did not return a bearer token")
    return given.access_token


def token(attempt: LoginAttempt, given: models.TokenResponse, userinfo: models.TokenUserInfo) -> Token:
    """The token with its scopes and expiry, which is by the server's clock: that of this machine may be wrong."""
    scopes = words(userinfo.scope) or words(given.scope)
    ends = moment(userinfo.exp) or moment(userinfo.iat, given.expires_in)
    return Token(given.access_token, server_origin(attempt.base_url), scopes, ends, attempt.client_id)


def is_foreign(error: BaseException | None) -> bool:
    """Whether a response is probably that of another program than Beeper."""
    error = error.__cause__ if isinstance(error, DeliveryUncertain) else error
    if not isinstance(error, AnsweredError) or error.answer.server_version is not None:
        return False
    return isinstance(error, ResponseDecodeError) or error.status in (404, 405) or error.answer.is_html


@contextmanager
def login_errors(what: str, first_at: str | None = None) -> Generator[None]:
    """Convert errors of a step to LoginFailed, with the original error as the cause. Connection errors are not
    converted.

    Args:
        what: What failed.
        first_at: The base URL, in the first step: what responds there may be another program.
    """
    try:
        yield
    except (APIStatusError, DeliveryUncertain, ResponseDecodeError) as error:
        if first_at and is_foreign(error):
            text = f"the server at {origin(first_at)} does not respond like a Beeper: check base_url, or run "
            text += "`python -m beeper_sdk doctor`"
        elif isinstance(error, APIStatusError):
            text = f"Beeper {what} (status {error.status}{f', {error.code}' if error.code else ''})"
        else:
            text = f"Beeper {what}: no valid response was received. Log in again"
        raise LoginFailed(text) from error
