"""Logging in, and where tokens are kept.

    from beeper_sdk import Beeper, auth

    auth.login(store=auth.FileToken())     # once: a person allows it in their browser
    with Beeper() as beeper: ...           # from then on, every client of that server finds the token

`login`, `whoami` and `logout` have async twins (`async_login`, …), and are commands too: ``python -m beeper_sdk
login``. Where the browser is elsewhere, `begin` gives the page to open and `finish` takes the address it ended at.
A client takes as ``access_token`` a text, a `FileToken`, a `KeyringToken`, or any callable that gives a text.
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
