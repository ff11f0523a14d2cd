"""Positions and killed processes: what a `write` returned for is never lost, and no write is stored in part."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.core.changes.helpers import ROOT
from tests.sweeps import LONG, examples

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the processes are made with fork")
SEED = 7


def run(*arguments: object) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.core.changes.processes", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    print(found)
    return found


@pytest.mark.parametrize("store", ["file", "sqlite"])
def test_processes_killed_at_random_moments_lose_nothing(store: str, tmp_path: Path) -> None:
    kills = 2 * examples(30)
    counts = run("randomly", tmp_path, store, kills, SEED)
    assert counts["killed"] == kills
    assert counts["killed while writing"] > 0  # their share depends on how busy the machine is
    assert counts["writes"] > 0


@pytest.mark.parametrize("store", ["file", "sqlite"])
def test_a_process_killed_between_any_two_calls_of_the_system_loses_nothing(store: str, tmp_path: Path) -> None:
    """In the long form at each boundary between Python and C."""
    assert run("everywhere", tmp_path / "folder", store, 1 if examples(1) == LONG else 43)["killed"] > 15
