"""The README: its Python passes mypy and runs as it is, against a FakeBeeper, and prints what the README shows.

The Python of the guides about tests passes mypy too: one run of mypy is faster than two.

Its links are absolute, so that they work on the page of a package index too; each leads to something in this tree.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
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
LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
MAX_LINES = 200
"""Lines: what a stranger reads before deciding."""
EXAMPLES = [(match["code"], match["shown"]) for match in EXAMPLE.finditer(TEXT)]


@pytest.fixture(autouse=True)
def beeper(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeBeeper]:
    """A Beeper where the README's examples look for one, and a folder for their files."""
    monkeypatch.chdir(tmp_path)
    with FakeBeeper() as fake:
        monkeypatch.setenv("BEEPER_BASE_URL", fake.url)
        monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake.token)
        yield fake


def printed(code: str) -> str:
    """What a piece of code prints."""
    with redirect_stdout(StringIO()) as output:
        exec(compile(code, "README.md", "exec"), {"__name__": "__main__"})
    return output.getvalue()


def test_every_python_example_shows_what_it_prints() -> None:
    assert len(EXAMPLES) == TEXT.count("```python\n") > 0


@pytest.mark.parametrize(("code", "shown"), EXAMPLES)
def test_an_example_prints_what_the_readme_shows(code: str, shown: str) -> None:
    assert printed(code) == shown


def test_every_example_passes_mypy_strict_as_written(tmp_path: Path) -> None:
    testing = "".join((ROOT / "docs/guides" / name).read_text("utf-8") for name in ("testing.md", "test_recipes.md"))
    codes = [code for code, _ in EXAMPLES] + re.findall(r"^```python\n(.*?)^```$", testing, re.DOTALL | re.MULTILINE)
    for number, code in enumerate(codes):
        (tmp_path / f"example_{number}.py").write_text(code, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", *map(str, sorted(tmp_path.iterdir()))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert f"in {len(codes)} source files" in done.stdout


def test_the_first_example_refuses_to_write() -> None:
    assert "Beeper(read_only=True)" in EXAMPLES[0][0]


def test_it_is_short() -> None:
    assert len(TEXT.splitlines()) <= MAX_LINES


def test_links_work_from_the_page_of_a_package_index() -> None:
    targets = [link["target"] for link in LINK.finditer(TEXT)]
    assert [target for target in targets if not target.startswith("https://")] == []


def test_links_into_the_repository_lead_to_what_is_there() -> None:
    home = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]["Homepage"]
    inside = [target for link in LINK.finditer(TEXT) if (target := link["target"]).startswith(home)]
    assert len(inside) > 10
    for target in inside:
        kind, _, name = target.removeprefix(f"{home}/").partition("/main/")
        path, _, anchor = name.partition("#")
        assert (ROOT / path).is_dir() if kind == "tree" else (ROOT / path).is_file(), target
        assert kind in {"blob", "tree"}, target
        assert not anchor or anchor in anchors(ROOT / path), target


def test_the_addresses_of_the_project_are_below_its_home() -> None:
    urls = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
    assert [url for url in urls.values() if not f"{url}/".startswith(f"{urls['Homepage']}/")] == []


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub gives to the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_files_and_folders_the_readme_names_are_there() -> None:
    paths = set(re.findall(r"`(?:\./)?((?:scripts|tests|beeper_sdk|generated)/[\w/.]*|openapi\.yaml)`", TEXT))
    assert paths
    assert [name for name in sorted(paths) if not (ROOT / name).exists()] == []
