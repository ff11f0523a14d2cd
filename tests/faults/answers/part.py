"""One part of the long run, in a process of its own."""

from __future__ import annotations

from contextlib import ExitStack
from random import Random
from typing import NamedTuple

from beeper_sdk.testing import FakeBeeper
from tests.faults.answers.sweep import Kind, Tally, scenes, sweep


class PartResult(NamedTuple):
    """The results of a part."""

    kind: Kind
    tally: Tally


def run_part(seed: int, changes: int, parts: int, number: int) -> PartResult:
    """Every `parts`-th call, by the client of one kind."""
    kind: Kind = "sync" if number < parts else "asyncio"
    tally, running = Tally(), dict[str, FakeBeeper]()
    with ExitStack() as stack:

        def start(version: str) -> FakeBeeper:
            if version not in running:
                running[version] = stack.enter_context(FakeBeeper(version=version) if version else FakeBeeper())
            return running[version]

        for at, make in enumerate(scenes(kind, start)):
            if at % parts == number % parts:
                sweep(make(), Random(f"{seed} {kind} {at}"), tally, changes)
    return PartResult(kind, tally)
