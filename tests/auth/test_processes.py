"""Token files and processes: many that save at once, and ones that are killed while they save."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.sweeps import LONG, examples

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the processes are made with fork")
ROOT = Path(__file__).parents[2]


def run(*arguments: object) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.auth.processes", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_processes_that_save_at_once_lose_nothing(tmp_path: Path) -> None:
    processes, saves = 4, examples(5)
    total = processes * saves
    expected = {"saved": total, "kept": total, "failed": 0, "files": ["tokens.json"]}
    assert run("concurrent", tmp_path, processes, saves) == expected


def test_a_killed_save_loses_nothing_and_its_rest_is_removed(tmp_path: Path) -> None:
    """In the long form at each boundary between Python and C, and so between all calls of the system."""
    counts = run("killed", tmp_path, 1 if examples(1) == LONG else 149)
    print(counts)
    assert counts["left files"] > 0
    assert min(counts[name] for name in ("first save", "save", "trial", "logout")) > 5
