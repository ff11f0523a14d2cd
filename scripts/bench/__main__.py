"""Runs all benchmarks of the project: `python -m scripts.bench`, or only some groups.

Compare only ratios from one run on one machine, not times from different runs. The status is 1 if a ratio exceeds its
budget, or if something to compare with could not be measured.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from scripts.bench import calls, concurrency, decode, memory, models, regenerate, report
from scripts.bench import environment as place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

GROUPS: dict[str, Callable[[place.Place], list[report.Row]]] = {
    "calls": calls.rows,
    "concurrency": concurrency.rows,
    "decode": decode.rows,
    "models": models.rows,
    "memory": memory.rows,
    "regenerate": regenerate.rows,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 if a ratio exceeds its budget or was not measured."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description=__doc__)
    parser.add_argument("group", nargs="*", choices=[[], *GROUPS], help="groups of benchmarks to run (default: all)")
    chosen: list[str] = parser.parse_args(arguments).group or list(GROUPS)
    where = place.ready()
    rows = [row for group in chosen for row in GROUPS[group](where)]
    print(report.table(rows))
    return 1 if any(row.within is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
