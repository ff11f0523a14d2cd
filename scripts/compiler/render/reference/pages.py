"""Puts the pages of docs/reference together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scripts.compiler.render.client import read_plan
from scripts.compiler.render.reference import commands, home_pages, index, operations, schemas
from scripts.compiler.render.reference.code import Code
from scripts.compiler.render.reference.names import Links, Page, Places
from scripts.compiler.render.reference.tree import groups, in_async

FOLDER = "docs/reference"
DOCS = "docs"
MARK = "<!-- Written by scripts/regenerate.py from openapi.yaml and docstrings: do not edit. -->"


def render_reference(root: Path, spec: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every page, by its path below the root; none where there is no documentation, as in an archive of the code.

    Args:
        root: The folder of the project.
        spec: The text of the spec.
        files: The code that is generated from it.
    """
    if not (root / DOCS).is_dir():
        return {}
    pages = _pages(root, spec, files)
    places = Places()
    places.add(pages)
    return {f"{FOLDER}/{page.path}": kept(root, page) or _text(page, places).encode() for page in pages}


def kept(root: Path, page: Page) -> bytes | None:
    """The present page of the commands, if they could not be imported; None for one that is written again."""
    file = root / FOLDER / page.path
    return file.read_bytes() if page.path == commands.PATH and not page.sections and file.is_file() else None


def written_pages(root: Path) -> dict[str, bytes]:
    """The present pages that were written by `render_reference`."""
    pages = {path.relative_to(root).as_posix(): path.read_bytes() for path in (root / FOLDER).rglob("*.md")}
    return {path: data for path, data in pages.items() if MARK.encode() in data}


def _by_hand(root: Path) -> list[Page]:
    """The pages beside them that are written by hand."""
    found: list[Page] = []
    for path in sorted((root / FOLDER).glob("*.md")):
        text = path.read_text(encoding="utf-8")
        if MARK not in text:
            found.append(Page(path.name, text.partition("\n")[0].removeprefix("# "), "", lambda _: "", []))
    return found


def _pages(root: Path, spec: str, files: Mapping[str, bytes]) -> list[Page]:
    source, plan = read_plan(spec)
    code = Code(root, files)
    found = list(groups(code))
    calls = sorted(operations.calls(found, plan, in_async(code)), key=lambda call: call.name)
    objects = list(home_pages.pages(root, code, found))
    by_group = list(operations.pages(code, found, calls))
    models = list(schemas.pages(code, plan, source.schemas, spec))
    commands_page = commands.page()
    pages = [*objects, commands_page, *by_group, *models]
    return [index.page([*objects, commands_page, *_by_hand(root)], by_group, models, calls), *pages]


def _text(page: Page, places: Places) -> str:
    links = Links(places, page.path)
    parts = [f"# {page.title}", MARK, page.intro(links)]  # the title of a page of the site is what begins it
    for section in page.sections:
        parts += [f"{'#' * section.level} {section.title}", section.body(links)]
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"
