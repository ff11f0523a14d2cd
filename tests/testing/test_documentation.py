"""The pages of docs/ about testing: the code runs, and the tables are what the server has."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from beeper_sdk.__main__ import main
from tests.testing.inner_pytest import run_inside
from tests.testing.worlds import tables

pytest_plugins = ["pytester"]

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "guides/testing.md").read_text(encoding="utf-8")
RECIPE_PAGE = (DOCS / "guides/test_recipes.md").read_text(encoding="utf-8")
CONTROL = (DOCS / "guides/control.md").read_text(encoding="utf-8")
REFERENCE = (DOCS / "reference/fake_server.md").read_text(encoding="utf-8")
RECIPES = re.findall(r"^## \d+\. (.+?)\n\n```python\n(.+?)^```", RECIPE_PAGE, re.MULTILINE | re.DOTALL)
PIECES = re.findall(r"^```python\n(.+?)^```", PAGE + RECIPE_PAGE, re.MULTILINE | re.DOTALL)
FILES = [code for code in PIECES if "def test_" in code]


@pytest.mark.parametrize("page", [CONTROL, REFERENCE], ids=["control", "reference"])
def test_links_within_a_page_lead_to_headings(page: str) -> None:
    links = set(re.findall(r"\]\(#([\w-]+)\)", page))
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", page, re.MULTILINE)}
    assert links
    assert links <= headings


def test_the_small_world_is_listed() -> None:
    assert tables.small_world() in REFERENCE


def test_the_first_example_prints_what_the_page_shows() -> None:
    code, shown = re.findall(r"^```python\n(.+?)^```\n\n```text\n(.+?)^```", PAGE, re.MULTILINE | re.DOTALL)[0]
    with redirect_stdout(StringIO()) as output:
        exec(compile(code, "docs/guides/testing.md", "exec"), {"__name__": "__main__"})
    assert output.getvalue() == shown


def test_each_option_of_serve_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", "--help"])
    options = set(re.findall(r"^  (--[\w-]+)", capsys.readouterr().out, re.MULTILINE))
    section = CONTROL.partition("## Run it by itself")[2].partition("\n## ")[0]
    assert len(options) > 10
    assert options <= set(re.findall(r"`(--[\w-]+)", section))


def test_there_are_ten_recipes_or_more() -> None:
    assert len(RECIPES) >= 10
    assert len(RECIPES) == len(re.findall(r"^## \d", RECIPE_PAGE, re.MULTILINE))


def test_every_recipe_passes_as_a_test_file(pytester: pytest.Pytester) -> None:
    for number, code in enumerate(FILES, 1):
        pytester.path.joinpath(f"test_recipe_{number}.py").write_text(code, encoding="utf-8")
    result = run_inside(pytester, "--strict-markers", "-W", "error", "-q")
    outcomes = result.parseoutcomes()
    assert set(outcomes) == {"passed"}, result.stdout.str()
    assert outcomes["passed"] >= len(FILES) > len(RECIPES)
