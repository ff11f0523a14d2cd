"""Measures one call on loopback with each client, blocking and asynchronous: a small chat, 100 kB, a sent message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scripts.bench import async_clients, clients, report, server
from scripts.bench.contest import FAST, WITHOUT_EXTRAS, Contest, Loop, Times, repeated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scripts.bench.environment import Place

ROUNDS = 24
LOOPS = {"chat": 25, "file": 10, "page": 4, "send": 15}
NAMES = {
    "chat": "one call",
    "file": "100 kB, not decoded",
    "page": "100 kB, decoded",
    "send": "send a message",
}
BUDGETS = {
    ("sync", WITHOUT_EXTRAS): "<= 0.5",
    ("sync", FAST): "<= 0.25",
    ("async", WITHOUT_EXTRAS): "<= 0.55",
    ("async", FAST): "<= 0.3",
}
WAYS = ("sync", "async")


def rows(place: Place) -> list[report.Row]:
    """Measure without the extra `fast`, and with it only against what it changes."""
    made: list[report.Row] = []
    with server.running() as url:
        for way in WAYS:
            for kind in (WITHOUT_EXTRAS, FAST):
                times = place.measure("calls", kind, way, url)
                for call in LOOPS:
                    made += compared(way, kind, call, times)
    return made


def compared(way: str, kind: str, call: str, times: Times) -> list[report.Row]:
    """The rows of one contest."""
    rivals = contestants(way, call)[1:]
    if kind == FAST:
        rivals = rivals[:1]
    budgets = {"chat": BUDGETS[way, kind], "file": "<= 1.0"}
    what = f"{NAMES[call]}, {way}{', fast' * (kind == FAST)}"
    return [
        report.compare(what, times, f"{call}, ours", f"{call}, {rival}", budget, label=rival)
        for rival in rivals
        for budget in [budgets.get(call, "") if rival == "bare httpx" else ""]
    ]


def contestants(way: str, call: str) -> Sequence[str]:
    """Who makes this call; this SDK first, then httpx."""
    names = clients if way == "sync" else async_clients
    return names.DECODING if call in ("page", "send") else tuple(names.CLIENTS)


def measure(kind: str, way: str, url: str) -> Times:
    """One contest after the other."""
    times, loop = Times(), Loop()
    for call, loops in LOOPS.items():
        contest = Contest()
        for name in contestants(way, call):
            contest.add(f"{call}, {name}", maker(loop, way, name, call, url))
        times += contest.measure(ROUNDS if kind == WITHOUT_EXTRAS else ROUNDS // 2, loops)
    return times


def maker(loop: Loop, way: str, name: str, call: str, url: str) -> Callable[[], Callable[[int], object]]:
    """What prepares a contestant."""
    if way == "sync":
        return lambda: repeated(clients.CLIENTS[name](url).named(call))

    def make() -> Callable[[int], object]:
        made: Any = loop.run(async_clients.CLIENTS[name](url))
        return loop.repeated(made.named(call))

    return make
