"""Copies the SDK into another project, under a name of that project's own. Standard library only.

`main` is the command; `build.render` decides every byte of a copy, without I/O; `place` compares and writes.
"""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is what a shell sees."""
    from .cli import main as run

    return run(argv)
