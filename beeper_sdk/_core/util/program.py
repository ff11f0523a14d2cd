"""The name of this program in usage texts: how it was started."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = __name__.rsplit(".", 3)[0]
_OWNER, _SCRIPT = "beeper_sdk", "beeper"
"""The console script belongs to the installed package. A vendored copy has another package name and no script."""


def program(command: str = "") -> str:
    """``beeper login`` if the console script runs, else ``python -m beeper_sdk login``. Without a command, only the
    program."""
    started_as_script = _PACKAGE == _OWNER and Path(sys.argv[0]).stem == _SCRIPT
    return f"{_SCRIPT if started_as_script else f'python -m {_PACKAGE}'} {command}".rstrip()
