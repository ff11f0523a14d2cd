"""What all places that keep tokens share: each token is for one server, and never leaves for another."""

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
    r"""The file that holds log-ins: ``BEEPER_TOKEN_FILE``, else one in the user's folder for settings.

    That is ``$XDG_CONFIG_HOME/beeper-sdk``, by default ``~/.config/beeper-sdk``, on macOS too, as programs of the
    shell do; on Windows ``%APPDATA%\beeper-sdk``. None where the user has no home.
    """
    try:
        if given := os.environ.get(VARIABLE):
            return Path(given).expanduser()
        settings = Path(os.environ.get("APPDATA" if _WINDOWS else "XDG_CONFIG_HOME", ""))
        if not settings.is_absolute():  # to be ignored, says the XDG specification
            settings = Path.home().joinpath(*(("AppData", "Roaming") if _WINDOWS else (".config",)))
    except RuntimeError:
        return None
    return settings / "beeper-sdk" / "tokens.json"


def has_token_file() -> bool:
    """Is there a file of tokens, or one that must be looked at to say what is wrong with it?"""
    path = token_path()
    return path is not None and _is_there(path)


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        # A home this process may not look into is not one where its user logged in; a path that was given is.
        return bool(os.environ.get(VARIABLE))
    return True


class TokenStore(ABC):
    """A place that keeps the tokens of log-ins. Give it as ``access_token``: it is called for the token.

    A client takes from it what was issued by the client's own server, and nothing else.
    """

    def __init__(self, *, base_url: str | None = None) -> None:
        self.base_url = None if base_url is None else check_base_url(base_url)

    def at(self, base_url: str) -> Self:
        """The same place, for this server. Raises ValueError where it was made for another."""
        if self.base_url is not None and server_origin(self.base_url) != server_origin(base_url):
            raise ValueError("access_token gives tokens of another server than base_url")
        other = copy(self)
        other.base_url = base_url
        return other

    def __call__(self) -> str | None:
        """The token for this server as it is kept now; None where there is none.

        Raises:
            TokenStoreError: what is kept cannot be read, or is not safe to use.
        """
        token = self.load()
        return None if token is None else token.access_token

    @property
    def server(self) -> str:
        """The server it gives tokens of: its base URL, else that of the environment, else the usual one."""
        return server_origin(find_base_url(self.base_url))

    def source(self) -> str:
        """What to call this place when telling where a token was found."""
        return type(self).__name__

    @abstractmethod
    def load(self) -> Token | None:
        """The token with what is known of it; None where none is kept. Raises TokenStoreError."""

    @abstractmethod
    def check(self) -> None:
        """See that a token could be saved; a log-in asks before it begins. Raises TokenStoreError."""

    @abstractmethod
    def save(self, token: Token) -> None:
        """Keep a token under its own server, in place of an earlier one. Raises TokenStoreError."""

    @abstractmethod
    def delete(self) -> bool:
        """Forget the token of this server; was there one? Raises TokenStoreError."""

    @override
    def __repr__(self) -> str:
        return f"<{type(self).__name__}{f' for {server_origin(self.base_url)}' if self.base_url else ''}>"
