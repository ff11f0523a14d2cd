"""One part of the long run, in a process of its own.

It is not in `__main__`: a process that is spawned does not import the `__main__` module of a package again.
"""

from __future__ import annotations

import faulthandler
import sys
from collections import Counter
from types import ModuleType
from typing import NamedTuple, cast

from beeper_sdk._transport import parsing
from tests.faults.actions import random_actions
from tests.faults.clients import Kind, run_actions
from tests.faults.run import Tally
from tests.faults.trial import trial
from tests.left_behind import nothing_left_behind

WORKERS = 8
"""Operations under way at once in each process, all through one client."""
HUNG = 1800.0
"""Seconds after which a part is ended that neither finishes nor makes requests, with the stacks of its threads. Half a
minute is usual."""


class Job(NamedTuple):
    """A part of the run, with a fake server of its own."""

    kind: Kind
    seed: int
    operations: int
    library: parsing.Library | None = None
    """The parser of responses; None for the one that is installed."""


class PartResult(NamedTuple):
    """The results of a part."""

    job: Job
    tally: Tally
    faults: Counter[str]


def use_parser(library: parsing.Library | None) -> None:
    """Let the clients of this process use a parser, as they do where httptools is installed, or is not."""
    if library == "h11":
        sys.modules["httptools"] = cast("ModuleType", None)  # by which Python marks what cannot be imported
    elif library is not None:
        parsing.make_parser(library)  # fails if it is not installed
    parsing._head_parser.cache_clear()


def run_part(job: Job) -> PartResult:
    """Run one part."""
    use_parser(job.library)
    faulthandler.dump_traceback_later(HUNG, exit=True)
    try:
        with nothing_left_behind(), trial() as made:
            run_actions(job.kind, made, random_actions(job.seed, job.operations), workers=WORKERS)
            made.tally.wrong += made.totals()
            return PartResult(job, made.tally, made.proxy.fault_counts)
    except AssertionError as error:
        return PartResult(job, Tally(wrong=[f"left behind (sockets, threads): {error} after {job}"]), Counter())
    finally:
        faulthandler.cancel_dump_traceback_later()
