"""Fixtures: every kind of client, and one fake server for tests that only read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from beeper_sdk.testing import FakeBeeper


@pytest.fixture(scope="module")
def _running() -> Iterator[FakeBeeper]:
    with FakeBeeper() as fake:
        yield fake


@pytest.fixture
def fake(_running: FakeBeeper) -> FakeBeeper:
    """A running fake server whose requests are counted from here."""
    _running.requests.clear()
    return _running
