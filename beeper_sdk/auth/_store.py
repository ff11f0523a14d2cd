"""The base class of token stores. Each token belongs to one server, and is never sent to another."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING

from .._core.config.environment import find_base_url
from .._core.util.override import override
from .._core.util.urls import check_base_url, server_origin

if TYPE_CHECKING:
    from typing import Self

    from ._token import Token


VARIABLE = "BEEPER_TOKEN_FILE"
_WINDOWS = os.name == "nt"


def token_path() -> Path | None:
    r"""The path of the token file: ``BEEPER_TOKEN_FILE``, else ``tokens.json`` in the user's configuration folder.

    That folder is ``$XDG_CONFIG_HOME/beeper-sdk``, by default ``~/.config/beeper-sdk``, on macOS too, as is usual for
    command-line programs; on Windows ``%APPDATA%\beeper-sdk``. None if the user has no home folder.
    """
    try:
        if given := os.environ.get(VARIABLE):
            return Path(given).expanduser()
        settings = Path(os.environ.get("APPDATA" if _WINDOWS else "XDG_CONFIG_HOME", ""))
        if not settings.is_absolute():  # the XDG specification says to ignore it
            settings = Path.home().joinpath(*(("AppData", "Roaming") if _WINDOWS else (".config",)))
    except RuntimeError:
        return None
    return settings / "beeper-sdk" / "tokens.json"


def has_token_file() -> bool:
    """Whether the token file exists, or has an error that must be reported."""
    path = token_path()
    return path is not None and _is_there(path)


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        # Without access to its home folder, the user cannot have logged in. But a path in BEEPER_TOKEN_FILE must work.
        return bool(os.environ.get(VARIABLE))
    return True


class TokenStore(ABC):
    """Stores the tokens of logins. Pass it to a client as ``access_token``.

    A client uses only a token that its own server issued. The async functions for login and logout call a store in a
    worker thread.
    """

    def __init__(self, *, base_url: str | None = None) -> None:
        self.base_url: str | None = None if base_url is None else check_base_url(base_url)
        """The server whose token is used; None for that of the client."""

    def at(self, base_url: str) -> Self:
        """The same store for a server. Raises ValueError if it was created for another server.

        Args:
            base_url: URL of the server.
        """
        if self.base_url is not None and server_origin(self.base_url) != server_origin(base_url):
            raise ValueError("access_token is a store of tokens for another server than base_url")
        other = copy(self)
        other.base_url = base_url
        return other

    def __call__(self) -> str | None:
        """The currently stored token of this server; None if there is none.

        Raises:
            TokenStoreError: the stored token cannot be read, or is not safe to use.
        """
        token = self.load()
        return None if token is None else token.access_token

    @property
    def server(self) -> str:
        """The server whose token is used: the base URL, else that of the environment, else the default."""
        return server_origin(find_base_url(self.base_url))

    def source(self) -> str:
        """The name of this store, as shown by `whoami`."""
        return type(self).__name__

    @abstractmethod
    def load(self) -> Token | None:
        """The stored token with its metadata; None if there is none. Raises TokenStoreError."""

    @abstractmethod
    def check(self) -> None:
        """Try the store: a token could be saved and read. A login calls it before it starts. Raises TokenStoreError."""

    @abstractmethod
    def save(self, token: Token) -> None:
        """Store a token for its server, and replace an earlier one. Raises TokenStoreError.

        Args:
            token: The token. Its ``server`` is the key under which it is stored.
        """

    @abstractmethod
    def delete(self) -> bool:
        """Delete the token of this server. Returns whether there was one. Raises TokenStoreError."""

    @override
    def __repr__(self) -> str:
        return f"<{type(self).__name__}{f' for {server_origin(self.base_url)}' if self.base_url else ''}>"
