"""Measures memory: of a decoded message, and what a client keeps of 10,000 calls."""

from __future__ import annotations

import gc
import tracemalloc
from typing import TYPE_CHECKING

from scripts.bench import app_sample, clients, decode, report, sample, server
from scripts.bench.contest import WITHOUT_EXTRAS, Times, amount

if TYPE_CHECKING:
    from collections.abc import Callable

    from scripts.bench.environment import Place

PAGES = 5
CALLS = 10_000
FLAT = 2.0
"""Bytes that a call may leave, on average: 20 kB after all of them, as tables and caches grow in steps."""
DOCUMENTS: dict[str, tuple[Callable[[], bytes], str]] = {
    "as the app sends": (app_sample.page, "<= 0.35"),
    "sample": (sample.page, "<= 0.35"),
}


def rows(place: Place) -> list[report.Row]:
    """Measure each decoder in a new process, and compare the sizes; then the calls."""
    made: list[report.Row] = []
    for which, (_, budget) in DOCUMENTS.items():
        sizes = Times()
        for name in ("ours", "official", "msgspec Structs"):
            sizes += place.measure("memory", WITHOUT_EXTRAS, name, which)
        what = f"memory of a message {which}"
        made += [
            report.bytes_of(what, sizes, "ours", name, budget if name == "official" else "")
            for name in ("official", "msgspec Structs")
        ]
    with server.running() as url:
        left = place.measure("memory", WITHOUT_EXTRAS, "calls", url)
    return [*made, flat(left)]


def flat(left: Times) -> report.Row:
    """The row of the calls."""
    what, against = f"memory after {CALLS:,} calls", f"{FLAT:.0f} B a call"
    if reason := left.reason("calls"):
        return report.Row(what, against=against, missing=reason)
    return report.Row(what, f"{left.middle('calls'):.1f} B a call", against, left.middle("calls") / FLAT, "<= 1")


def measure(kind: str, name: str, which: str) -> Times:
    """The bytes of a message, or what a call leaves; `which` is a document or the URL."""
    del kind
    try:
        return Times({name: [after_calls(which) if name == "calls" else size(name, which)]})
    except ImportError as error:
        return Times(missing={name: f"{type(error).__name__}: {error}"})


def size(name: str, which: str) -> float:
    """The size of a message in bytes, by decoder."""
    document = decode.Document(which, DOCUMENTS[which][0]())
    decoder: Callable[[], object] = decode.DECODERS[name](document)
    decoder()
    gc.collect()
    tracemalloc.start()
    kept = [decoder() for _ in range(PAGES)]
    gc.collect()
    return tracemalloc.get_traced_memory()[0] / len(kept) / sample.COUNT


def after_calls(url: str) -> float:
    """The bytes that each call leaves."""
    call = clients.ours(url).chat
    tracemalloc.start()
    used: list[int] = []
    for calls in (amount(CALLS, 100) // 10, amount(CALLS, 100)):
        for _ in range(calls):
            call()
        gc.collect()
        used.append(tracemalloc.get_traced_memory()[0])
    return max(0.0, (used[1] - used[0]) / amount(CALLS, 100))
