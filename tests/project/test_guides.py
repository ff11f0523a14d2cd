"""Guides in docs/: their Python runs as it stands, one piece after the other, and prints what the page shows.

`--update-pins` writes what it prints into the page.
"""

from __future__ import annotations

import ast
import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper

DOCS = Path(__file__).parents[2] / "docs/guides"
WORLDS = {
    "changes.md": "small",
    "reading.md": "small",
    "files.md": "demo",
    "merged_chats.md": "demo",
    "text.md": "small",
}
"""The world that `fake` has on each page."""
PIECE = re.compile(r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.DOTALL | re.MULTILINE)
SHOWN = "```text\n"


def printed(code: str, name: str, names: dict[str, object]) -> str:
    with redirect_stdout(StringIO()) as stdout:
        exec(compile(code, name, "exec"), names)
    return stdout.getvalue()


@pytest.mark.parametrize("name", WORLDS)
def test_a_guide_prints_what_it_shows(
    name: str, update_pins: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    page = changed = (DOCS / name).read_text(encoding="utf-8")
    pieces = list(PIECE.finditer(page))
    assert sum(piece[2] is not None for piece in pieces) == page.count(SHOWN) > 0
    with FakeBeeper(world=WORLDS[name]) as fake, Beeper(fake.token, base_url=fake.url) as beeper:
        names: dict[str, object] = {"__name__": "__main__", "beeper": beeper, "fake": fake}
        for piece in pieces:
            if piece[2] is None:  # an excerpt, which may need other packages
                compile(piece[1], name, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
                continue
            shown = printed(piece[1], name, names)
            assert update_pins or shown == piece[2]
            changed = changed.replace(piece[0], piece[0].replace(SHOWN + piece[2], SHOWN + shown))
    if changed != page:
        (DOCS / name).write_text(changed, encoding="utf-8")


@pytest.mark.parametrize("name", WORLDS)
def test_the_links_of_a_guide_lead_somewhere(name: str) -> None:
    text = re.sub("`[^`\n]*`", "", (DOCS / name).read_text(encoding="utf-8"))
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", text):
        path, _, anchor = target.partition("#")
        page = DOCS / (path or name)
        assert page.exists(), target
        headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE) if anchor else []
        anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
        assert not anchor or anchor in anchors, target
