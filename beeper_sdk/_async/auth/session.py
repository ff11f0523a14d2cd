"""Information about a token, and its revocation: `whoami` and `logout` of `beeper_sdk.auth`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ..._core.concurrency.primitives import async_call_blocking
from ..._core.generated import api
from ...auth import _token_info as token_info
from ...auth._checks import IN_TIME, TIMEOUT, check_server
from ...errors import APIError, APITimeoutError, PermissionDeniedError
from ..client import AsyncBeeper

if TYPE_CHECKING:
    from ..._core.generated import models
    from ...auth._store import TokenStore
    from ...auth._token_info import SignedIn


async def async_whoami(
    base_url: str | None = None, *, access_token: str | TokenStore | None = None, allow_remote: bool = False
) -> SignedIn:
    """Information about the token: its scopes, its expiry, and the accounts. Three requests.

    Args:
        base_url: URL of the API. Default: ``BEEPER_BASE_URL``, else ``http://localhost:23373``.
        access_token: The token. Default: that of the environment, else the token stored by a login.
        allow_remote: Allow unencrypted http to another machine, where others on the network can read the token.

    Raises:
        MissingToken: there is no token.
        AuthenticationError: the token is invalid, or no longer valid (TokenExpired).
        TokenStoreError: the stored login cannot be read.
        APIError: a request failed, or was not answered within 3 seconds.
    """
    url = check_server(base_url, allow_remote)
    found = token_info.find_token(url, access_token)
    async with AsyncBeeper(
        access_token, base_url=url, timeout=TIMEOUT, retry=IN_TIME, allow_remote=allow_remote
    ) as beeper:
        asked_at = datetime.now(UTC)
        own = await beeper.raw(api.oauth.userinfo())
        clock = token_info.clock_offset(own.headers.get("date"), asked_at, datetime.now(UTC))
        name, accounts = await _client_name(beeper, found.token), await _accounts(beeper)
    return token_info.signed_in(found, own.value, own.server_version, clock, name, accounts)


async def _client_name(beeper: AsyncBeeper, token: str) -> str | None:
    """The name under which the program that logged in was registered; None for apps before 4.2.557."""
    try:
        return token_info.client_name(await beeper.oauth.introspect(token=token))
    except APITimeoutError:
        raise
    except APIError:
        return None


async def _accounts(beeper: AsyncBeeper) -> tuple[models.Account, ...] | None:
    try:
        return tuple(await beeper.accounts.list())
    except PermissionDeniedError:
        return None


async def async_logout(
    base_url: str | None = None, *, store: TokenStore | None = None, allow_remote: bool = False
) -> bool:
    """Log out of a server: revoke the stored token and delete it. Returns whether there was one.

    Args:
        base_url: As for `whoami`.
        store: Where the token is stored. Default: the token file, or the keyring if the file refers to it.
        allow_remote: As for `whoami`.

    Raises:
        APIError: the token could not be revoked. It was deleted here, but remains valid until the user removes it in
            Beeper (Settings, Integrations, Approved connections).
        TokenStoreError: the stored token cannot be read or deleted.
    """
    url = check_server(base_url, allow_remote)
    store_used = token_info.stored(url, store)
    if store_used is None:
        return False
    token = await async_call_blocking(store_used.load)
    if token is None:
        return await async_call_blocking(store_used.delete)  # a login that was killed may have left something
    try:
        async with AsyncBeeper("", base_url=url, timeout=TIMEOUT, retry=IN_TIME) as beeper:
            await beeper.oauth.revoke(token=token.access_token)
    finally:
        await async_call_blocking(store_used.delete)
    return True
