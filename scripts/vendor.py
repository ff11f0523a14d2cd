#!/usr/bin/env python3
"""Copies the SDK of this clone into another project, like `python -m beeper_sdk vendor` with an installed SDK.

    python scripts/vendor.py src/acme/_vendor/beeper --namespace acme._vendor.beeper [--without v0]
    python scripts/vendor.py src/acme/_vendor/beeper [--verify | --force]

Uses the standard library only. See docs/guides/vendoring.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parent.parent)  # import from this clone, not from an installed SDK
    from beeper_sdk._core.util.command_line import run_command
    from beeper_sdk._tools.vendor.cli import main

    sys.exit(run_command(main))
