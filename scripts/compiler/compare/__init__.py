"""Compares two specs: what changed, what it breaks for users, the version to release, and a changelog entry.

`compare` does no I/O: it maps two documents to a list of `Change`; `main` is the command
``python -m scripts.compiler.compare``. This is not a general OpenAPI differ: it depends on how this SDK is compiled
(request bodies become keyword arguments, enums are open, fields that a response omits are None). No maintained tool
fits: oasdiff is a Go program, has supported OpenAPI 3.1 only recently, and knows neither the x-beeper extensions nor
the names that users type; the Python packages for this are wrappers of it, or have had only a release or two.
"""

from __future__ import annotations

from collections.abc import Sequence

from scripts.compiler.compare.change import Change, Level, Verb
from scripts.compiler.compare.compare import compare

__all__ = ["Change", "Level", "Verb", "compare", "main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command, and return its exit status."""
    from scripts.compiler.compare.cli import main as run

    return run(argv)
