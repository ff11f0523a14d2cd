"""The links of Markdown pages, and the anchors that headings have on a code host and on the site."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FENCE = re.compile(r"^(```+|~~~+).*?^\1\s*?$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)")
NOT_PROSE = re.compile(f"{FENCE.pattern}|(?-s:{CODE.pattern})", FENCE.flags)
LINK = re.compile(r"(?<=\]\()(?P<path>[^)#\s]*)(?P<anchor>#[^)\s]*)?(?=\))")
HEADING = re.compile(r"^#+ (.+?)\s*$", re.MULTILINE)
LINKED_TEXT = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def prose(page: str) -> str:
    """A page without its blocks of code."""
    return FENCE.sub("", page)


def slug(heading: str) -> str:
    """The anchor of a heading: lower case, without punctuation, hyphens for spaces."""
    text = LINKED_TEXT.sub(r"\1", heading).lower()
    return re.sub(r"[^\w -]", "", text).strip().replace(" ", "-")


def headings(page: str) -> list[str]:
    """The headings of a page."""
    return HEADING.findall(prose(page))


@cache
def _anchors(path: Path) -> frozenset[str]:
    """The anchors that only one heading of a page has."""
    slugs = [slug(heading) for heading in headings(path.read_text(encoding="utf-8"))]
    return frozenset(name for name in slugs if slugs.count(name) == 1)


def targets(page: str) -> list[tuple[str, str]]:
    """The path and the anchor of each link, without those to other hosts."""
    text = CODE.sub("", prose(page))
    found = [(match["path"], (match["anchor"] or "").removeprefix("#")) for match in LINK.finditer(text)]
    return [(path, anchor) for path, anchor in found if not re.match(r"[a-z]+:", path) and (path or anchor)]


def broken(page: Path, root: Path) -> list[str]:
    """The links of a page that lead nowhere, or out of the project."""
    wrong: list[str] = []
    for path, anchor in targets(page.read_text(encoding="utf-8")):
        target = Path(os.path.normpath(page.parent / path)) if path else page
        exists = target.exists() and target.is_relative_to(root)
        if not exists or (anchor and target.suffix == ".md" and anchor not in _anchors(target)):
            wrong.append(f"{path}{'#' if anchor else ''}{anchor}")
    return wrong


def outside_code(page: str, change: Callable[[str], str]) -> str:
    """A page with a change of everything that is not code."""
    parts: list[str] = []
    position = 0
    for match in NOT_PROSE.finditer(page):
        parts += [change(page[position : match.start()]), match[0]]
        position = match.end()
    return "".join([*parts, change(page[position:])])
