"""The exception of the release modules."""

from __future__ import annotations


class Wrong(Exception):
    """The release cannot be made; the message is one line with the reason."""


def last_line(lines: str) -> str:
    """The last line of a program's output, which usually names the error; for a message of one line."""
    stripped = [line.strip() for line in lines.splitlines() if line.strip()]
    return stripped[-1] if stripped else "it printed nothing"
