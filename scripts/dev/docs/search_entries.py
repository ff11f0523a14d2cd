"""Makes the search of the site find what has no heading in the reference: fields, attributes, variables and quirks.

mkdocs writes an entry of its index for each heading. Each of these gets an anchor and an entry too. All entries get a
weight, so that an answer comes before the many fields that have a word of the question in their names.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FOLDER = "reference/"
MODELS = "reference/models/"
INDEX = "search/search_index.json"
HEADING = re.compile(r"#{2,3} (.+)")
LABEL = re.compile(r"\*\*(\w+)\*\*")
FIELD = re.compile(r"- \*\*`(\w+)`\*\* (.*)")
ROW = re.compile(r"\| `(\w+)` \| (.*) \|")
TABLES = ("Environment variables", "All quirks")
WEIGHTS = (
    (1.5, ("how_do_i/",)),
    (1.25, ("start.", "guides/", "coming_from/")),
    (0.3, ("contributing/", "changelog.", "security.", "stability.")),
    (0.3, ("reference/v0.", "reference/operations/v0.", "reference/models/v0.", "reference/models/older.")),
    (0.3, ("reference/models/bridges.", "reference/models/websocket.")),
)
"""How much an entry of a page weighs, by the beginning of its address; 1 where nothing else is said."""
TABS = re.compile(r"SyncAsync (<pre><code>.*?</code></pre>) <pre><code>.*?</code></pre>", re.DOTALL)
MARKUP = re.compile(r"[`*]|\]\([^)]*\)|\[")


class Entry(NamedTuple):
    """A line of a page that a search finds."""

    line: int
    anchor: str
    title: str
    text: str


def entries(text: str, name: str) -> Iterator[Entry]:
    """The entries of a page: the items of models, the attributes of other classes, and the rows of two tables."""
    heading = label = ""
    for number, line in enumerate(text.split("\n")):
        titled, labelled = HEADING.fullmatch(line), LABEL.fullmatch(line)
        if titled:
            heading, label = titled[1], ""
        elif labelled:
            label = labelled[1]
        field, row = FIELD.match(line), ROW.match(line)
        if field and (label == "Attributes" or name.startswith(MODELS)):
            title = f"{heading}.{field[1]}"
            yield Entry(number, title.lower(), title, MARKUP.sub("", field[2]))
        elif row and heading in TABLES:
            yield Entry(number, f"{heading.split()[-1]}.{row[1]}".lower(), row[1], MARKUP.sub("", row[2]))


def with_anchors(text: str, name: str) -> str:
    """A page of the site with an anchor for each entry."""
    if not name.startswith(FOLDER):
        return text
    lines = text.split("\n")
    for entry in entries(text, name):
        mark, rest = lines[entry.line].split(" ", 1)
        lines[entry.line] = f'{mark} <a id="{entry.anchor}"></a>{rest}'
    return "\n".join(lines)


def without_tabs(text: str) -> str:
    """The text of an entry without the names of tabs and the second form of each piece."""
    return TABS.sub(r"\1", text)


def weight(location: str) -> float:
    """How much an entry of the index weighs."""
    return next((number for number, beginnings in WEIGHTS if location.startswith(beginnings)), 1)


def add_entries(site: Path, pages: Mapping[str, str]) -> None:
    """Add the entries of pages, which are given by their names, to the index of a site, and weigh all its entries."""
    index = site / INDEX
    content = json.loads(index.read_text(encoding="utf-8"))
    content["docs"] += [
        {
            "location": f"{name.removesuffix('.md')}.html#{entry.anchor}",
            "title": escape(entry.title),
            "text": f"<p>{escape(entry.text)}</p>",
        }
        for name, text in pages.items()
        if name.startswith(FOLDER)
        for entry in entries(text, name)
    ]
    for entry in content["docs"]:
        entry["text"] = without_tabs(entry["text"])
        # Of two titles with the words of a query, the shorter one says them more exactly.
        entry["boost"] = weight(entry["location"]) + 0.1 / (1 + len(entry["title"].split()))
    index.write_text(json.dumps(content, separators=(",", ":")), encoding="utf-8")
