"""Measures contestants in alternating rounds: the CPU time and the wall time of one call, of which medians are shown.

CPU time is the one of this process alone, with all its threads; servers run in another process. The collector of
garbage stays on, as in a user's program.
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from dataclasses import asdict, dataclass, field
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Mapping

KEY = "bench"
"""The token of all clients."""
WITHOUT_EXTRAS = "default"
"""The kind of process in which what the extra `fast` installs cannot be imported."""
FAST = "fast"


@dataclass(frozen=True)
class Times:
    """What was measured in each round, in seconds by name, and why the others were not."""

    cpu: dict[str, list[float]] = field(default_factory=dict[str, list[float]])
    wall: dict[str, list[float]] = field(default_factory=dict[str, list[float]])
    missing: dict[str, str] = field(default_factory=dict[str, str])

    def reason(self, *names: str) -> str:
        """Why one of these was not measured; empty if all were."""
        lacking = (name for name in names if name not in self.cpu)
        return "; ".join(f"{name}: {self.missing.get(name, 'it did not run')}" for name in lacking)

    def middle(self, name: str) -> float:
        """The median CPU time."""
        return median(self.cpu[name])

    def __add__(self, other: Times) -> Times:
        """What both measured."""
        return Times(self.cpu | other.cpu, self.wall | other.wall, self.missing | other.missing)

    def as_json(self) -> dict[str, Any]:
        """The same as JSON."""
        return asdict(self)


def ratio(rounds: Mapping[str, list[float]], mine: str, other: str) -> float:
    """The median of the ratios of each round, so that a machine that is slow for a while is slow for both."""
    return median(one / two for one, two in zip(rounds[mine], rounds[other], strict=True))


class Contest:
    """Contestants by name. One that cannot be prepared, or fails its first call, keeps the reason instead."""

    def __init__(self) -> None:
        self.runs: dict[str, Callable[[int], object]] = {}
        self.missing: dict[str, str] = {}

    def add(self, name: str, make: Callable[[], Callable[[int], object]]) -> None:
        """Add a contestant. `make` imports what it needs, and returns what runs a number of calls."""
        try:
            run = make()
            run(1)
        except Exception as error:  # noqa: BLE001 - shown in the row of this contestant, and ends with status 1
            self.missing[name] = f"{type(error).__name__}: {error}"
        else:
            self.runs[name] = run

    def measure(self, rounds: int, loops: int, opening: int = 0) -> Times:
        """Run all of them in so many rounds, with so many calls each; every second round in the opposite order.

        `opening` calls before each time open the connections again that were idle for too long.
        """
        rounds, loops = amount(rounds, 1), amount(loops, opening or 1)
        cpu: dict[str, list[float]] = {name: [] for name in self.runs}
        wall: dict[str, list[float]] = {name: [] for name in self.runs}
        gc.collect()
        for number in range(rounds):
            for name in list(self.runs)[:: -1 if number % 2 else 1]:
                if opening and not self._ran(name, opening):
                    continue
                began, used = perf_counter(), process_time()
                if self._ran(name, loops):
                    cpu[name].append((process_time() - used) / loops)
                    wall[name].append((perf_counter() - began) / loops)
        return Times(self._finished(cpu), self._finished(wall), self.missing)

    def _ran(self, name: str, loops: int) -> bool:
        try:
            self.runs[name](loops)
        except Exception as error:  # noqa: BLE001 - as above
            self.missing[name] = f"{type(error).__name__}: {error}"
            del self.runs[name]
        return name in self.runs

    def _finished(self, rounds: Mapping[str, list[float]]) -> dict[str, list[float]]:
        return {name: rounds[name] for name in self.runs}


def amount(full: int, tiny: int) -> int:
    """How much to do: `tiny` in tests, which only look whether it works."""
    return tiny if os.environ.get("BENCH_TINY") else full


def repeated(call: Callable[[], object]) -> Callable[[int], None]:
    """What runs a call a number of times."""

    def run(loops: int) -> None:
        for _ in range(loops):
            call()

    return run


class Loop:
    """An event loop in which all contestants of a process are awaited."""

    _calls: ClassVar[list[object]] = []
    """All until the process ends, because some clients print a warning when they are collected without being closed."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()

    def run(self, work: Coroutine[Any, Any, object]) -> object:
        """Run a coroutine to its end."""
        return self._loop.run_until_complete(work)

    def repeated(self, call: Callable[[], Awaitable[object]], tasks: int = 1) -> Callable[[int], object]:
        """What awaits a call a number of times, shared among so many tasks."""

        async def some(loops: int) -> None:
            for _ in range(loops):
                await call()

        async def shared(loops: int) -> None:
            await asyncio.gather(*(some(max(1, loops // tasks)) for _ in range(tasks)))

        self._calls.append(call)
        return lambda loops: self.run(some(loops) if tasks == 1 else shared(loops))


def prepare(kind: str) -> None:
    """Block what the extra `fast` installs, unless this process measures it."""
    if kind == WITHOUT_EXTRAS:
        blocked: Any = None
        for name in ("orjson", "httptools"):
            sys.modules[name] = blocked  # makes its import fail
