"""`KeyringToken`: tokens in the system's keyring, through the package ``keyring`` (extra ``keyring``)."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from .._core.util.override import override
from ..errors import TokenStoreError
from ._store import TokenStore
from ._token import read_object, token_from_dict

if TYPE_CHECKING:
    from ._stores import FileToken
    from ._token import Token

SERVICE = "beeper-sdk"
T = TypeVar("T")


class _Keyring(Protocol):
    """What is used of the package ``keyring``."""

    def get_password(self, service_name: str, username: str) -> str | None: ...
    def set_password(self, service_name: str, username: str, password: str) -> None: ...
    def delete_password(self, service_name: str, username: str) -> None: ...


class KeyringToken(TokenStore):
    """Tokens in the system's keyring, each for the server that issued it.

    A keyring that is locked may ask the user to open it, and the call waits for that: in async code, open it first.

    Args:
        base_url: Whose token to give; a client fills in its own.
    """

    @override
    def load(self) -> Token | None:
        """The token of this server; None where none is kept. Raises TokenStoreError."""
        text = _ask(lambda keyring: keyring.get_password(SERVICE, self.server))
        if text is None:
            return None
        token = token_from_dict(self.server, read_object(text))
        if token is None:
            raise TokenStoreError(f"the keyring holds no token where that of {self.server} should be: log in again")
        return token

    @override
    def check(self) -> None:
        """See that there is a keyring, and that the file which says so can be written. Raises TokenStoreError."""
        _ask(lambda keyring: keyring.get_password(SERVICE, self.server))
        _file().check()

    @override
    def save(self, token: Token) -> None:
        """Keep a token; the file of tokens notes where it is, so that every client finds it."""
        _ask(lambda keyring: keyring.set_password(SERVICE, token.server, json.dumps(token.to_dict())))
        from ._stores import note_keyring

        note_keyring(token.server)

    @override
    def source(self) -> str:
        """``keyring``."""
        return "keyring"

    @override
    def delete(self) -> bool:
        """Forget the token of this server; was there one? Raises TokenStoreError."""
        store = _file(self.base_url)
        return store.delete() if store.in_keyring() else self.remove()

    def remove(self) -> bool:
        """Take the token of this server out of the keyring; was there one? Raises TokenStoreError."""
        if _ask(lambda keyring: keyring.get_password(SERVICE, self.server)) is None:
            return False
        _ask(lambda keyring: keyring.delete_password(SERVICE, self.server))
        return True


def _file(base_url: str | None = None) -> FileToken:
    from ._stores import FileToken

    return FileToken(base_url=base_url)


def _ask(question: Callable[[_Keyring], T]) -> T:
    """What the keyring says. Its errors are told by their class only: their texts may hold anything."""
    try:
        keyring: Any = import_module("keyring")
    except ImportError:
        raise TokenStoreError("the keyring needs the package keyring: install beeper-sdk[keyring]") from None
    try:
        return question(keyring)
    except Exception as error:  # noqa: BLE001  # each system's keyring raises errors of its own
        failure = type(error).__name__
    raise TokenStoreError(f"the system's keyring cannot be used ({failure}): log in without it, into a file")
