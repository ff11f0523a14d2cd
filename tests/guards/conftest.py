"""Fixtures of the tests of guards."""

from __future__ import annotations

import pytest

from tests.sdk.worlds import KINDS, Kind


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    """The blocking client, and the async one on both event loops."""
    chosen: Kind = request.param
    return chosen


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ACCESS_TOKEN", "BASE_URL", "DESKTOP_BASE_URL", "CUSTOM_HEADERS", "LOG"):
        monkeypatch.delenv(f"BEEPER_{name}", raising=False)
