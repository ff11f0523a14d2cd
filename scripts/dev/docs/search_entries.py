"""Makes the search of the site find what has no heading in the reference: fields, arguments, options, variables, …

mkdocs writes an entry of its index for each heading. Each of these gets an anchor and an entry too. Entries have
weights, so that an answer comes before the many fields that have a word of the question in their names.
"""

from __future__ import annotations

import json
import posixpath
import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from scripts.dev.docs.links import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FOLDER = "reference/"
MODELS = "reference/models/"
COMMANDS = "reference/commands.md"
QUESTIONS = "how_do_i/index.md"
INDEX = "search/search_index.json"
HEADING = re.compile(r"#{2,3} (.+)")
LABEL = re.compile(r"\*\*([\w ]+)\*\*")
FIELD = re.compile(r"- \*\*`(\w+)`\*\* (.*)")
OPTION = re.compile(r"- \*\*`(?:-\w, )?--([\w-]+)[^`]*`\*\*:? ?(.*)")
ROW = re.compile(r"\| `(\w+)` \| (.*) \|")
QUESTION = re.compile(r"^- \[(.+)\]\((\S+)\)$", re.MULTILINE)
CLASS = re.compile(r"[A-Z]\w+")
TABLES = {"Environment variables": 2.0, "All quirks": 1.0}
"""Tables whose rows are entries, and their advantage in the search.

Each word of a query also finds longer words: in `BEEPER_LOG`, login. So a name of several words needs an advantage over
headings that have one of them, and more of it the fewer there are of its kind.
"""
SECTIONS = (("reference/errors.html#", 1.5), ("reference/", 1.25), ("how_do_i/", 1.75))
"""The advantage of sections about a name, and of those that answer a question."""
PAGES = (
    (1.25, ("start.", "guides/", "coming_from/")),
    (0.3, ("contributing/", "changelog.", "security.", "stability.")),
    (0.3, ("reference/v0.", "reference/operations/v0.", "reference/models/v0.", "reference/models/older.")),
    (0.3, ("reference/models/bridges.", "reference/models/websocket.")),
)
"""The weight of other pages, by the beginning of their address; 1 where nothing else is said."""
TABS = re.compile(r"SyncAsync (<pre><code>.*?</code></pre>) <pre><code>.*?</code></pre>", re.DOTALL)
NAME = re.compile(r"[A-Z]\w+(?:\.\w+)?|\w+(?:\.\w+)+|beeper \w+")
EXIT = "Exit status"
MARKUP = re.compile(r"[`*]|\]\([^)]*\)|\[")


class Entry(NamedTuple):
    """A line of a page that a search finds."""

    line: int
    anchor: str
    title: str
    text: str
    boost: float = 1


def entries(text: str, name: str) -> Iterator[Entry]:
    """The entries of a page: fields of models, arguments and attributes of classes, options, rows of two tables."""
    heading = label = ""
    seen: set[str] = set()
    for number, line in enumerate(text.split("\n")):
        titled, labelled = HEADING.fullmatch(line), LABEL.fullmatch(line)
        if titled:
            heading, label = titled[1], ""
        elif labelled:
            label = labelled[1]
        found = _entry(number, line, heading, label, name)
        if found is not None and found.anchor not in seen:
            seen.add(found.anchor)
            yield found


def _entry(number: int, line: str, heading: str, label: str, name: str) -> Entry | None:
    is_listed = label == "Attributes" or name.startswith(MODELS) or (label == "Arguments" and CLASS.fullmatch(heading))
    if is_listed and (field := FIELD.match(line)):
        title = f"{heading}.{field[1]}"
        return Entry(number, title.lower(), title, MARKUP.sub("", field[2]))
    if heading in TABLES and (row := ROW.match(line)):
        anchor = f"{heading.rsplit(maxsplit=1)[-1]}.{row[1]}".lower()
        return Entry(number, anchor, row[1], MARKUP.sub("", row[2]), TABLES[heading])
    if name == COMMANDS and (option := OPTION.match(line)):
        return Entry(number, f"{slug(heading)}.{option[1]}", f"{heading} --{option[1]}", MARKUP.sub("", option[2]))
    if name == COMMANDS and line == f"**{EXIT}**":
        return Entry(number, f"{slug(heading)}.{slug(EXIT)}", f"{heading}: {EXIT.lower()}", EXIT)
    return None


def with_anchors(text: str, name: str) -> str:
    """A page of the site with an anchor for each entry."""
    if not name.startswith(FOLDER):
        return text
    lines = text.split("\n")
    for entry in entries(text, name):
        line = lines[entry.line]
        mark = line[:2] if line.startswith(("- ", "| ")) else ""
        lines[entry.line] = f'{mark}<a id="{entry.anchor}"></a>{line[len(mark) :]}'
    return "\n".join(lines)


def questions(pages: Mapping[str, str]) -> dict[str, str]:
    """The questions by the section that answers each; several of one section are one text."""
    found: dict[str, list[str]] = {}
    for question, target in QUESTION.findall(pages.get(QUESTIONS, "")):
        path, _, anchor = target.partition("#")
        page = posixpath.normpath(posixpath.join(posixpath.dirname(QUESTIONS), path)).removesuffix(".md")
        found.setdefault(f"{page}.html#{anchor}", []).append(MARKUP.sub("", question))
    return {address: " ".join(texts) for address, texts in found.items()}


def without_tabs(text: str) -> str:
    """The text of an entry without the names of tabs and the second form of each piece."""
    return TABS.sub(r"\1", text)


def weight(location: str) -> float:
    """How much an entry of a page weighs."""
    return next((number for number, beginnings in PAGES if location.startswith(beginnings)), 1)


def add_entries(site: Path, pages: Mapping[str, str]) -> None:
    """Add the entries of pages, which are given by their names, to the index of the built site, and weigh all entries.

    A section of `how_do_i/` gets the questions that it answers as its title: people type those.
    """
    index = site / INDEX
    content = json.loads(index.read_text(encoding="utf-8"))
    asked = questions(pages)
    for section in content["docs"]:
        _complete(section, asked)
    content["docs"] += [
        {
            "location": f"{name.removesuffix('.md')}.html#{entry.anchor}",
            "title": escape(entry.title),
            "text": f"<p>{escape(entry.text)}</p>",
            "boost": entry.boost * weight(name),
        }
        for name, text in pages.items()
        if name.startswith(FOLDER)
        for entry in entries(text, name)
    ]
    index.write_text(json.dumps(content, separators=(",", ":")), encoding="utf-8")


def _complete(section: dict[str, str | float], asked: Mapping[str, str]) -> None:
    """Give a section of the index its questions and its weight, and each piece of its code once."""
    address, title = str(section["location"]), str(section["title"])
    is_answer = address.startswith("how_do_i/") and address in asked
    advantage = 1.0
    if "#" in address and (is_answer or NAME.fullmatch(title)):
        advantage = next((boost for start, boost in SECTIONS if address.startswith(start)), 1)
    # Of two titles with the words of a query, the shorter one says them more exactly.
    section["boost"] = advantage * weight(address) + 0.1 / (1 + len(title.split()))
    section["text"] = without_tabs(str(section["text"]))
    if is_answer:
        section["title"] = escape(asked[address], quote=False)
