#!/usr/bin/env python3
"""Copies the SDK of this clone into another project. A thin front of `python -m beeper_sdk vendor`.

    python scripts/vendor.py src/acme/_vendor/beeper --namespace acme._vendor.beeper [--without v0]
    python scripts/vendor.py src/acme/_vendor/beeper [--verify | --force]

Standard library only; docs/vendoring.md tells the rest.
"""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parent.parent)  # this clone, whatever is installed
    from beeper_sdk._tools.vendor import main

    sys.exit(main())
