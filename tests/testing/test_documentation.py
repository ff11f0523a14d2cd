"""docs/testing.md: its links lead somewhere, its tables are what the server has, and its first example runs."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from tests.testing.worlds import tables

PAGE = (Path(__file__).parents[2] / "docs/testing.md").read_text(encoding="utf-8")


def test_links_within_the_page_lead_to_headings() -> None:
    links = set(re.findall(r"\]\(#([\w-]+)\)", PAGE))
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)}
    assert links
    assert links <= headings


def test_the_small_world_is_listed() -> None:
    assert tables.small_world() in PAGE


def test_all_quirks_are_listed() -> None:
    assert tables.quirks() in PAGE


def test_the_first_example_prints_what_the_page_shows() -> None:
    code, shown = re.findall(r"^```python\n(.+?)^```\n\n```text\n(.+?)^```", PAGE, re.MULTILINE | re.DOTALL)[0]
    with redirect_stdout(StringIO()) as output:
        exec(compile(code, "docs/testing.md", "exec"), {"__name__": "__main__"})
    assert output.getvalue() == shown
