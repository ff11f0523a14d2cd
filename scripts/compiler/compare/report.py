"""The report of a comparison, for people and for machines."""

from __future__ import annotations

import json
from collections.abc import Sequence

from scripts.compiler.compare import changelog as entry
from scripts.compiler.compare import version
from scripts.compiler.compare.change import LEVELS, Change

_TEXTS = 12
"""Of editorial changes so many names are shown; there can be one for each operation."""


def text(changes: Sequence[Change], base: str) -> str:
    """Changes by class, the version they ask for, and the entry to write. `base` is the version of the older spec."""
    if not changes:
        return "no change of the API\n"
    counted = version.part(changes, base)
    parts = [f"{_count(len(changes))}; after {base} they ask for {version.following(base, counted)} ({counted})"]
    for level in LEVELS:
        found = [one for one in changes if one.level == level]
        if found:
            parts.append(f"{level} ({len(found)})\n" + "\n".join(_lines(found, short=level == "editorial")))
    said = entry.write(changes)
    if said:
        parts.append(f"for CHANGELOG.md, to edit:\n\n{said}")
    return "\n\n".join(parts) + "\n"


def _count(number: int) -> str:
    return f"{number} change{'' if number == 1 else 's'}"


def _lines(changes: Sequence[Change], *, short: bool) -> list[str]:
    """One line for all that the same thing happened to."""
    said: dict[str, list[Change]] = {}
    for one in changes:
        said.setdefault(one.text, []).append(one)
    lines: list[str] = []
    for what, found in said.items():
        names = list(dict.fromkeys(one.name for one in found))
        more = f" and {len(names) - _TEXTS} more" if short and len(names) > _TEXTS else ""
        lines.append(entry.wrapped(f"- {', '.join(names[:_TEXTS] if more else names)}{more}: {what}"))
    return lines


def machine(changes: Sequence[Change], base: str) -> str:
    """The same as JSON."""
    counted = version.part(changes, base)
    content = {
        "base": base,
        "bump": counted,
        "version": version.following(base, counted),
        "changes": [
            {
                "class": sorted(level.value for level in one.levels),
                "verb": one.verb,
                "kind": one.kind,
                "name": one.name,
                "text": one.text,
                "place": one.place,
            }
            for one in changes
        ],
    }
    return json.dumps(content, indent=1) + "\n"
