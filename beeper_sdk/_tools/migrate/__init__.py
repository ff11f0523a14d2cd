"""Rewrites Python code to today's names of this SDK: from its v0 client, from raw v0 routes, from the official SDK.

`main` is the command; `engine.migrate` does the work on one text. Needs LibCST, the extra ``migrate``.
"""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is what a shell sees."""
    from .cli import main as run

    return run(argv)
