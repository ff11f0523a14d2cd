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
    from .._async.login import async_begin as async_begin
    from .._async.login import async_finish as async_finish
    from .._async.login import async_login as async_login
    from .._async.signed_in import async_logout as async_logout
    from .._async.signed_in import async_whoami as async_whoami
    from .._sync.login import begin as begin
    from .._sync.login import finish as finish
    from .._sync.login import login as login
    from .._sync.signed_in import logout as logout
    from .._sync.signed_in import whoami as whoami
    from ._attempt import LoginAttempt as LoginAttempt
    from ._facts import SignedIn as SignedIn
    from ._file import FileToken as FileToken
    from ._keyring import KeyringToken as KeyringToken
    from ._token import Token as Token
    from .store import TokenStore as TokenStore

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
    _HOMES = {
        "FileToken": "._file",
        "KeyringToken": "._keyring",
        "LoginAttempt": "._attempt",
        "SignedIn": "._facts",
        "Token": "._token",
        "TokenStore": ".store",
        "async_begin": ".._async.login",
        "async_finish": ".._async.login",
        "async_login": ".._async.login",
        "async_logout": ".._async.signed_in",
        "async_whoami": ".._async.signed_in",
        "begin": ".._sync.login",
        "finish": ".._sync.login",
        "login": ".._sync.login",
        "logout": ".._sync.signed_in",
        "whoami": ".._sync.signed_in",
    }

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOMES[name], __name__), name)
        globals()[name] = value  # the next look-up does not come here
        return value

    def __dir__() -> list[str]:
        return sorted(__all__)
