"""The pieces of Python on the pages of docs/, with the output that each page shows for them.

A page whose pieces are run has a comment with the world of the fake server: ``<!-- runs with: small -->``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WORLD = re.compile(r"^<!-- runs with: (\w+) -->$", re.MULTILINE)
PIECE = re.compile(
    r"(?P<note>^<!-- sync only: [^>]+ -->\n)?"
    r"^```python\n(?P<code>.*?)^```\n(?:\n```text\n(?P<shown>.*?)^```\n)?",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Piece:
    """A block of Python, and the block of output that follows it."""

    start: int
    """Where it is in the text of the page."""
    end: int
    """Where its code ends."""
    code: str
    shown: str | None
    """What it prints; None for an excerpt that is not run."""
    sync_only: bool
    """Whether the page says that it has no async form."""


def world(page: str) -> str | None:
    """The world of the fake server that the pieces of a page run with, if they are run."""
    match = WORLD.search(page)
    return match and match[1]


def pieces(page: str) -> Iterator[Piece]:
    """The pieces of a page, in its order."""
    for match in PIECE.finditer(page):
        end = match.end("code") + len("```\n")
        yield Piece(match.start(), end, match["code"], match["shown"], match["note"] is not None)


def with_output(page: str, piece: Piece, output: str) -> str:
    """The page with another output of one piece."""
    before = f"```python\n{piece.code}```\n\n```text\n"
    return page.replace(f"{before}{piece.shown}```\n", f"{before}{output}```\n", 1)
