"""Where each name is documented, and links to it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable

from attrs import define, field, frozen

from scripts.compiler.spec.errors import SpecError
from scripts.dev.docs.links import slug


@frozen
class Section:
    """A heading of a page, and what is below it."""

    title: str
    body: Callable[[Links], str]
    names: tuple[str, ...] = ()
    """What the title is called elsewhere: the path where it is defined, names without a prefix."""
    level: int = 2


@frozen
class Page:
    """A page: its path below docs/reference, and what is on it."""

    path: str
    title: str
    about: str
    """One line for the index."""
    intro: Callable[[Links], str]
    sections: list[Section]
    names: tuple[str, ...] = ()
    """What the page as a whole is called elsewhere."""


@define
class Places:
    """The sections by name."""

    found: dict[str, list[tuple[str, str]]] = field(factory=dict[str, list[tuple[str, str]]])

    def add(self, pages: Iterable[Page]) -> None:
        """Add the sections of pages. Raises SpecError if two have the same anchor."""
        for page in pages:
            anchors = {slug(page.title)}
            for name in page.names:
                self.found.setdefault(name, []).append((page.path, slug(page.title)))
            for section in page.sections:
                anchor = slug(section.title)
                if anchor in anchors:
                    raise SpecError(f"docs/reference/{page.path}: two headings have the anchor #{anchor}")
                anchors.add(anchor)
                for name in dict.fromkeys((section.title, *section.names)):
                    self.found.setdefault(name, []).append((page.path, anchor))


@frozen
class Links:
    """Links from one page; from a section about a class or a group, also to its members by their names alone."""

    places: Places
    page: str
    scope: str = ""

    def within(self, scope: str) -> Links:
        """The same page, in the section of a class or group."""
        return Links(self.places, self.page, scope)

    @property
    def here(self) -> str | None:
        """The address of the section itself."""
        return f"#{slug(self.scope)}" if self.scope else None

    def to(self, name: str) -> str | None:
        """The address of the section for a name; None if there is none."""
        for each in (f"{self.scope}.{name}" if self.scope else name, name):
            places = self.places.found.get(each)
            if places:
                path, anchor = next((place for place in places if place[0] == self.page), places[0])
                return f"#{anchor}" if path == self.page else f"{self.way(path)}#{anchor}"
        return None

    def way(self, path: str) -> str:
        """The relative path of another page."""
        return posixpath.relpath(path, posixpath.dirname(self.page) or ".")
