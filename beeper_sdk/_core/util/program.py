"""How this program runs: its name in usage texts, and whether it is in WSL or a container."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_PACKAGE = __name__.rsplit(".", 3)[0]
_OWNER, _SCRIPT = "beeper_sdk", "beeper"
"""The console script belongs to the installed package. A vendored copy has another package name and no script."""
_CONTAINERS = re.compile(r"docker|containerd|kubepods|libpod|lxc")


def program(command: str = "") -> str:
    """``beeper login`` if the console script runs, else ``python -m beeper_sdk login``. Without a command, only the
    program."""
    started_as_script = _PACKAGE == _OWNER and Path(sys.argv[0]).stem == _SCRIPT
    return f"{_SCRIPT if started_as_script else f'python -m {_PACKAGE}'} {command}".rstrip()


def in_wsl(root: Path = Path("/")) -> bool:
    """Whether this is WSL, by a file of the operating system below `root`."""
    return "microsoft" in _text(root / "proc/version").lower()


def in_container(root: Path = Path("/")) -> bool:
    """Whether this is a container, in the same way."""
    marks = (root / ".dockerenv", root / "run" / ".containerenv")
    return any(mark.exists() for mark in marks) or bool(_CONTAINERS.search(_text(root / "proc/1/cgroup")))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")[:10_000]
    except OSError:
        return ""
