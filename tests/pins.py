"""Files that pin what is so today: a test compares them, `--update-pins` rewrites them, review sees what changed."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path


def hold(path: Path, lines: Sequence[str], *, update: bool) -> None:
    """Are these the lines that the file has?"""
    if update:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    pinned = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    changes = difflib.unified_diff(pinned, lines, path.name, "now", lineterm="", n=0)
    assert "\n".join(changes) == "", f"if it is meant: pytest tests -k pin_holds --update-pins, and commit {path.name}"
