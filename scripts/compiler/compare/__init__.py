"""What changed between two specs, in the words of this API: what it breaks, which version it asks for, what to write.

`compare` is pure: two documents in, a list of `Change` out; `main` is the command
``python -m scripts.compiler.compare``. Not a general differ: it knows how this SDK is compiled (bodies become keywords,
enums are open, what an answer leaves out reads as None). None that is kept serves: oasdiff is a Go program, reads 3.1
since lately, and knows neither the x-beeper marks nor the names that users type; the Python packages of that kind are
wrappers of it or a release or two old.
"""

from __future__ import annotations

from collections.abc import Sequence

from scripts.compiler.compare.change import Change, Level, Verb
from scripts.compiler.compare.compare import compare

__all__ = ["Change", "Level", "Verb", "compare", "main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is what a shell sees."""
    from scripts.compiler.compare.cli import main as run

    return run(argv)
