"""Code that type checkers accepted stays accepted, and mistakes that they reported stay reported.

tests/project/typing is checked by scripts/test with everything else, where a comment that is not needed is an
error: here is only that its marks are whole. The tests of earlier versions are checked here, each version by itself.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.version import Version

from beeper_sdk import __version__

ROOT = Path(__file__).resolve().parents[2]
TYPING = ROOT / "tests" / "project" / "typing"
RELEASED = sorted(path for path in (TYPING / "released").iterdir() if path.is_dir() and path.name != "__pycache__")
MARK = re.compile(r"  # type: ignore\[[a-z-]+\]  # pyright: ignore\[\w+(, \w+)*\](  # noqa: \w+)?$")
versions = pytest.mark.parametrize("folder", RELEASED, ids=lambda folder: folder.name)


def run(*command: str) -> str:
    """What a checker complains of."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


@versions
def test_mypy_takes_what_it_took(folder: Path) -> None:
    files = map(str, sorted(folder.glob("*.py")))  # by name: as a folder they are excluded
    assert run("mypy", "--no-warn-unused-ignores", *files) == ""


@versions
def test_basedpyright_takes_what_it_took(folder: Path, tmp_path: Path) -> None:
    settings = {
        "extends": str(ROOT / "pyproject.toml"),
        "include": [str(folder)],
        "exclude": [],
        "extraPaths": [str(ROOT), str(ROOT / "generated")],
        "executionEnvironments": [],
        "reportUnnecessaryTypeIgnoreComment": False,
    }
    project = tmp_path / "pyrightconfig.json"
    project.write_text(json.dumps(settings), encoding="utf-8")
    assert run("basedpyright", "--project", str(project), "--pythonpath", sys.executable) == ""


@versions
def test_a_folder_is_named_for_a_version_before_this_one_or_this_one(folder: Path) -> None:
    assert Version(folder.name) <= Version(__version__)
    assert list(folder.glob("*.py"))


def test_every_deliberate_mistake_names_what_each_checker_calls_it() -> None:
    lines = [line for path in TYPING.glob("*.py") for line in path.read_text(encoding="utf-8").splitlines()]
    mistakes = [line for line in lines if "ignore[" in line or "type: ignore" in line]
    assert [line for line in mistakes if not MARK.search(line)] == []
    assert len(mistakes) >= 30


def test_typing_tests_stay_typing_tests() -> None:
    assert [path.name for path in TYPING.glob("test_*.py")] == []
