"""Checks the HTML of the site: every link leads to a page and an anchor, and nothing is loaded from another host."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

from typing_extensions import override

LOADED = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("link", "href")}
NOT_LOADED = {"canonical", "next", "prev", "alternate"}
"""Kinds of `link` that a browser does not load."""
IN_CSS = re.compile(r"""(?:url\(|@import)\s*["']?((?:https?:)?//[^"')\s]+)""")
SCHEME = re.compile(r"^(?:[a-z][a-z+.-]*:|//)", re.IGNORECASE)


class _Page(HTMLParser):
    """What a page links to and loads, and its anchors."""

    def __init__(self) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value for name, value in attrs if value is not None}
        self.anchors.update(values[name] for name in ("id", "name") if name in values)
        for name in ("href", "src"):
            if name in values:
                loads = (tag, name) in LOADED and not NOT_LOADED & set(values.get("rel", "").split())
                (self.loaded if loads else self.links).append(values[name])


@dataclass
class Site:
    """A folder with a built site."""

    root: Path
    links: int = 0
    """How many links inside the site were checked."""
    faults: list[str] = field(default_factory=list[str])

    @cached_property
    def pages(self) -> dict[Path, _Page]:
        """Its pages."""
        pages: dict[Path, _Page] = {}
        for path in sorted(self.root.rglob("*.html")):
            pages[path] = _Page()
            pages[path].feed(path.read_text(encoding="utf-8"))
        return pages

    def check(self) -> None:
        """Check all links and everything that is loaded."""
        for path, page in self.pages.items():
            name = path.relative_to(self.root).as_posix()
            self.faults += [f"{name}: loads {link} of another host" for link in page.loaded if SCHEME.match(link)]
            inside = [link for link in [*page.links, *page.loaded] if link and not SCHEME.match(link)]
            self.links += len(inside)
            self.faults += [f"{name}: dead link {link}" for link in inside if not self._exists(path, link)]
        for path in sorted(self.root.rglob("*.css")):
            found = IN_CSS.findall(path.read_text(encoding="utf-8"))
            self.faults += [f"{path.relative_to(self.root).as_posix()}: loads {link}" for link in found]

    def _exists(self, page: Path, link: str) -> bool:
        path, anchor = urldefrag(link)
        base = self.root if path.startswith("/") else page.parent
        target = (base / unquote(path.partition("?")[0]).lstrip("/")).resolve() if path else page
        if target.is_dir():
            target /= "index.html"
        if target not in self.pages:
            return target.is_file()
        return not anchor or unquote(anchor) in self.pages[target].anchors
