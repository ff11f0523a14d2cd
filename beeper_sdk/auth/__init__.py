"""Login, logout, and the storage of tokens.

    from beeper_sdk import Beeper, auth

    auth.login(store=auth.FileToken())     # once: opens a browser, where the user approves the login
    with Beeper() as beeper: ...           # every client of that server then finds the token

`login`, `whoami` and `logout` have async versions (`async_login`, …) and are also commands: ``python -m beeper_sdk
login``. If the browser is on another machine, `begin` returns the URL to open, and `finish` accepts the URL to which
the browser was redirected. The ``access_token`` of a client is a str, a `FileToken`, a `KeyringToken`, or a function
that returns a str.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._async.auth.login import async_begin as async_begin
    from .._async.auth.login import async_finish as async_finish
    from .._async.auth.login import async_login as async_login
    from .._async.auth.session import async_logout as async_logout
    from .._async.auth.session import async_whoami as async_whoami
    from .._sync.auth.login import begin as begin
    from .._sync.auth.login import finish as finish
    from .._sync.auth.login import login as login
    from .._sync.auth.session import logout as logout
    from .._sync.auth.session import whoami as whoami
    from ._pkce_flow import LoginAttempt as LoginAttempt
    from ._store import TokenStore as TokenStore
    from ._stores import FileToken as FileToken
    from ._stores import KeyringToken as KeyringToken
    from ._token import Token as Token
    from ._token_info import SignedIn as SignedIn

__all__ = [
    "FileToken",
    "KeyringToken",
    "LoginAttempt",
    "SignedIn",
    "Token",
    "TokenStore",
    "async_begin",
    "async_finish",
    "async_login",
    "async_logout",
    "async_whoami",
    "begin",
    "finish",
    "login",
    "logout",
    "whoami",
]

if not TYPE_CHECKING:
    from .._core.util.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        {
            "FileToken": "._stores",
            "KeyringToken": "._stores",
            "LoginAttempt": "._pkce_flow",
            "SignedIn": "._token_info",
            "Token": "._token",
            "TokenStore": "._store",
            "async_begin": ".._async.auth.login",
            "async_finish": ".._async.auth.login",
            "async_login": ".._async.auth.login",
            "async_logout": ".._async.auth.session",
            "async_whoami": ".._async.auth.session",
            "begin": ".._sync.auth.login",
            "finish": ".._sync.auth.login",
            "login": ".._sync.auth.login",
            "logout": ".._sync.auth.session",
            "whoami": ".._sync.auth.session",
        },
    )
