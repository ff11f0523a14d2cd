"""`FileToken` and `KeyringToken`: tokens in a JSON file or in the system's keyring, one for each server.

    {"version": 1, "tokens": {"http://127.0.0.1:23373": {"access_token": …, "scope": …, …}}}

An entry may be ``{"keyring": true}`` instead: then the token is in the system's keyring, which is accessed with the
package ``keyring`` (extra ``keyring``). So a client without a stored login only has to check the file.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from .._core.util.override import override
from .._core.util.validation import check_kind
from ..errors import TokenFileError, TokenStoreError
from . import _private_file as private
from ._store import VARIABLE, TokenStore, token_path
from ._token import is_object, read_object, token_from_dict

if TYPE_CHECKING:
    from ._token import Token

VERSION = 1
MAX_ENTRY_BYTES = 1 << 14
"""Maximum size of a token with its metadata, in bytes: the token of one server must not make the file unusable for the
others."""
SERVICE = "beeper-sdk"
T = TypeVar("T")


class FileToken(TokenStore):
    """Stores tokens in a file with mode 0600, one for each server.

    Args:
        path: The file. Default: ``BEEPER_TOKEN_FILE``, else ``beeper-sdk/tokens.json`` in the user's configuration
            folder.
        base_url: The server whose token to use. Default: that of the client.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None, *, base_url: str | None = None) -> None:
        super().__init__(base_url=base_url)
        check_kind("path", path, str | os.PathLike | None, "a path or None")
        found = token_path() if path is None else Path(path)
        if found is None:
            raise TokenFileError("tokens.json", f"has no location, because the user has no home folder; set {VARIABLE}")
        self.path = found

    @override
    def load(self) -> Token | None:
        """The token of this server; None if there is none.

        Raises:
            TokenFileError: the file cannot be read, is not a token file, or is accessible by other users.
        """
        entry = self._read().get(self.server)
        if entry is None:
            return None
        if entry.get("keyring") is True:
            return KeyringToken(base_url=self.base_url).load()
        token = token_from_dict(self.server, entry)
        if token is None:
            raise self._error(f"has an invalid token for {self.server}; log in again")
        return token

    @override
    def check(self) -> None:
        """Try the store: write, read and remove a file beside the token file, or rewrite it. Raises TokenFileError."""
        with private.alone(self.path):
            content = private.read(self.path)
            self._parse(content)
            private.write(self.path, content or b"{}", trial=content is None)

    @override
    def save(self, token: Token) -> None:
        """Store a token for its server. Tokens of other servers are kept. Raises TokenStoreError.

        Args:
            token: The token. Its ``server`` is the key under which it is stored.
        """
        self._keep(token.server, _checked(token))

    def _keep(self, server: str, entry: dict[str, Any] | None) -> dict[str, Any] | None:
        """Store or remove an entry. Returns the one that was there."""
        with private.alone(self.path):
            tokens = self._read()
            before = tokens.pop(server, None)
            if entry is not None:
                tokens[server] = entry
            if entry is not None or before is not None:
                self._write(tokens)
        return before

    @override
    def delete(self) -> bool:
        """Delete the token of this server. Returns whether there was one. Raises TokenFileError."""
        if self._read().get(self.server) is None and not private.leftovers(self.path):
            return False
        gone = self._keep(self.server, None)
        if gone is not None and gone.get("keyring") is True:
            KeyringToken(base_url=self.base_url).remove()
        return gone is not None

    @override
    def source(self) -> str:
        """``file``, or ``keyring`` if the token is in the keyring. Raises TokenFileError."""
        return "keyring" if self.in_keyring() else "file"

    def in_keyring(self) -> bool:
        """Whether the token of this server is in the keyring. Raises TokenFileError."""
        return (self._read().get(self.server) or {}).get("keyring") is True

    def _read(self) -> dict[str, dict[str, Any]]:
        return self._parse(private.read(self.path))

    def _parse(self, content: bytes | None) -> dict[str, dict[str, Any]]:
        if content is None:
            return {}
        data = read_object(content)
        if "version" in data and data["version"] != VERSION:
            raise self._error("was written by another version of this SDK; delete it and log in again")
        tokens = data.get("tokens")
        if not is_object(tokens) or not all(map(is_object, tokens.values())):
            raise self._error("is not a valid token file; delete it and log in again (python -m beeper_sdk login)")
        return tokens

    def _write(self, tokens: dict[str, dict[str, Any]]) -> None:
        text = json.dumps({"version": VERSION, "tokens": tokens}, indent=1)
        private.write(self.path, text.encode())

    def _error(self, problem: str) -> TokenFileError:
        return TokenFileError(private.shown(self.path), problem)


