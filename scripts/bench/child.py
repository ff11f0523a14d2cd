"""Runs one measurement in this process: `python -m scripts.bench.child MODULE KIND ...` prints its times as JSON."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module

from scripts.bench.contest import Times, prepare


def measured(module: str, kind: str, *arguments: str) -> Times:
    """What the `measure` of a module of this package returns."""
    times: Times = import_module(f"scripts.bench.{module}").measure(kind, *arguments)
    return times


if __name__ == "__main__":
    prepare(sys.argv[2])
    print(json.dumps(measured(*sys.argv[1:]).as_json()), flush=True)
    os._exit(0)  # closes the connections of all clients; some warn of it otherwise
