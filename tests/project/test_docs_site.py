"""What scripts/docs makes of the pages in docs/, and what its checks find. scripts/test builds the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.dev.docs import internals, links, staging
from scripts.dev.docs.async_form import Names, NotConvertible, convert
from scripts.dev.docs.async_types import Surface
from scripts.dev.docs.built_site import Site

SURFACE = Surface.read()

CONVERTED = {
    "chat = beeper.chats.retrieve('1')": "chat = await beeper.chats.retrieve('1')",
    "beeper.chats.retrieve('1').title": "(await beeper.chats.retrieve('1')).title",
    "beeper.chats.list().collect()[0].title": "(await beeper.chats.list().collect())[0].title",
    "for chat in beeper.chats.list():\n    chat": "async for chat in beeper.chats.list():\n    chat",
    "for chat in beeper.accounts.list():\n    chat": "for chat in await beeper.accounts.list():\n    chat",
    "a = beeper.chats.list()\nfor chat in a:\n    0": "a = beeper.chats.list()\nasync for chat in a:\n    0",
    "list(beeper.chats.list())": "[item async for item in beeper.chats.list()]",
    "[chat for chat in beeper.chats.list()]": "[chat async for chat in beeper.chats.list()]",
    "sum(1 for _ in beeper.chats.list())": "sum([1 async for _ in beeper.chats.list()])",
    "next(chat for chat in beeper.chats.list())": "await anext(chat async for chat in beeper.chats.list())",
    "with Beeper() as b:\n    b.me('1')": "async with AsyncBeeper() as b:\n    await b.me('1')",
    "with open('a') as a, Beeper() as b:\n    b.me('1')  # you": (
        "with open('a') as a:\n    async with AsyncBeeper() as b:\n        await b.me('1')  # you"
    ),
    "with beeper.events() as events:\n    for event in events:\n        0": (
        "async with beeper.events() as events:\n    async for event in events:\n        0"
    ),
    "def f():\n    return beeper.me('1')\nf()": "async def f():\n    return await beeper.me('1')\nawait f()",
    "print(beeper, beeper.me('1'))": "print(beeper, await beeper.me('1'))",
    "token = auth.login()": "token = await auth.async_login()",
    "v0.Client()": "v0.AsyncClient()",
    "from beeper_sdk import Beeper, errors": "from beeper_sdk import AsyncBeeper, errors",
    "print('ä', beeper.me('1'))": "print('ä', await beeper.me('1'))",
}
UNCHANGED = [
    "fake.world.person('Bob').send('1', 'hi')",
    "print('Beeper')",
    "beeper.changes('position.json')",
    "await beeper.me('1')",
]
REFUSED = {
    "f'{beeper.me(1)}'": "f-string",
    "lambda: beeper.me('1')": "lambda",
    "sorted(beeper.chats.list())": "collect",
    "with Beeper() as b, open('a') as a:\n    0": "statement of its own",
}


@pytest.mark.parametrize("code", CONVERTED)
def test_a_piece_gets_its_async_form(code: str) -> None:
    assert convert(code, Names(), SURFACE) == CONVERTED[code]


@pytest.mark.parametrize("code", UNCHANGED)
def test_a_piece_without_calls_has_no_async_form(code: str) -> None:
    assert convert(code, Names(), SURFACE) is None


@pytest.mark.parametrize("code", REFUSED)
def test_a_piece_that_cannot_be_converted_is_an_error(code: str) -> None:
    with pytest.raises(NotConvertible, match=REFUSED[code]):
        convert(code, Names(), SURFACE)


def test_names_are_known_in_later_pieces() -> None:
    names = Names()
    convert("pager = beeper.chats.list()", names, SURFACE)
    assert convert("pager.first()", names, SURFACE) == "await pager.first()"
    convert("pager = 'text'", names, SURFACE)
    assert convert("pager.first()", names, SURFACE) is None


def test_a_page_gets_a_tab_for_each_form() -> None:
    page = "<!-- runs with: small -->\n\n```python\nbeeper.me('1')\n```\n\n```text\nBob\n```\n"
    staged = staging.with_tabs(page, SURFACE)
    assert "=== \"Sync\"\n\n    ```python\n    beeper.me('1')\n    ```\n" in staged
    assert "    await beeper.me('1')\n" in staged
    assert staged.endswith("```text\nBob\n```\n")
    marked = page.replace("```python", "<!-- sync only: reason -->\n```python")
    assert staging.with_tabs(marked, SURFACE) == marked


@pytest.mark.parametrize(
    ("code", "reason"), [("print(f'{beeper.me(1)}')", "f-string"), ("chat = (", "was never closed")]
)
def test_the_page_and_the_line_of_a_piece_without_an_async_form_are_named(code: str, reason: str) -> None:
    text = f"<!-- runs with: small -->\n\n```python\n{code}\n```\n"
    with pytest.raises(NotConvertible, match=rf"^docs/guides/a\.md: .* line 4 .*{reason}"):
        staging.page(text, staging.DOCS / "guides/a.md", "guides/a.md", SURFACE, "https://host")


def test_links_out_of_the_documentation_lead_to_the_code_host() -> None:
    page = "[a](../../examples/tour.py) [b](../../CHANGELOG.md#x) [c](files.md#y) [d](https://e.org) `[e](../../x)`"
    staged = staging.with_links(page, staging.DOCS / "guides/text.md", "guides/text.md", "https://host")
    assert staged == (
        "[a](https://host/blob/main/examples/tour.py) [b](../changelog.md#x) [c](files.md#y) [d](https://e.org) "
        "`[e](../../x)`"
    )


def test_a_folder_of_the_navigation_is_the_list_of_its_pages() -> None:
    names = ["reference/models/pages.md", "reference/models/chats.md", "start.md", "contributing/internals/_core.md"]
    text = staging.configuration(names).partition("nav:")[2]
    assert "- chats: reference/models/chats.md\n          - pages: reference/models/pages.md\n" in text
    assert "          - contributing/internals/_core.md\n" in text
    assert "reference/models/\n" not in text


def test_each_package_of_the_wings_has_a_page_about_its_modules() -> None:
    pages = dict(internals.pages(staging.ROOT))
    calls = pages["contributing/internals/_core-calls.md"]
    assert "\n::: beeper_sdk._core.calls.call\n" in calls
    assert calls.startswith("---\nsearch:\n  exclude: true\n---\n")
    assert not [name for name in pages if "_sync" in name]


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("[a](missing.md)", "missing.md"),
        ("[a](#nowhere)", "#nowhere"),
        ("[a](../../etc/hosts)", "../../etc/hosts"),
        ("# Two\n\n# Two\n\n[a](#two)", "#two"),
        ("# Files, and text\n\n[a](#files-and-text) `[b](c.md)`\n\n```text\n[d](e.md)\n```", None),
    ],
)
def test_broken_links_of_a_page_are_found(page: str, fault: str | None, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(page)
    assert links.broken(tmp_path / "page.md", tmp_path) == ([fault] if fault else [])


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<a href="other.html#here">', None),
        ('<a href="other.html#there">', "index.html: dead link other.html#there"),
        ('<a href="missing.html">', "index.html: dead link missing.html"),
        ('<script src="https://host.test/a.js"></script>', "index.html: loads https://host.test/a.js of another host"),
        ('<link rel="stylesheet" href="//host.test/a.css">', "index.html: loads //host.test/a.css of another host"),
        ('<link rel="canonical" href="https://host.test/">', None),
        ('<a href="https://host.test/">', None),
    ],
)
def test_faults_of_the_built_site_are_found(html: str, fault: str | None, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(html)
    (tmp_path / "other.html").write_text('<h1 id="here"></h1>')
    site = Site(tmp_path)
    site.check()
    assert site.faults == ([fault] if fault else [])


def test_a_font_that_css_loads_from_another_host_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("@font-face { src: url(https://host.test/a.woff) } b { background: url(c.png) }")
    site = Site(tmp_path)
    site.check()
    assert site.faults == ["a.css: loads https://host.test/a.woff"]
