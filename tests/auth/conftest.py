"""Fixtures of the tests of logging in."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def token_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where tokens are kept in this test: nothing is there yet. No other settings come from outside."""
    for name in ("ACCESS_TOKEN", "BASE_URL", "DESKTOP_BASE_URL", "CUSTOM_HEADERS", "LOG"):
        monkeypatch.delenv(f"BEEPER_{name}", raising=False)
    path = tmp_path / "kept" / "tokens.json"
    monkeypatch.setenv("BEEPER_TOKEN_FILE", str(path))
    return path
