"""CONTRIBUTING.md and docs/contributing: the commands, files, tests and names they send people to are there.

The walk itself was done by hand; it would take minutes here.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.dev.docs import links
from tests.generated.contract import plan

ROOT = Path(__file__).resolve().parents[2]
ABOUT_CODE = [
    "CONTRIBUTING.md",
    *sorted(f"docs/contributing/{path.name}" for path in (ROOT / "docs/contributing").iterdir()),
]
PAGES = [*ABOUT_CODE, "docs/stability.md"]
TEXT = "\n".join((ROOT / page).read_text(encoding="utf-8") for page in ABOUT_CODE)
TYPED = [shlex.split(line) for line in re.findall(r"^\$ (.*)$", TEXT, re.MULTILINE)]
INLINE = [shlex.split(line) for line in re.findall(r"`(\./scripts/[^`]*)`", TEXT)]


@pytest.mark.parametrize("page", PAGES)
def test_files_and_folders_that_are_named_are_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    paths = set(re.findall(r"(?<![\w./])((?:scripts|tests|docs|beeper_sdk|generated)/[\w/.]*\w)", text))
    paths |= set(re.findall(r"`([\w.-]+\.(?:md|yaml|toml|lock))`", text)) - {"tables.yaml", "VENDORED.toml"}
    assert paths
    assert [name for name in sorted(paths) if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    assert links.broken(ROOT / page, ROOT) == []


@pytest.mark.parametrize("command", [*TYPED, *INLINE], ids=" ".join)
def test_a_command_is_one_that_can_be_typed(command: list[str]) -> None:
    program, *rest = command
    if program == "git":
        return
    if program == ".venv/bin/python":
        assert rest[:2] == ["-m", "pytest"]
        program = "tests/conftest.py"
    elif program == "python3":
        program, *rest = rest
    front = {
        "./scripts/docs": "scripts/dev/docs/build.py",
        "./scripts/release": "scripts/dev/release/__main__.py",
        "./scripts/test": "scripts/dev/checks.py",
    }
    code = (ROOT / front.get(program, program)).read_text(encoding="utf-8")
    own = rest[: rest.index("--")] if "--" in rest else rest
    assert [word for word in own if word.startswith("--") and f'"{word}"' not in code] == []


def test_the_tests_that_are_said_to_fail_are_there() -> None:
    failures = re.findall(r"FAILED (tests/[\w/]+\.py)::(\w+)", TEXT)
    assert len(failures) == 3
    for path, name in failures:
        assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8")


def test_the_field_of_the_walk_is_still_one_that_does_not_exist() -> None:
    assert "pin_note" in TEXT
    assert [name for name, model in plan().models.items() if "pinNote" in repr(model)] == []


def test_the_headings_and_marks_it_speaks_of_are_there() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    head = (ROOT / "openapi.yaml").read_text(encoding="utf-8").split("\nopenapi:", 1)[0]
    assert {mark for mark in re.findall(r"x-beeper-[a-z]+", TEXT) if mark not in head} == set()


def test_the_version_the_policy_drops_the_shims_in_is_the_one_they_name() -> None:
    from beeper_sdk.v0._deprecation import GONE_IN

    text = (ROOT / "docs/stability.md").read_text(encoding="utf-8")
    assert re.search(rf"^\| `beeper_sdk\.v0`.*\| {re.escape(GONE_IN)}\b", text, re.MULTILINE)


@pytest.mark.parametrize("option", ["--rehearse", "--stamp"])
def test_release_tells_its_options(option: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scripts.dev.release", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert option in done.stdout
