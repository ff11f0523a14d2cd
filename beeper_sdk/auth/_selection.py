"""Selects the token of a client: the argument, the environment, or a token that a login stored for its server.

This runs for every client, so it is cheap without a stored login: it only checks whether the file exists, and imports
nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.config.credentials import STORED, Credentials, check_token
from .._core.config.environment import environment_token

if TYPE_CHECKING:
    from .._core.config.credentials import TokenSource


def select_credentials(access_token: str | TokenSource | None, base_url: str) -> Credentials:
    """The token of the argument, the environment, or a stored login for this server. A blank argument means no token.

    Raises:
        ValueError, TypeError: the argument or variable is invalid.
        TokenStoreError: the stored login cannot be read.
    """
    if callable(access_token) and not isinstance(access_token, type):
        from ._store import TokenStore

        if isinstance(access_token, TokenStore):  # may hold the tokens of several servers
            origin = f"the {type(access_token).__name__} of access_token"
            return Credentials(source=access_token.at(base_url), from_store=True, origin=origin)
        return Credentials(source=access_token, origin="the access_token function")
    if access_token is not None:
        given = check_token("access_token", access_token, "a str, or a function that returns one")
        return Credentials(given, is_blank=given is None)
    token = environment_token()
    return _stored(base_url) if token is None else Credentials(token, origin="BEEPER_ACCESS_TOKEN")


def _stored(base_url: str) -> Credentials:
    from ._store import VARIABLE, has_token_file

    if not has_token_file():
        return Credentials()
    from ._private_file import shown
    from ._stores import FileToken

    store = FileToken(base_url=base_url)
    token = store()
    path = shown(store.path)  # a full path may contain the user's name
    origin = f"{STORED} ({path if path.startswith('~') else VARIABLE})"
    return Credentials() if token is None else Credentials(token, store, from_store=True, origin=origin)
