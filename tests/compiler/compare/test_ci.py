"""What `.ci/run` does when the API breaks after a release: the whole project, in a repository of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.compiler.compare.test_commands import git

ROOT = Path(__file__).resolve().parents[3]
COPIED = ("beeper_sdk", "docs", "generated", "scripts")
FILES = ("CHANGELOG.md", "openapi.yaml", "pyproject.toml", "requirements.lock")


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """This project as it is, released as v1.0.0."""
    for name in COPIED:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, tmp_path / name)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Release")
    git(tmp_path, "tag", "v1.0.0")
    return tmp_path


def ci(root: Path) -> tuple[int, str]:
    """The step of `.ci/run` that looks at the API, in the environment that runs this."""
    done = subprocess.run(
        [sys.executable, "-m", "scripts.dev.checks", "regenerate"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_a_break_must_be_told_in_the_changelog(released: Path) -> None:
    spec = released / "openapi.yaml"
    text = spec.read_text(encoding="utf-8")
    assert text.count("unreadMentionsCount") > 0
    spec.write_text(text.replace("unreadMentionsCount", "mentionsCount"), encoding="utf-8")
    subprocess.run([sys.executable, "scripts/regenerate.py"], cwd=released, check=True, capture_output=True)
    status, said = ci(released)
    assert status == 1
    assert "the API breaks since v1.0.0, and CHANGELOG.md does not say so above that release:" in said
    assert "  models.Chat.unread_mentions_count: is now models.Chat.mentions_count (breaking for readers;" in said

    changelog = released / "CHANGELOG.md"
    entry = "## [2.0.0] - unreleased\n\n- `models.Chat.unread_mentions_count` is `mentions_count`.\n"
    changelog.write_text(entry + changelog.read_text(encoding="utf-8"), encoding="utf-8")
    status, said = ci(released)
    assert status == 0, said
