"""A service that carries a copy, checked by mypy --strict as its own code, with no stubs and no extras installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.tools.vendor import hosts

CACHE = hosts.ROOT / ".mypy_cache" / "vendored"
"""Kept from one run of the tests to the next, as that of mypy itself: 1 s of CPU instead of 11. It goes by contents."""
WRONG = """
from ._vendor.beeper.beeper_sdk import Beeper

with Beeper() as beeper:
    for chat in beeper.chats.list():
        chat.titel
        beeper.messages.send(chat.id, text=7)
"""


def mypy(root: Path, python: Path) -> list[str]:
    """What it says."""
    command = [
        *(sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", "-p", "acme"),
        *("--python-executable", str(python), "--cache-dir", str(CACHE)),
    ]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_a_service_with_its_copy_passes_and_its_mistakes_are_found(python: Path, tmp_path: Path) -> None:
    root = tmp_path / "src"
    hosts.host(root)
    assert mypy(root, python) == []
    hosts.host(root, without=("v0",))
    (root / "acme" / "wrong.py").write_text(WRONG, encoding="utf-8")
    said = mypy(root, python)
    assert [line.partition(": ")[0] for line in said if ": error:" in line] == ["acme/wrong.py:6", "acme/wrong.py:7"]
    assert "[attr-defined]" in said[0]
    assert any("[arg-type]" in line for line in said[1:])
