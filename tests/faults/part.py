"""One part of the long run, in a process of its own.

It is not in `__main__`: a process that is spawned does not import the `__main__` module of a package again.
"""

from __future__ import annotations

import faulthandler
from collections import Counter
from typing import NamedTuple

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


class PartResult(NamedTuple):
    """The results of a part."""

    job: Job
    tally: Tally
    faults: Counter[str]


def run_part(job: Job) -> PartResult:
    """Run one part."""
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
