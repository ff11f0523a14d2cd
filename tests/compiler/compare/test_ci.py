"""What `scripts/test` does when the API breaks after a release: the real spec, in a repository of its own."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from scripts import regenerate
from scripts.dev import checks
from tests.compiler.compare.test_commands import git

ROOT = Path(__file__).resolve().parents[3]
FILES = ("CHANGELOG.md", "openapi.yaml", "requirements.lock", "beeper_sdk/_version.py")


@pytest.fixture
def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As much of this project as is compared, released as v1.0.0."""
    for name in FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Release")
    git(tmp_path, "tag", "v1.0.0")
    monkeypatch.setattr(checks, "ROOT", tmp_path)
    monkeypatch.setattr(regenerate, "ROOT", tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])  # running as a command, it puts its own folder first
    # Whether generated files are up to date is not looked at here: that renders the whole spec twice.
    monkeypatch.setattr(regenerate, "_check", lambda: 0)
    return tmp_path


def test_a_break_must_be_told_in_the_changelog(
    released: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ((program, *arguments),) = checks.against(checks.last_release())["regenerate"]
    assert program == "scripts/regenerate.py"
    monkeypatch.setattr(sys, "argv", [program, *arguments])
    spec = released / "openapi.yaml"
    text = spec.read_text(encoding="utf-8")
    assert text.count("unreadMentionsCount") > 0
    spec.write_text(text.replace("unreadMentionsCount", "mentionsCount"), encoding="utf-8")
    assert regenerate.main() == 1
    said = capsys.readouterr().out
    assert "breaking changes since v1.0.0 that CHANGELOG.md does not name above that release:" in said
    assert "  models.Chat.unread_mentions_count: is now models.Chat.mentions_count (breaking for readers;" in said

    changelog = released / "CHANGELOG.md"
    entry = "## [2.0.0] - unreleased\n\n- `models.Chat.unread_mentions_count` is `mentions_count`.\n"
    changelog.write_text(entry + changelog.read_text(encoding="utf-8"), encoding="utf-8")
    assert regenerate.main() == 0
    assert capsys.readouterr().out == ""
