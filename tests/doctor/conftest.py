"""The command finds its token as every client does: here in the environment, if a test puts it there."""

from __future__ import annotations

import pytest

from beeper_sdk.testing import FakeBeeper


@pytest.fixture
def token(fake_beeper: FakeBeeper, monkeypatch: pytest.MonkeyPatch) -> str:
    """The token of the stand-in, where the command looks for it."""
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake_beeper.token)
    return fake_beeper.token


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BEEPER_ACCESS_TOKEN", "BEEPER_BASE_URL", "BEEPER_DESKTOP_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
