"""Measures regenerating, in the environment with the generators."""

from __future__ import annotations

import subprocess
import sys
from time import perf_counter

from scripts.bench import report
from scripts.bench.environment import ROOT, Place

BUDGET = 15.0


def rows(place: Place) -> list[report.Row]:
    """Run `scripts/regenerate.py --check` once, which does everything except writing."""
    del place
    started = perf_counter()
    done = subprocess.run(
        [sys.executable, "scripts/regenerate.py", "--check"], cwd=ROOT, capture_output=True, check=False
    )
    elapsed = perf_counter() - started
    state = "" if done.returncode == 0 else " (and found differences)"
    return [report.Row("regenerate", report.seconds(elapsed) + state, f"{BUDGET:.0f} s", elapsed / BUDGET, "<= 1")]
