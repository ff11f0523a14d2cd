"""Where a log-in is kept on this machine, and the look that every client without a token takes there.

That must cost next to nothing where nobody logged in: one look at a file that is not there, and no imports. What is
in the file is for `_file` to read.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

VARIABLE = "BEEPER_TOKEN_FILE"
_SAME_MACHINE = frozenset({"localhost", "::1"})
_PORTS = {"http": 80, "https": 443}
_WINDOWS = os.name == "nt"


def stored_token(base_url: str) -> str | None:
    """The token that a log-in kept for this server; None where there is none.

    Raises:
        TokenStoreError: something is kept there that cannot be read or is not safe to use.
    """
    path = token_path()
    if path is None or not _is_there(path):
        return None
    from ._stores import FileToken

    return FileToken(path, base_url=base_url)()


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


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        # A home this process may not look into is not one where its user logged in; a path that was given is.
        return bool(os.environ.get(VARIABLE))
    return True


def place(url: str) -> str:
    """The server a URL leads to, as scheme, host and port; all names this machine has for itself are one host.

    Tokens are kept under it, so that each goes only to where it came from. Raises ValueError for a bad port.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    if host in _SAME_MACHINE:
        host = "127.0.0.1"
    elif ":" in host:
        host = f"[{host}]"
    return f"{parts.scheme}://{host}:{parts.port or _PORTS.get(parts.scheme, 0)}"
