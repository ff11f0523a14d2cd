"""The command finds its token as every client does: here in the environment, if a test puts it there."""

from __future__ import annotations

import pytest

from beeper_sdk.testing import FakeBeeper


@pytest.fixture
def token(fake_beeper: FakeBeeper, monkeypatch: pytest.MonkeyPatch) -> str:
    """The token of the fake server, where the command looks for it."""
    monkeypatch.setenv("BEEPER_ACCESS_TOKEN", fake_beeper.token)
    return fake_beeper.token
