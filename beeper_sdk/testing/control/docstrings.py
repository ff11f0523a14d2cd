"""What docstrings say of a method and of its arguments."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass, field

_SECTION = re.compile(r"^(Args|Returns|Raises):$", re.MULTILINE)
_ARGUMENT = re.compile(r"^    (\w+): ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Documented:
    """A docstring in its parts, as Markdown."""

    summary: str = ""
    description: str = ""
    arguments: dict[str, str] = field(default_factory=dict[str, str])
    returns: str = ""


def documented(source: object) -> Documented:
    """The parts of the docstring of a function, property or class."""
    text = inspect.getdoc(source) or ""
    parts = _SECTION.split(text)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    summary, _, description = parts[0].strip().partition("\n\n")
    named = _ARGUMENT.split(sections.get("Args", ""))
    return Documented(
        _markdown(summary),
        _markdown(description),
        {name: _markdown(about) for name, about in zip(named[1::2], named[2::2], strict=True)},
        _markdown(sections.get("Returns", "")),
    )


def _markdown(text: str) -> str:
    """Paragraphs without their line breaks, and code in single backticks."""
    paragraphs = re.split(r"\n\s*\n", text.replace("``", "`").strip())
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
