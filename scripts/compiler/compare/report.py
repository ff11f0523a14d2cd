"""The report of a comparison, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from scripts.compiler.compare import changelog as entry
from scripts.compiler.compare import version
from scripts.compiler.compare.change import LEVELS, Change

_MAX_EDITORIAL_NAMES = 12
"""Names shown for an editorial change, because there can be one for each operation."""


def text(changes: Sequence[Change], base: str) -> str:
    """Changes by class, the suggested version, and a draft changelog entry. `base` is the version of the older spec."""
    if not changes:
        return "no API changes\n"
    part = version.part(changes, base)
    parts = [f"{_count(len(changes))}; suggested version after {base}: {version.following(base, part)} ({part})"]
    for level in LEVELS:
        found = [change for change in changes if change.level == level]
        if found:
            parts.append(f"{level} ({len(found)})\n" + "\n".join(_lines(found, short=level == "editorial")))
    draft = entry.write(changes)
    if draft:
        parts.append(f"draft entry for CHANGELOG.md:\n\n{draft}")
    return "\n\n".join(parts) + "\n"


def _count(number: int) -> str:
    return f"{number} change{'' if number == 1 else 's'}"


def _lines(changes: Sequence[Change], *, short: bool) -> list[str]:
    """One line for all names with the same change."""
    by_text: dict[str, list[Change]] = {}
    for change in changes:
        by_text.setdefault(change.text, []).append(change)
    lines: list[str] = []
    for text, found in by_text.items():
        names = list(dict.fromkeys(change.name for change in found))
        limit = _MAX_EDITORIAL_NAMES
        more = f" and {len(names) - limit} more" if short and len(names) > limit else ""
        lines.append(entry.wrapped(f"- {', '.join(names[:limit] if more else names)}{more}: {text}"))
    return lines


def machine(changes: Sequence[Change], base: str) -> str:
    """The report as JSON."""
    part = version.part(changes, base)
    content = {
        "base": base,
        "bump": part,
        "version": version.following(base, part),
        "changes": [
            {
                "class": sorted(level.value for level in change.levels),
                "verb": change.verb,
                "kind": change.kind,
                "name": change.name,
                "text": change.text,
                "place": change.place,
            }
            for change in changes
        ],
    }
    return json.dumps(content, indent=1) + "\n"
