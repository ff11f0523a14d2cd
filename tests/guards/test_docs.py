"""docs/guides/guards.md: its Python runs as it stands, one piece after the other, and prints what the page shows."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from beeper_sdk.testing import FakeBeeper

PAGE = (Path(__file__).parents[2] / "docs/guides/guards.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```\n", re.DOTALL | re.MULTILINE)


def test_the_page_prints_what_it_shows(fake_beeper: FakeBeeper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEEPER_BASE_URL", fake_beeper.url)
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake_beeper.token)
    examples = EXAMPLE.findall(PAGE)
    names: dict[str, object] = {"__name__": "__main__"}
    assert len(examples) == PAGE.count("```python\n") > 0
    for code, shown in examples:
        with redirect_stdout(StringIO()) as stdout:
            exec(compile(code, "guards.md", "exec"), names)
        assert stdout.getvalue() == shown
