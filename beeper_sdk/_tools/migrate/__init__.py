"""Rewrites Python code to the current API of this SDK: from its v0 client, raw v0 routes, and the official SDK.

`main` is the command; `engine.migrate` rewrites the source of one file. It needs LibCST (extra ``migrate``).
"""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command, and return its exit status."""
    from .cli import main as run

    return run(argv)
