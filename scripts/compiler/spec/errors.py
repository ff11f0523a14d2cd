"""The error of a spec that cannot be compiled."""

from __future__ import annotations


class SpecError(Exception):
    """The spec cannot be compiled; the text is one line and names the place."""


def one_line(text: str, most: int = 300) -> str:
    """The output of a tool in one line, shortened."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most] + " …"
