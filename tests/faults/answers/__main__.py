"""Changes one value of one response at a time, and uses the result. `python -m tests.faults.answers --help`.

It counts the outcomes, and fails if a call ends in an error that is not of the SDK, or if the error of a call that must
not be repeated hides that it may have been carried out.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from tests.faults.answers.part import run_part
from tests.faults.answers.sweep import Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

PARTS = 8
SHOWN = 40


def main(arguments: Sequence[str]) -> int:
    """Run and print the table. Returns 1 if anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.answers", description=__doc__)
    parser.add_argument("--changes", type=int, default=8, help="how many of each response (8)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same changes (1)")
    parser.add_argument("--processes", type=int, default=2, help="how many at a time (2)")
    options = parser.parse_args(arguments)
    started_at, tally, by_kind = time.monotonic(), Tally(), Counter[str]()
    with ProcessPoolExecutor(options.processes, multiprocessing.get_context("spawn")) as pool:
        for part in pool.map(partial(run_part, options.seed, options.changes, PARTS), range(2 * PARTS)):
            by_kind[part.kind] += part.tally.tried
            tally.add(part.tally)
    rows = [("changes", tally.tried), *((f"  {name}", count) for name, count in by_kind.items())]
    rows += [("calls and uses", tally.steps), ("raised errors of the SDK", tally.outcomes.total())]
    rows += [(f"  {name}", count) for name, count in tally.outcomes.most_common()]
    for name, count in [*rows, ("wrong", len(tally.falls)), ("seconds", round(time.monotonic() - started_at))]:
        print(f"{name:40}{count:>10}")
    for fall in tally.falls[:SHOWN]:
        print(fall, file=sys.stderr)
    return 1 if tally.falls else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
