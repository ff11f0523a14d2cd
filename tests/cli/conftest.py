"""No test of a command looks for a Beeper of the developer, who may have one running."""

from __future__ import annotations

import pytest

from beeper_sdk._cli.doctor import environment


@pytest.fixture(autouse=True)
def _no_other_ports(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "PORTS", range(0))
