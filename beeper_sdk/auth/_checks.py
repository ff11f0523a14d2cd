"""What a log-in asks for and what it is given, checked. Pure; the steps in between are `_async/login`'s."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from math import inf, isfinite
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .._core.config.environment import find_base_url
from .._core.util.urls import check_not_plain, server_origin
from .._core.util.validation import check_timeout
from ..errors import APIStatusError, DeliveryUncertain, LoginFailed, ResponseDecodeError
from ._pkce_flow import LoginRequest, check_scopes
from ._token import Token, is_token, moment, words

if TYPE_CHECKING:
    from .._core.generated import models
    from ._pkce_flow import LoginAttempt


def check(base_url: str | None, scopes: Iterable[str], client_name: str, allow_remote: bool) -> LoginRequest:
    """The arguments all log-ins have. Raises ValueError, TypeError."""
    url = check_server(base_url, allow_remote)
    if not isinstance(client_name, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"client_name takes text, not {type(client_name).__name__}")
    if not client_name.strip():
        raise ValueError("client_name takes a name that a person will recognise")
    return LoginRequest(url, check_scopes(scopes), client_name, allow_remote)


def check_server(base_url: str | None, allow_remote: bool) -> str:
    """A base URL to which a token may go. Raises ValueError, TypeError."""
    url = find_base_url(base_url)
    if not allow_remote:
        check_not_plain(url)
    return url


def check_waiting(port: int, timeout: float) -> None:
    """Where and how long to wait for the browser. Raises ValueError, TypeError."""
    if isinstance(port, bool) or not isinstance(port, int):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"port takes a number, not {type(port).__name__}")
    if not 0 <= port <= 65535:
        raise ValueError("port takes a number from 0 to 65535; 0 takes a free port")
    if not isfinite(check_timeout(timeout) or inf):
        raise ValueError("timeout takes seconds: a log-in does not wait for ever")


def check_redirect(redirect_uri: str) -> str:
    """An address a browser can go to, without query and fragment: those are the answer's. Raises ValueError."""
    wanted = "redirect_uri takes a URL such as http://127.0.0.1:8400/callback, without a query"
    try:
        parts = urlsplit(redirect_uri)
    except ValueError:  # holds the text: it must not be behind ours
        parts = urlsplit("")
    if not parts.scheme or not parts.netloc or "?" in redirect_uri or "#" in redirect_uri:
        raise ValueError(wanted)
    return redirect_uri


def check_method(methods: Sequence[str]) -> None:
    """Raises LoginFailed where a server says that it takes no S256."""
    if methods and "S256" not in methods:
        raise LoginFailed("this server does not take S256 challenges, without which a code could be stolen")


def check_given(given: models.TokenResponse) -> str:
    """The token itself. Raises LoginFailed where that is none this SDK can send."""
    if not is_token(given.access_token) or str(given.token_type).lower() != "bearer":
        raise LoginFailed("Beeper gave something else than a bearer token")
    return given.access_token


def token(attempt: LoginAttempt, given: models.TokenResponse, userinfo: models.TokenUserInfo) -> Token:
    """The token with what is known of it. Its end is told by the server's clock: this machine's may be off."""
    scopes = words(userinfo.scope) or words(given.scope)
    ends = moment(userinfo.exp) or moment(userinfo.iat, given.expires_in)
    return Token(given.access_token, server_origin(attempt.base_url), scopes, ends, attempt.client_id)


@contextmanager
def login_errors(what: str) -> Generator[None]:
    """Errors of a step, as those of the log-in; the server's own is their cause. No answer at all stays what it is."""
    try:
        yield
    except APIStatusError as error:
        code = f", {error.code}" if error.code else ""
        raise LoginFailed(f"Beeper {what} (status {error.status}{code})") from error
    except (DeliveryUncertain, ResponseDecodeError) as error:
        raise LoginFailed(f"Beeper {what}: its answer did not come, or cannot be read. Log in again") from error
