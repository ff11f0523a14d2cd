"""Checks that CHANGELOG.md has the format of Keep a Changelog. No I/O.

The contents are not checked here: `scripts/regenerate.py --check --against` checks that breaking changes are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from attrs import frozen
from packaging.version import InvalidVersion, Version

KINDS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
UNRELEASED = "Unreleased"
_HEADING = re.compile(r"^\[(?P<name>[^\]]+)\](?: - (?P<date>\S+))?(?P<yanked> \[YANKED\])?$")
_LINK = re.compile(r"^\[(?P<name>[^\]]+)\]: \S+$", re.MULTILINE)


@frozen
class Section:
    """A second-level heading and its text."""

    title: str
    """The heading, such as ``[2.4.0] - 2026-12-01``."""
    body: str

    @property
    def name(self) -> str:
        """``Unreleased`` or a version; empty for any other heading."""
        match = _HEADING.match(self.title)
        return match["name"] if match else ""

    @property
    def dated(self) -> str:
        """The date as a string; empty if there is none."""
        match = _HEADING.match(self.title)
        return (match["date"] or "") if match else ""

    @property
    def kinds(self) -> list[str]:
        """The third-level headings."""
        return re.findall(r"^### (.*)$", self.body, re.MULTILINE)

    @property
    def has_entries(self) -> bool:
        """Whether the section has entries."""
        return re.search(r"^- ", self.body, re.MULTILINE) is not None


def sections(text: str) -> list[Section]:
    """The sections in their order in the file."""
    parts = re.split(r"^## (.*)$", text, flags=re.MULTILINE)[1:]
    return [Section(title, body) for title, body in zip(parts[::2], parts[1::2], strict=True)]


def faults(text: str) -> list[str]:
    """One line for each deviation from the format."""
    found = sections(text)
    if not text.startswith("# Changelog\n"):
        return ["it must begin with '# Changelog'"]
    if not found or found[0].title != f"[{UNRELEASED}]":
        return [f"its first section must be '## [{UNRELEASED}]'"]
    return [*_order(found[1:]), *(fault for section in found for fault in _inside(section)), *_links(text, found)]


def _order(released: list[Section]) -> Iterator[str]:
    """Check that the newest version is first, by version and by date."""
    last: tuple[Version, date] | None = None
    for section in released:
        try:
            this = Version(section.name), date.fromisoformat(section.dated)
        except (InvalidVersion, ValueError):
            yield f"'## {section.title}' must have the form '## [version] - YYYY-MM-DD'"
            continue
        if last is not None and (this[0] >= last[0] or this[1] > last[1]):
            yield f"'## {section.title}' must be older than the section above it"
        last = this


def _inside(section: Section) -> Iterator[str]:
    where = f"'## {section.title}'"
    kinds = section.kinds
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        yield f"{where}: there is no '### {unknown[0]}', only {', '.join(KINDS)}"
    elif kinds != sorted(set(kinds), key=KINDS.index):
        yield f"{where}: its parts are {', '.join(kinds)}; each may occur once, in the order {', '.join(KINDS)}"
    if section.name != UNRELEASED and not section.has_entries:
        yield f"{where} has no entries"
    for kind, body in zip(kinds, re.split(r"^### .*$", section.body, flags=re.MULTILINE)[1:], strict=True):
        if not body.strip().startswith("- "):
            yield f"{where}, '### {kind}' must begin with an entry"


def _links(text: str, found: list[Section]) -> Iterator[str]:
    """Check the links of headings: either all sections have one, in their order, or none has."""
    names = _LINK.findall(text)
    wanted = [section.name for section in found]
    if names and names != wanted:
        yield f"its links are for {', '.join(names)}; its sections are {', '.join(wanted)}"


def released(text: str, version: str) -> Section:
    """The section of the version that is about to be released.

    Raises:
        ValueError: It is not the first section after an empty ``[Unreleased]``; the message says what is there.
    """
    found = sections(text)
    if found[:1] and found[0].has_entries:
        raise ValueError(f"'## [{UNRELEASED}]' has entries: move them to '## [{version}] - <date>'")
    if len(found) < 2 or found[1].name != version:
        there = f"'## {found[1].title}'" if len(found) > 1 else "nothing"
        raise ValueError(
            f"'## [{UNRELEASED}]' is followed by {there}, but the version in beeper_sdk/_version.py is {version}"
        )
    return found[1]
