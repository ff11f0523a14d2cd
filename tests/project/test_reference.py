"""docs/reference/: every public name has its section.

That the pages are what the code says is a step of scripts/test: regenerate. tests/project/test_guides.py checks their
links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from beeper_sdk.testing import QUIRKS
from beeper_sdk_client._contract import OPERATIONS
from scripts.compiler.render.reference.pages import MARK
from scripts.compiler.render.reference.settings import DEVELOPMENT, VARIABLES
from scripts.dev.docs.links import headings, slug
from tests.generated import surface as generated_surface
from tests.project.surface import MODULES, lines, public

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "reference"
LONGEST = 1500
HEADING = re.compile(r"^(#{1,3}) (.+)$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
GROUP_OF_ROOT = "search"
CLIENT = "beeper_sdk_client"


@cache
def texts() -> dict[str, str]:
    """The generated pages, by their path below docs/reference."""
    pages = {
        path.relative_to(PAGES).as_posix(): path.read_text(encoding="utf-8") for path in sorted(PAGES.rglob("*.md"))
    }
    return {page: text for page, text in pages.items() if MARK in text}


@cache
def sections() -> dict[str, list[tuple[str, str]]]:
    """The sections by title, each with its page and its text, which has those of a deeper level."""
    found: dict[str, list[tuple[str, str]]] = {}
    for page, text in texts().items():
        without_code = FENCE.sub(lambda match: match[0].replace("\n#", "\n "), text)
        places = list(HEADING.finditer(without_code))
        for number, place in enumerate(places):
            after = (other.start() for other in places[number + 1 :] if len(other[1]) <= len(place[1]))
            found.setdefault(place[2], []).append((page, text[place.start() : next(after, len(text))]))
    return found


def pages_of(title: str) -> list[str]:
    return [page for page, _ in sections().get(title, [])]


def test_every_operation_has_its_section_on_the_page_of_its_group() -> None:
    places = {name: pages_of(name) for name in OPERATIONS}
    expected = {
        name: [f"operations/{name.partition('.')[0] if '.' in name else GROUP_OF_ROOT}.md"] for name in OPERATIONS
    }
    assert places == expected


def test_the_section_of_an_operation_has_its_request() -> None:
    for name, entry in OPERATIONS.items():
        ((_, text),) = sections()[name]
        assert f"- HTTP: `{entry.method} {entry.path}`" in text, name
        assert f"- Effect: `{entry.effect}`, " in text, name
        assert not entry.since or f"- Since app {entry.since}" in text, name


def methods_of_clients() -> Iterator[tuple[str, str]]:
    """The lines of the surface about Beeper: a name as it is called, and the title of its section."""
    for line in lines():
        match = re.match(r"(Beeper|AsyncBeeper)\.([\w.]+)\(", line)
        if match:
            name = match[2]
            on_client = "." not in name and name not in OPERATIONS
            yield name, f"Beeper.{name}" if on_client else name


def test_every_method_of_a_client_has_one_section() -> None:
    names = {title for name, title in methods_of_clients() if not name.startswith("diagnostics.")}
    assert len(names) > 130
    assert {title: len(pages_of(title)) for title in names} == dict.fromkeys(names, 1)


def exported() -> dict[str, list[object]]:
    """The public names of all modules, each with the different objects that have it."""
    found: dict[str, list[object]] = {}
    for module in ("", *MODULES, CLIENT):
        imported = import_module(module if module == CLIENT else f"beeper_sdk.{module}".rstrip("."))
        for name in public(imported):
            value: object = getattr(imported, name)
            if isinstance(value, ModuleType) or name.startswith("__"):
                continue
            title = title_of(module, name, value)
            if not any(value is other for other in found.setdefault(title, [])):
                found[title].append(value)
    return found


def title_of(module: str, name: str, value: object) -> str:
    is_function = not isinstance(value, type) and callable(value) and not hasattr(value, "__origin__")
    is_prefixed = module in ("auth", "otel", "render") and is_function
    return f"{module}.{name}" if is_prefixed or module.startswith("v0") else name


def test_every_public_name_has_a_section_or_stands_beside_its_blocking_form() -> None:
    every_text = "\n".join(texts().values())
    missing = [
        title
        for title in exported()
        if not pages_of(title) and not re.search(rf"Async form: `{re.escape(title)}`", every_text)
    ]
    assert missing == []


def test_no_object_is_documented_twice() -> None:
    models = {line.partition("(")[0].removeprefix("models.") for line in generated_surface.lines() if "(" in line}
    twice = {title: pages_of(title) for title, objects in exported().items() if len(pages_of(title)) > len(objects)}
    assert {title for title in twice if title not in models} == set()


def test_every_attribute_and_method_is_in_the_section_of_its_class() -> None:
    missing: list[str] = []
    for line in lines():
        match = re.match(r"(?:errors|types|testing|auth|guards|hooks|changes)\.([A-Z]\w+)\.(\w+)", line)
        if match is None or not pages_of(match[1]):
            continue
        found = "\n".join(text for _, text in sections()[match[1]] + sections().get(f"{match[1]}.{match[2]}", []))
        if not re.search(rf"\*\*`{match[2]}`\*\*|^### {match[1]}\.{match[2]}$", found, re.MULTILINE):
            missing.append(f"{match[1]}.{match[2]}")
    assert [name for name in missing if "lass of [`beeper." not in text_of(name)] == []


def text_of(name: str) -> str:
    return sections()[name.partition(".")[0]][0][1]


def test_every_model_and_field_has_its_place() -> None:
    """Types of arguments, such as ReminderInputDict, are named in the section of the model or enum."""
    models = {name: text for name, found in sections().items() for page, text in found if page.startswith("models/")}
    every_text = "\n".join(models.values())
    missing: list[str] = []
    for line in generated_surface.lines():
        match = re.match(r"models\.(\w+)(?:\.(\w+):| = |\()", line)
        if match and match[2]:
            missing += [line] if f"**`{match[2]}`**" not in models.get(match[1], "") else []
        elif match:
            missing += [line] if match[1] not in models and f"`{match[1]}`" not in every_text else []
    assert missing == []


def test_every_model_has_one_section() -> None:
    names = [
        line.partition("(")[0].removeprefix("models.")
        for line in generated_surface.lines()
        if re.match(r"models\.\w+\(", line)
    ]
    pages = {name: [page for page in pages_of(name) if page.startswith("models/")] for name in names}
    assert {name: found for name, found in pages.items() if len(found) != 1} == {}


def test_every_error_says_what_it_is_in_the_tree_and_in_a_section() -> None:
    page = texts()["errors.md"]
    tree = page.partition("```text")[2].partition("```")[0]
    errors = [
        name for name in public(import_module("beeper_sdk.errors")) if name not in ("AnsweredError", "CausedError")
    ]
    assert [name for name in errors if not re.search(rf"\b{name}\b", tree)] == []
    assert [name for name in errors if f"\n## {name}\n" not in page] == []


@pytest.mark.parametrize("page", sorted(texts()))
def test_a_page_is_short_enough_and_its_anchors_are_different(page: str) -> None:
    anchors = [slug(title) for title in headings(texts()[page])]
    assert len(anchors) == len(set(anchors))
    assert len(texts()[page].splitlines()) < LONGEST


def test_the_index_has_every_page_and_operation() -> None:
    linked = set(LINK.findall(texts()["index.md"]))
    pages = {path.relative_to(PAGES).as_posix() for path in PAGES.rglob("*.md")}  # also those written by hand
    assert pages - {"index.md"} <= linked
    assert {f"operations/{pages_of(name)[0].partition('/')[2]}#{slug(name)}" for name in OPERATIONS} <= linked


def test_every_environment_variable_is_listed() -> None:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "beeper_sdk").rglob("*.py"))
    used = {name for source in sources for name in re.findall(r"\bBEEPER_[A-Z]+(?:_[A-Z]+)*\b", source)}
    assert used == {name for name in VARIABLES if name.startswith("BEEPER_")}
    assert all(f"`{name}`" in texts()["client.md"] for name in used)


def test_every_extra_for_users_is_listed() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    section = pyproject.partition("[project.optional-dependencies]")[2].partition("\n[")[0]
    extras = set(re.findall(r"^(\w+) = \[", section, re.MULTILINE)) - {DEVELOPMENT}
    assert {name for name in extras if f"| `beeper-sdk[{name}]` | " not in texts()["client.md"]} == set()


def test_every_quirk_is_listed() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", texts()["quirks.md"], re.MULTILINE))
    assert rows == {name: quirk.about for name, quirk in QUIRKS.items()}
