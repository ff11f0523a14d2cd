"""The long run of tests/faults: many random operations through random faults. `python -m tests.faults --help`.

It counts the outcomes, and fails if one is wrong: an operation that had its effect twice, an error that says that
something failed although it succeeded, a result of another call, a list with an item twice, a connection left open.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from tests.faults.catalog import CORRUPTED, HARMLESS, SPOOFED
from tests.faults.clients import KINDS
from tests.faults.part import Job, PartResult, run_part
from tests.faults.run import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from beeper_sdk._transport.parsing import Library

PORTION = 500
"""Operations of one fake server: it gets slower with what they create."""
SHOWN = 20


def jobs(operations: int, seed: int, library: Library | None) -> Iterator[Job]:
    """The parts of a run: all kinds of clients in turn."""
    for number, start in enumerate(range(0, operations, PORTION)):
        yield Job(KINDS[number % len(KINDS)], seed * 1_000 + number, min(PORTION, operations - start), library)


def merged(parts: Sequence[Tally]) -> Tally:
    """The results of all parts together."""
    whole = Tally()
    for part in parts:
        whole.add(part)
    return whole


def lines(parts: Sequence[PartResult], seconds: float) -> Iterator[tuple[str, object]]:
    """The table."""
    tally = merged([part.tally for part in parts])
    by_kind = Counter[str]()
    for part in parts:
        by_kind[part.job.kind] += part.tally.operations
    yield from section("operations", tally.operations, by_kind.items())
    yield "parser", "/".join(sorted({part.job.library or "any" for part in parts}))
    yield from section("ended in", "", tally.outcomes.most_common())
    yield "uncertain", sum(count for name, count in tally.outcomes.items() if name.startswith("DeliveryUncertain"))
    yield "  of which the proxy read no request", tally.unread_writes
    yield from section("results of messages.check", sum(tally.checks.values()), tally.checks.most_common())
    yield from fault_lines(sum((part.faults for part in parts), Counter[str]()))
    shaped = [(name, count) for name, count in tally.shaped.most_common() if name != "plain"]
    yield from section("changed lists", "", shaped)
    yield from section("operations with another server", "", tally.by_variant.most_common())
    yield "most arrivals of a request that must arrive once", tally.most_arrivals
    yield "most requests of one operation", tally.most_requests
    yield "slowest operation", f"{tally.slowest:.1f} s"
    yield "wrong", len(tally.wrong)
    yield "duration", f"{seconds:.0f} s"


def section(title: str, total: object, rows: Iterable[tuple[str, object]]) -> Iterator[tuple[str, object]]:
    """A line of the table, and lines below it."""
    yield title, total
    yield from ((f"  {name}", value) for name, value in rows)


def fault_lines(counts: Counter[str]) -> Iterator[tuple[str, object]]:
    """The number of requests, by fault."""
    yield "requests", sum(counts.values())
    for title, family in (("harmless", HARMLESS), ("spoofed", SPOOFED), ("corrupted", CORRUPTED)):
        rows = [(f"  {name}", counts[name]) for name in family]
        yield from section(f"  {title}", sum(counts[name] for name in family), rows)


def main(arguments: Sequence[str]) -> int:
    """Run and print the table. Returns 1 if anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--operations", type=int, default=10_000, help="how many (10000)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same operations and faults (1)")
    parser.add_argument("--processes", type=int, default=2, help="how many at a time (2)")
    parser.add_argument("--parser", choices=["h11", "httptools"], help="of responses (httptools if it is installed)")
    options = parser.parse_args(arguments)
    started_at = time.monotonic()
    with ProcessPoolExecutor(options.processes, multiprocessing.get_context("spawn")) as pool:
        done = list(pool.map(run_part, jobs(options.operations, options.seed, options.parser)))
    for name, value in lines(done, time.monotonic() - started_at):
        print(f"{name:52}{value:>10}")
    wrong = merged([part.tally for part in done]).wrong
    for problem in wrong[:SHOWN]:
        print(problem, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
