"""The login flow: registers the program, opens the browser, and exchanges the code for a token. `auth._pkce_flow` has
the part without I/O.

All requests go to the given server, even if its metadata has URLs of other servers: those would receive the secrets of
the login.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import async_call_blocking
from ...auth import _checks as grants
from ...auth import _pkce_flow as attempts
from ...auth._browser import async_show_page, async_wait_for_callback
from ...auth._callback_server import RedirectListener
from ...errors import APIStatusError, BeeperError, ResponseDecodeError
from ..client import AsyncBeeper

if TYPE_CHECKING:
    from ...auth._pkce_flow import LoginAttempt
    from ...auth._store import TokenStore
    from ...auth._token import Token

CLIENT_NAME = "Beeper SDK for Python"


async def async_login(
    base_url: str | None = None,
    *,
    scopes: Iterable[str] = ("read", "write"),
    store: TokenStore | None = None,
    client_name: str = CLIENT_NAME,
    port: int = 0,
    open_browser: bool = True,
    on_url: Callable[[str], object] | None = None,
    timeout: float = 300.0,  # noqa: ASYNC109  # the time for the user, not for a request
    allow_remote: bool = False,
) -> Token:
    """Log in: the user approves access for this program in the browser. Returns a verified token.

    ``login(store=FileToken())`` also stores the token, so that clients created without a token use it.

    Args:
        base_url: URL of the API. Default: ``BEEPER_BASE_URL``, else ``http://localhost:23373``.
        scopes: The requested scopes: ``read``, ``write``. The token's `scopes` are those that were granted.
        store: Where to store the token. It is tried before the login starts.
        client_name: The name of this program on the approval page and in the list of approved connections.
        port: Local port for the browser's redirect; 0 selects a free port.
        open_browser: Whether to open the page. Without a browser (ssh, no display), its URL is written to stderr.
        on_url: Called with the URL of the page before it is opened. Nothing is written to stderr then.
        timeout: Seconds to wait for the user.
        allow_remote: Allow unencrypted http to another machine, where others on the network can read the token.

    Raises:
        LoginRefused: the user denied access.
        RedirectPortTaken: the port is in use.
        LoginFailed: the user did not respond in time, or the server returned no token.
        TokenStoreError: the token could not be stored. It was revoked.
        APIConnectionError: the server does not respond, or not within 3 seconds.
        ValueError, TypeError: an argument is invalid.
    """
    request = grants.check(base_url, scopes, client_name, allow_remote)
    grants.check_waiting(port, timeout, open_browser)
    await async_call_blocking(grants.check_store, store)
    with RedirectListener(port) as listener:
        attempt = await _begin(request, listener.redirect_uri)
        await async_show_page(attempt.url, open_browser, on_url)
        result = await async_wait_for_callback(listener, attempt, timeout)
    return await _redeem(attempt, attempts.code_of(result), store)


async def async_begin(
    base_url: str | None = None,
    *,
    redirect_uri: str,
    scopes: Iterable[str] = ("read", "write"),
    client_name: str = CLIENT_NAME,
    allow_remote: bool = False,
) -> LoginAttempt:
    """Start a login with a browser on another machine: open the ``url`` of the result there, then call `finish`.

    Args:
        base_url: As for `login`.
        redirect_uri: The URL to which the browser is redirected. No server is needed there: the user can copy the URL
            from the address bar.
        scopes: As for `login`.
        client_name: As for `login`.
        allow_remote: As for `login`.

    Raises:
        LoginFailed, APIConnectionError, ValueError, TypeError: as for `login`.
    """
    request = grants.check(base_url, scopes, client_name, allow_remote)
    return await _begin(request, grants.check_redirect(redirect_uri))


async def async_finish(attempt: LoginAttempt, redirect_url: str, *, store: TokenStore | None = None) -> Token:
    """Finish a login that was started with `begin`, and return the token.

    Args:
        attempt: The result of `begin`.
        redirect_url: The complete URL to which the browser was redirected, with its query.
        store: As for `login`.

    Raises:
        LoginFailed: as for `login`; also if the URL belongs to another login.
        LoginRefused, TokenStoreError, APIConnectionError: as for `login`.
    """
    grants.check_attempt(attempt, redirect_url)
    await async_call_blocking(grants.check_store, store)
    return await _redeem(attempt, attempts.code_of(attempts.callback_result(attempt, redirect_url.strip())), store)


async def _begin(request: attempts.LoginRequest, redirect_uri: str) -> LoginAttempt:
    """Register this program with the server, and build the URL of the approval page."""
    async with AsyncBeeper("", base_url=request.base_url, timeout=grants.TIMEOUT, retry=grants.IN_TIME) as beeper:
        page = await _page(beeper, request.base_url)
        with grants.login_errors("did not register this program", request.base_url):
            client = await beeper.oauth.register(
                client_name=request.client_name,
                redirect_uris=[redirect_uri],
                grant_types=["authorization_code"],
                response_types=["code"],
                scope=" ".join(request.scopes),
                token_endpoint_auth_method="none",  # noqa: S106  # there is no password
            )
    return attempts.prepare(request, page, client.client_id, redirect_uri)


async def _page(beeper: AsyncBeeper, base_url: str) -> str:
    """The URL of the approval page: by the OAuth metadata, else by ``/v1/info``, else the default."""
    try:
        metadata = await beeper.oauth.authorization_server_metadata()
        grants.check_method(metadata.code_challenge_methods_supported)
        return attempts.page_of(metadata.authorization_endpoint, base_url)
    except (APIStatusError, ResponseDecodeError):
        pass
    try:
        info = await beeper.info.retrieve()
        return attempts.page_of(info.endpoints.oauth.authorization_endpoint, base_url)
    except (APIStatusError, ResponseDecodeError):
        return attempts.page_of(None, base_url)


async def _redeem(attempt: LoginAttempt, code: str, store: TokenStore | None) -> Token:
    """Exchange the code for a token, verify it, and store it. If that fails, the unusable token is revoked."""
    async with AsyncBeeper("", base_url=attempt.base_url, timeout=grants.TIMEOUT, retry=grants.IN_TIME) as beeper:
        with grants.login_errors("returned no token for the authorization code"):
            given = await beeper.oauth.token(
                code=code,
                code_verifier=attempt.verifier,
                client_id=attempt.client_id,
                redirect_uri=attempt.redirect_uri,
            )
        text = grants.check_given(given)
        try:
            async with AsyncBeeper(
                text,
                base_url=attempt.base_url,
                timeout=grants.TIMEOUT,
                retry=grants.IN_TIME,
                allow_remote=attempt.allow_remote,
            ) as own:
                with grants.login_errors("does not accept the token that it issued"):
                    userinfo = await own.oauth.userinfo()
            token = grants.token(attempt, given, userinfo)
            if store is not None:
                await async_call_blocking(store.save, token)
        except Exception:
            await _revoke(beeper, text)
            raise
    return token


async def _revoke(beeper: AsyncBeeper, token: str) -> None:
    with suppress(BeeperError):  # the original error is more important
        await beeper.oauth.revoke(token=token)
