"""What a release must not have: the one exception of these modules."""

from __future__ import annotations


class Wrong(Exception):
    """Something is not fit for a release; the text is one line that names it."""


def first(lines: str) -> str:
    """The last line of what a program said, which mostly names the fault; for a message of one line."""
    said = [line.strip() for line in lines.splitlines() if line.strip()]
    return said[-1] if said else "it said nothing"
