"""Fixtures: every kind of client, and places with clocks of their own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Makes a zone the local one."""

    def go_to(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield go_to
    monkeypatch.undo()
    time.tzset()
