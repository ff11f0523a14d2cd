"""The token that a client would use, and information about it. Only stored logins are read; nothing is sent."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from .._core.http.outcome import http_date
from .._core.util.urls import server_origin
from ..errors import MissingToken, TokenStoreError
from ._selection import select_credentials
from ._store import TokenStore, token_path
from ._token import moment, words

if TYPE_CHECKING:
    from .._core.generated import models


class FoundToken(NamedTuple):
    """A token, its server, and where it was found."""

    token: str
    server: str
    source: str


@frozen
class SignedIn:
    """Information about a token, as returned by `whoami`."""

    server: str
    """Scheme, host and port of the server."""
    app_version: str | None
    """Version of the app; None if it does not report it."""
    source: str
    """Where the token was found: ``argument``, ``environment``, ``file``, ``keyring``, or the class of a store."""
    scopes: tuple[str, ...]
    """The scopes of the token: ``read``, ``write``."""
    client_id: str | None
    """The ID of the program that logged in; None if the server does not report it."""
    client_name: str | None
    """The name under which the program that logged in was registered."""
    issued_at: datetime | None
    """By the server's clock, as all times here."""
    expires_at: datetime | None
    """None if the server does not report an expiry."""
    clock_offset: timedelta | None
    """How far the server's clock is ahead of this machine's, accurate to one or two seconds; None if unknown."""
    accounts: tuple[models.Account, ...] | None = field(repr=False)
    """The accounts, with your user on each; None if the token must not read them."""


def find_token(base_url: str, access_token: str | TokenStore | None) -> FoundToken:
    """The token that a client of this server would use.

    Raises:
        MissingToken: there is none.
        TokenStoreError: the stored login cannot be read.
    """
    token, store, *_ = select_credentials(access_token, base_url)
    if isinstance(store, TokenStore):
        token, source = token or store(), store.source()
    else:
        source = "environment" if access_token is None else "argument"
    if not token:
        raise MissingToken("oauth.userinfo")
    return FoundToken(token, server_origin(base_url), source)


def stored(base_url: str, store: TokenStore | None) -> TokenStore | None:
    """The store that holds the token of a server: the given one, else the token file."""
    if store is not None:
        return store.at(base_url)
    if token_path() is None:
        return None
    from ._stores import FileToken

    return FileToken(base_url=base_url)


def has_login(base_url: str) -> bool:
    """Whether a login for a server is stored. A keyring is not accessed, and errors of the file are ignored."""
    from ._stores import FileToken

    try:
        store = FileToken(base_url=base_url)
        return store.in_keyring() or store() is not None
    except TokenStoreError:
        return False


def signed_in(
    find_token: FoundToken,
    own: models.TokenUserInfo,
    app_version: str | None,
    clock_offset: timedelta | None,
    client_name: str | None,
    accounts: tuple[models.Account, ...] | None,
) -> SignedIn:
    """The result of `whoami`."""
    return SignedIn(
        server=find_token.server,
        app_version=app_version,
        source=find_token.source,
        scopes=words(own.scope),
        client_id=own.client_id or own.aud,
        client_name=client_name,
        issued_at=moment(own.iat),
        expires_at=moment(own.exp),
        clock_offset=clock_offset,
        accounts=accounts,
    )


def client_name(introspection: models.TokenIntrospection) -> str | None:
    """The name under which the program that logged in was registered."""
    from .._core.generated import models

    return introspection.client.name if isinstance(introspection, models.ActiveTokenIntrospection) else None


def clock_offset(date: str | None, before: datetime, after: datetime) -> timedelta | None:
    """How far a server's clock is ahead of this machine's, by the ``Date`` header of a response."""
    server = http_date(date)
    # The header has whole seconds, so the server's time is on average half a second later.
    if server is None or not 1970 < server.year < 9000:  # to add the offset to a date could leave the calendar
        return None
    return server + timedelta(seconds=0.5) - (before + (after - before) / 2)
