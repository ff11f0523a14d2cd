"""docs/changes.md: its Python runs as it stands, one piece after the other, and prints what the page shows."""

from __future__ import annotations

import ast
import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "changes.md").read_text(encoding="utf-8")
PIECE = re.compile(r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.DOTALL | re.MULTILINE)


def outputs(fake: FakeBeeper) -> list[tuple[str, str]]:
    """What the page shows for each piece, and what it prints."""
    found: list[tuple[str, str]] = []
    with Beeper(fake.token, base_url=fake.url) as beeper:
        names: dict[str, object] = {"__name__": "__main__", "beeper": beeper, "fake": fake}
        for piece in PIECE.finditer(PAGE):
            code, shown = piece.groups()
            if shown is None:
                compile(code, "changes.md", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
                continue
            with redirect_stdout(StringIO()) as stdout:
                exec(compile(code, "changes.md", "exec"), names)
            found.append((shown, stdout.getvalue()))
    return found


def test_the_page_prints_what_it_shows(fake: FakeBeeper, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    found = outputs(fake)
    assert len(found) == PAGE.count("```text\n") > 0
    for shown, printed in found:
        assert printed == shown


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", PAGE):
        name, _, anchor = target.partition("#")
        page = DOCS / (name or "changes.md")
        assert page.exists(), target
        headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE) if anchor else []
        anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
        assert not anchor or anchor in anchors, target
