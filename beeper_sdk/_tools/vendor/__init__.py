"""Copies the SDK into another project, under a package name of that project. Uses the standard library only.

`main` is the command; `build.render` computes every byte of a copy, without I/O; `place` compares and writes folders.
"""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command, and return its exit status."""
    from .cli import main as run

    return run(argv)
