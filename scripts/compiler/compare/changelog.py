"""Writes a draft changelog entry, and checks whether a changelog names the breaking changes."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

from scripts.compiler.compare.change import EDITORIAL, Change, Verb

_SECTIONS: tuple[tuple[str, frozenset[Verb]], ...] = (
    ("Added", frozenset({"added"})),
    ("Changed", frozenset({"changed", "renamed"})),
    ("Deprecated", frozenset({"deprecated"})),
    ("Removed", frozenset({"removed"})),
)
_WHOLE = frozenset({"operation", "parameter", "request field", "field", "model"})
"""Kinds that users see as separate items. A change of another kind (enum value, status, …) changes such an item."""
WIDTH = 118
_HEADING = re.compile(r"^## .*\bunreleased\b.*$", re.IGNORECASE | re.MULTILINE)


def write(changes: Iterable[Change]) -> str:
    """A draft entry in the sections of Keep a Changelog, without editorial changes."""
    lines: dict[str, dict[str, list[str]]] = {title: {} for title, _ in _SECTIONS}
    for change in changes:
        if change.levels != EDITORIAL:
            text = f"**Breaking:** {change.text}" if change.breaking else change.text
            lines[_section(change)].setdefault(text, []).append(f"`{change.name}`")
    parts = [
        f"### {title}\n\n" + "\n".join(_line(*entry) for entry in entries.items())
        for title, entries in lines.items()
        if entries
    ]
    return "\n\n".join(parts)


def _section(change: Change) -> str:
    if change.kind not in _WHOLE and change.verb in ("added", "removed"):
        return "Changed"
    return next(title for title, verbs in _SECTIONS if change.verb in verbs)


def _line(text: str, names: list[str]) -> str:
    breaking = text.startswith("**Breaking:** ")
    said = text.removeprefix("**Breaking:** ")
    line = f"- {'**Breaking:** ' if breaking else ''}{', '.join(dict.fromkeys(names))}: {said}."
    return wrapped(line)


def wrapped(line: str) -> str:
    """The line wrapped to the page width, without breaking names."""
    return textwrap.fill(line, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def since(version: str | None, changelog: str) -> str:
    """The text above the section of a released version: unreleased changes, or those of the next release.

    If there is no such section, the text of the sections like ``## [Unreleased]``.
    """
    released = version and re.search(rf"^## \[{re.escape(version)}\] - \d", changelog, re.MULTILINE)
    return changelog[: released.start()] if released else unreleased(changelog)


def unreleased(changelog: str) -> str:
    """The text of sections like ``## [Unreleased]`` and ``## [2.4.0] - unreleased``."""
    after = [changelog[heading.end() :] for heading in _HEADING.finditer(changelog)]
    return "\n".join(re.split(r"^## ", text, maxsplit=1, flags=re.MULTILINE)[0] for text in after)


def unnamed(changes: Iterable[Change], changelog: str, version: str | None = None) -> list[Change]:
    """The breaking changes that a changelog does not name since a version, or in its unreleased section."""
    text = since(version, changelog).replace("()", "")
    return [change for change in changes if change.breaking and not _named(change.name, text)]


def _named(name: str, text: str) -> bool:
    """Whether the full name occurs: ``models.ChatPage`` and ``models.Chat.title`` do not name ``models.Chat``."""
    return re.search(rf"(?<![\w.]){re.escape(name)}(?![\w(])(?!\.\w)", text) is not None
