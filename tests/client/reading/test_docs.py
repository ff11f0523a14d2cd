"""docs/conversations.md: its Python runs as it stands, one piece after the other, and prints what the page shows."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from beeper_sdk import Beeper
from beeper_sdk.testing import FakeBeeper

PAGE = (Path(__file__).parents[3] / "docs" / "conversations.md").read_text(encoding="utf-8")
PIECE = re.compile(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```\n", re.DOTALL | re.MULTILINE)


def test_the_page_prints_what_it_shows(fake: FakeBeeper) -> None:
    pieces = PIECE.findall(PAGE)
    assert len(pieces) == PAGE.count("```python\n") > 0
    with Beeper(fake.token, base_url=fake.url) as beeper:
        names: dict[str, object] = {"__name__": "__main__", "beeper": beeper, "fake": fake}
        for code, shown in pieces:
            with redirect_stdout(StringIO()) as stdout:
                exec(compile(code, "conversations.md", "exec"), names)
            assert stdout.getvalue() == shown


def test_its_table_says_what_is_requested(fake: FakeBeeper) -> None:
    """The other rows are tests of this folder."""
    with Beeper(fake.token, base_url=fake.url) as beeper:
        merged = fake.world.merge(["!erin:small.local", "!bob:small.local"])
        before = len(fake.requests)
        beeper.messages.last(merged, 3)
        made = [request.operation for request in list(fake.requests)[before:]]
    assert made == ["messages.list", "chats.retrieve", "messages.list", "messages.list"]