def _checked(token: Token) -> dict[str, Any]:
    """The entry of a token. Raises TokenStoreError if it is too large."""
    entry = token.to_dict()
    if len(json.dumps(entry)) > MAX_ENTRY_BYTES:
        raise TokenStoreError(
            f"the token of {token.server} is not stored, because it has more than {MAX_ENTRY_BYTES} bytes with its "
            "data; check that this server is a Beeper"
        )
    return entry


class _Keyring(Protocol):
    """The functions of the package ``keyring`` that are used."""

    def get_password(self, service_name: str, username: str) -> str | None: ...
    def set_password(self, service_name: str, username: str, password: str) -> None: ...
    def delete_password(self, service_name: str, username: str) -> None: ...


class KeyringToken(TokenStore):
    """Stores tokens in the system's keyring, one for each server.

    If the keyring is locked, the system may ask the user to unlock it, which blocks the call: in async code, unlock it
    before.

    Args:
        base_url: The server whose token to use. Default: that of the client.
    """

    @override
    def load(self) -> Token | None:
        """The token of this server; None if there is none. Raises TokenStoreError."""
        text = _ask(lambda keyring: keyring.get_password(SERVICE, self.server))
        if text is None:
            return None
        token = token_from_dict(self.server, read_object(text))
        if token is None:
            raise TokenStoreError(f"the keyring has an invalid token for {self.server}; log in again")
        return token

    @override
    def check(self) -> None:
        """Check that the keyring stores and returns a text, and that the token file can be written. Raises
        TokenStoreError."""
        name = f"trial-{os.urandom(8).hex()}"
        _ask(lambda keyring: keyring.set_password(SERVICE, name, name))
        found = _ask(lambda keyring: keyring.get_password(SERVICE, name))
        if found is not None:
            _ask(lambda keyring: keyring.delete_password(SERVICE, name))
        if found != name:
            raise TokenStoreError(
                "the system's keyring does not keep what it stores; store the token in a file instead"
            )
        FileToken().check()

    @override
    def save(self, token: Token) -> None:
        """Store a token, and an entry in the token file that refers to the keyring, so that clients find it.

        Args:
            token: The token. Its ``server`` is the key under which it is stored.

        Raises:
            TokenStoreError: the keyring or the token file cannot be written.
        """
        text, keep = json.dumps(_checked(token)), FileToken()._keep  # noqa: SLF001 - of this module
        # The file first: if this process is killed in between, a logout still looks for the token in the keyring.
        before = keep(token.server, {"keyring": True})
        try:
            _ask(lambda keyring: keyring.set_password(SERVICE, token.server, text))
        except TokenStoreError:
            keep(token.server, before)
            raise

    @override
    def source(self) -> str:
        """``keyring``."""
        return "keyring"

    @override
    def delete(self) -> bool:
        """Delete the token of this server. Returns whether there was one. Raises TokenStoreError."""
        store = FileToken(base_url=self.base_url)
        return store.delete() if store.in_keyring() else self.remove()

    def remove(self) -> bool:
        """Delete the token of this server from the keyring only. Returns whether there was one. Raises
        TokenStoreError."""
        if _ask(lambda keyring: keyring.get_password(SERVICE, self.server)) is None:
            return False
        _ask(lambda keyring: keyring.delete_password(SERVICE, self.server))
        return True


def _ask(question: Callable[[_Keyring], T]) -> T:
    """Call the keyring. Of its exceptions only the class is shown: their texts may contain private data."""
    try:
        keyring: Any = import_module("keyring")
    except ImportError:
        raise TokenStoreError(
            "a token in the keyring requires the package keyring; install beeper-sdk[keyring]"
        ) from None
    try:
        return question(keyring)
    except Exception as error:  # noqa: BLE001  # each system's keyring raises errors of its own
        failure = type(error).__name__
    # Raised outside of `except`, so that the original exception is not the __context__ of ours.
    raise TokenStoreError(f"the system's keyring cannot be used ({failure}); store the token in a file instead")
