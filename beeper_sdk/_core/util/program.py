"""How this program was started, as usage texts name it."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = __name__.rsplit(".", 3)[0]
_OWNER, _SCRIPT = "beeper_sdk", "beeper"
"""The console script belongs to the installed package: a vendored copy has another name, and no script."""


def program(command: str = "") -> str:
    """``beeper login`` where the console script runs, else ``python -m beeper_sdk login``; without a command, the
    program alone."""
    started_as_script = _PACKAGE == _OWNER and Path(sys.argv[0]).stem == _SCRIPT
    return f"{_SCRIPT if started_as_script else f'python -m {_PACKAGE}'} {command}".rstrip()
