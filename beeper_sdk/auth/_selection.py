"""Which token a client uses: that of its argument, of the environment, or one that a log-in stored for its server.

Every client is made with it, so it must cost next to nothing where nobody logged in: one look at a file that is not
there, and no imports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.config.credentials import Credentials, check_token
from .._core.config.environment import environment_token

if TYPE_CHECKING:
    from .._core.config.credentials import TokenSource


def select_credentials(access_token: str | TokenSource | None, base_url: str) -> Credentials:
    """The token of the argument, the environment, or a log-in stored for this server. A blank argument asks for none.

    Raises:
        ValueError, TypeError: the argument or variable does not fit.
        TokenStoreError: what a log-in stored cannot be read.
    """
    if callable(access_token):
        from ._store import TokenStore

        if isinstance(access_token, TokenStore):  # it may keep those of several servers, and gives only this one's
            return Credentials(source=access_token.at(base_url), from_store=True)
        return Credentials(source=access_token)
    if access_token is not None:
        return Credentials(check_token("access_token", access_token))
    token = environment_token()
    return _stored(base_url) if token is None else Credentials(token)


def _stored(base_url: str) -> Credentials:
    from ._store import has_token_file

    if not has_token_file():
        return Credentials()
    from ._stores import FileToken

    store = FileToken(base_url=base_url)
    token = store()
    return Credentials() if token is None else Credentials(token, store, from_store=True)
