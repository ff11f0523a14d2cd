"""Measures calls of one client at the same time: 1, 8 and 64 tasks, 1, 8 and 32 threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

from scripts.bench import async_clients, clients, report, server
from scripts.bench.contest import WITHOUT_EXTRAS, Contest, Loop, Times, amount

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scripts.bench.environment import Place

LEVELS = {"tasks": (1, 8, amount(64, 9)), "threads": (1, 8, amount(32, 9))}
BUDGETS = {("tasks", 64): "<= 1.2", ("threads", 32): "<= 2"}
ROUNDS, LOOPS = 4, 192
WITHOUT_SHARING = ("httpcore", "http.client", "raw socket")
"""Not compared: httpcore is what httpx uses (by itself its pool of 64 takes 15 ms per call); the others are one
connection."""


def rows(place: Place) -> list[report.Row]:
    """Compare each number with one, and with the other clients at the same number."""
    made: list[report.Row] = []
    with server.running() as url:
        for many, levels in LEVELS.items():
            times = place.measure("concurrency", WITHOUT_EXTRAS, many, url)
            for level in levels[1:]:
                made.append(growth(times, "ours", many, level, BUDGETS.get((many, level), "")))
                made += [growth(times, rival, many, level, "") for rival in contestants(many)[1:]]
                made.append(
                    report.compare(f"a call in {level} {many}", times, f"ours, {level}", f"bare httpx, {level}")
                )
    return made


def growth(times: Times, name: str, many: str, level: int, budget: str) -> report.Row:
    """What a call costs in so many tasks or threads, relative to one."""
    who = "" if name == "ours" else f"{name}: "
    return report.compare(
        f"{who}{level} {many}, per call / one",
        times,
        f"{name}, {level}",
        f"{name}, 1",
        budget,
        label=f"one {many[:-1]}",
    )


def contestants(many: str) -> Sequence[str]:
    """The clients that tasks or threads can share."""
    names = async_clients.CLIENTS if many == "tasks" else clients.CLIENTS
    return tuple(name for name in names if name not in WITHOUT_SHARING)


def measure(kind: str, many: str, url: str) -> Times:
    """One contest of all clients at all levels."""
    del kind
    contest = Contest()
    loop = Loop()
    for name in contestants(many):
        shared = partial(in_tasks, loop, name, url) if many == "tasks" else partial(in_threads, name, url)
        for level in LEVELS[many]:
            contest.add(f"{name}, {level}", partial(shared, level))
    # Three calls for each task or thread: after only one, the next calls are slower than those that follow.
    return contest.measure(ROUNDS, LOOPS, opening=3 * LEVELS[many][-1])


def in_tasks(loop: Loop, name: str, url: str, tasks: int) -> Callable[[int], object]:
    """What shares calls of a client among tasks."""
    made: Any = loop.run(async_clients.CLIENTS[name](url))
    return loop.repeated(made.chat, tasks)


def in_threads(name: str, url: str, threads: int) -> Callable[[int], object]:
    """What shares calls of a client among threads, which are kept."""
    call = clients.CLIENTS[name](url).chat
    pool = ThreadPoolExecutor(threads)

    def some(loops: int) -> None:
        for _ in range(loops):
            call()

    def run(loops: int) -> None:
        each = max(1, loops // threads)
        for done in [pool.submit(some, each) for _ in range(threads)]:
            done.result()

    return some if threads == 1 else run
