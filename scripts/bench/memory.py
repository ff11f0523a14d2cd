"""Measures the memory of a decoded message. Run as a module, it measures one decoder in this process."""

from __future__ import annotations

import gc
import json
import sys
import tracemalloc
from typing import TYPE_CHECKING

from scripts.bench import report, sample
from scripts.bench.decode import WITHOUT_ORJSON, contestants, without_orjson

if TYPE_CHECKING:
    from scripts.bench.environment import Place

PAGES = 5


def rows(place: Place) -> list[report.Row]:
    """Measure each decoder in a new process, and compare the sizes."""
    sizes: dict[str, float] = {}
    for name in ("ours", "official", "stock", "limit"):
        sizes.update(place.measure("memory", name, **WITHOUT_ORJSON))
    return [
        report.Row("memory of a message", f"{sizes['ours']:.0f} B", f"{name} {sizes[name]:.0f} B", ratio, budget)
        for name, budget in (("official", "<= 0.4"), ("stock", ""), ("limit", ""))
        if name in sizes
        for ratio in [sizes["ours"] / sizes[name]]
    ]


def size(name: str) -> dict[str, float]:
    """The size of a message in bytes, by decoder; empty if the decoder is not installed."""
    call = contestants().get(name)
    if call is None:
        return {}
    call()
    gc.collect()
    tracemalloc.start()
    kept = [call() for _ in range(PAGES)]
    gc.collect()
    return {name: tracemalloc.get_traced_memory()[0] / len(kept) / sample.COUNT}


if __name__ == "__main__":
    without_orjson()
    print(json.dumps(size(sys.argv[1])))
