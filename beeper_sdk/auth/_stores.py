"""`FileToken` and `KeyringToken`: tokens in a file of JSON, or in the system's keyring, one for each server.

    {"version": 1, "tokens": {"http://127.0.0.1:23373": {"access_token": …, "scope": …, …}}}

An entry may say ``"keyring": true`` instead: the token is in the system's keyring, through the package ``keyring``
(extra ``keyring``). Each of the two stores knows the other, so that every client looks into the file only.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from .._core.util.override import override
from ..errors import TokenFileError, TokenStoreError
from . import _private_file as private
from ._store import VARIABLE, TokenStore, token_path
from ._token import is_object, read_object, token_from_dict

if TYPE_CHECKING:
    from ._token import Token

VERSION = 1
SERVICE = "beeper-sdk"
T = TypeVar("T")


class FileToken(TokenStore):
    """Tokens in a file with mode 0600, each for the server that issued it.

    Args:
        path: The file; else ``BEEPER_TOKEN_FILE``, else ``beeper-sdk/tokens.json`` in the user's folder for settings.
        base_url: Whose token to give; a client fills in its own.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None, *, base_url: str | None = None) -> None:
        super().__init__(base_url=base_url)
        found = token_path() if path is None else Path(path)
        if found is None:
            raise TokenFileError("tokens.json", f"has no place, as this user has no home: set {VARIABLE}")
        self.path = found

    @override
    def load(self) -> Token | None:
        """The token of this server; None where none is kept.

        Raises:
            TokenFileError: the file cannot be read, is no file of tokens, or others can read it.
        """
        entry = self._read().get(self.server)
        if entry is None:
            return None
        if entry.get("keyring") is True:
            return KeyringToken(base_url=self.base_url).load()
        token = token_from_dict(self.server, entry)
        if token is None:
            raise self._error(f"holds no token where that of {self.server} should be: log in again")
        return token

    @override
    def check(self) -> None:
        """See that a token could be saved. Raises TokenFileError."""
        with private.alone(self.path):
            self._read()

    @override
    def save(self, token: Token) -> None:
        """Keep a token under its own server; the others stay. Raises TokenFileError."""
        self._keep(token.server, token.to_dict())

    def _keep(self, server: str, entry: dict[str, Any]) -> None:
        with private.alone(self.path):
            self._write({**self._read(), server: entry})

    @override
    def delete(self) -> bool:
        """Forget the token of this server; was there one? Raises TokenFileError."""
        if self._read().get(self.server) is None:
            return False
        with private.alone(self.path):
            entry = self._read()
            gone = entry.pop(self.server, None)
            self._write(entry)
        if gone is not None and gone.get("keyring") is True:
            KeyringToken(base_url=self.base_url).remove()
        return gone is not None

    @override
    def source(self) -> str:
        """``file``, or ``keyring`` where the file says so. Raises TokenFileError."""
        return "keyring" if self.in_keyring() else "file"

    def in_keyring(self) -> bool:
        """Is the token of this server in the keyring instead? Raises TokenFileError."""
        return (self._read().get(self.server) or {}).get("keyring") is True

    def _read(self) -> dict[str, dict[str, Any]]:
        content = private.read(self.path)
        if content is None:
            return {}
        data = read_object(content)
        if "version" in data and data["version"] != VERSION:
            raise self._error("was written by another version of this SDK: remove it and log in again")
        tokens = data.get("tokens")
        if not is_object(tokens) or not all(map(is_object, tokens.values())):
            raise self._error("is no file of tokens: remove it and log in again (python -m beeper_sdk login)")
        return tokens

    def _write(self, tokens: dict[str, dict[str, Any]]) -> None:
        text = json.dumps({"version": VERSION, "tokens": tokens}, indent=1)
        private.write(self.path, text.encode())

    def _error(self, problem: str) -> TokenFileError:
        return TokenFileError(private.shown(self.path), problem)


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
        FileToken().check()

    @override
    def save(self, token: Token) -> None:
        """Keep a token; the file of tokens notes where it is, so that every client finds it."""
        _ask(lambda keyring: keyring.set_password(SERVICE, token.server, json.dumps(token.to_dict())))
        FileToken()._keep(token.server, {"keyring": True})  # noqa: SLF001 - of this module

    @override
    def source(self) -> str:
        """``keyring``."""
        return "keyring"

    @override
    def delete(self) -> bool:
        """Forget the token of this server; was there one? Raises TokenStoreError."""
        store = FileToken(base_url=self.base_url)
        return store.delete() if store.in_keyring() else self.remove()

    def remove(self) -> bool:
        """Take the token of this server out of the keyring; was there one? Raises TokenStoreError."""
        if _ask(lambda keyring: keyring.get_password(SERVICE, self.server)) is None:
            return False
        _ask(lambda keyring: keyring.delete_password(SERVICE, self.server))
        return True


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
