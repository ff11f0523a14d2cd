"""The pages of objects that are written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from scripts.compiler.render.reference import fixtures, operations, quirks, settings
from scripts.compiler.render.reference.code import Code
from scripts.compiler.render.reference.homes import HOMES, Home, models_in, named
from scripts.compiler.render.reference.names import Links, Page, Section
from scripts.compiler.render.reference.objects import Named, sections
from scripts.compiler.render.reference.text import markdown
from scripts.compiler.render.reference.tree import Group


def pages(root: Path, code: Code, found: list[Group]) -> Iterator[Page]:
    """All of them."""
    by_page = named(code)
    classes = {each.path for group in found if group.name for each in code.line(group.kind)}
    for home in HOMES:
        listed: list[Section] = []
        for each in by_page[home.path]:
            is_group = each.found.path in classes
            listed += [_class_of_group(code, each, found)] if is_group else sections(code, each)
        listed += _more(root, code, home)
        yield Page(home.path, home.heading, home.about, partial(_intro, code, home, listed), listed)


def _more(root: Path, code: Code, home: Home) -> list[Section]:
    """Sections of a page about other things than objects."""
    match home.path:
        case "client.md":
            return [
                Section("Environment variables", settings.variables),
                Section("Extras", partial(settings.extras, root)),
            ]
        case "testing.md":
            return [Section("pytest fixtures", partial(fixtures.body, code), fixtures.names(code))]
        case "quirks.md":
            return [Section("All quirks", lambda _: quirks.table(root, code))]
        case _:
            return []


def _class_of_group(code: Code, each: Named, found: list[Group]) -> Section:
    """The section of a class whose methods are operations."""
    groups = [group for group in found if group.name and each.found in code.line(group.kind)]
    return Section(each.title, partial(_about_group, each, groups), (each.path, each.found.path, *each.others))


def _about_group(each: Named, groups: Sequence[Group], links: Links) -> str:
    twin = f" {each.note}" if each.note else ""
    role = "The class of" if any(group.kind is each.found for group in groups) else "A base class of the class of"
    ways = {group.name: links.way(operations.path_of(group.name)) for group in groups}
    return f"{role} {', '.join(f'[`beeper.{name}`]({way})' for name, way in ways.items())}.{twin}"


def _intro(code: Code, home: Home, listed: list[Section], links: Links) -> str:
    docstrings = (code.module(module) for module in home.modules)
    parts = [markdown(each.docstring.value, links) for each in docstrings if each is not None and each.docstring]
    titles = [section.title for section in listed if section.level == 2]
    parts.append("On this page: " + ", ".join(f"[`{title}`]({links.to(title)})" for title in titles) + ".")
    models = models_in(code, home)
    if models:
        named_models = ", ".join(f"[`{name}`]({links.to(f'models.{name}')})" for name in models)
        parts.append(f"Among the models: {named_models}.")
    return "\n\n".join(parts)
