"""Logging in: from a server's address to a token, through a browser and back. What can be decided without I/O is in
`auth._pkce_flow`.

Everything is sent to the server that was asked, whatever its documents say; only the browser goes elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

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
    timeout: float = 300.0,  # noqa: ASYNC109  # a person is waited for, not a call
    allow_remote: bool = False,
) -> Token:
    """Let a person allow this program to use their Beeper, in their browser; gives the token, tried once.

    ``login(store=FileToken())`` keeps it, and every client made without a token finds it there.

    Args:
        base_url: Where Beeper listens; else ``BEEPER_BASE_URL``, else ``http://127.0.0.1:23373``.
        scopes: What is asked for: ``read``, ``write``. The token's `scopes` say what was granted.
        store: Where to keep the token; it is looked at before the log-in begins.
        client_name: How Beeper shows this program, on the page and among its approved connections.
        port: Port of this machine at which the browser comes back; 0 takes a free one.
        open_browser: Open the page. On a machine without a browser (ssh, no display) its address is written to stderr.
        on_url: Is given the address of the page before it is opened; nothing is written to stderr then.
        timeout: Seconds to wait for the person.
        allow_remote: Allow plain http to another machine, where others can read the token.

    Raises:
        LoginRefused: the person said no.
        RedirectPortTaken: another program listens on the port.
        LoginFailed: nobody came back in time, or the server gave no token.
        TokenStoreError: the token could not be kept there; none is left behind.
        APIConnectionError: Beeper does not answer.
        ValueError, TypeError: an argument does not fit.
    """
    request = grants.check(base_url, scopes, client_name, allow_remote)
    grants.check_waiting(port, timeout)
    if store is not None:
        store.check()
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
    """The first half of a log-in whose browser is elsewhere: open the attempt's ``url`` there, then `finish` it.

    Args:
        base_url: As for `login`.
        redirect_uri: Where the browser goes afterwards; nothing needs to listen there, its address bar is enough.
        scopes: As for `login`.
        client_name: As for `login`.
        allow_remote: As for `login`.

    Raises:
        LoginFailed, APIConnectionError, ValueError, TypeError: as `login`.
    """
    request = grants.check(base_url, scopes, client_name, allow_remote)
    return await _begin(request, grants.check_redirect(redirect_uri))


async def async_finish(attempt: LoginAttempt, redirect_url: str, *, store: TokenStore | None = None) -> Token:
    """The second half of a log-in: the token, for the whole address at which the browser ended.

    Args:
        attempt: Of `begin`.
        redirect_url: That address, with all that follows its question mark.
        store: As for `login`.

    Raises:
        LoginFailed: as `login`; also where the address belongs to another log-in.
        LoginRefused, TokenStoreError, APIConnectionError: as `login`.
    """
    if store is not None:
        store.check()
    return await _redeem(attempt, attempts.code_of(attempts.callback_result(attempt, redirect_url.strip())), store)


async def _begin(request: attempts.LoginRequest, redirect_uri: str) -> LoginAttempt:
    """Find the page and introduce this program."""
    async with AsyncBeeper("", base_url=request.base_url) as beeper:
        page = await _page(beeper, request.base_url)
        with grants.login_errors("did not take this program in"):
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
    """Where the consent page is: as the metadata says, else the server's own facts, else where it always was."""
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
    """The token for a code, tried and kept. One that cannot be is revoked: nobody would know of it."""
    async with AsyncBeeper("", base_url=attempt.base_url) as beeper:
        with grants.login_errors("gave no token for the code"):
            given = await beeper.oauth.token(
                code=code,
                code_verifier=attempt.verifier,
                client_id=attempt.client_id,
                redirect_uri=attempt.redirect_uri,
            )
        text = grants.check_given(given)
        try:
            async with AsyncBeeper(text, base_url=attempt.base_url, allow_remote=attempt.allow_remote) as own:
                with grants.login_errors("does not take the token it gave"):
                    userinfo = await own.oauth.userinfo()
            token = grants.token(attempt, given, userinfo)
            if store is not None:
                store.save(token)
        except Exception:
            await _revoke(beeper, text)
            raise
    return token


async def _revoke(beeper: AsyncBeeper, token: str) -> None:
    with suppress(BeeperError):  # what went wrong before is what counts
        await beeper.oauth.revoke(token=token)
