"""docs/start.md: the first test that it shows passes as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.dev.docs.pieces import pieces
from tests.testing.inner_pytest import run_inside

pytest_plugins = ["pytester"]

PAGE = (Path(__file__).parents[2] / "docs/start.md").read_text(encoding="utf-8")


def test_its_test_passes(pytester: pytest.Pytester) -> None:
    (code,) = (piece.code for piece in pieces(PAGE) if "def test_" in piece.code)
    pytester.path.joinpath("test_answer.py").write_text(code, encoding="utf-8")
    run_inside(pytester, "--strict-markers", "-W", "error", "-q").assert_outcomes(passed=1)
