"""Decides what the text of a message is: HTML, escaped plain text, or plain text."""

from __future__ import annotations

from .controls import without_controls
from .entities import decoded, is_escaped
from .tags import Markup, markup


def parsed(text: str) -> Markup | str:
    """The tokens of a text that is HTML, or else the plain text."""
    cleaned = without_controls(text)
    return markup(cleaned) or (decoded(cleaned) if is_escaped(cleaned) else cleaned)
