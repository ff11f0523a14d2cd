"""Where log-ins are stored on this machine. What is in the file is for `_stores` to read."""

from __future__ import annotations

import os
from pathlib import Path

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
