"""The README: its Python runs as it stands, against a FakeBeeper, and prints what the README shows."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from beeper_sdk.testing import FakeBeeper

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^```python\n(?P<code>.*?)^```\n\n```text\n(?P<shown>.*?)^```\n", re.DOTALL | re.MULTILINE)
EXAMPLES = [(each["code"], each["shown"]) for each in EXAMPLE.finditer(TEXT)]


@pytest.fixture(autouse=True)
def beeper(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeBeeper]:
    """A Beeper where the README's examples look for one."""
    with FakeBeeper() as fake:
        monkeypatch.setenv("BEEPER_BASE_URL", fake.url)
        monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake.token)
        yield fake


def printed(code: str) -> str:
    """What a piece of code prints."""
    with redirect_stdout(StringIO()) as out:
        exec(compile(code, "README.md", "exec"), {"__name__": "__main__"})
    return out.getvalue()


def test_every_python_example_shows_what_it_prints() -> None:
    assert len(EXAMPLES) == TEXT.count("```python\n") > 0


@pytest.mark.parametrize(("code", "shown"), EXAMPLES)
def test_an_example_prints_what_the_readme_shows(code: str, shown: str) -> None:
    assert printed(code) == shown


def test_files_and_folders_the_readme_names_are_there() -> None:
    named = set(re.findall(r"`(?:\./)?((?:scripts|tests|beeper_sdk|generated)/[\w/.]*|openapi\.yaml)`", TEXT))
    assert named
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
