"""Runs all benchmarks of the project: `python -m scripts.bench`, or only some groups.

Compare only ratios from one run on one machine, not times from different runs.
"""

from __future__ import annotations

import argparse
import sys

from scripts.bench import call, decode, imports, memory, regenerate, report
from scripts.bench import environment as place

GROUPS = {
    "decode": decode.rows,
    "call": call.rows,
    "imports": imports.rows,
    "memory": memory.rows,
    "regenerate": regenerate.rows,
}


def main() -> int:
    """Measure and print; 1 if a ratio exceeds its budget."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description=__doc__)
    parser.add_argument("group", nargs="*", choices=[[], *GROUPS], help="groups of benchmarks to run (default: all)")
    chosen: list[str] = parser.parse_args().group or list(GROUPS)
    where = place.ready()
    rows = [row for group in chosen for row in GROUPS[group](where)]
    print(report.table(rows))
    return 1 if any(row.within is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
