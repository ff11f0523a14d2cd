"""Fixtures of the tests that let the SDK talk to the stand-in Beeper."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ACCESS_TOKEN", "BASE_URL", "DESKTOP_BASE_URL", "CUSTOM_HEADERS", "LOG"):
        monkeypatch.delenv(f"BEEPER_{name}", raising=False)
