"""The suggested version for a list of changes.

From 1.0 on: major for breaking changes, minor for additions, patch for the rest. Before 1.0 only patch versions promise
not to break: minor for breaking changes, patch for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from scripts.compiler.compare.change import Change, Level

PARTS = ("none", "patch", "minor", "major")


def part(changes: Iterable[Change], version: str) -> str:
    """The part of the version to increment: none, patch, minor or major."""
    found = [*changes]
    if not found:
        return "none"
    breaking = any(change.breaking for change in found)
    if numbers(version)[0] == 0:
        return "minor" if breaking else "patch"
    return "major" if breaking else "minor" if any(Level.ADDITIVE in change.levels for change in found) else "patch"


def following(version: str, part: str) -> str:
    """The version after `version`, with this part incremented."""
    major, minor, patch = numbers(version)
    match part:
        case "major":
            return f"{major + 1}.0.0"
        case "minor":
            return f"{major}.{minor + 1}.0"
        case "patch":
            return f"{major}.{minor}.{patch + 1}"
        case _:
            return version


def numbers(version: str) -> tuple[int, int, int]:
    """``1.2.0rc1`` -> (1, 2, 0)."""
    found = re.match(r"v?(\d+)\.(\d+)(?:\.(\d+))?", version)
    if found is None:
        raise ValueError(f"the version must be like 1.2.3, not {version!r}")
    return int(found[1]), int(found[2]), int(found[3] or 0)
