"""The pages as the site needs them: copies of docs/ with tabs and links to the code host, and pages about internals.

The pages in docs/ are plain Markdown, so that they can be read on a code host. Everything that only the site has is
added here.
"""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from textwrap import indent

from scripts.dev.docs import internals, links
from scripts.dev.docs.async_form import Names, NotConvertible, convert
from scripts.dev.docs.async_types import Surface
from scripts.dev.docs.pieces import Piece, pieces, world
from scripts.dev.docs.search_entries import add_entries, with_anchors

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs"
STAGE = ROOT / ".docs"
CONFIG = Path(__file__).with_name("mkdocs.yml")
ASSETS = ("site.css", "search.js")
OUTSIDE = {"CHANGELOG.md": "changelog.md", "SECURITY.md": "security.md"}
"""Pages of the site that are in the root of the project."""
LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)([^)#\s]+)(#[^)\s]*)?(?=\))")
FOLDER = re.compile(r"^( *)- ([\w/]+/)$", re.MULTILINE)


def stage() -> int:
    """Write the pages and the configuration into .docs/. Returns the number of pages."""
    target = STAGE / "pages"
    sources = {path: path.relative_to(DOCS).as_posix() for path in sorted(DOCS.rglob("*.md"))}
    sources |= {ROOT / name: page for name, page in OUTSIDE.items()}
    for folder in (target, target / "assets"):
        folder.mkdir(parents=True, exist_ok=True)
    surface, home = Surface.read(), home_page()
    texts = {name: page(source.read_text("utf-8"), source, name, surface, home) for source, name in sources.items()}
    texts |= dict(internals.pages(ROOT))
    for name, text in texts.items():
        _write(target / name, text)
    for old in set(target.rglob("*.md")) - {target / name for name in texts}:
        old.unlink()
    for name in ASSETS:
        _write(target / "assets" / name, Path(__file__).with_name(name).read_text(encoding="utf-8"))
    _write(STAGE / "mkdocs.yml", configuration(list(texts)))
    return len(texts)


def complete(site: Path) -> None:
    """Add what only the pages in docs/ say to the built site: entries of its search."""
    pages = {path.relative_to(DOCS).as_posix(): path.read_text(encoding="utf-8") for path in sorted(DOCS.rglob("*.md"))}
    add_entries(site, pages)


def _write(path: Path, text: str) -> None:
    """Write a file unless it has this text: `mkdocs serve` rebuilds after each change."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def home_page() -> str:
    """The address of the project on its code host."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["urls"]["Homepage"])


def page(text: str, source: Path, name: str, surface: Surface, home: str) -> str:
    """One page of the site."""
    text = with_anchors(with_links(text, source, name, home), name)
    try:
        return with_tabs(text, surface)
    except NotConvertible as error:
        raise NotConvertible(f"docs/{name}: {error}") from error


def with_tabs(text: str, surface: Surface) -> str:
    """A page whose pieces have their async form in a second tab."""
    if world(text) is None:
        return text
    names = Names()
    parts: list[str] = []
    position = 0
    for piece in pieces(text):
        form = None if piece.sync_only else _async_form(text, piece, names, surface)
        if form is not None:
            parts += [text[position : piece.start], _tab("Sync", piece.code), _tab("Async", form)]
            position = piece.end
    return "".join([*parts, text[position:]])


def _async_form(text: str, piece: Piece, names: Names, surface: Surface) -> str | None:
    try:
        return convert(piece.code, names, surface)
    except (NotConvertible, SyntaxError) as error:
        first = text.count("\n", 0, text.index(piece.code, piece.start)) + 1
        raise NotConvertible(f"the Python that begins in line {first} has no async form: {error}") from error


def _tab(title: str, code: str) -> str:
    block = indent(f"```python\n{code}```", "    ")
    return f'=== "{title}"\n\n{block}\n\n'


def with_links(text: str, source: Path, name: str, home: str) -> str:
    """A page whose links to files outside docs/ lead to the code host."""

    def link(match: re.Match[str]) -> str:
        target = Path(os.path.normpath(source.parent / match[1]))
        inside = target.relative_to(ROOT).as_posix()
        folder = Path(name).parent.as_posix()
        if inside in OUTSIDE:
            path = os.path.relpath(OUTSIDE[inside], folder)
        elif target.is_relative_to(DOCS):
            path = os.path.relpath(target.relative_to(DOCS), folder)
        else:
            path = f"{home}/{'tree' if target.is_dir() else 'blob'}/main/{inside}"
        return path + (match[2] or "")

    return links.outside_code(text, lambda part: LINK.sub(link, part))


def configuration(names: list[str]) -> str:
    """The configuration, in which each folder of the navigation is the list of its pages."""

    def listed(match: re.Match[str]) -> str:
        inside = [name for name in names if name.startswith(match[2])]
        inside.sort(key=lambda name: (not name.endswith("/index.md"), name))
        is_short = match[2].startswith("reference/")  # their titles begin with the name of the folder
        titles = [f"{Path(name).stem}: " if is_short else "" for name in inside]
        return "\n".join(f"{match[1]}- {title}{name}" for title, name in zip(titles, inside, strict=True))

    return FOLDER.sub(listed, CONFIG.read_text(encoding="utf-8"))
