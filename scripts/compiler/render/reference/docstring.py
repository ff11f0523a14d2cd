"""Splits a docstring in the style of this project: text, and the sections Args, Returns, Yields, Raises, Attributes."""

from __future__ import annotations

import re

from attrs import define, field

SECTIONS = ("Args", "Returns", "Yields", "Raises", "Attributes")
HEAD = re.compile(rf"({'|'.join(SECTIONS)}):")
ITEM = re.compile(r"(\*{0,2}[A-Za-z_][\w.]*(?:, [A-Za-z_][\w.]*)*):\s+(.*)", re.DOTALL)


@define
class Parts:
    """The parts of a docstring."""

    text: str = ""
    after: str = ""
    """What follows the sections."""
    arguments: dict[str, str] = field(factory=dict[str, str])
    attributes: dict[str, str] = field(factory=dict[str, str])
    raised: list[tuple[str, str]] = field(factory=list[tuple[str, str]])
    returned: str = ""


def split(text: str) -> Parts:
    """The parts of a docstring, whose lines are not indented."""
    parts, section, texts = Parts(), "", {"before": list[str](), "after": list[str]()}
    place = "before"
    bodies: dict[str, list[str]] = {}
    for line in text.split("\n"):
        head = HEAD.fullmatch(line)
        if head:
            section, place = head[1], "after"
        elif section and (line.startswith("    ") or not line.strip()):
            bodies.setdefault(section, []).append(line[4:])
        else:
            section = ""
            texts[place].append(line)
    parts.text, parts.after = ("\n".join(texts[name]).strip("\n") for name in ("before", "after"))
    parts.arguments = dict(_items(bodies.get("Args", [])))
    parts.attributes = dict(_items(bodies.get("Attributes", [])))
    parts.raised = _items(bodies.get("Raises", []))
    parts.returned = "\n".join(bodies.get("Returns") or bodies.get("Yields", [])).strip("\n")
    return parts


def _items(lines: list[str]) -> list[tuple[str, str]]:
    """The items of a section, each a name and a text whose further lines are indented."""
    entries: list[list[str]] = []
    for line in lines:
        if line.strip() and not line.startswith(" "):
            entries.append([])
        if entries:
            entries[-1].append(line)
    found: list[tuple[str, str]] = []
    for entry in entries:
        match = ITEM.match("\n".join([entry[0], *(line[4:] for line in entry[1:])]).strip("\n"))
        if match:
            found.append((match[1], match[2]))
    return found
