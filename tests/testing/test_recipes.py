"""The recipes of docs/testing.md: each runs as it stands, as a test file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.testing.test_plugin import PLUGINS

pytest_plugins = ["pytester"]

PAGE = (Path(__file__).parents[2] / "docs/testing.md").read_text(encoding="utf-8")
RECIPES = re.findall(r"^### \d+\. (.+?)\n\n```python\n(.+?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_there_are_ten_or_more() -> None:
    assert len(RECIPES) >= 10
    assert len(RECIPES) == PAGE.partition("## Recipes")[2].count("\n### ")


def test_every_recipe_passes(pytester: pytest.Pytester) -> None:
    for number, (_, code) in enumerate(RECIPES, 1):
        pytester.path.joinpath(f"test_recipe_{number}.py").write_text(code, encoding="utf-8")
    result = pytester.runpytest_inprocess(*PLUGINS, "--strict-markers", "-W", "error", "-q")
    outcomes = result.parseoutcomes()
    assert set(outcomes) == {"passed"}, result.stdout.str()
    assert outcomes["passed"] >= len(RECIPES)
