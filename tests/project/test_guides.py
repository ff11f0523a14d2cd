"""Pages of docs/: their Python runs, in its sync and async form, and prints what they show; links lead somewhere.

A page whose pieces are run has a comment with the world of the fake server, ``<!-- runs with: small -->``. They run one
after the other, and have `beeper`, `fake` and the variables of the fake server. `--update-pins` writes what they print
into the page.
"""

from __future__ import annotations

import ast
import inspect
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
import pytest

from beeper_sdk import AsyncBeeper, Beeper
from beeper_sdk.testing import FakeBeeper
from scripts.dev.docs import links
from scripts.dev.docs.async_form import Names, convert
from scripts.dev.docs.async_types import Surface
from scripts.dev.docs.pieces import Piece, pieces, with_output, world

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = {path.relative_to(DOCS).as_posix(): path.read_text(encoding="utf-8") for path in sorted(DOCS.rglob("*.md"))}
RUN = {name: kind for name, page in PAGES.items() if (kind := world(page))}
"""The pages whose pieces are run, and the world that `fake` has on each."""
SURFACE = Surface.read()


@pytest.fixture
def fake(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeBeeper]:
    """A server with the world of the page, where programs look for one, and a folder for their files."""
    monkeypatch.chdir(tmp_path)
    with FakeBeeper(world=RUN[request.getfixturevalue("name")]) as server:
        monkeypatch.setenv("BEEPER_BASE_URL", server.url)
        monkeypatch.setenv("BEEPER_ACCESS_TOKEN", server.token)
        yield server


def run(name: str) -> list[Piece]:
    """The pieces of a page that print something."""
    return [piece for piece in pieces(PAGES[name]) if piece.shown is not None]


@pytest.mark.parametrize("name", RUN)
def test_a_page_prints_what_it_shows(name: str, fake: FakeBeeper, update_pins: bool) -> None:
    changed = page = PAGES[name]
    assert len(run(name)) == page.count("\n```text\n") > 0, "each block of output follows a piece of Python"
    with Beeper(fake.token, base_url=fake.url) as beeper:
        names: dict[str, object] = {"__name__": "__main__", "beeper": beeper, "fake": fake}
        for piece in run(name):
            with redirect_stdout(StringIO()) as stdout:
                exec(compile(piece.code, name, "exec"), names)
            assert update_pins or stdout.getvalue() == piece.shown
            changed = with_output(changed, piece, stdout.getvalue())
    if changed != page:
        (DOCS / name).write_text(changed, encoding="utf-8")


@pytest.mark.parametrize("name", RUN)
def test_the_async_form_prints_the_same(name: str, fake: FakeBeeper) -> None:
    known = Names()
    forms = [(piece, None if piece.sync_only else convert(piece.code, known, SURFACE)) for piece in run(name)]

    async def main() -> None:
        async with AsyncBeeper(fake.token, base_url=fake.url) as beeper:
            names: dict[str, object] = {"__name__": "__main__", "beeper": beeper, "fake": fake}
            with Beeper(fake.token, base_url=fake.url) as sync:
                for piece, form in forms:
                    names["beeper"] = sync if piece.sync_only else names.get("beeper")
                    with redirect_stdout(StringIO()) as stdout:
                        await execute(form or piece.code, name, names)
                    assert stdout.getvalue() == piece.shown, form
                    names["beeper"] = beeper

    anyio.run(main)


async def execute(code: str, name: str, names: dict[str, object]) -> None:
    """Run code that may have ``await`` outside of functions, as a notebook does."""
    result = eval(compile(code, name, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT), names)
    if inspect.iscoroutine(result):
        await result


@pytest.mark.parametrize("name", PAGES)
def test_excerpts_can_be_compiled(name: str) -> None:
    for piece in pieces(PAGES[name]):
        compile(piece.code, name, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    assert links.broken(DOCS / name, ROOT) == []
