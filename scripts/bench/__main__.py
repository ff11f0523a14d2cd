"""Runs all benchmarks of the project: `python -m scripts.bench`, or only some groups.

Compare only ratios from one run on one machine, not times from different runs. The status is 1 if a ratio exceeds its
budget, or if something to compare with could not be measured.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from scripts.bench import (
    big_world,
    calls,
    concurrency,
    decode,
    fake_server,
    memory,
    models,
    processes,
    regenerate,
    render,
    report,
    streams,
    walk,
)
from scripts.bench import environment as place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

GROUPS: dict[str, Callable[[place.Place], list[report.Row]]] = {
    "calls": calls.rows,
    "concurrency": concurrency.rows,
    "streams": streams.rows,
    "walk": walk.rows,
    "decode": decode.rows,
    "models": models.rows,
    "render": render.rows,
    "memory": memory.rows,
    "processes": processes.rows,
    "fake_server": fake_server.rows,
    "big_world": big_world.rows,
    "regenerate": regenerate.rows,
}


PAGE = place.ROOT / "docs/contributing/measurements.md"
MARKS = ("<!-- table: python -m scripts.bench --write -->", "<!-- end of table -->")


def main(arguments: Sequence[str] | None = None, where: place.Place | None = None) -> int:
    """Measure and print; 1 if a ratio exceeds its budget or was not measured."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description=__doc__)
    names = ", ".join(GROUPS)
    parser.add_argument("group", nargs="*", help=f"groups of benchmarks to run (default: all): {names}")
    parser.add_argument("--write", action="store_true", help="replace the table of docs/contributing/measurements.md")
    parsed = parser.parse_args(arguments)
    if unknown := set(parsed.group) - set(GROUPS):
        parser.error(f"unknown groups: {', '.join(sorted(unknown))}; choose from {names}")
    if parsed.write and parsed.group:
        parser.error("--write needs the rows of all groups: leave the groups out")
    where = where or place.ready()
    rows: list[report.Row] = []
    for group in parsed.group or GROUPS:
        print(f"{group} ...", file=sys.stderr)
        rows += GROUPS[group](where)
    print(report.table(rows))
    if parsed.write:
        PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), report.markdown(rows)), encoding="utf-8")
    return 1 if any(row.within is False for row in rows) else 0


def replaced(page: str, table: str) -> str:
    """The page with this table between the marks. Raises ValueError if a mark is missing."""
    start, end = (page.index(mark) for mark in MARKS)
    return f"{page[: start + len(MARKS[0])]}\n\n{table}\n\n{page[end:]}"


if __name__ == "__main__":
    sys.exit(main())
